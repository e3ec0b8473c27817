/** All that can be wrong with a catalog that was read: found here, so that no emitter needs to complain. */
import { type Diagnostic, sortDiagnostics } from "../diagnostics/diagnostic.js";
import { collect, type Report } from "../diagnostics/report.js";
import type { RuleBook } from "../diagnostics/rule-definition.js";
import { withSettings } from "../diagnostics/settings.js";
import type { Catalog, PartialEntry } from "../model/catalog.js";
import { ownEntries } from "../model/used-catalog.js";
import type { Proofs } from "../wire/proofs.js";
import { type BaselineUse, baselineCover } from "./baseline-cover.js";
import { checks, type RuleName, rules } from "./check-rules.js";
import type { Check } from "./rule.js";

/** Every complaint about the catalog that its baseline does not cover, in the order of its files. */
export function checkCatalog(catalog: Catalog): readonly Diagnostic<RuleName>[] {
  return askAll(catalog, checks, rules).diagnostics;
}

/** The complaints about a catalog, and what its baseline has to do with them. */
export interface Examined<Name extends string = RuleName> {
  readonly diagnostics: readonly Diagnostic<Name>[];
  readonly baseline: BaselineUse;
}

/**
 * The same complaints, with what the baseline covers.
 *
 * @param proofs of what an earlier run found to be without fault: it is not proven again.
 */
export function examineCatalog(catalog: Catalog, proofs?: Proofs): Examined {
  const proving = checks.map(
    ({ running, ...check }): Check<RuleName> =>
      running === undefined
        ? check
        : { ...check, running: (all, report) => running(all, report, proofs) },
  );
  return askAll(catalog, proving, rules);
}

/**
 * What the checks complain about, in the order of the files, and what the baseline covers of it.
 *
 * @param book all rules that there are, those of the checks among them.
 */
export function askAll<Name extends string>(
  catalog: Catalog,
  asked: readonly Check<Name>[],
  book: RuleBook<Name>,
): Examined<Name> {
  const { report: anything, diagnostics } = collect(book);
  const report = reportFor(catalog, book, anything);
  for (const check of asked) check.catalog?.(catalog, report, book);
  const exemptions = exemptionsOf(catalog, book);
  const cover = baselineCover(catalog, book);
  const whole = ownEntries(catalog).map((entry): PartialEntry => ({ entry, broken: none }));
  for (const { entry, broken } of [...whole, ...catalog.partial]) {
    const { code } = entry;
    const covered = exemptions.reportFor(code, cover.reportFor(code, report));
    // What is not asked needs no exemption.
    const entryReport = reportFor(catalog, book, covered);
    for (const check of asked)
      if (!check.reads?.some((key) => broken.has(key))) check.entry?.(entry, catalog, entryReport);
  }
  const baseline = cover.settle(report);
  for (const check of asked) check.afterwards?.(catalog, report, book, exemptions.isNeeded);
  if (canRun(catalog, diagnostics, book))
    for (const check of asked) check.running?.(catalog, report);
  const sorted = sortDiagnostics(
    withSettings(diagnostics, catalog.settings, book),
    catalog.files.map(({ path }) => path),
  );
  return { diagnostics: sorted, baseline };
}

/** The report, without what is asked of nobody who only reads answers. */
function reportFor<Name extends string>(
  { consumes }: Catalog,
  book: RuleBook<Name>,
  report: Report<Name>,
): Report<Name> {
  if (consumes === undefined) return report;
  return (rule, ...complaint) => {
    if (!book[rule].forProducers) report(rule, ...complaint);
  };
}

/** Whether all of the catalog was read: what is not found in it is not there. */
export function isWhole({ broken, partial, unreadable, hasUnknownCodes }: Catalog): boolean {
  return broken.size === 0 && partial.length === 0 && unreadable.size === 0 && !hasUnknownCodes;
}

const none: ReadonlySet<string> = new Set();

function canRun<Name extends string>(
  catalog: Catalog,
  diagnostics: readonly Diagnostic<Name>[],
  book: RuleBook<Name>,
): boolean {
  // What can be lowered no emitter relies on.
  return (
    isWhole(catalog) &&
    diagnostics.every(({ severity, rule }) => severity !== "error" || book[rule].lowerable)
  );
}

/** The rules that codes need not follow, and which of them had to be asked. */
function exemptionsOf<Name extends string>({ exemptions }: Catalog, book: RuleBook<Name>) {
  const exempted = new Map<string, Set<string>>();
  for (const { rule, codes } of exemptions)
    for (const { value: code } of codes)
      exempted.set(code, (exempted.get(code) ?? new Set()).add(rule.value));
  const needed = new Set<string>();
  const keyOf = (rule: string, code: string) => `${rule} ${code}`;
  return {
    isNeeded: (rule: string, code: string) => needed.has(keyOf(rule, code)),
    /** The report, without what the code is exempted from. */
    reportFor: (code: string, report: Report<Name>): Report<Name> => {
      const granted = exempted.get(code);
      if (granted === undefined) return report;
      return (rule, ...complaint) => {
        if (granted.has(rule) && book[rule].exemptible) needed.add(keyOf(rule, code));
        else report(rule, ...complaint);
      };
    },
  };
}
