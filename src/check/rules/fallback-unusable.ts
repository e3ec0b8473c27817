/** What stands in for every error has to be sendable, whatever the error was. */
import { quoted } from "../../diagnostics/suggest.js";
import type { Entry } from "../../model/catalog.js";
import { defineRule } from "../rule.js";
import { unsent } from "../unsent.js";

export const fallbackUnusable = defineRule({
  name: "fallback-unusable",
  severity: "error",
  forProducers: true,
  summary: "The fallback can be sent, and needs no fields.",
  catalog: ({ entries, fallback }, report) => {
    const entry = entries.find(({ code }) => code === fallback?.value);
    const why = entry && obstacle(entry);
    if (fallback !== undefined && why !== undefined)
      report(fallback.at, `${quoted(fallback.value)} cannot stand in for other errors: ${why}.`);
  },
});

function obstacle(entry: Entry): string | undefined {
  const needed = entry.fields.find(({ optional }) => !optional);
  return unsent(entry) ?? (needed && `it requires ${needed.name}`);
}
