/** What conversions write, and of what. */
import { type FieldType, isNull } from "../../model/field.js";
import type { ConversionName } from "../../model/wire-format.js";

type Kind = "number" | "text" | "object" | "list" | "boolean" | "any";

const kinds: Readonly<Record<ConversionName, readonly [from: Kind, to: Kind]>> = {
  string: ["any", "text"],
  strings: ["object", "object"],
  seconds: ["number", "text"],
  duration: ["number", "text"],
  ms: ["number", "number"],
  epoch: ["number", "number"],
  pointer: ["text", "text"],
  percent: ["text", "text"],
  list: ["any", "any"],
};

const wanted: Readonly<Record<Kind, string>> = {
  number: "a number",
  text: "a text",
  object: "an object",
  list: "a list",
  boolean: "true or false",
  any: "a value",
};

/**
 * What is wrong with a chain of conversions of a value of these types; undefined where nothing is.
 *
 * @param types of which each may be the value's; undefined where nobody knows.
 */
export function conversionProblem(
  conversion: string,
  types: readonly FieldType[] | undefined,
): string | undefined {
  let given: ReadonlySet<Kind> | undefined =
    types && new Set(types.filter((type) => !isNull(type)).map(kindOf));
  for (const name of conversion.split(":")) {
    if (!Object.hasOwn(kinds, name)) return undefined;
    const [from, to] = kinds[name as ConversionName];
    const isFit = from === "any" || given === undefined || given.has("any") || given.has(from);
    if (!isFit) {
      const found = [...(given ?? [])].map((kind) => wanted[kind]).join(" or ");
      return `${name} writes ${wanted[from]}, and this is ${found}.`;
    }
    if (to !== "any") given = new Set([to]);
  }
  return undefined;
}

function kindOf(type: FieldType): Kind {
  switch (type.kind) {
    case "scalar":
      if (type.type === "string") return "text";
      if (type.type === "boolean") return "boolean";
      return "number";
    case "enum":
      if (type.values.every((value) => typeof value === "string")) return "text";
      return type.values.every((value) => typeof value === "number") ? "number" : "any";
    case "object":
      return "object";
    case "array":
      return "list";
    default:
      return "any";
  }
}
