/** Tells which shares of codes are smaller than somebody wants them. */
import type { Coverage } from "../coverage.js";

/** The least share of codes, in whole percent; what is undefined may be any. */
export interface LeastShares {
  readonly raised?: number | undefined;
  readonly handled?: number | undefined;
  readonly tested?: number | undefined;
  readonly recorded?: number | undefined;
}

/** A sentence for each share of each catalog that is too small. */
export function shortfalls({ catalogs }: Coverage, least: LeastShares): readonly string[] {
  return catalogs.flatMap(({ catalog, raised, handled, tested, recorded }) =>
    Object.entries({ raised, handled, tested, recorded }).flatMap(([name, share]) => {
      const wanted = least[name as keyof LeastShares];
      return share === undefined || wanted === undefined || share.percent >= wanted
        ? []
        : [`${catalog}: ${share.percent} % of the codes are ${name}, fewer than ${wanted} %.`];
    }),
  );
}
