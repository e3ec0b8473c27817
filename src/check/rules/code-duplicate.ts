/** A code has one entry, and stands once in a list. */

import { quoted } from "../../diagnostics/suggest.js";
import type { Catalog, Entry } from "../../model/catalog.js";
import { type Complain, defineRule } from "../rule.js";

export const codeDuplicate = defineRule({
  name: "code-duplicate",
  severity: "error",
  summary: "A code stands once in a catalog.",
  catalog: ({ entries, operations, groups }, report) => {
    checkEntries(entries, report);
    for (const { codes } of [...operations, ...groups]) checkList(codes, report);
  },
});

function checkEntries(entries: readonly Entry[], report: Complain): void {
  const seen = new Map<string, Entry>();
  for (const entry of entries) {
    const { code, at } = entry;
    const first = seen.get(code);
    if (first === undefined) seen.set(code, entry);
    else
      report(at, `The code ${quoted(code)} stands in the catalog already.`, {
        related: [{ at: first.at, message: "The first is here." }],
      });
  }
}

function checkList(codes: Catalog["groups"][number]["codes"], report: Complain): void {
  const seen = new Set<string>();
  for (const { value, at } of codes) {
    if (seen.has(value)) report(at, `The code ${quoted(value)} stands in this list already.`);
    seen.add(value);
  }
}
