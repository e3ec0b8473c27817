/** Plurals have the forms of their language. */
import { quoted } from "../../diagnostics/suggest.js";
import type { FilledPart, Locale } from "../../model/locale.js";
import { remembered } from "../../model/remembered.js";
import { type Complain, defineRule } from "../rule.js";
import { translatedParts } from "../translated-parts.js";

export const pluralForms = defineRule({
  name: "plural-forms",
  severity: "warning",
  exemptible: true,
  summary: "A plural has the forms of its language, and no others.",
  entry: (entry, catalog, report) => {
    for (const { part, locale } of translatedParts(entry, catalog))
      if (part.kind === "plural") checkForms(part, locale, report);
  },
});

function checkForms(
  { cases, at, ordinal }: Extract<FilledPart, { kind: "plural" }>,
  locale: Locale,
  report: Complain,
): void {
  for (const { key, at: place } of cases) {
    const number = String(Number(key.slice(1)));
    if (key.startsWith("=") && key !== `=${number}`)
      report(place, `${quoted(key)} is never chosen.`, { help: `Write =${number}.` });
  }
  const forms = formsOf(locale)[ordinal ? "ordinal" : "cardinal"];
  if (forms === undefined) return;
  const tag = locale.tag.value;
  const listed = `The forms: ${forms.map(quoted).join(", ")}.`;
  const keys = new Set(cases.map(({ key }) => key));
  const missing = forms.filter((form) => !keys.has(form));
  if (missing.length > 0)
    report(at, `In ${tag} a plural has ${missing.map(quoted).join(", ")} too.`, { help: listed });
  for (const { key, at: place } of cases) {
    if (key.startsWith("=") || forms.includes(key)) continue;
    report(place, `In ${tag} no plural is ${quoted(key)}.`, {
      help: `${listed} For a number write =1.`,
    });
  }
}

// Asked once a language: the platform takes long to answer.
const formsOf = remembered((locale: Locale) => ({
  cardinal: formsOfType(locale, "cardinal"),
  ordinal: formsOfType(locale, "ordinal"),
}));

/** The plural forms of a language (Unicode CLDR); undefined where nothing is known of it. */
function formsOfType({ tag }: Locale, type: Intl.PluralRuleType): readonly string[] | undefined {
  try {
    if (Intl.PluralRules.supportedLocalesOf(tag.value).length === 0) return undefined;
    return new Intl.PluralRules(tag.value, { type }).resolvedOptions().pluralCategories;
  } catch {
    return undefined; // no language tag, which is reported
  }
}
