/** Texts that hold values: a part of the runtime for formats that have such. */
import type { MakeFill } from "./fill.js";
import type { PathStep } from "./layout.js";
import type { MadeTemplate, Template } from "./template.js";
import { syntaxOf, type TextSpec } from "./text-spec.js";

/** Leads into a text. */
export interface TextStep extends PathStep, TextSpec {
  readonly as: ReadText;
}

/** Gives what a text holds. */
export type ReadText = (value: unknown, step: TextStep) => unknown;

/** A text, whose value has a template. */
export interface TextTemplate extends MadeTemplate {
  readonly inner: readonly [Template];
  readonly with: TextSpec;
}

/** What a text says. What is parsed already is read as it is. */
export const readText: ReadText = (value, step) => {
  if (typeof value === "string" || typeof value === "number")
    return syntaxOf(step).read(`${value}`);
  return step.of === undefined ? value : undefined;
};

/** Fills a text. */
export const fillText: MakeFill = (template, context, fillOf) => {
  const { inner, with: text } = template as TextTemplate;
  const fill = fillOf(inner[0], context);
  return (scope) => {
    const value = fill(scope);
    return value === undefined ? undefined : syntaxOf(text).write(value);
  };
};
