/** Placeholders stand for fields that can be shown. */
import type { Report } from "../diagnostics/report.js";
import { didYouMean, quoted } from "../diagnostics/suggest.js";
import type { Catalog, Entry } from "../model/catalog.js";
import { type FoundPath, followPath, isPrintable } from "../model/field-path.js";
import type { MessageTemplate } from "../model/message.js";
import type { Span } from "../model/source.js";
import type { EntryCheck } from "./rule.js";

/** Reports placeholders without a field, and those whose field may be absent, hidden or an object. */
export const checkMessages: EntryCheck = (entry, catalog, report) => {
  entry.messages.forEach((message, index) => {
    const isLast = index === entry.messages.length - 1;
    checkTemplate(message, entry, catalog, report, isLast);
    if (!isLast && isAlwaysPresent(message, entry, catalog)) {
      report("message-unreachable", message.at, "The messages after this one are never used.", {
        help: "Put it last: every message before the last needs a field that may be absent.",
      });
    }
  });
  for (const { value } of entry.headers) checkTemplate(value, entry, catalog, report, false);
};

function isAlwaysPresent(
  { parts }: MessageTemplate,
  { fields }: Entry,
  { types }: Catalog,
): boolean {
  return parts.every((part) => {
    const found = part.kind === "text" ? undefined : followPath(fields, part.path, types);
    return found === undefined || (found.found && !found.optional);
  });
}

function checkTemplate(
  template: MessageTemplate,
  entry: Entry,
  catalog: Catalog,
  report: Report,
  isLast: boolean,
): void {
  for (const part of template.parts) {
    if (part.kind === "text") continue;
    const { path, at } = part;
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
    didYouMean(step, known),
  );
}
