/** Places inside a value whose tree was let go: its file is read once more where somebody asks for one. */
import { collect } from "../diagnostics/report.js";
import { remembered } from "../model/remembered.js";
import type { SourceFile, Span } from "../model/source.js";
import type { YamlNode } from "../model/yaml-node.js";
import { loadRules } from "./load-rules.js";
import { parseYaml } from "./parse-yaml.js";

/** What stands at a span, as it was when its file was read. Trees take ten times the memory of their text. */
export function nodeAgain({ file, start, end }: Span): YamlNode | undefined {
  let node = treeOf(file);
  while (node !== undefined && (node.start !== start || node.end !== end))
    node = innerNodes(node).find((each) => each.start <= start && end <= each.end);
  return node;
}

// What is wrong with it has been said.
const treeOf = remembered((file: SourceFile) => parseYaml(file, collect(loadRules).report));

function innerNodes(node: YamlNode): readonly YamlNode[] {
  if (node.kind === "list") return node.items;
  return node.kind === "map" ? [...node.pairs.values()].map(({ value }) => value) : [];
}
