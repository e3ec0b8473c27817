/** JSON that needs no reader with places: `JSON.parse` makes the same of it, and there is nothing to report. */
import { collect } from "../diagnostics/report.js";
import type { SourceFile } from "../model/source.js";
import { loadRules } from "./load-rules.js";
import { reportUnsafeLines } from "./unsafe-characters.js";

/** Whether the value is all that the file's text says: no key stands twice, no number has changed, nothing is hidden. */
export function isPlainJson(file: SourceFile, value: unknown): boolean {
  const { text } = file;
  // Escapes that may hide a character, integers that may be beyond 2^53, and a key that is none.
  if (/\\[bfru]|\d{16}|"__proto__"/.test(text) || isDeep(value, deepest)) return false;
  const { report, diagnostics } = collect(loadRules);
  reportUnsafeLines(file, report);
  return diagnostics.length === 0 && withoutSpace(text) === JSON.stringify(value);
}

/** What the reader with places takes at most. */
const deepest = 100;

function isDeep(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => isDeep(member, levels - 1));
}

// Text by text: a pattern for all of a text would remember each of its characters, however long it is.
function withoutSpace(json: string): string {
  let isInside = false;
  return json.replace(/[^"\\\s]+|\\.|"|\s+/g, (part) => {
    if (part === '"') isInside = !isInside;
    return isInside || !/^\s/.test(part) ? part : "";
  });
}
