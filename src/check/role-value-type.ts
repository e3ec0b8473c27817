/** What the variables of roles stand for, and whether that fits the type of a field. */

import { typeFitter } from "../diff/compare/type-fitter.js";
import type { Catalog } from "../model/catalog.js";
import { type FieldType, variantsOf } from "../model/field.js";
import { problemShape, takesList, takesText } from "../model/problem-shape.js";
import { type NamedValue, roleVariables } from "../model/role.js";

/** What a variable stands for, in words. */
export function wordsOf(named: NamedValue): string {
  return named.of === "context" ? "a value of the request" : words[roleVariables[named.variable]];
}

const words = {
  text: "any text",
  texts: "a list of any length of any texts",
  integer: "any whole number from 1",
  problems: "what is wrong with the request",
} as const;

/** Whether each value that the variable may have is one of the type. */
export function valueFits(named: NamedValue, type: FieldType, catalog: Catalog): boolean {
  const { types, context } = catalog;
  if (named.of === "context") {
    const value = context.find(({ name }) => name === named.name);
    return value !== undefined && typeFitter(types, types).fits(value.type, type);
  }
  const variants = variantsOf(type, types);
  const takesAny = (each: FieldType) => variantsOf(each, types).some(({ kind }) => kind === "any");
  switch (roleVariables[named.variable]) {
    case "text":
      return takesAny(type) || takesText(type, types);
    case "texts":
      return variants.some(
        (each) =>
          each.kind === "any" ||
          (each.kind === "array" &&
            takesList(each) &&
            (takesAny(each.items) || takesText(each.items, types))),
      );
    case "integer":
      return variants.some(
        (each) =>
          each.kind === "any" ||
          (each.kind === "scalar" &&
            (each.type === "integer" || each.type === "number") &&
            (each.min ?? 0) <= 1 &&
            each.max === undefined),
      );
    case "problems": {
      const shape = problemShape(type, types);
      return shape !== undefined && !(named.byPointer && shape.kind === "rows");
    }
  }
}
