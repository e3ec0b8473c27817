/** Templates of wire formats as code. */
import { match } from "ts-pattern";
import { type TemplateNode, type VariableNode, variablesIn } from "../../model/wire-format.js";
import { literal, quote } from "../text/quote.js";

/** A template as an object literal. */
export function templateText(node: TemplateNode): string {
  return match(node)
    .with({ kind: "constant" }, ({ value }) => `{ is: ${literal(value)} }`)
    .with({ kind: "filler" }, ({ value }) => `{ fill: ${JSON.stringify(value)} }`)
    .with({ kind: "variable" }, variableText)
    .with({ kind: "list" }, ({ items }) => `{ items: [${items.map(templateText).join(", ")}] }`)
    .with(
      { kind: "each" },
      ({ list, item }) =>
        `{ each: ${quote(pathText(list.paths[0]))}, item: ${templateText(item)}, as: repetition }`,
    )
    .with({ kind: "object" }, ({ members, spread }) => {
      const listed = members.map(
        ({ key, value, optional }) =>
          `[${quote(key)}, ${templateText(value)}${optional ? ", 1" : ""}]`,
      );
      const others = spread === undefined ? "" : `, spread: ${variableText(spread)}`;
      return `{ members: [${listed.join(", ")}]${others} }`;
    })
    .exhaustive();
}

/** A variable as an object literal. */
export function variableText({ paths, conversion }: VariableNode): string {
  const names = paths.map((path) => quote(pathText(path))).join(", ");
  return `{ from: [${names}]${conversion === undefined ? "" : `, as: ${conversion}`} }`;
}

/** The path of a variable. */
export function pathText(path: readonly string[] = []): string {
  return path.join(".");
}

/** The names that the code of templates takes from the runtime. */
export function templateImports(templates: readonly TemplateNode[]): readonly string[] {
  const used = templates.flatMap(variablesIn).flatMap(({ conversion }) => conversion ?? []);
  return [...new Set([...used, ...(templates.some(repeats) ? ["repetition"] : [])])];
}

/** Whether a body has a field piece by piece. */
export function hasPieces(templates: readonly TemplateNode[]): boolean {
  return templates
    .flatMap(variablesIn)
    .some(({ paths }) =>
      paths.some(([first = "", ...rest]) => rest.length > 0 && !first.startsWith("$")),
    );
}

/** Whether a body has fields beside others in one object. */
export function hasSpread(node: TemplateNode): boolean {
  if (node.kind === "variable") return node.paths.some(([first]) => first === "$fields");
  return childrenOf(node).some(hasSpread) || (node.kind === "object" && node.spread !== undefined);
}

function repeats(node: TemplateNode): boolean {
  return node.kind === "each" || childrenOf(node).some(repeats);
}

function childrenOf(node: TemplateNode): readonly TemplateNode[] {
  if (node.kind === "list") return node.items;
  return node.kind === "object" ? node.members.map(({ value }) => value) : [];
}
