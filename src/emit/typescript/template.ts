/** Templates of wire formats as code. */
import { match } from "ts-pattern";
import type { TemplateNode, VariableNode } from "../../model/wire-format.js";
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
        `{ each: ${quote(pathText(list.paths[0]))}, item: ${templateText(item)} }`,
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
  return `{ from: [${names}]${conversion === undefined ? "" : `, as: ${quote(conversion)}`} }`;
}

function pathText(path: readonly string[] = []): string {
  return path.join(".");
}
