/** What changes ask of the version of a catalog. One place says it, for `check`, `release` and `ci`. */
import type { Catalog, Contract } from "../model/catalog.js";
import { type Change, greatestBump, isRefused } from "./changes/change.js";
import type { Bump } from "./changes/change-kind.js";
import { breakingBump, covers, neededVersion } from "./needed-version.js";

/** What the version has to be, and whether it is. */
export interface VersionDemand {
  /** The version that the changes are counted from. */
  readonly base: string;
  /** The least that is enough; undefined where the base has none that semver knows. */
  readonly needed: string | undefined;
  readonly isCovered: boolean;
  /** The worst of the changes that ask for it; undefined where the version goes back. */
  readonly worst: Change | undefined;
}

/**
 * The demand of changes since a contract, the worst first.
 *
 * What is refused asks for nothing, but a code that is gone: it has to be retired, and that will ask for as much. What
 * is accepted is something new all the same, and a version names one contract.
 */
export function versionDemand(
  since: Contract,
  changes: readonly Change[],
  { version }: Pick<Catalog, "version">,
): VersionDemand {
  const base = since.version.value;
  const asking = changes.filter((change) => !isRefused(change) || change.id === "code-removed");
  const bump = greatestBump(
    asking.flatMap((change): readonly Bump[] => [
      isRefused(change) ? breakingBump(base) : change.bump,
      "patch",
    ]),
  );
  return {
    base,
    needed: neededVersion(base, bump),
    isCovered: covers(base, version.value, bump),
    worst: asking[0],
  };
}
