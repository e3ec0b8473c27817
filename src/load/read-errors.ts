/** `errors/*.yaml` → entries. */
import type { Report } from "../diagnostics/report.js";
import type { Entry } from "../model/catalog.js";
import { errorsFile } from "./catalog-schema.js";
import type { DecodedFile } from "./decode-file.js";
import { located, pairs, readEntry } from "./read-entry.js";
import { readTree } from "./read-file.js";
import { reportIssues } from "./report-issues.js";

/** Reads the entries of a file; codes of those that cannot be read are added to `unreadable`. */
export function readErrors(
  file: DecodedFile,
  unreadable: Set<string>,
  report: Report,
): readonly Entry[] {
  const root = readTree(file, report);
  if (root === undefined) {
    // Whatever looks like a code may be one.
    for (const [, word = ""] of file.file.text.matchAll(/^\s*["']?([\w.-]+)["']?\s*:/gm))
      unreadable.add(word);
    return [];
  }
  const { error } = errorsFile.safeParse(root.value);
  const issues = error?.issues ?? [];
  reportIssues(issues, errorsFile, root, report);
  // One broken entry must not hide what is wrong with the others.
  const broken = new Set(
    issues.map(({ path }) =>
      path[0] === "errors" && path.length > 1 ? String(path[1]) : undefined,
    ),
  );
  const category = root.kind === "map" ? root.pairs.get("category")?.value : undefined;
  if (root.kind !== "map") return [];
  const entries = pairs(root.pairs.get("errors")?.value);
  const isNamed = category?.kind === "scalar" && typeof category.value === "string";
  for (const [code] of entries) if (broken.has(code) || !isNamed) unreadable.add(code);
  if (!isNamed) return [];
  return entries
    .filter(([code, { value }]) => !broken.has(code) && value.kind === "map")
    .map(([code, pair]) => readEntry(pair, code, located(category), report));
}
