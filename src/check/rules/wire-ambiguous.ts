/** Bodies that fit the same answers: whoever writes one should know which of them is read. */
import type { Catalog } from "../../model/catalog.js";
import type { TemplateNode, VariableNode } from "../../model/wire-format.js";
import { defineRule } from "../rule.js";
import { variableTypes } from "../wire/variable-types.js";

export const wireAmbiguous = defineRule({
  name: "wire-ambiguous",
  severity: "warning",
  summary: "Two bodies of a wire format are told apart by more than their order.",
  catalog: (catalog, report) => {
    for (const { builtIn, body, accepts } of catalog.wireFormats) {
      if (builtIn) continue;
      const byShape = new Map<string, Shaped[]>();
      for (const each of [body, ...accepts]) {
        if (each === undefined) continue;
        const { shape, variables } = shapeOf(each);
        const alike = byShape.get(shape) ?? [];
        const first = alike.find((other) => areAlike(other.variables, variables, catalog));
        if (first !== undefined)
          report(
            each.at,
            "This body has the shape of one before it: where both fit, that one is read.",
            {
              help: "Give one of them a constant, or a member that the other does not have.",
              related: [{ at: first.body.at, message: "The first is here." }],
            },
          );
        byShape.set(shape, [...alike, { body: each, variables }]);
      }
    }
  },
});

interface Shaped {
  readonly body: TemplateNode;
  /** In the order of the template. */
  readonly variables: readonly VariableNode[];
}

/** A body without the names of its variables, which tell nothing apart but where the code is. */
function shapeOf(body: TemplateNode): { shape: string; variables: readonly VariableNode[] } {
  const variables: VariableNode[] = [];
  const shape = JSON.stringify(body, (name, value: TemplateNode | undefined) => {
    if (name === "at") return undefined;
    if (value?.kind !== "variable") return value;
    variables.push(value);
    return /^\$(code|type)$/.test(firstOf(value)) ? "$code" : "$";
  });
  return { shape, variables };
}

function firstOf({ paths }: VariableNode): string {
  return paths[0]?.[0] ?? "";
}

/** Whether the bodies say something else, and no value tells which of them is meant. */
function areAlike(
  first: readonly VariableNode[],
  second: readonly VariableNode[],
  catalog: Catalog,
): boolean {
  const pairs = first.flatMap((one, index): [VariableNode, VariableNode][] => {
    const other = second[index];
    return other === undefined || textOf(one) === textOf(other) ? [] : [[one, other]];
  });
  return (
    pairs.length > 0 &&
    pairs.every((pair) => pair.every(isRead) && overlap(pair, catalog) && meet(pair, catalog))
  );
}

function textOf({ paths, conversion }: VariableNode): string {
  return `${paths.map((path) => path.join(".")).join("|")}:${conversion ?? ""}`;
}

/** What is written and never read explains nothing of an answer: the other body fits better. */
function isRead(variable: VariableNode): boolean {
  return !/^\$(title|docs|phrase|row)$/.test(firstOf(variable));
}

/** Whether a value may be of both. */
function overlap(pair: readonly VariableNode[], catalog: Catalog): boolean {
  const [one, other] = pair.map((variable) => {
    // What a conversion makes of a value, and what an item is, is not asked.
    if (variable.conversion !== undefined) return undefined;
    const types = variableTypes(variable, [], catalog);
    return types && new Set(types.flatMap(kindsOf));
  });
  return one === undefined || other === undefined || [...one].some((kind) => other.has(kind));
}

function kindsOf(type: NonNullable<ReturnType<typeof variableTypes>>[number]): readonly string[] {
  if (type.kind === "scalar") return [type.type === "integer" ? "number" : type.type];
  return type.kind === "enum" ? type.values.map((value) => typeof value) : [type.kind];
}

/** Whether one code may have both: what an entry does not have it does not read. */
function meet(pair: readonly VariableNode[], { entries }: Catalog): boolean {
  const needed = pair.map(firstOf).filter((name) => !name.startsWith("$"));
  return entries.some(({ fields }) =>
    needed.every((name) => fields.some((field) => field.name === name)),
  );
}
