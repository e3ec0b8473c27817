/** Contract → the text of `released.json`: sorted, a line for each member of a code, so that git shows little. */
import type { Contract } from "../../model/catalog.js";
import { inlineJson, isObject, sortedMembers } from "../../model/inline-json.js";
import { ledgerDigest } from "../../model/ledger-digest.js";
import { ledgerOf } from "./ledger-of.js";

/** The text, with LF at its end. */
export function printLedger(contract: Contract): string {
  const said = ledgerOf(contract);
  // On a line of its own, so that git sees a conflict where two branches released something.
  const sealed = { ...said, digest: ledgerDigest(said) };
  const members = Object.entries(sealed).map(
    ([name, value]) => `  ${JSON.stringify(name)}: ${expanded(value, 1)}`,
  );
  return `{\n${members.join(",\n")}\n}\n`;
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
