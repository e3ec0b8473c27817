/** Every entry is whole. */
import type { Report } from "../diagnostics/report.js";
import type { RuleName } from "../diagnostics/rules.js";
import type { Entry } from "../model/catalog.js";
import type { EntryCheck } from "./rule.js";

type Part =
  | "status"
  | "title"
  | "message"
  | "meaning"
  | "causes"
  | "fixes"
  | "resolver"
  | "retry"
  | "examples"
  | "since";

const parts: Readonly<Record<Part, (entry: Entry) => unknown>> = {
  status: ({ statuses }) => statuses[0],
  title: ({ title }) => title,
  message: ({ messages }) => messages[0],
  meaning: ({ meaning }) => meaning,
  causes: ({ causes }) => causes[0],
  fixes: ({ fixes }) => fixes[0],
  resolver: ({ resolver }) => resolver,
  retry: ({ retry }) => retry,
  examples: ({ examples }) => examples[0],
  since: ({ since }) => since,
};

/** Reports each part that the entry lacks. A retired entry may lack any. */
export const checkParts: EntryCheck = (entry, _catalog, report) =>
  checkPartsBut(new Set(), entry, report);

/** The same for an entry of which some keys could not be read. */
export function checkPartsBut(broken: ReadonlySet<string>, entry: Entry, report: Report): void {
  if (entry.retired !== undefined || broken.has("retired")) return;
  for (const [part, read] of Object.entries(parts)) {
    if (read(entry) !== undefined || broken.has(part)) continue;
    report(`missing-${part}` as RuleName, entry.at, `${entry.code} has no ${part}.`);
  }
}
