/** Whatever mentions a code mentions one that there is. */
import { guesser, quoted } from "../../diagnostics/suggest.js";
import type { Catalog } from "../../model/catalog.js";
import { foreignCode } from "../../model/foreign-code.js";
import type { Located } from "../../model/source.js";
import { entryMeant, ownEntries } from "../../model/used-catalog.js";
import type { WireFormat } from "../../model/wire-format.js";
import { defineRule } from "../rule.js";

export const codeUnknown = defineRule({
  name: "code-unknown",
  severity: "error",
  summary: "A code that is mentioned has an entry.",
  catalog: (catalog, report) => {
    const { entries, unreadable, hasUnknownCodes, wireFormats, locales } = catalog;
    if (hasUnknownCodes) return;
    const codes = new Set(entries.map(({ code }) => code));
    const guess = guesser(() => codes);
    const isKnown = (code: string) => codes.has(code) || unreadable.has(code);
    for (const { value, at } of [...mentions(catalog), ...wireFormats.flatMap(mentionsOnWire)])
      if (!isKnown(value)) report(at, `There is no code ${quoted(value)}.`, guess(value));
    for (const [code, { at }] of locales.flatMap((locale) => [...locale.entries]))
      if (!isKnown(code))
        report(at, `There is no code ${quoted(code)} in the catalog.`, guess(code));
    for (const used of catalog.uses) {
      const theirs = new Set(used.source?.catalog.entries.map(({ code }) => code));
      for (const { value, at } of used.except)
        if (!theirs.has(value))
          report(
            at,
            `The catalog ${used.name} has no code ${quoted(value)}.`,
            guesser(() => theirs)(value),
          );
    }
  },
});

function mentions(catalog: Catalog): readonly Located<string>[] {
  const { operations, groups, infer, fallback, roles, exemptions } = catalog;
  return [
    ...ownEntries(catalog)
      .flatMap(({ deprecated, retired }) => [deprecated?.replacedBy, retired?.replacedBy])
      .filter((each) => each !== undefined && !isElsewhere(each.value, catalog)),
    ...[...operations, ...groups, ...exemptions].flatMap(({ codes }) => codes),
    ...[...infer, ...roles].map(({ code }) => code),
    fallback,
  ].filter((mention) => mention !== undefined);
}

// Whether a catalog that is not used has a code is for `errdex ci` to say, which sees both.
function isElsewhere(mention: string, catalog: Catalog): boolean {
  const foreign = foreignCode(mention);
  if (foreign === undefined) return false;
  const isUsed = catalog.uses.some(({ name }) => name === foreign.catalog);
  return !isUsed || entryMeant(mention, catalog) !== undefined;
}

function mentionsOnWire({ rows, folds, infer }: WireFormat): readonly Located<string>[] {
  return [
    ...rows.map(({ code, at }) => ({ value: code, at })),
    ...folds.flatMap(({ code, at, target }) => [{ value: code, at }, target]),
    ...infer.map(({ code }) => code),
  ];
}
