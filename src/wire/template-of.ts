/** Templates as the data that encoding fills. */
import { match } from "ts-pattern";
import type { TemplateNode, VariableNode } from "../model/wire-format.js";
import type { Codec } from "../runtime/wire/codec.js";
import { duration } from "../runtime/wire/codecs/duration.js";
import { pointer } from "../runtime/wire/codecs/pointer.js";
import { seconds } from "../runtime/wire/codecs/seconds.js";
import { string, strings } from "../runtime/wire/codecs/text.js";
import { repetition } from "../runtime/wire/each.js";
import type { Template, TemplateMember, Variable } from "../runtime/wire/template.js";

/** Conversions by their names in templates. */
const codecs: Readonly<Record<string, Codec>> = { duration, pointer, seconds, string, strings };

/** A template as encoding fills it. */
export function templateOf(node: TemplateNode): Template {
  return match(node)
    .returnType<Template>()
    .with({ kind: "constant" }, ({ value }) => ({ is: value }))
    .with({ kind: "filler" }, ({ value }) => ({ fill: Array.isArray(value) ? [] : value && {} }))
    .with({ kind: "variable" }, variableOf)
    .with({ kind: "list" }, ({ items }) => ({ items: items.map(templateOf) }))
    .with({ kind: "each" }, ({ list, item }) => ({
      each: pathText(list.paths[0]),
      item: templateOf(item),
      as: repetition,
    }))
    .with({ kind: "object" }, ({ members, spread }) => ({
      members: members.map(
        ({ key, value, optional }): TemplateMember =>
          optional ? [key, templateOf(value), 1] : [key, templateOf(value)],
      ),
      ...(spread !== undefined && { spread: variableOf(spread) }),
    }))
    .exhaustive();
}

/** A variable as encoding fills it. */
export function variableOf({ paths, conversion }: VariableNode): Variable {
  const as = codecOf(conversion);
  return { from: paths.map(pathText), ...(as !== undefined && { as }) };
}

/** The conversion that a variable names. */
export function codecOf(conversion: string | undefined): Codec | undefined {
  return conversion === undefined ? undefined : codecs[conversion];
}

/** The path of a variable. */
export function pathText(path: readonly string[] = []): string {
  return path.join(".");
}
