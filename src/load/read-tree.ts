/** Trees of templates: `$tree`. */
import type { TemplateNode, VariableNode } from "../model/wire-format.js";
import type { YamlMap } from "../model/yaml-node.js";
import type { Report } from "./load-rules.js";

/** What stands in a tree, as it was read. */
interface TreeParts {
  readonly list: VariableNode;
  /** The members beside `$tree`, `leaf` and `path`. */
  readonly item: Extract<TemplateNode, { kind: "object" }>;
  readonly path: TemplateNode | undefined;
}

/** Makes a tree of its parts, and reports a leaf without a name and a path that is no member of the item. */
export function readTree(
  node: YamlMap,
  { list, item, path }: TreeParts,
  report: Report,
): TemplateNode {
  const leaf = node.pairs.get("leaf")?.value;
  const hasItem = item.members.length > 0;
  if (leaf !== undefined && (typeof leaf.value !== "string" || leaf.value === ""))
    report("wire-member", leaf, "The leaf of a tree is the name of the member that holds it.", {
      help: "Such as `leaf: _errors`.",
    });
  const isMember =
    path?.kind === "variable" && path.paths.length === 1 && path.paths[0]?.[0] === "$item";
  if (path !== undefined && !(isMember && hasItem))
    report(
      "wire-variable",
      path.at,
      "The path of a tree is a member of the item, such as $item.path, beside others.",
    );
  return {
    kind: "tree",
    at: node,
    list,
    leaf: typeof leaf?.value === "string" ? leaf.value : undefined,
    path: path?.kind === "variable" ? (path.paths[0]?.slice(1) ?? []) : [],
    item: hasItem ? item : undefined,
  };
}
