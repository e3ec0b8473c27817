/** Data as code: literals, with a name where a value has one. */
import { literal, quoteKey } from "../text/quote.js";
import { width } from "../text/width.js";

/** The name of a value that stands elsewhere; undefined where it is written out. */
export type NameOf = (value: object) => string | undefined;

/** A value with all that is inside it, on one line or with its parts apart. */
interface Printed {
  readonly line: string;
  readonly open?: "{" | "[";
  readonly parts?: readonly { readonly key: string; readonly value: Printed }[];
}

/**
 * A value as an expression. What does not fit into a line stands on several.
 *
 * @param before how much of the first line is taken already.
 */
export function dataText(value: unknown, nameOf: NameOf, before = 0): string {
  return laidOut(printed(value, nameOf), "", before);
}

function printed(value: unknown, nameOf: NameOf): Printed {
  if ((typeof value !== "object" && typeof value !== "function") || value === null)
    return { line: literal(value as string) };
  const name = nameOf(value);
  if (name !== undefined) return { line: name };
  const isList = Array.isArray(value);
  const parts = isList
    ? value.map((item) => ({ key: "", value: printed(item, nameOf) }))
    : Object.entries(value).map(([key, member]) => ({
        key: `${quoteKey(key)}: `,
        value: printed(member, nameOf),
      }));
  const inner = parts.map((part) => part.key + part.value.line).join(", ");
  const open = isList ? "[" : "{";
  return { line: isList ? `[${inner}]` : inner === "" ? "{}" : `{ ${inner} }`, open, parts };
}

function laidOut({ line, open, parts = [] }: Printed, indent: string, before: number): string {
  if (parts.length === 0 || open === undefined || before + line.length < width) return line;
  const inner = `${indent}  `;
  const lines = parts.map(
    ({ key, value }) => `${inner}${key}${laidOut(value, inner, inner.length + key.length)},\n`,
  );
  return `${open}\n${lines.join("")}${indent}${open === "{" ? "}" : "]"}`;
}
