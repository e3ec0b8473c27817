/** All that can be wrong with a catalog that was read: found here, so that no emitter needs to complain. */
import { type Diagnostic, sortDiagnostics } from "../diagnostics/diagnostic.js";
import { collect, type Report } from "../diagnostics/report.js";
import { rules } from "../diagnostics/rules.js";
import { withSettings } from "../diagnostics/settings.js";
import { guesser, quoted } from "../diagnostics/suggest.js";
import type { Catalog, Entry } from "../model/catalog.js";
import { checkCatalogHead } from "./catalog-head.js";
import { checkCategories } from "./categories.js";
import { checkCodes, checkNames } from "./codes.js";
import { checkExamples } from "./examples.js";
import { checkExpected } from "./expected.js";
import { checkFields, checkUnseenFields } from "./fields.js";
import { checkHeaders } from "./headers.js";
import { checkKeyOrder } from "./key-order.js";
import { checkLocales, checkTranslated } from "./locales.js";
import { checkMessages } from "./messages.js";
import { checkAnswered, checkOperations } from "./operations.js";
import { checkOutputs } from "./outputs.js";
import { checkParts, checkPartsBut } from "./parts.js";
import { checkReferences } from "./references.js";
import { checkReleased } from "./released.js";
import { checkRetry } from "./retry.js";
import type { CatalogCheck, EntryCheck } from "./rule.js";
import { checkSettings } from "./settings.js";
import { checkSimilarTexts } from "./similar-texts.js";
import { checkSite } from "./site.js";
import { checkStatuses } from "./statuses.js";
import { checkTexts, checkTitles } from "./texts.js";
import { checkTranslatedMessages } from "./translated-messages.js";
import { checkTypes } from "./types.js";
import { checkWireFormats } from "./wire-formats.js";

const catalogChecks: readonly CatalogCheck[] = [
  checkCatalogHead,
  checkCategories,
  checkCodes,
  checkHeaders,
  checkLocales,
  checkNames,
  checkOperations,
  checkOutputs,
  checkReferences,
  checkReleased,
  checkSettings,
  checkSite,
  checkTitles,
  checkTypes,
  checkWireFormats,
];

const entryChecks: readonly EntryCheck[] = [
  checkParts,
  checkTexts,
  checkStatuses,
  checkFields,
  checkMessages,
  checkRetry,
  checkExamples,
  checkUnseenFields,
  checkExpected,
  checkKeyOrder,
  checkTranslated,
];

/** What is still asked of an entry without some of its keys, and the keys without which asking would mislead. */
const partialChecks: readonly (readonly [EntryCheck, readonly string[]])[] = [
  [checkTexts, []],
  [checkStatuses, ["status", "never_sent"]],
  [checkFields, []],
  [checkMessages, ["fields", "message"]],
  [checkRetry, ["fields", "retry", "delay"]],
  [checkExamples, ["fields"]],
  [checkKeyOrder, []],
];

/** Checks of an entry that first look at the catalog as a whole. */
const preparedChecks: readonly ((catalog: Catalog) => EntryCheck)[] = [
  checkSimilarTexts,
  checkAnswered,
  checkTranslatedMessages,
];

/** Every complaint about the catalog, in the order of its files. */
export function checkCatalog(catalog: Catalog): readonly Diagnostic[] {
  const { report, diagnostics } = collect();
  for (const check of catalogChecks) check(catalog, report);
  const used = new Set<string>();
  const exempted = exemptedRules(catalog);
  const checks = [...entryChecks, ...preparedChecks.map((prepare) => prepare(catalog))];
  for (const entry of catalog.entries) {
    const entryReport = exempting(entry, exempted, report, used);
    for (const check of checks) check(entry, catalog, entryReport);
  }
  for (const { entry, broken } of catalog.partial) {
    const entryReport = exempting(entry, exempted, report, used);
    checkPartsBut(broken, entry, entryReport);
    for (const [check, reads] of partialChecks)
      if (!reads.some((key) => broken.has(key))) check(entry, catalog, entryReport);
  }
  checkExemptions(catalog, report, used);
  return sortDiagnostics(
    withSettings(diagnostics, catalog.settings),
    catalog.files.map(({ path }) => path),
  );
}

const exemptionKey = (rule: string, code: string) => `${rule} ${code}`;

function exempting(
  entry: Entry,
  exempted: ReadonlyMap<string, ReadonlySet<string>>,
  report: Report,
  used: Set<string>,
): Report {
  const granted = exempted.get(entry.code);
  if (granted === undefined) return report;
  return (rule, ...rest) => {
    if (granted.has(rule) && rules[rule].exemptible) used.add(exemptionKey(rule, entry.code));
    else report(rule, ...rest);
  };
}

/** The rules that each code need not follow. */
function exemptedRules({ exemptions }: Catalog): ReadonlyMap<string, ReadonlySet<string>> {
  const exempted = new Map<string, Set<string>>();
  for (const { rule, codes } of exemptions) {
    for (const { value: code } of codes)
      exempted.set(code, (exempted.get(code) ?? new Set()).add(rule.value));
  }
  return exempted;
}

function checkExemptions(
  { exemptions, entries }: Catalog,
  report: Report,
  used: ReadonlySet<string>,
): void {
  const exemptible = new Set(
    Object.entries(rules).flatMap(([name, rule]) => (rule.exemptible ? [name] : [])),
  );
  const guess = guesser(() => exemptible);
  const codes = new Set(entries.map(({ code }) => code));
  for (const { rule, codes: named } of exemptions) {
    if (!exemptible.has(rule.value)) {
      report(
        "exemption-unknown",
        rule.at,
        `There is no rule ${quoted(rule.value)} that can be exempted.`,
        guess(rule.value),
      );
      continue;
    }
    for (const { value: code, at } of named) {
      if (codes.has(code) && !used.has(exemptionKey(rule.value, code))) {
        report(
          "exemption-unused",
          at,
          `${quoted(code)} no longer needs this exemption from ${rule.value}.`,
          { help: "Delete it." },
        );
      }
    }
  }
}
