/** `wire/*.yaml` → model. */

import { once } from "../diagnostics/once.js";
import { nearest, quoted, shortened } from "../diagnostics/suggest.js";
import type {
  Spelling,
  SyntaxName,
  TemplateNode,
  WireFormat,
  WireRow,
} from "../model/wire-format.js";
import type { YamlMap, YamlNode, YamlScalar } from "../model/yaml-node.js";
import type { Report } from "./load-rules.js";
import { items, located, optional, pairs, scalars } from "./read-entry.js";
import { readConditionIn, readTemplate, type TemplateContext } from "./read-template.js";
import { withSeveralErrors } from "./several-errors.js";
import { reportUnreadBodies } from "./unread-bodies.js";

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
  const context = templateContext(root, once(report));
  reportUnreadBodies(root, report);
  const syntaxNodes = scalars(at("syntax")).map(({ value }) => value as SyntaxName);
  const body = readOptional(at("body"), context);
  return {
    name: located(name),
    title: text("title"),
    revision: text("revision"),
    source: text("source"),
    body: body && withSeveralErrors(body),
    accepts: items(at("accepts")).map((node) => withSeveralErrors(readBody(node, context))),
    headers: pairs(at("headers")).map(([header, { key, value }]) => ({
      name: { value: header, at: key },
      value: readTemplate(value, context),
    })),
    syntaxes: syntaxNodes.length === 0 ? ["json"] : syntaxNodes,
    success: items(at("success")).map((node) => readConditionIn(node, context)),
    infersUnknown: text("unknown") === "infer",
    ignoresCase: text("case") === "ignore",
    media: optional(at("media")),
    status: optional<number>(at("status")),
    spelling: (text("spelling") ?? "same") as Spelling,
    columns: (at("row")?.value ?? {}) as Columns,
    rows: pairs(at("codes")).map(([code, { key, value }]) => readRow(code, key, value, context)),
    folds: pairs(at("folds")).map(([code, { key, value }]) => ({
      code,
      at: key,
      target: located(value),
    })),
    infer: pairs(at("infer")).flatMap(([status, { key, value }]) =>
      (value.kind === "list" ? value.items : [value]).map((node) =>
        readInference(status, key, node, context),
      ),
    ),
    omits: scalars(at("omits")).map(located<string>),
    rest: (text("rest") ?? "spell") as WireFormat["rest"],
    reads: at("reads")?.value !== false,
    builtIn,
  };
}

/** What the templates of a format have in common. */
export function templateContext(root: YamlMap, report: Report): TemplateContext {
  const media = root.pairs.get("media")?.value.value;
  return {
    report,
    bodies: new Map(pairs(root.pairs.get("bodies")?.value)),
    isMarkup: typeof media === "string" && /html|xml|svg/.test(media),
  };
}

const rowKeys = new Set(["code", "also", "status", "assumed", "body", "omits"]);

/** Reads a row: a spelling, or what is special about the code. */
export function readRow(
  code: string,
  at: YamlScalar,
  node: YamlNode,
  context: TemplateContext,
): WireRow {
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
    body: readOptional(member("body"), context),
    omits: scalars(member("omits")).map(located<string>),
    columns: Object.fromEntries(
      Object.entries(node.value as Columns).filter(([name]) => !rowKeys.has(name)),
    ),
  };
}

function readInference(
  status: string,
  at: YamlScalar,
  node: YamlNode,
  context: TemplateContext,
): WireFormat["infer"][number] {
  if (node.kind !== "map") return { status, at, code: located(node) };
  const when = node.pairs.get("when")?.value;
  return {
    status,
    at,
    code: located(node.pairs.get("code")?.value ?? node),
    when: when && readConditionIn(when, context),
  };
}

function readOptional(
  node: YamlNode | undefined,
  context: TemplateContext,
): TemplateNode | undefined {
  return node === undefined ? undefined : readBody(node, context);
}

/** A template, or the name of one. */
function readBody(node: YamlNode, context: TemplateContext): TemplateNode {
  const { bodies, report } = context;
  const name = typeof node.value === "string" ? node.value : undefined;
  const named = name === undefined ? undefined : bodies.get(name);
  const near = named === undefined && name !== undefined ? nearest(name, bodies.keys()) : undefined;
  if (near !== undefined)
    report("wire-body", node, `There is no body ${shortened(String(name))} in \`bodies\`.`, {
      help: `Did you mean ${quoted(near)}?`,
    });
  if ((named?.value ?? node).value === null)
    report("wire-body", named?.value ?? node, "A body is a template, and null is none.", {
      help: "Leave it out where answers have no body.",
    });
  return readTemplate(named?.value ?? node, context);
}
