/** Tells which shares of codes are smaller than somebody wants them. */
import type { Coverage } from "../coverage.js";

/** The least share of codes, in whole percent; what is undefined may be any. */
export interface LeastShares {
  readonly raised?: number | undefined;
  readonly handled?: number | undefined;
  readonly tested?: number | undefined;
  readonly recorded?: number | undefined;
}

/**
 * A sentence for each share of each catalog that is too small. A share that is not whole counts as what was seen: that
 * much there is, so a minimum that it reaches is reached, and one that it does not reach is not known to be.
 */
export function shortfalls({ catalogs }: Coverage, least: LeastShares): readonly string[] {
  return catalogs.flatMap(({ catalog, raised, handled, tested, recorded }) =>
    Object.entries({ raised, handled, tested, recorded }).flatMap(([name, share]) => {
      const wanted = least[name as keyof LeastShares];
      if (share === undefined || wanted === undefined || share.percent >= wanted) return [];
      const are = `${share.whole ? "" : "At least "}${share.percent} % of the codes are ${name}`;
      const more = share.whole ? "" : " What was not seen may have more.";
      return [`${catalog}: ${are}, fewer than ${wanted} %.${more}`];
    }),
  );
}
