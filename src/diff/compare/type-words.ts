/** Types and their places in words. */
import type { Spot } from "./comparison.js";
import type { Variant } from "./type-parts.js";

/** Where it is: `late: the field usage.plan`. */
export function shown({ steps }: Spot): string {
  const [root, code = "", , ...path] = steps;
  return root === "codes" ? `${code}: the field ${path.join(".")}` : steps.join(".");
}

/** `"a" or "b"`. */
export function values(all: readonly unknown[]): string {
  return all.map((value) => JSON.stringify(value)).join(" or ");
}

/** What a union lacks without an object. */
export function without(tags: readonly unknown[]): string {
  return tags.length === 0 ? "is no object any more" : `has no variant ${values(tags)} any more`;
}

/** What a union has with an object. */
export function withMore(tags: readonly unknown[]): string {
  return tags.length === 0 ? "may be an object" : `has the variant ${values(tags)} too`;
}

/** What types take, in words. */
export function listed(types: readonly Variant[]): string {
  if (types.length === 0) return "nothing";
  return types.map(typeName).join(" or ");
}

function typeName(type: Variant): string {
  switch (type.kind) {
    case "any":
      return "anything";
    case "scalar":
      return type.type === "string" ? "text" : type.type;
    case "enum":
      return values(type.values);
    case "array":
      return "a list";
    case "object":
      return "an object";
  }
}
