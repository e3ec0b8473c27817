/** YAML → the tree of a list. Aliases are refused, so nothing grows. */
import { collect } from "../../diagnostics/report.js";
import { loadRules } from "../../load/load-rules.js";
import { parseYaml } from "../../load/parse-yaml.js";
import type { SourceFile } from "../../model/source.js";
import type { YamlNode } from "../../model/yaml-node.js";
import type { TakeNote } from "../import-note.js";
import type { ListNode } from "./list-tree.js";

/** Reads a file of YAML; what cannot be read of it is noted. */
export function yamlList(file: SourceFile, note: TakeNote): ListNode | undefined {
  const { report, diagnostics } = collect(loadRules);
  const root = parseYaml(file, report, {
    aliasHelp: "Write out what it stands for: a list is read without its aliases.",
  });
  // What is invisible is mended in each text, and a number that looks like a text is read as it is written.
  for (const { rule, at, message, help } of diagnostics)
    if (rule !== "text-unsafe" && rule !== "yaml-number")
      note("list-unread", at, message, help === undefined ? {} : { help });
  return root && nodeOf(root);
}

function nodeOf(node: YamlNode): ListNode | undefined {
  if (node.kind === "list")
    return { kind: "list", items: node.items.flatMap((item) => nodeOf(item) ?? []), at: node };
  if (node.kind === "map") {
    const members = [...node.pairs].flatMap(([name, { key, value }]) => {
      const own = nodeOf(value);
      return own === undefined ? [] : [{ name, at: key, value: own }];
    });
    return { kind: "map", members, at: node };
  }
  if (node.value === null) return undefined;
  const value = node.written ?? String(node.value);
  return { kind: "text", value, isNumber: typeof node.value === "number", at: node };
}
