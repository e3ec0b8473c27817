/** A code that is new: its entry at the end of a file of its category, with what is known of it and what is to be filled in. */
import { entryKeys } from "../../model/entry-keys.js";
import type { JsonValue } from "../../model/json-value.js";
import { yamlKey, yamlText } from "../../model/yaml-text.js";
import { addPair } from "./add-pair.js";
import type { TreeFile } from "./catalog-tree.js";
import { type CodeChange, inFile, RefusedChangeError } from "./code-change.js";
import { found } from "./mentions.js";

/** What is known of a code. */
export interface NewCode {
  readonly code: string;
  readonly category: string;
  /** What pages call the category, where the catalog does not have it yet. */
  readonly heading?: string | undefined;
  /** The keys of the entry that are known. */
  readonly members: Readonly<Record<string, JsonValue>>;
}

/** What stands in a comment where a key is to be filled in. */
const hints: Readonly<Record<string, string>> = {
  status: "400 to 599",
  meaning: "What it means, in a sentence or two.",
  causes: "[Why it happens.]",
  fixes: "[What to try.]",
  resolver: "caller, user or operator",
  retry: "never, after or backoff",
};

/** @throws RefusedChangeError where the file cannot be edited. */
export function addCode(files: readonly TreeFile[], added: NewCode): CodeChange {
  const { edits, ...entry } = addEntry(files, added);
  return { ...entry, edits: [...categoryEdits(files, added), ...edits] };
}

/** The line of a category that is new. */
function categoryEdits(
  files: readonly TreeFile[],
  { category, heading }: NewCode,
): CodeChange["edits"] {
  const head = files.find(({ kind }) => kind === "catalog");
  if (head === undefined || heading === undefined) return [];
  const categories = found(head.root, ["categories"]);
  const pair = { key: yamlKey(category), value: yamlText(heading, true) };
  const edit = categories?.kind === "map" ? addPair(categories, pair) : undefined;
  return [inFile(head, edit, "its categories")];
}

function addEntry(files: readonly TreeFile[], { code, category, members }: NewCode): CodeChange {
  const head = files.find(({ kind }) => kind === "catalog");
  const common = head && found(head.root, ["defaults"]);
  const categoryOf = ({ root }: TreeFile) =>
    (found(root, ["category"]) ?? (common && found(head.root, ["defaults", "category"])))?.value;
  const file = files.findLast((each) => each.kind === "errors" && categoryOf(each) === category);
  const inherited = new Set(
    [common, file && found(file.root, ["defaults"])].flatMap((node) =>
      node?.kind === "map" ? [...node.pairs.keys()] : [],
    ),
  );
  const lines = entryKeys.flatMap((key): string[] => {
    const value = members[key];
    if (value !== undefined) return [`  ${key}: ${yamlText(value)}`];
    return hints[key] === undefined || inherited.has(key) ? [] : [`  # ${key}: ${hints[key]}`];
  });
  const key = yamlKey(code);
  if (file === undefined) {
    const path = `errors/${category}.yaml`;
    if (files.some((each) => each.path === path))
      throw new RefusedChangeError(
        `${path} is there, and has another category. Add the code by hand.`,
      );
    const text = [
      `category: ${yamlText(category)}`,
      "errors:",
      `  ${key}:`,
      ...lines.map((line) => `  ${line}`),
    ];
    return { edits: [], created: new Map([[path, `${text.join("\n")}\n`]]), notes: [] };
  }
  const errors = found(file.root, ["errors"]);
  const edit =
    errors?.kind === "map"
      ? addPair(errors, { key, value: yamlText(members, true), lines })
      : undefined;
  return { edits: [inFile(file, edit, "its entries")], created: new Map(), notes: [] };
}
