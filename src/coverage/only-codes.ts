/** Narrows coverage to some codes, as where only those are to be finished that a change brings. */
import { sharesOf } from "./count/catalog-coverage.js";
import type { Coverage, Unseen } from "./coverage.js";

/**
 * The coverage of some codes alone: shares, findings and what is hidden are of those. Texts that no catalog knows stay.
 *
 * @param wanted the codes by the name of their catalog; of a catalog that is not named there are none.
 */
export function onlyCodes(
  coverage: Coverage,
  wanted: ReadonlyMap<string, ReadonlySet<string> | "all">,
): Coverage {
  const isWanted = (catalog: string, code: string): boolean => {
    const codes = wanted.get(catalog);
    return codes === "all" || codes?.has(code) === true;
  };
  const kept = coverage.catalogs.map((each) => ({
    ...each,
    codes: each.codes.filter(({ code }) => isWanted(each.catalog, code)),
  }));
  const all = new Set(kept.flatMap(({ codes }) => codes.map(({ code }) => code)));
  // Of what may hide any code, nobody knows that it hides none of these.
  const unseen = coverage.unseen.filter(
    ({ codes }: Unseen) => all.size > 0 && (codes?.some((code) => all.has(code)) ?? true),
  );
  return {
    ...coverage,
    catalogs: kept.map((each) => ({
      ...each,
      ...sharesOf(each.codes, unseen, each.recorded !== undefined),
    })),
    undeclared: coverage.undeclared.filter(({ catalog, code }) => isWanted(catalog, code)),
    unseen,
  };
}
