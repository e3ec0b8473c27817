/** Following a path into the fields of an error. */
import { type Field, type FieldType, type NamedTypes, type Property, variantsOf } from "./field.js";

/** What a path leads to. */
export type FoundPath =
  | {
      readonly found: true;
      readonly type: FieldType;
      /** Whether some errors of the entry have nothing there. */
      readonly optional: boolean;
      /** Whether the value, or something on the way to it, is internal or secret. */
      readonly hidden: boolean;
    }
  | {
      readonly found: false;
      /** The step that leads nowhere. */
      readonly step: string;
      /** What could stand instead. */
      readonly known: readonly string[];
    };

/** Follows a path of member names. A member that only some variants of a union have is optional. */
export function followPath(
  fields: readonly Field[],
  path: readonly string[],
  types: NamedTypes,
): FoundPath {
  const [first = "", ...rest] = path;
  const field = fields.find(({ name }) => name === first);
  if (field === undefined)
    return { found: false, step: first, known: fields.map(({ name }) => name) };
  let type = field.type;
  let optional = field.optional || isNullable(type, types);
  let hidden = field.internal || field.secret;
  for (const step of rest) {
    const variants = variantsOf(type, types);
    const properties = variants.flatMap((variant) => propertyOf(variant, step));
    const [property] = properties;
    if (property === undefined) {
      const known = variants.flatMap((variant) =>
        variant.kind === "object" ? variant.properties : [],
      );
      return { found: false, step, known: known.map(({ name }) => name) };
    }
    type = property.type;
    optional ||= properties.length < variants.length;
    optional ||= properties.some(
      (candidate) => candidate.optional || isNullable(candidate.type, types),
    );
    hidden ||= properties.some(({ secret }) => secret);
  }
  return { found: true, type, optional, hidden };
}

function propertyOf(type: FieldType, name: string): readonly Property[] {
  if (type.kind !== "object") return [];
  const property = type.properties.find((candidate) => candidate.name === name);
  if (property !== undefined) return [property];
  if (type.rest === undefined) return [];
  return [{ name, at: type.at, optional: true, secret: false, type: type.rest }];
}

function isNullable(type: FieldType, types: NamedTypes): boolean {
  return variantsOf(type, types).some(
    (variant) =>
      (variant.kind === "scalar" && variant.type === "null") ||
      (variant.kind === "enum" && variant.values.includes(null)),
  );
}

/** Whether values of the type can stand in a text: scalars and lists of them. */
export function isPrintable(type: FieldType, types: NamedTypes): boolean {
  return variantsOf(type, types).every((variant) =>
    variant.kind === "array"
      ? variantsOf(variant.items, types).every(({ kind }) => kind === "scalar" || kind === "enum")
      : variant.kind === "scalar" || variant.kind === "enum",
  );
}

/** Whether every value of the type is a list, or null where there is none. */
export function isList(type: FieldType, types: NamedTypes): boolean {
  const lists = variantsOf(type, types).filter((variant) => !isNull(variant));
  return lists.length > 0 && lists.every(({ kind }) => kind === "array");
}

function isNull(type: FieldType): boolean {
  return type.kind === "scalar" && type.type === "null";
}
