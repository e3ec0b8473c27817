/** Scalars whose values are written otherwise: who meant a text meant another. */
import { type Field, type FieldType, type NamedTypes, propertyNamed, variantsOf } from "./field.js";
import type { Span } from "./source.js";

/** A scalar whose value is written otherwise: `08001` is 8001. */
export interface RespelledScalar extends Span {
  readonly value: string | number | boolean | null;
  readonly written: string;
  /** The value is not that of the number that is written, which has been reported. */
  readonly isLost?: true;
}

/** Such a scalar, and the way to it. */
export interface RespelledValue {
  readonly path: readonly (string | number)[];
  readonly at: RespelledScalar;
}

/** Such a scalar, and whether a text would do as well at its place: then nobody knows which was meant. */
export interface RespelledPlace extends RespelledValue {
  readonly mayBeText: boolean;
}

/** The values of an example, with what the types of its fields say of their places. */
export function respelledInExample(
  { respelled }: { readonly respelled: readonly RespelledValue[] },
  fields: readonly Field[],
  types: NamedTypes,
): readonly RespelledPlace[] {
  return respelled.map((each) => {
    const [name, ...path] = each.path;
    const type = propertyNamed(fields, String(name))?.type;
    const found = type === undefined ? [] : typesAt(type, path, types);
    return { ...each, mayBeText: found.length === 0 || found.some(takesText) };
  });
}

/** The types that a value at the path may have. */
function typesAt(
  type: FieldType,
  [step, ...rest]: readonly (string | number)[],
  types: NamedTypes,
): readonly FieldType[] {
  const variants = variantsOf(type, types);
  if (step === undefined) return variants;
  return variants.flatMap((variant) => {
    if (variant.kind === "any") return [variant];
    if (variant.kind === "array") return typesAt(variant.items, rest, types);
    if (variant.kind !== "object") return [];
    const inner = propertyNamed(variant.properties, String(step))?.type ?? variant.rest;
    return inner === undefined ? [] : typesAt(inner, rest, types);
  });
}

function takesText(type: FieldType): boolean {
  if (type.kind === "enum") return type.values.some((value) => typeof value === "string");
  return type.kind === "any" || (type.kind === "scalar" && type.type === "string");
}
