/** Data as code: literals, with a name where a value has one. */
import * as runtime from "../../runtime/index.js";
import { literal, quoteKey } from "../text/quote.js";

/** The name of a value that stands elsewhere; undefined where it is written out. */
export type NameOf = (value: object) => string | undefined;

/** The longest line. */
const width = 120;

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

/** Names of what the runtime exports, by identity; each that is asked for is added to `used`. */
export function runtimeName(used: Set<string>): NameOf {
  return (value) => {
    const name = runtimeNames.get(value);
    if (name !== undefined) used.add(name);
    return name;
  };
}

const runtimeNames: ReadonlyMap<unknown, string> = new Map(
  Object.entries(runtime).map(([name, value]) => [value, name]),
);

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
