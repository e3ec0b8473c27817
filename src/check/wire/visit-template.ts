/** Walks through the templates of a wire format, and knows what is around each part. */
import type {
  SyntaxName,
  TemplateNode,
  VariableNode,
  WireFormat,
} from "../../model/wire-format.js";

/** Where a part of a template stands. */
export interface Standing {
  /** The lists whose items are repeated around it, the innermost last. */
  readonly lists: readonly VariableNode[];
  /** What the text is that it stands in: values of all types are texts there; absent: a value of JSON. */
  readonly syntax: Exclude<SyntaxName, "json" | "sse"> | "params" | "header" | undefined;
}

/** Sees a part of a template. Variables that are repeated or spread are seen too. */
export type VisitTemplate = (node: TemplateNode, standing: Standing) => void;

const top: Standing = { lists: [], syntax: undefined };

/** Visits every part of a template, each before what is inside it. */
export function visitTemplate(
  node: TemplateNode,
  visit: VisitTemplate,
  standing: Standing = top,
): void {
  visit(node, standing);
  const inside = (inner: TemplateNode, changed: Partial<Standing> = {}) =>
    visitTemplate(inner, visit, { ...standing, ...changed });
  switch (node.kind) {
    case "object":
      for (const { value } of node.members) inside(value);
      if (node.spread !== undefined) inside(node.spread);
      break;
    case "list":
      for (const item of node.items) inside(item);
      break;
    case "both":
      for (const alternative of node.alternatives) inside(alternative);
      break;
    case "text":
      inside(node.template, { syntax: syntaxOf(node.syntax.name) });
      break;
    case "errors":
      if (node.item !== undefined) inside(node.item);
      break;
    case "each":
    case "tree":
      inside(node.list);
      if (node.item !== undefined) inside(node.item, { lists: [...standing.lists, node.list] });
      break;
    default:
  }
}

/** A whole template of a format. */
export interface WholeTemplate {
  readonly template: TemplateNode;
  readonly standing: Standing;
}

/** Every template of a format: its bodies, as texts of what the format writes, and its headers. */
export function wholeTemplates(format: WireFormat): readonly WholeTemplate[] {
  const { body, accepts, rows, headers, syntaxes } = format;
  const bodies = [body, ...accepts, ...rows.map((row) => row.body)].filter(
    (template) => template !== undefined,
  );
  const syntax = syntaxOf(syntaxes[0] ?? "json");
  return [
    ...bodies.map((template) => ({ template, standing: { ...top, syntax } })),
    ...headers.map(({ value }) => ({
      template: value,
      standing: { ...top, syntax: "header" as const },
    })),
  ];
}

function syntaxOf(name: SyntaxName | "params"): Standing["syntax"] {
  return name === "json" || name === "sse" ? undefined : name;
}
