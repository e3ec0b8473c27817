/** `errors/*.yaml` → entries: whole ones, and what is left of those of which a part cannot be read. */
import type * as z from "zod4";
import { nearest } from "../diagnostics/suggest.js";
import type { Entry, PartialEntry } from "../model/catalog.js";
import { entryKeys } from "../model/entry-keys.js";
import type { YamlMap, YamlPair } from "../model/yaml-node.js";
import { errorsFile } from "./catalog-schema.js";
import type { DecodedFile } from "./decode-file.js";
import type { Report } from "./load-rules.js";
import { keysOf, located, pairs, readEntry } from "./read-entry.js";
import { readTree } from "./read-file.js";
import { reportIssues } from "./report-issues.js";
import { reportRespelledPlaces } from "./respelled-places.js";

/** The entries of a file. */
export interface ReadErrors {
  readonly entries: readonly Entry[];
  readonly partial: readonly PartialEntry[];
  /** Whether nobody can tell which codes the file has. */
  readonly isOpaque: boolean;
}

/** Reads a file of entries, and adds to `unreadable` the codes of which not all can be read. */
export function readErrors(
  source: DecodedFile,
  unreadable: Set<string>,
  report: Report,
): ReadErrors {
  const root = readTree(source, report);
  if (root === undefined) {
    // Whatever looks like a code may be one.
    for (const [, word = ""] of source.file.text.matchAll(/^[ \t]*["']?([\w.-]+)["']?[ \t]*:/gm))
      unreadable.add(word);
    return { entries: [], partial: [], isOpaque: true };
  }
  const issues = errorsFile.safeParse(root.value).error?.issues ?? [];
  reportIssues(issues, errorsFile, root, report);
  reportRespelledPlaces(root, errorsFile, issues, report);
  const entries: Entry[] = [];
  const partial: PartialEntry[] = [];
  if (root.kind !== "map") return { entries, partial, isOpaque: true };
  const broken = brokenKeys(issues);
  const category = root.pairs.get("category")?.value;
  const isNamed = category?.kind === "scalar" && typeof category.value === "string";
  for (const [code, pair] of pairs(root.pairs.get("errors")?.value)) {
    const keys = broken.get(code);
    if (keys !== undefined || !isNamed) unreadable.add(code);
    if (!isNamed || pair.value.kind !== "map" || keys === "all") continue;
    const read = (mended: YamlPair) => readEntry(mended, code, located(category), report);
    if (keys === undefined) entries.push(read(pair));
    else {
      const entry = {
        ...read({ ...pair, value: without(pair.value, keys) }),
        keys: keysOf(pair.value),
      };
      partial.push({ entry, broken: keys });
    }
  }
  return { entries, partial, isOpaque: root.pairs.get("errors")?.value.kind !== "map" };
}

/** The keys of each entry that zod refused, or `all` where it refused the entry. */
function brokenKeys(issues: readonly z.core.$ZodIssue[]): ReadonlyMap<string, Set<string> | "all"> {
  const broken = new Map<string, Set<string> | "all">();
  for (const { path, ...issue } of issues) {
    const [root, code, key] = path.map(String);
    if (root !== "errors" || code === undefined) continue;
    const before = broken.get(code) ?? new Set();
    if (before === "all") continue;
    if (key !== undefined) broken.set(code, before.add(key));
    else if (issue.code !== "unrecognized_keys" || issue.keys.includes("<<"))
      broken.set(code, "all"); // a merge key stands for any others
    else {
      // A key that is misspelled is there all the same.
      for (const name of issue.keys) before.add(nearest(name, entryKeys) ?? name);
      broken.set(code, before);
    }
  }
  return broken;
}

function without(node: YamlMap, keys: ReadonlySet<string>): YamlMap {
  return { ...node, pairs: new Map([...node.pairs].filter(([name]) => !keys.has(name))) };
}
