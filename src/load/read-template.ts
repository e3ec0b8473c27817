/** Templates of `wire/*.yaml` → model. */
import { didYouMean, shortened } from "../diagnostics/suggest.js";
import type {
  Condition,
  TemplateMember,
  TemplateNode,
  VariableNode,
} from "../model/wire-format.js";
import type { YamlMap, YamlNode, YamlPair } from "../model/yaml-node.js";
import { readCondition } from "./read-condition.js";
import { readSyntax, readText, type TextContext } from "./read-text-template.js";
import { readTree } from "./read-tree.js";
import { readVariable } from "./read-variable.js";

/** What templates of a format have in common. */
export interface TemplateContext extends TextContext {
  /** Named bodies, as they stand in the file. */
  readonly bodies: ReadonlyMap<string, YamlPair>;
}

/** Where a template stands. */
interface Depth {
  /** Lists around it. */
  readonly lists: number;
  /** Named bodies around it. */
  readonly bodies: readonly string[];
}

const top: Depth = { lists: 0, bodies: [] };

// Decoding finds an element by what is in it: each list tries those of the lists inside it.
const mostLists = 5;

/** Reads a template: `$name` is a variable, `$$` a dollar, every other value a constant. */
export function readTemplate(
  node: YamlNode,
  context: TemplateContext,
  depth: Depth = top,
): TemplateNode {
  if (node.kind === "list") return readList(node.items, node, context, depth);
  if (node.kind === "map") return readMap(node, context, depth);
  const { value } = node;
  if (value === null) return { kind: "filler", at: node, value };
  if (typeof value !== "string" || !value.startsWith("$"))
    return { kind: "constant", at: node, value };
  if (value.startsWith("$$")) return { kind: "constant", at: node, value: value.slice(1) };
  return value === "$any" ? { kind: "any", at: node } : readVariable(value, node, context.report);
}

function readList(
  items: readonly YamlNode[],
  at: YamlNode,
  context: TemplateContext,
  depth: Depth,
): TemplateNode {
  const isDeep = depth.lists === mostLists;
  if (isDeep)
    context.report("wire-member", at, `More than ${mostLists} lists stand in one another here.`);
  if (isDeep || items.length === 0) return { kind: "filler", at, value: [] };
  const inside = { ...depth, lists: depth.lists + 1 };
  return { kind: "list", at, items: items.map((item) => readTemplate(item, context, inside)) };
}

function readMap(node: YamlMap, context: TemplateContext, depth: Depth): TemplateNode {
  const { pairs } = node;
  if (pairs.size === 0) return { kind: "filler", at: node, value: {} };
  const own = (name: string) => pairs.get(name)?.value;
  const [body, text, syntax, both, each, tree] = [
    own("$body"),
    own("$text"),
    own("$syntax"),
    own("$both"),
    own("$each"),
    own("$tree"),
  ];
  if (body !== undefined) return readNamed(body, node, context, depth);
  if (text !== undefined)
    return readText(text, node, readObject(node, ["$text"], context, depth), context);
  if (syntax !== undefined)
    return readSyntax(syntax, node, readObject(node, ["$syntax"], context, depth), context);
  if (both !== undefined) return readBoth(both, node, context, depth);
  if (tree !== undefined) return readTreeIn(tree, node, context, depth);
  if (each?.value === "error") return readErrors(node, context, depth);
  const object = readObject(node, ["$each"], context, depth);
  if (each === undefined) return object;
  const list = readRepeated(each, "$each", context);
  return list === undefined ? object : { kind: "each", at: node, list, item: object };
}

function readRepeated(
  node: YamlNode,
  key: string,
  { report }: TemplateContext,
): VariableNode | undefined {
  const list =
    typeof node.value === "string" && node.value.startsWith("$")
      ? readVariable(node.value, node, report)
      : undefined;
  const isOne =
    list?.kind === "variable" && list.paths.length === 1 && list.conversion === undefined;
  if (!isOne) {
    const rest = key === "$each" ? ", or error" : "";
    report("wire-variable", node, `${key} goes over one variable, such as $errors${rest}.`);
    return undefined;
  }
  return list;
}

