/** Placeholders of other languages, which readers would see as they are written. */
import { shortened } from "../../diagnostics/suggest.js";
import type { Catalog, Entry } from "../../model/catalog.js";
import { followPath } from "../../model/field-path.js";
import { foreignForms, isPlausible } from "../../model/foreign-placeholder.js";
import type { Located, Span } from "../../model/source.js";
import { tokenFinder } from "../../model/token-finder.js";
import { defineRule } from "../rule.js";

export const placeholderForeign = defineRule({
  name: "placeholder-foreign",
  severity: "warning",
  exemptible: true,
  summary: "A message has no placeholders of other languages, such as `%s` or `${left}`.",
  reads: ["fields", "message"],
  entry: (entry, catalog, report) => {
    for (const message of messagesOf(entry, catalog))
      for (const { at, shown, name } of foreignIn(message, entry, catalog))
        report(at, `Readers of ${entry.code} would see ${shown}.`, {
          help: helpFor(name, entry, shown),
        });
  },
});

/** The messages in each language; what is wrong with one that cannot be read has been reported. */
function messagesOf({ code, messages }: Entry, { locales }: Catalog): readonly Located<string>[] {
  const translated = locales.flatMap(({ entries }) => entries.get(code)?.messages ?? []);
  return [...messages, ...translated.filter(({ parts }) => parts.length > 0)].map(
    ({ text, at }) => ({ value: text, at }),
  );
}

/** A placeholder of another language. */
interface Foreign {
  readonly at: Span;
  /** What is seen in the place of the value, or before it. */
  readonly shown: string;
  /** Undefined where it has none. */
  readonly name: string | undefined;
}

function foreignIn(
  { value, at }: Located<string>,
  { fields }: Entry,
  { types }: Catalog,
): readonly Foreign[] {
  const isField = (name: string) => followPath(fields, name.split("."), types).found;
  const found: Foreign[] = [];
  for (const { pattern, isAround = false, isSure = false, isTag = false } of foreignForms) {
    const placeOf = tokenFinder(at);
    for (const { 0: token, groups } of value.matchAll(pattern)) {
      const name = groups?.name;
      const place = placeOf(token);
      // Where there is no field at all, a name that looks like one was meant to be one.
      const isMeant = fields.length === 0 && !isTag && isPlausible(token, name);
      if (!isSure && (name === undefined || !(isField(name) || isMeant))) continue;
      if (isAround && token.startsWith("$") && moneyWords.test(lastStep(name))) continue;
      if (value.includes(`</${name}>`)) continue; // a tag, which somebody is told of
      // Beside a placeholder for the same field it is meant as it is written.
      if (!isAround && name !== undefined && hasOurs(value, name)) continue;
      const asWritten = token.replace(/^\{(.*)\}$/, "$1");
      const shown = isAround ? `the ${token.charAt(0)} of ${token}` : asWritten;
      found.push({ at: place, shown: shortened(shown), name });
    }
  }
  return found;
}

const moneyWords =
  /amount|balance|budget|charge|cost|credit|debt|deposit|due|fee|owed|paid|price|refund|spen[dt]|subtotal|sum|tax|tip|total|usd/i;

function lastStep(path = ""): string {
  return path.slice(path.lastIndexOf(".") + 1);
}

function hasOurs(text: string, name: string): boolean {
  return text.replaceAll("{{", "").includes(`{${name}}`);
}

function helpFor(name: string | undefined, { fields }: Entry, shown: string): string {
  const [only, ...others] = fields;
  if (only === undefined && name !== undefined) return `Add a field ${name}, and write {${name}}.`;
  const field = name ?? (others.length === 0 ? only?.name : undefined);
  if (only === undefined) return "Add a field, and write its name in braces, such as {limit}.";
  if (field === undefined) return "Write the name of a field in braces.";
  return shown.startsWith("{")
    ? `Write {${field}}, with one brace on each side.`
    : `Write {${field}}.`;
}
