/** Messages as expressions over `fields`. */
import { match } from "ts-pattern";
import type { Catalog, Entry } from "../../model/catalog.js";
import { followPath, isList } from "../../model/field-path.js";
import type { MessageTemplate } from "../../model/message.js";
import { quote, quoteTemplate } from "../text/quote.js";
import { cast } from "./declarations.js";
import type { ModuleFile } from "./module-file.js";

/** The expression that makes an entry's message: the first template whose placeholders are all present. */
export function messageExpression(entry: Entry, catalog: Catalog, file: ModuleFile): string {
  const { messages, title, code } = entry;
  if (messages.length === 0) return quote(title?.value ?? code);
  return messages
    .map((message, index) => {
      const text = templateExpression(message, entry, catalog, file);
      const conditions =
        index === messages.length - 1 ? [] : conditionsOf(message, entry, catalog, file);
      return conditions.length === 0 ? text : `${conditions.join(" && ")} ? ${text}`;
    })
    .join(" : ");
}

function templateExpression(
  { parts }: MessageTemplate,
  entry: Entry,
  catalog: Catalog,
  file: ModuleFile,
): string {
  const pieces = parts.map((part) =>
    match(part)
      .with({ kind: "text" }, ({ text }) => ({ text }))
      .with({ kind: "placeholder" }, ({ path }) => ({
        expression: placeholder(path, entry, catalog, file),
      }))
      .exhaustive(),
  );
  if (pieces.some((piece) => "expression" in piece)) return quoteTemplate(pieces);
  return quote(pieces.map((piece) => ("text" in piece ? piece.text : "")).join(""));
}

function placeholder(
  path: readonly string[],
  entry: Entry,
  catalog: Catalog,
  file: ModuleFile,
): string {
  const found = followPath(entry.fields, path, catalog.types);
  if (!found.found) return "undefined";
  const value = valueAt(path, found.optional, file);
  if (!isList(found.type, catalog.types)) return value;
  return `${found.optional ? cast(file, value, "readonly unknown[]") : value}.join(", ")`;
}

function conditionsOf(
  { parts }: MessageTemplate,
  { fields }: Entry,
  { types }: Catalog,
  file: ModuleFile,
): readonly string[] {
  const paths = parts.flatMap((part) => (part.kind === "placeholder" ? [part.path] : []));
  return paths.flatMap((path) => {
    const found = followPath(fields, path, types);
    return found.found && found.optional ? [`${valueAt(path, true, file)} != null`] : [];
  });
}

// A member that only some variants of a union have is read through a cast: TypeScript refuses it otherwise.
function valueAt(
  [first = "", ...rest]: readonly string[],
  optional: boolean,
  file: ModuleFile,
): string {
  const start = `fields.${first}`;
  if (!optional) return rest.reduce((value, step) => `${value}${access(step)}`, start);
  return rest.reduce(
    (value, step) =>
      `${cast(file, value, `{ readonly ${quote(step)}?: unknown } | null | undefined`)}?.${access(step).replace(/^\./, "")}`,
    start,
  );
}

function access(step: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(step) ? `.${step}` : `[${quote(step)}]`;
}