/** An object of members; `keys` are no members. */
function readObject(
  node: YamlMap,
  keys: readonly string[],
  context: TemplateContext,
  depth: Depth,
): Extract<TemplateNode, { kind: "object" }> {
  const members: TemplateMember[] = [];
  let spread: VariableNode | undefined;
  for (const [key, pair] of node.pairs) {
    if (keys.includes(key)) continue;
    if (key === "*") spread = readSpread(pair.value, context, depth);
    else members.push(readMember(key, pair, context, depth));
  }
  return { kind: "object", at: node, members, spread };
}

function readSpread(
  node: YamlNode,
  context: TemplateContext,
  depth: Depth,
): VariableNode | undefined {
  const value = readTemplate(node, context, depth);
  if (value.kind === "variable") return value;
  context.report("wire-variable", node, "What is spread with * is a variable, such as $fields.");
  return undefined;
}

function readMember(
  key: string,
  pair: YamlPair,
  context: TemplateContext,
  depth: Depth,
): TemplateMember {
  const isEscaped = key.startsWith("\\");
  const optional = !isEscaped && key.endsWith("?");
  const names = isEscaped ? key.slice(1) : optional ? key.slice(0, -1) : key;
  const [name = "", ...aliases] = isEscaped ? [names] : names.split("|");
  if (name === "" || aliases.includes(""))
    context.report("wire-member", pair.key, `A name is missing in ${key}.`, {
      help: "A member that has the sign in its name begins with a backslash.",
    });
  return {
    key: name,
    ...(aliases.length > 0 && { aliases }),
    at: pair.key,
    optional,
    value: readTemplate(pair.value, context, depth),
  };
}

function readNamed(
  body: YamlNode,
  node: YamlMap,
  context: TemplateContext,
  depth: Depth,
): TemplateNode {
  const name = typeof body.value === "string" ? body.value : "";
  const named = context.bodies.get(name);
  const isCircular = depth.bodies.includes(name);
  if (node.pairs.size > 1)
    context.report("wire-member", node, "Nothing stands beside $body: it is the whole of a body.");
  if (named === undefined || isCircular) {
    const known = context.bodies.keys();
    if (isCircular) context.report("wire-body", body, `The body ${name} stands in itself.`);
    else if (name === "")
      context.report("wire-body", body, "$body is the name of a body in `bodies`.");
    else
      context.report(
        "wire-body",
        body,
        `There is no body ${shortened(name)} in \`bodies\`.`,
        didYouMean(name, known),
      );
    return { kind: "filler", at: node, value: {} };
  }
  return readTemplate(named.value, context, { ...depth, bodies: [...depth.bodies, name] });
}

function readBoth(
  both: YamlNode,
  node: YamlMap,
  context: TemplateContext,
  depth: Depth,
): TemplateNode {
  if (both.kind !== "list" || both.items.length < 2 || node.pairs.size > 1)
    context.report(
      "wire-member",
      node,
      "$both has a list of two templates or more, and nothing beside it.",
    );
  const items = both.kind === "list" ? both.items : [both];
  return {
    kind: "both",
    at: node,
    alternatives: items.map((item) => readTemplate(item, context, depth)),
  };
}

/** Reads a condition of a format. */
export function readConditionIn(node: YamlNode, context: TemplateContext): Condition {
  return readCondition(node, (inner) => readTemplate(inner, context), context.report);
}

function readErrors(node: YamlMap, context: TemplateContext, depth: Depth): TemplateNode {
  const prefer = node.pairs.get("$prefer")?.value;
  const object = readObject(node, ["$each", "$prefer"], context, depth);
  const isAlone = object.members.length === 0 && object.spread === undefined;
  const isList = prefer?.kind === "list" && prefer.items.length > 0;
  if (prefer !== undefined && !isList)
    context.report("wire-condition", prefer, "$prefer has a list of conditions.", {
      help: "Such as `$prefer: [{ severity: fatal }]`.",
    });
  return {
    kind: "errors",
    at: node,
    item: isAlone ? undefined : object,
    prefer: isList ? prefer.items.map((item) => readConditionIn(item, context)) : [],
  };
}

function readTreeIn(
  tree: YamlNode,
  node: YamlMap,
  context: TemplateContext,
  depth: Depth,
): TemplateNode {
  const item = readObject(node, ["$tree", "leaf", "path"], context, depth);
  const list = readRepeated(tree, "$tree", context);
  if (list === undefined) return item;
  const path = node.pairs.get("path")?.value;
  return readTree(
    node,
    { list, item, path: path && readTemplate(path, context, depth) },
    context.report,
  );
}
