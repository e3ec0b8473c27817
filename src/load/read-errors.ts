/** `errors/*.yaml` → entries: whole ones, and what is left of those of which a part cannot be read. */
import type * as z from "zod4";
import { nearest } from "../diagnostics/suggest.js";
import type { Entry, PartialEntry } from "../model/catalog.js";
import type { Default } from "../model/default.js";
import { entryKeys } from "../model/entry-keys.js";
import { pairOf, type YamlMap, type YamlNode } from "../model/yaml-node.js";
import { errorsFile } from "./catalog-schema.js";
import type { DecodedFile } from "./decode-file.js";
import { defaultsHelp } from "./key-help.js";
import type { Report } from "./load-rules.js";
import { type Defaults, isDefaultKey, readDefaults, unknownDefaults } from "./read-defaults.js";
import { inheritedBy, keysOf, located, pairs, readEntry } from "./read-entry.js";
import { readTree } from "./read-file.js";
import { reportIssues } from "./report-issues.js";
import { reportRespelledPlaces } from "./respelled-places.js";

/** The entries of a file. */
export interface ReadErrors {
  readonly entries: readonly Entry[];
  readonly partial: readonly PartialEntry[];
  /** Whether nobody can tell which codes the file has. */
  readonly isOpaque: boolean;
  /** What holds for every entry of the file. */
  readonly defaults: readonly Default[];
}

/** What the files of a catalog share. */
export interface ErrorsContext {
  /** The codes of which not all can be read; those of the file are added. */
  readonly unreadable: Set<string>;
  /** Of catalog.yaml. */
  readonly defaults: Defaults;
}

/** Reads a file of entries. */
export function readErrors(
  source: DecodedFile,
  { unreadable, defaults: outer }: ErrorsContext,
  report: Report,
): ReadErrors {
  const root = readTree(source, report);
  if (root === undefined) {
    // Whatever looks like a code may be one.
    for (const [, word = ""] of source.file.text.matchAll(/^[ \t]*["']?([\w.-]+)["']?[ \t]*:/gm))
      unreadable.add(word);
    return { entries: [], partial: [], isOpaque: true, defaults: [] };
  }
  const misplaced = misplacedDefaults(root);
  if (misplaced !== undefined)
    report("unknown-key", misplaced, "`defaults` stands among the codes here.", {
      help: defaultsHelp,
    });
  const all = errorsFile.safeParse(root.value).error?.issues ?? [];
  const issues = all.filter(
    ({ path }) => misplaced === undefined || path[0] !== "errors" || path[1] !== "defaults",
  );
  reportIssues(issues, errorsFile, root, report);
  reportRespelledPlaces(root, errorsFile, issues, report);
  const entries: Entry[] = [];
  const partial: PartialEntry[] = [];
  if (root.kind !== "map") return { entries, partial, isOpaque: true, defaults: [] };
  const broken = brokenKeys(issues);
  const defaults = readDefaults(root.pairs.get("defaults")?.value, {
    broken: brokenDefaults(issues),
    outer,
  });
  const category = root.pairs.get("category")?.value ?? defaults.take("category");
  const isNamed = category?.kind === "scalar" && typeof category.value === "string";
  if (category === undefined && !defaults.isBroken("category"))
    report("wrong-type", root, 'The key "category" is missing.', {
      help: "It may stand in `defaults` of catalog.yaml, once for all files.",
    });
  for (const [code, pair] of pairs(root.pairs.get("errors")?.value)) {
    const { key, value } = pair;
    if (key === misplaced) continue;
    const keys = broken.get(code) ?? new Set<string>();
    if (keys !== "all" && value.kind === "map")
      for (const key of inheritedBy(value.pairs)) if (defaults.isBroken(key)) keys.add(key);
    const isWhole = keys !== "all" && keys.size === 0;
    if (!isWhole || !isNamed) unreadable.add(code);
    if (!isNamed || value.kind !== "map" || keys === "all") continue;
    const entry = readEntry(
      isWhole ? pair : { ...pair, value: without(value, keys) },
      { code, category: located(category), defaultOf: defaults.take, keys: keysOf(value) },
      report,
    );
    if (isWhole) entries.push(entry);
    else partial.push({ entry, broken: keys });
  }
  const isOpaque = root.pairs.get("errors")?.value.kind !== "map";
  return { entries, partial, isOpaque, defaults: defaults.said() };
}

/** The key `defaults` where it stands among the codes, with nothing in it that is not for many entries. */
function misplacedDefaults(root: YamlNode): YamlNode | undefined {
  const pair = pairOf(pairOf(root, "errors")?.value, "defaults");
  if (pair?.value.kind !== "map" || pair.value.pairs.size === 0) return undefined;
  return [...pair.value.pairs.keys()].every(isDefaultKey) ? pair.key : undefined;
}

/** The keys of `defaults` that zod refused; all of them where it refused the whole. */
function brokenDefaults(issues: readonly z.core.$ZodIssue[]): ReadonlySet<string> {
  const found = issues.filter(({ path, code }) => path[0] === "defaults" && !isOfKey(code));
  const isWhole = found.some(({ path }) => path.length === 1);
  return isWhole ? unknownDefaults : new Set(found.map(({ path }) => String(path[1])));
}

// A key that nobody knows is not read.
function isOfKey(code: z.core.$ZodIssue["code"]): boolean {
  return code === "unrecognized_keys";
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
