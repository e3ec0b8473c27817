/** The types of what variables stand for, where a template asks for some. */
import { once } from "../../diagnostics/once.js";
import { shortened } from "../../diagnostics/suggest.js";
import type { Catalog } from "../../model/catalog.js";
import type { FieldType } from "../../model/field.js";
import type { TemplateNode, VariableNode } from "../../model/wire-format.js";
import { codecOf } from "../../wire/template-of.js";
import { fits } from "../check-value.js";
import { type Complain, defineRule } from "../rule.js";
import { conversionProblem } from "../wire/conversion-kinds.js";
import { treeProblem } from "../wire/tree-problem.js";
import { variableTypes } from "../wire/variable-types.js";
import { type Standing, visitTemplate, wholeTemplates } from "../wire/visit-template.js";

export const wireType = defineRule({
  name: "wire-type",
  severity: "error",
  summary: "A default, a conversion and what is repeated have the type of their variable.",
  catalog: (catalog, report) => {
    for (const format of catalog.wireFormats) {
      if (format.builtIn) continue;
      const say = once((_: "", ...said: Parameters<Complain>) => report(...said));
      const repeated = new Set<TemplateNode>();
      for (const { template, standing } of wholeTemplates(format))
        visitTemplate(
          template,
          (node, around) => {
            if (node.kind === "each" || node.kind === "tree") {
              repeated.add(node.list);
              checkRepeated(node, around, catalog, (...said) => say("", ...said));
            }
            if (node.kind === "variable" && !repeated.has(node))
              checkVariable(node, around, catalog, (...said) => say("", ...said));
          },
          standing,
        );
    }
  },
});

function checkRepeated(
  node: Extract<TemplateNode, { kind: "each" | "tree" }>,
  { lists }: Standing,
  catalog: Catalog,
  report: Complain,
): void {
  const { list, kind } = node;
  const types = variableTypes(list, lists, catalog);
  const name = nameOf(list);
  if (types?.every(isValue)) {
    report(list.at, `$${kind} goes over a list or a map, and ${name} is none.`);
    return;
  }
  const { fallback } = list;
  if (fallback !== undefined && kind === "tree")
    report(list.at, "A tree has no default: without its field it is left out.");
  else if (fallback !== undefined && !Array.isArray(fallback.value))
    report(list.at, `What $each writes is a list, and ${shown(fallback.value)} is none.`, {
      help: `Such as \`${name}=[]\`.`,
    });
  if (node.kind !== "tree") return;
  const problem = treeProblem(node, types, catalog.types);
  if (problem !== undefined) report(list.at, problem.message, { help: problem.help });
}

function isValue({ kind }: FieldType): boolean {
  return kind === "scalar" || kind === "enum";
}

function nameOf({ paths }: VariableNode): string {
  return paths.map((path) => `$${path.join(".").replace(/^\$/, "")}`).join("|");
}

function checkVariable(
  variable: VariableNode,
  { lists, syntax }: Standing,
  catalog: Catalog,
  report: Complain,
): void {
  const { at, conversion, fallback } = variable;
  const types = variableTypes(variable, lists, catalog);
  const problem = conversion === undefined ? undefined : conversionProblem(conversion, types);
  if (problem !== undefined) {
    report(at, `The conversion ${problem}`);
    return;
  }
  if (fallback === undefined || fallback.value === null || types === undefined) return;
  const codec = codecOf(conversion);
  const { value } = fallback;
  // What is written in a text is the text of the value.
  const isText = syntax !== undefined && typeof value !== "object";
  const given = isText ? [value, String(value)] : [value];
  const read = codec === undefined ? given : given.map((each) => codec.fromWire(each, "any", 0));
  const isFit = read.some((each) => types.some((type) => fits(type, each, catalog.types)));
  if (isFit) return;
  const converted = conversion === undefined ? "" : ` as :${conversion} writes it`;
  report(at, `The default ${shown(value)} is no value of ${nameOf(variable)}${converted}.`, {
    help: `${nameOf(variable)} is ${types.map(typeText).join(" or ")}.`,
  });
}

function shown(value: unknown): string {
  return shortened(JSON.stringify(value));
}

/** A type in words. */
function typeText(type: FieldType): string {
  switch (type.kind) {
    case "scalar":
      return {
        string: "a text",
        integer: "a whole number",
        number: "a number",
        boolean: "true or false",
        null: "null",
      }[type.type];
    case "enum":
      return type.values.slice(0, 12).map(shown).join(" or ");
    case "array":
      return "a list";
    default:
      return "an object";
  }
}
