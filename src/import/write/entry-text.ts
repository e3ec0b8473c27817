/** Entries and rows of wire formats as the lines of their files. */

import { yamlKey, yamlText } from "../../model/yaml-text.js";
import type { MadeEntry } from "../make/made-entry.js";

/** The lines of an entry, indented by two. */
export function entryText({ code, members }: MadeEntry): string {
  const lines = [...members].map(([key, value]) => `    ${key}: ${yamlText(value)}\n`);
  return `  ${yamlKey(code)}:\n${lines.join("")}`;
}

/** The line of a code in a wire format; undefined where the format needs none. */
export function wireRowText({ code, spelling, oddStatus, members }: MadeEntry): string | undefined {
  // What no answer of HTTP says has no row.
  if (members.get("status") === "none") return undefined;
  if (code === spelling && oddStatus === undefined) return undefined;
  const row =
    oddStatus === undefined
      ? spelling
      : { ...(code !== spelling && { code: spelling }), status: oddStatus };
  return `  ${yamlKey(code)}: ${yamlText(row, true)}\n`;
}
