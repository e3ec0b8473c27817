/** Contract → the text of `released.json`: sorted, a line for each member of a code, so that git shows little. */
import { compareText } from "../model/catalog.js";
import type { Contract } from "../model/contract.js";
import { isExtensionKey } from "../model/extension.js";

const order: readonly string[] = [
  ...["errdex", "catalog", "version", "docs", "wire", "fallback", "infer"],
  ...["categories", "types", "codes", "operations", "wires", "past"],
];

/** The text, with LF at its end. */
export function printLedger(contract: Contract): string {
  const own = Object.keys(contract).filter(isExtensionKey).sort(compareText);
  const members = [...order, ...own].flatMap((name) => {
    const value = contract[name as keyof Contract];
    return value === undefined ? [] : [`  ${JSON.stringify(name)}: ${expanded(value, 1)}`];
  });
  return `{\n${members.join(",\n")}\n}\n`;
}

/** The value on one line, the members of objects sorted: equal texts are equal values. */
export function inlineJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inlineJson).join(", ")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = sortedMembers(value).map(
    ([name, member]) => `${JSON.stringify(name)}: ${inlineJson(member)}`,
  );
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

// A closing bracket on a line of its own lets git show a new member as new lines alone.
const levels = 2;

function expanded(value: unknown, level: number): string {
  if (level > levels || !isObject(value)) return inlineJson(value);
  const indent = "  ".repeat(level);
  const members = sortedMembers(value).map(
    ([name, member]) => `${indent}  ${JSON.stringify(name)}: ${expanded(member, level + 1)}\n`,
  );
  const lines = members.map((line, index) =>
    index === members.length - 1 ? line : line.replace(/\n$/, ",\n"),
  );
  return `{\n${lines.join("")}${indent}}`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function sortedMembers(value: Readonly<Record<string, unknown>>): readonly [string, unknown][] {
  return Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => compareText(a, b));
}
