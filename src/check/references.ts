/** Codes and groups that are mentioned exist. */
import type { Report } from "../diagnostics/report.js";
import { guesser, quoted } from "../diagnostics/suggest.js";
import type { Catalog } from "../model/catalog.js";
import type { Located } from "../model/source.js";
import type { CatalogCheck } from "./rule.js";

/** Reports mentions of codes and groups that are not there. */
export const checkReferences: CatalogCheck = (catalog, report) => {
  const codes = new Set(catalog.entries.map(({ code }) => code));
  const guessCode = guesser(() => codes);
  for (const { value, at } of mentions(catalog)) {
    if (codes.has(value) || catalog.unreadable.has(value) || catalog.hasUnknownCodes) continue;
    report("code-unknown", at, `There is no code ${quoted(value)}.`, guessCode(value));
  }
  const groups = new Set(catalog.groups.map(({ id }) => id));
  const guessGroup = guesser(() => groups);
  for (const { value, at } of catalog.operations.flatMap((operation) => operation.groups)) {
    if (!groups.has(value))
      report("group-unknown", at, `There is no group ${quoted(value)}.`, guessGroup(value));
  }
  const retired = new Set(
    catalog.entries.flatMap(({ code, retired: ending }) => (ending === undefined ? [] : [code])),
  );
  for (const { codes: named } of [...catalog.operations, ...catalog.groups]) {
    checkTwice(named, report);
    checkLive(named, retired, report);
  }
  checkFallback(catalog, report);
};

/** An operation answers with codes that can still be raised. */
function checkLive(
  codes: readonly Located<string>[],
  retired: ReadonlySet<string>,
  report: Report,
): void {
  for (const { value, at } of codes) {
    if (retired.has(value))
      report(
        "code-retired",
        at,
        `The code ${quoted(value)} is retired, so nothing answers with it.`,
      );
  }
}

/** What stands in for every error has to be sendable, whatever the error was. */
function checkFallback({ entries, fallback }: Catalog, report: Report): void {
  const entry = entries.find(({ code }) => code === fallback?.value);
  if (entry === undefined || fallback === undefined) return;
  const needed = entry.fields.find(({ optional }) => !optional);
  const why =
    entry.retired !== undefined
      ? "it is retired"
      : entry.neverSent
        ? "it is never sent"
        : needed && `it requires ${needed.name}`;
  if (why)
    report(
      "fallback-unusable",
      fallback.at,
      `${quoted(entry.code)} cannot stand in for other errors: ${why}.`,
    );
}

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
