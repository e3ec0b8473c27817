/** Placeholders stand for fields that there are and that can be shown, in each language. */
import type { Report } from "../../diagnostics/report.js";
import { quoted } from "../../diagnostics/suggest.js";
import type { Catalog, Entry } from "../../model/catalog.js";
import { followPath, isPrintable } from "../../model/field-path.js";
import { filledParts } from "../../model/locale.js";
import { placeholdersIn } from "../../model/message.js";
import type { Span } from "../../model/source.js";
import { memberGuesser } from "../guess-member.js";
import { defineRules } from "../rule.js";

type Name = (typeof texts)[number]["name"];

const texts = [
  { name: "placeholder-unknown", severity: "error", summary: "A placeholder names a field." },
  {
    name: "placeholder-optional",
    severity: "error",
    summary: "The last message needs no field that may be absent.",
  },
  {
    name: "message-unreachable",
    severity: "error",
    lowerable: true,
    summary: "Every message but the last needs a field that may be absent.",
  },
  {
    name: "placeholder-object",
    severity: "error",
    summary: "A placeholder stands for a text, a number or a list of them.",
  },
  {
    name: "placeholder-hidden",
    severity: "error",
    summary: "A message shows no internal and no secret field.",
  },
] as const;

export const placeholders = defineRules(texts, {
  reads: ["fields", "message"],
  entry: (entry, catalog, report) => {
    const check = placeCheck(entry, catalog, report);
    for (const messages of messagesOf(entry, catalog)) checkMessages(messages, check, report);
    for (const { value } of entry.headers) check.places(placeholdersIn(value), false);
    const { delay, challenge } = entry;
    const scope = challenge?.scope;
    const named = scope === undefined ? delay : [...delay, { value: [scope.value], at: scope.at }];
    for (const { value: path, at } of named) check.isThere({ path, at }, path.join("."));
  },
});

/** A path of fields in a message. */
interface FieldPlace {
  readonly path: readonly string[];
  readonly at: Span;
}

/** One of several messages, with its fields. */
interface Alternative {
  readonly at: Span;
  readonly places: readonly FieldPlace[];
  /** It could not be read, which has been reported. */
  readonly isBroken: boolean;
}

/** The messages of an entry, in each language; of each list the first is used whose fields are all present. */
function messagesOf(
  { code, messages }: Entry,
  { locales }: Catalog,
): readonly (readonly Alternative[])[] {
  const own = messages.map((message) => ({
    at: message.at,
    places: placeholdersIn(message),
    isBroken: false,
  }));
  const translated = locales.map(({ entries }) =>
    (entries.get(code)?.messages ?? []).map(({ at, parts }) => ({
      at,
      places: filledParts(parts),
      isBroken: parts.length === 0,
    })),
  );
  return [own, ...translated];
}

type PlaceCheck = ReturnType<typeof placeCheck>;

function checkMessages(
  messages: readonly Alternative[],
  check: PlaceCheck,
  report: Report<Name>,
): void {
  messages.forEach(({ at, places, isBroken }, index) => {
    const isLast = index === messages.length - 1;
    check.places(places, isLast);
    if (!isLast && !isBroken && places.every(check.isAlwaysPresent))
      report("message-unreachable", at, "The messages after this one are never used.", {
        help: "Put it last: every message before the last needs a field that may be absent.",
      });
  });
}

/** What is asked of the places of one entry. */
function placeCheck({ code, fields }: Entry, { types }: Catalog, report: Report<Name>) {
  const isThere = ({ path, at }: FieldPlace, shown: string) => {
    const found = followPath(fields, path, types);
    if (found.found) return found;
    const message = `${shown}: ${code} has no field ${quoted(found.step)} there.`;
    const help = foreignHelp(path.join("."), (inner) => followPath(fields, inner, types).found);
    report("placeholder-unknown", at, message, help ?? memberGuesser(found.known)(found.step));
    return undefined;
  };
  const isShown = (place: FieldPlace, isLast: boolean) => {
    const { path, at } = place;
    if (path.includes("")) return; // no path, which has been reported
    const shown = `{${path.join(".")}}`;
    const found = isThere(place, shown);
    if (found === undefined) return;
    if (found.hidden)
      report("placeholder-hidden", at, `${shown} shows a field that is internal or secret.`);
    else if (!isPrintable(found.type, types))
      report("placeholder-object", at, `${shown} is neither a text, a number nor a list of them.`);
    else if (isLast && found.optional)
      report(
        "placeholder-optional",
        at,
        `${shown} may be absent, and no message comes after this one.`,
        {
          help: "Add a last message that does without it.",
        },
      );
  };
  return {
    isThere,
    places: (places: readonly FieldPlace[], isLast: boolean) => {
      for (const place of places) isShown(place, isLast);
    },
    isAlwaysPresent: ({ path }: FieldPlace) => {
      const found = followPath(fields, path, types);
      return found.found && !found.optional;
    },
  };
}

/** What to write in the place of what other languages have between braces: `{0}`, `{ n }`, `{n:.2f}`, `{$n}`. */
function foreignHelp(
  text: string,
  isField: (path: readonly string[]) => boolean,
): { readonly help: string } | undefined {
  if (/^\d+$/.test(text))
    return { help: "Placeholders have no numbers: write the name of a field, such as {limit}." };
  const name = /^[\s$@#%:]*([A-Za-z_][\w.]*)\s*(?:[:!|,].*)?$/s.exec(text)?.[1];
  return name !== undefined && name !== text && isField(name.split("."))
    ? { help: `Write {${name}}: between the braces is the name alone.` }
    : undefined;
}
