/** Templates as the data that encoding fills. */
import { match } from "ts-pattern";
import { namesIn, placesIn } from "../model/placement.js";
import type { TemplateNode, TextSyntax, VariableNode } from "../model/wire-format.js";
import { fillDeclaration } from "../runtime/wire/aliases.js";
import { type BothTemplate, fillBoth } from "../runtime/wire/both.js";
import type { Codec } from "../runtime/wire/codec.js";
import { chain } from "../runtime/wire/codecs/chain.js";
import { duration } from "../runtime/wire/codecs/duration.js";
import { epoch } from "../runtime/wire/codecs/epoch.js";
import { list } from "../runtime/wire/codecs/list.js";
import { ms } from "../runtime/wire/codecs/ms.js";
import { percent } from "../runtime/wire/codecs/percent.js";
import { pointer } from "../runtime/wire/codecs/pointer.js";
import { seconds } from "../runtime/wire/codecs/seconds.js";
import { string, strings } from "../runtime/wire/codecs/text.js";
import { repetition } from "../runtime/wire/each.js";
import { form } from "../runtime/wire/syntaxes/form.js";
import { json } from "../runtime/wire/syntaxes/json.js";
import { params } from "../runtime/wire/syntaxes/params.js";
import { pattern } from "../runtime/wire/syntaxes/pattern.js";
import { sse } from "../runtime/wire/syntaxes/sse.js";
import { xml } from "../runtime/wire/syntaxes/xml.js";
import type { Template, TemplateMember, Variable } from "../runtime/wire/template.js";
import type { TextSpec } from "../runtime/wire/text-spec.js";
import { fillText, type TextTemplate } from "../runtime/wire/text-step.js";
import { fillTree, type TreeTemplate } from "../runtime/wire/tree-fields.js";
import { type ErrorsTemplate, fillErrors } from "../runtime/wire/write-errors.js";

/** Conversions by their names in templates. */
const codecs: Readonly<Record<string, Codec>> = {
  ...{ duration, epoch, list, ms, percent, pointer, seconds, string, strings },
};

const syntaxes: Readonly<Record<string, TextSpec>> = {
  json: { syntax: json },
  xml: { syntax: xml },
  form: { syntax: form },
  params: { syntax: params },
  sse: { syntax: sse, isStream: true },
};

/** What a text is, as the runtime reads it. */
export function textSpec(syntax: TextSyntax): TextSpec {
  if (syntax.name !== "text") return syntaxes[syntax.name] as TextSpec;
  const { parts, quote } = syntax;
  return { of: pattern, parts, ...(quote && { quote }) };
}

/** The template of what a leaf of a tree is read from: its path, and the leaf itself. */
export function treeItem({
  at,
  path,
  item,
}: Extract<TemplateNode, { kind: "tree" }>): TemplateNode {
  const variable = (steps: readonly string[]): VariableNode => ({
    ...{ kind: "variable", at, conversion: undefined },
    paths: [steps],
  });
  const pathNode = variable(path.length === 0 ? ["$key"] : ["$item", ...path]);
  const leaf = item ?? variable(["$item"]);
  const member = (key: string, value: TemplateNode) => ({ key, at, optional: false, value });
  return {
    ...{ kind: "object", at, spread: undefined },
    members: [member("path", pathNode), member("leaf", leaf)],
  };
}

/**
 * A template as encoding fills it.
 *
 * @param root the body that it is a part of.
 */
export function templateOf(node: TemplateNode, root: TemplateNode = node): Template {
  const inside = (each: TemplateNode) => templateOf(each, root);
  return (
    match(node)
      .returnType<Template>()
      .with({ kind: "constant" }, ({ value }) => ({ is: value }))
      .with({ kind: "filler" }, ({ value }) => ({ fill: Array.isArray(value) ? [] : value && {} }))
      .with({ kind: "variable" }, variableOf)
      .with({ kind: "list" }, ({ items }) => ({ items: items.map(inside) }))
      // It is never written.
      .with({ kind: "any" }, () => ({ from: [] }))
      .with(
        { kind: "errors" },
        ({ item }): ErrorsTemplate => ({
          make: fillErrors,
          inner: item === undefined ? [] : [inside(item)],
        }),
      )
      .with(
        { kind: "text" },
        ({ syntax, template }): TextTemplate => ({
          make: fillText,
          inner: [inside(template)],
          with: textSpec(syntax),
        }),
      )
      .with(
        { kind: "both" },
        ({ alternatives }): BothTemplate => ({
          make: fillBoth,
          inner: alternatives.map(inside),
          with: alternatives.flatMap((each, index) =>
            index > 0 && hasOwn(each, root) ? [index] : [],
          ),
        }),
      )
      .with(
        { kind: "tree" },
        (tree): TreeTemplate => ({
          make: fillTree,
          inner: [inside(treeItem(tree))],
          with: {
            tree: pathText(tree.list.paths[0]),
            ...(tree.leaf !== undefined && { leaf: tree.leaf }),
          },
        }),
      )
      .with({ kind: "each" }, ({ list, item }) => ({
        each: pathText(list.paths[0]),
        item: inside(item),
        as: repetition,
        ...(list.fallback && { or: list.fallback.value }),
      }))
      .with({ kind: "object" }, ({ members, spread }) => ({
        members: members.map(
          ({ key, aliases, value, optional }): TemplateMember =>
            key === "?xml" && optional
              ? [key, { make: fillDeclaration, inner: [inside(value)] }, 1]
              : aliases !== undefined
                ? [key, inside(value), optional ? 1 : 0, aliases]
                : optional
                  ? [key, inside(value), 1]
                  : [key, inside(value)],
        ),
        ...(spread !== undefined && { spread: variableOf(spread) }),
      }))
      .exhaustive()
  );
}

/** A variable as encoding fills it. */
export function variableOf({ paths, conversion, fallback }: VariableNode): Variable {
  const as = codecOf(conversion);
  return {
    from: paths.map(pathText),
    ...(as !== undefined && { as }),
    ...(fallback !== undefined && { or: fallback.value }),
  };
}

/** Whether a part of a body has a variable that stands nowhere else in it. */
function hasOwn(part: TemplateNode, root: TemplateNode): boolean {
  const count = (node: TemplateNode, name: string) =>
    placesIn(node).filter(({ variable }) => variable.paths.some(([first]) => first === name))
      .length;
  return [...namesIn(placesIn(part))].some((name) => count(part, name) === count(root, name));
}

/** The conversion that a variable names. */
export function codecOf(conversion: string | undefined): Codec | undefined {
  if (conversion === undefined) return undefined;
  const found = conversion.split(":").flatMap((name) => codecs[name] ?? []);
  return found.length > 1 ? chain(found) : found[0];
}

/** The path of a variable. */
export function pathText(path: readonly string[] = []): string {
  return path.join(".");
}
