/** Codes and groups that are mentioned exist. */
import type { Report } from "../diagnostics/report.js";
import { didYouMean, quoted } from "../diagnostics/suggest.js";
import type { Catalog } from "../model/catalog.js";
import type { Located } from "../model/source.js";
import type { CatalogCheck } from "./rule.js";

/** Reports mentions of codes and groups that are not there. */
export const checkReferences: CatalogCheck = (catalog, report) => {
  const codes = new Set(catalog.entries.map(({ code }) => code));
  for (const { value, at } of mentions(catalog)) {
    if (codes.has(value) || catalog.unreadable.has(value)) continue;
    report("code-unknown", at, `There is no code ${quoted(value)}.`, didYouMean(value, codes));
  }
  const groups = catalog.groups.map(({ id }) => id);
  for (const { value, at } of catalog.operations.flatMap((operation) => operation.groups)) {
    if (!groups.includes(value))
      report("group-unknown", at, `There is no group ${quoted(value)}.`, didYouMean(value, groups));
  }
  for (const { codes: named } of [...catalog.operations, ...catalog.groups])
    checkTwice(named, report);
};

function mentions(catalog: Catalog): readonly Located<string>[] {
  const { entries, operations, groups, infer, fallback, exemptions } = catalog;
  return [
    ...entries.flatMap(({ deprecated, retired }) => [deprecated?.replacedBy, retired?.replacedBy]),
    ...[...operations, ...groups, ...exemptions].flatMap(({ codes }) => codes),
    ...infer.map(({ code }) => code),
    fallback,
  ].filter((mention) => mention !== undefined);
}

function checkTwice(codes: readonly Located<string>[], report: Report): void {
  const seen = new Set<string>();
  for (const { value, at } of codes) {
    if (seen.has(value))
      report("code-duplicate", at, `The code ${quoted(value)} stands in this list already.`);
    seen.add(value);
  }
}
