/** Data as code: literals, with a name where a value has one. */
import { literal, quoteKey } from "./quote.js";
import { width } from "./width.js";

/** The name of a value that stands elsewhere; undefined where it is written out. */
export type NameOf = (value: object) => string | undefined;

/** A value with all that is inside it, on one line or with its parts apart. */
interface Printed {
  readonly line: string;
  /** Never on one line, however short: branches that add a row each merge. */
  readonly isApart?: boolean;
  readonly open?: "{" | "[";
  readonly parts?: readonly { readonly key: string; readonly value: Printed }[];
}

/**
 * A value as an expression. What does not fit into a line stands on several.
 *
 * @param before how much of the first line is taken already.
 */
export function dataText(value: unknown, nameOf: NameOf, before = 0): string {
  return laidOut(printed(value, nameOf), { indent: "", before, room: width });
}

/** A value of JSON as an expression, with every object and list on several lines. */
export function spreadOut(value: unknown): string {
  return laidOut(
    printed(value, () => undefined),
    { indent: "", before: 0, room: 0 },
  );
}

function printed(value: unknown, nameOf: NameOf): Printed {
  if ((typeof value !== "object" && typeof value !== "function") || value === null)
    return { line: value === undefined ? "undefined" : literal(value as string) };
  const name = nameOf(value);
  if (name !== undefined) return { line: name };
  const isList = Array.isArray(value);
  const parts = isList
    ? value.map((item) => ({ key: "", value: printed(item, nameOf) }))
    : Object.entries(value).map(([key, member]) => ({
        key: `${quoteKey(key)}: `,
        value: apartIf(key === "rows", printed(member, nameOf)),
      }));
  const inner = parts.map((part) => part.key + part.value.line).join(", ");
  const open = isList ? "[" : "{";
  const line = isList ? `[${inner}]` : inner === "" ? "{}" : `{ ${inner} }`;
  return { line, open, parts, isApart: parts.some(({ value }) => value.isApart === true) };
}

function apartIf(isApart: boolean, value: Printed): Printed {
  return isApart ? { ...value, isApart } : value;
}

/** Where a value stands. */
interface Layout {
  readonly indent: string;
  readonly before: number;
  readonly room: number;
}

function laidOut(
  { line, open, parts = [], isApart = false }: Printed,
  { indent, before, room }: Layout,
): string {
  if (parts.length === 0 || open === undefined) return line;
  if (!isApart && before + line.length < room) return line;
  const inner = `${indent}  `;
  const lines = parts.map(({ key, value }) => {
    const inside = { indent: inner, before: inner.length + key.length, room };
    return `${inner}${key}${laidOut(value, inside)},\n`;
  });
  return `${open}\n${lines.join("")}${indent}${open === "{" ? "}" : "]"}`;
}
