/** Texts that hold values, as JSON Schema: what they hold where that is JSON, and what they look like. */
import type { PatternPart } from "../../model/pattern.js";
import type { TextSyntax } from "../../model/wire-format.js";
import { toMarkup } from "../../runtime/wire/syntaxes/markup-text.js";
import { anyOfSchemas, type JsonSchema, type SchemaContext } from "./schema.js";

const mediaTypes: Readonly<Record<string, string>> = {
  json: "application/json",
  xml: "application/xml",
  form: "application/x-www-form-urlencoded",
  sse: "text/event-stream",
};

/** A text of a syntax, of which nothing more is said. */
export function plainTextSchema(syntax: TextSyntax["name"]): JsonSchema {
  const contentMediaType = mediaTypes[syntax];
  return { type: "string", ...(contentMediaType !== undefined && { contentMediaType }) };
}

/**
 * A text.
 *
 * @param held what stands in it: for a pattern an object with a member for each placeholder.
 */
export function textSchema(
  syntax: TextSyntax,
  held: JsonSchema,
  context: SchemaContext,
): JsonSchema {
  if (syntax.name === "text") {
    const pattern = patternOf(syntax, held, context);
    return { type: "string", ...(pattern !== undefined && { pattern }) };
  }
  const plain = plainTextSchema(syntax.name);
  if (syntax.name !== "json") return plain;
  const text = { ...plain, contentSchema: held };
  // What is parsed already is read as well, but nobody sends it.
  return context.audience === "consumers" && context.isAsRead ? anyOfSchemas([text, held]) : text;
}

const anyText = "[\\s\\S]*";

/** Of more open places a regular expression would try too many ways. */
const mostOpen = 3;

/** A pattern as a regular expression of the whole text; undefined where it would be a slow one. */
function patternOf(
  { parts, quote }: Extract<TextSyntax, { name: "text" }>,
  { properties = {} }: JsonSchema,
  { audience }: SchemaContext,
): string | undefined {
  const isProducer = audience === "producers";
  const values = properties as Readonly<Record<string, JsonSchema>>;
  const placeholder = (name: string): string => {
    const texts = constantsIn(values[name] ?? {})?.map(String);
    if (texts === undefined) return anyText;
    const written = quote === undefined ? texts : texts.map(toMarkup);
    // Markup may spell a character in many ways.
    if (!isProducer && written.some((text, index) => text !== texts[index])) return anyText;
    return written.length === 1
      ? escaped(written[0] ?? "")
      : `(?:${written.map(escaped).join("|")})`;
  };
  const part = (each: PatternPart): string => {
    if (typeof each === "string") return escaped(each);
    if ("skip" in each) return isProducer ? escaped(each.skip) : anyText;
    if ("name" in each) return placeholder(each.name);
    if (isProducer && !hasName(each.maybe)) return "";
    return `(?:${each.maybe.map(part).join("")})?`;
  };
  const last = parts.at(-1);
  // A line end behind the text is not looked at.
  const ended =
    !isProducer && typeof last === "string"
      ? [...parts.slice(0, -1), last.replace(/(?:\r\n?|\n)$/, "")]
      : parts;
  const expression = ended.map(part).join("");
  if (expression.split(anyText).length - 1 > mostOpen) return undefined;
  return `^${expression}${isProducer ? "" : "(?:\\r\\n?|\\n)?"}$`;
}

function hasName(parts: readonly PatternPart[]): boolean {
  return parts.some(
    (part) =>
      typeof part === "object" && ("name" in part || ("maybe" in part && hasName(part.maybe))),
  );
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

function constantsIn(schema: JsonSchema): readonly unknown[] | undefined {
  if (Object.hasOwn(schema, "const")) return [schema.const];
  return Array.isArray(schema.enum) ? schema.enum : undefined;
}
