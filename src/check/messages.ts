/** Placeholders stand for fields that can be shown. */
import type { Report } from "../diagnostics/report.js";
import { quoted } from "../diagnostics/suggest.js";
import type { Catalog, Entry } from "../model/catalog.js";
import { type FoundPath, followPath, isPrintable } from "../model/field-path.js";
import { type MessageTemplate, placeholdersIn } from "../model/message.js";
import type { Span } from "../model/source.js";
import { memberGuesser } from "./guess-member.js";
import type { EntryCheck } from "./rule.js";

/** Reports placeholders without a field, and those whose field may be absent, hidden or an object. */
export const checkMessages: EntryCheck = (entry, catalog, report) => {
  checkAlternatives(entry.messages.map(withPlaces), entry, catalog, report);
  for (const { value } of entry.headers)
    checkPlaces(placeholdersIn(value), entry, catalog, report, false);
};

const withPlaces = (message: MessageTemplate): Alternative => ({
  at: message.at,
  places: placeholdersIn(message),
});

/** A path of fields in a message. */
interface FieldPlace {
  readonly path: readonly string[];
  readonly at: Span;
}

/** One of several messages, with its fields. */
export interface Alternative {
  readonly at: Span;
  readonly places: readonly FieldPlace[];
  /** It could not be read, which has been reported. */
  readonly isBroken?: boolean;
}

/** Checks messages of which the first is used whose fields are all present. */
export function checkAlternatives(
  messages: readonly Alternative[],
  entry: Entry,
  catalog: Catalog,
  report: Report,
): void {
  messages.forEach(({ at, places, isBroken = false }, index) => {
    const isLast = index === messages.length - 1;
    checkPlaces(places, entry, catalog, report, isLast);
    if (!isLast && !isBroken && isAlwaysPresent(places, entry, catalog)) {
      report("message-unreachable", at, "The messages after this one are never used.", {
        help: "Put it last: every message before the last needs a field that may be absent.",
      });
    }
  });
}

function isAlwaysPresent(
  places: readonly FieldPlace[],
  { fields }: Entry,
  { types }: Catalog,
): boolean {
  return places.every(({ path }) => {
    const found = followPath(fields, path, types);
    return found.found && !found.optional;
  });
}

function checkPlaces(
  places: readonly FieldPlace[],
  entry: Entry,
  catalog: Catalog,
  report: Report,
  isLast: boolean,
): void {
  for (const { path, at } of places) {
    if (path.includes("")) continue; // no path, which has been reported
    const found = followPath(entry.fields, path, catalog.types);
    const shown = `{${path.join(".")}}`;
    if (!found.found) reportMissing(found, shown, at, entry, report);
    else if (found.hidden) {
      report("placeholder-hidden", at, `${shown} shows a field that is internal or secret.`);
    } else if (!isPrintable(found.type, catalog.types)) {
      report("placeholder-object", at, `${shown} is neither a text, a number nor a list of them.`);
    } else if (isLast && found.optional) {
      report(
        "placeholder-optional",
        at,
        `${shown} may be absent, and no message comes after this one.`,
        {
          help: "Add a last message that does without it.",
        },
      );
    }
  }
}

/** Reports a path that leads nowhere. */
export function reportMissing(
  { step, known }: Extract<FoundPath, { found: false }>,
  shown: string,
  at: Span,
  { code }: Entry,
  report: Report,
): void {
  report(
    "placeholder-unknown",
    at,
    `${shown}: ${code} has no field ${quoted(step)} there.`,
    memberGuesser(known)(step),
  );
}
