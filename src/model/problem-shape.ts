/** What becomes of `$problems` in a field: the field's type decides. */
import { type FieldType, type NamedTypes, type Property, variantsOf } from "./field.js";

/** A member of an object that says what is wrong; `message` is another name for `detail`. */
export const problemMembers = ["pointer", "name", "detail", "message", "in"] as const;
/** The name of such a member. */
export type ProblemMember = (typeof problemMembers)[number];

/** How problems stand in a field. */
export type ProblemShape =
  /** Name → what is wrong with it. */
  | { readonly kind: "lists" }
  /** Name → the same as one text. */
  | { readonly kind: "texts" }
  /** A text each. */
  | { readonly kind: "lines" }
  /** An object each. */
  | {
      readonly kind: "rows";
      readonly members: readonly ProblemMember[];
      /** Whether each has to say which part of the request it is about. */
      readonly needsPart: boolean;
    };

/** The shape of problems in a field of the type; undefined where they do not fit. */
export function problemShape(type: FieldType, types: NamedTypes): ProblemShape | undefined {
  for (const variant of variantsOf(type, types)) {
    const shape = shapeOf(variant, types);
    if (shape !== undefined) return shape;
  }
  return undefined;
}

function shapeOf(type: FieldType, types: NamedTypes): ProblemShape | undefined {
  if (type.kind === "object") {
    const { properties, rest } = type;
    if (rest === undefined || properties.length > 0) return undefined;
    if (takesText(rest, types)) return { kind: "texts" };
    const takesTexts = variantsOf(rest, types).some(
      (each) => each.kind === "array" && takesList(each) && takesText(each.items, types),
    );
    return takesTexts ? { kind: "lists" } : undefined;
  }
  if (type.kind !== "array" || !takesList(type)) return undefined;
  if (takesText(type.items, types)) return { kind: "lines" };
  for (const item of variantsOf(type.items, types)) {
    const shape = rowShape(item, types);
    if (shape !== undefined) return shape;
  }
  return undefined;
}

function rowShape(type: FieldType, types: NamedTypes): ProblemShape | undefined {
  if (type.kind !== "object") return undefined;
  const members = type.properties.flatMap(({ name }) =>
    problemMembers.filter((member) => member === name),
  );
  const isFit = type.properties.every((property) => memberFits(property, types));
  if (members.length === 0 || !isFit) return undefined;
  const needsPart = type.properties.some(({ name, optional }) => name === "in" && !optional);
  return { kind: "rows", members, needsPart };
}

const parts = ["body", "query", "path", "header", "cookie"] as const;

function memberFits({ name, optional, type }: Property, types: NamedTypes): boolean {
  if (!(problemMembers as readonly string[]).includes(name)) return optional;
  const takesParts =
    name === "in" &&
    variantsOf(type, types).some(
      (each) => each.kind === "enum" && parts.every((part) => each.values.includes(part)),
    );
  // A name and a pointer may be empty.
  const least = name === "name" || name === "pointer" ? 0 : 1;
  return takesParts || takesText(type, types, least);
}

/**
 * Whether a field of the type takes whatever text there is.
 *
 * @param least how long each of the texts is at least.
 */
export function takesText(type: FieldType, types: NamedTypes, least = 1): boolean {
  return variantsOf(type, types).some(
    (each) =>
      each.kind === "scalar" &&
      each.type === "string" &&
      each.format === undefined &&
      (each.min ?? 0) <= least &&
      each.max === undefined,
  );
}

/** Whether a list of the type may be as long as it likes, once it has an item. */
export function takesList({ min, max }: Extract<FieldType, { kind: "array" }>): boolean {
  return (min ?? 0) <= 1 && max === undefined;
}
