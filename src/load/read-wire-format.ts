/** `wire/*.yaml` → model. */
import {
  builtInVariables,
  type Spelling,
  type TemplateMember,
  type TemplateNode,
  type VariableNode,
  type WireFormat,
  type WireRow,
} from "../model/wire-format.js";
import type { YamlMap, YamlNode, YamlScalar } from "../model/yaml-node.js";
import type { Report } from "./load-rules.js";
import { items, located, optional, pairs, scalars } from "./read-entry.js";

type Columns = Readonly<Record<string, string | number | boolean>>;

/** Reads a format whose YAML has been validated by zod. */
export function readWireFormat(
  root: YamlMap,
  builtIn: boolean,
  report: Report,
): WireFormat | undefined {
  const at = (name: string): YamlNode | undefined => root.pairs.get(name)?.value;
  const text = (name: string) => at(name)?.value as string | undefined;
  const name = at("wire");
  if (name === undefined) return undefined;
  return {
    name: located(name),
    title: text("title"),
    revision: text("revision"),
    source: text("source"),
    body: readOptional(at("body"), report),
    accepts: items(at("accepts")).map((node) => readTemplate(node, report)),
    headers: pairs(at("headers")).map(([header, { key, value }]) => ({
      name: { value: header, at: key },
      value: readTemplate(value, report),
    })),
    media: optional(at("media")),
    status: optional<number>(at("status")),
    spelling: (text("spelling") ?? "same") as Spelling,
    columns: (at("row")?.value ?? {}) as Columns,
    rows: pairs(at("codes")).map(([code, { key, value }]) => readRow(code, key, value, report)),
    folds: pairs(at("folds")).map(([code, { key, value }]) => ({
      code,
      at: key,
      target: located(value),
    })),
    infer: pairs(at("infer")).map(([status, { key, value }]) => ({
      status,
      at: key,
      code: located(value),
    })),
    omits: scalars(at("omits")).map(located<string>),
    rest: (text("rest") ?? "spell") as WireFormat["rest"],
    reads: at("reads")?.value !== false,
    builtIn,
  };
}

const rowKeys = new Set(["code", "also", "status", "assumed", "body", "omits"]);

/** Reads a row: a spelling, or what is special about the code. */
export function readRow(code: string, at: YamlScalar, node: YamlNode, report: Report): WireRow {
  const bare = {
    code,
    at,
    also: [],
    statuses: [],
    assumed: false,
    body: undefined,
    omits: [],
    columns: {},
  };
  if (node.kind !== "map") return { ...bare, spelling: node.value as string | number | null };
  const member = (name: string): YamlNode | undefined => node.pairs.get(name)?.value;
  return {
    code,
    at,
    spelling: member("code")?.value as WireRow["spelling"],
    also: scalars(member("also")).map(located<string | number>),
    statuses: scalars(member("status")).map(located<number>),
    assumed: member("assumed")?.value === true,
    body: readOptional(member("body"), report),
    omits: scalars(member("omits")).map(located<string>),
    columns: Object.fromEntries(
      Object.entries(node.value as Columns).filter(([name]) => !rowKeys.has(name)),
    ),
  };
}

function readOptional(node: YamlNode | undefined, report: Report): TemplateNode | undefined {
  return node === undefined ? undefined : readTemplate(node, report);
}

/** Reads a template: `$name` is a variable, `$$` a dollar, every other value a constant. */
function readTemplate(node: YamlNode, report: Report, lists = 0): TemplateNode {
  if (node.kind === "list") {
    const isDeep = lists === mostLists;
    if (isDeep)
      report("wire-member", node, `More than ${mostLists} lists stand in one another here.`);
    if (isDeep || node.items.length === 0) return { kind: "filler", at: node, value: [] };
    const items = node.items.map((item) => readTemplate(item, report, lists + 1));
    return { kind: "list", at: node, items };
  }
  if (node.kind === "map") return readObject(node, report, lists);
  const { value } = node;
  if (value === null) return { kind: "filler", at: node, value };
  if (typeof value !== "string" || !value.startsWith("$"))
    return { kind: "constant", at: node, value };
  return value.startsWith("$$")
    ? { kind: "constant", at: node, value: value.slice(1) }
    : readVariable(value, node, report);
}

// Decoding finds an element by what is in it: each list tries those of the lists inside it.
const mostLists = 5;

function readVariable(value: string, at: YamlNode, report: Report): TemplateNode {
  const [, names = "", conversion] = /^\$([^:]*)(?::(.*))?$/.exec(value) ?? [];
  const paths = names.split("|").map(readPath);
  if (paths.flat().includes("") || !/^[\w.|]+$/.test(names)) {
    report(
      "wire-variable",
      at,
      `${value} is not a variable such as $name, $.name, $a|b.c or $name:conversion.`,
      {
        help: "A text that begins with a dollar is written with two: $$.",
      },
    );
    return { kind: "constant", at, value };
  }
  return { kind: "variable", at, paths, conversion };
}

const builtIns: ReadonlySet<string> = new Set(builtInVariables);

/** `type.x` is the built-in variable, whose name gets a dollar; `.type.x` is the field of that name. */
function readPath(text: string): readonly string[] {
  if (text.startsWith(".")) return text.slice(1).split(".");
  const [first = "", ...rest] = text.split(".");
  return [builtIns.has(`$${first}`) ? `$${first}` : first, ...rest];
}

function readObject(node: YamlMap, report: Report, lists: number): TemplateNode {
  if (node.pairs.size === 0) return { kind: "filler", at: node, value: {} };
  const each = node.pairs.get("$each");
  const members: TemplateMember[] = [];
  let spread: VariableNode | undefined;
  for (const [key, pair] of node.pairs) {
    if (key === "$each") continue;
    if (key === "*") {
      const value = readTemplate(pair.value, report, lists);
      if (value.kind === "variable") spread = value;
      else
        report(
          "wire-variable",
          pair.value,
          "What is spread with * is a variable, such as $fields.",
        );
      continue;
    }
    const isEscaped = key.startsWith("\\");
    const optional = !isEscaped && key.endsWith("?");
    const name = isEscaped ? key.slice(1) : optional ? key.slice(0, -1) : key;
    members.push({
      key: name,
      at: pair.key,
      optional,
      value: readTemplate(pair.value, report, lists),
    });
  }
  const object: TemplateNode = { kind: "object", at: node, members, spread };
  if (each === undefined) return object;
  const list = readTemplate(each.value, report);
  if (list.kind !== "variable" || list.paths.length > 1 || list.conversion !== undefined) {
    report("wire-variable", each.value, "$each goes over one variable, such as $errors.");
    return object;
  }
  return { kind: "each", at: node, list, item: object };
}
