/** Walks through field types: what stands directly inside one, and all that stands in it at any depth. */
import { match } from "ts-pattern";
import type { FieldType } from "./field.js";

/** A type directly inside another. */
export interface TypePart {
  readonly type: FieldType;
  /** The name of a member; `*` for the items of a list and the members of a map; absent for a variant of a union. */
  readonly step?: string;
  readonly secret: boolean;
}

/** The types directly inside a type. What a reference names is not inside it. */
export function partsOf(type: FieldType): readonly TypePart[] {
  return match(type)
    .returnType<readonly TypePart[]>()
    .with({ kind: "array" }, ({ items }) => [{ type: items, step: "*", secret: false }])
    .with({ kind: "object" }, ({ properties, rest }) => [
      ...properties.map(({ name, type: inner, secret }) => ({ type: inner, step: name, secret })),
      ...(rest === undefined ? [] : [{ type: rest, step: "*", secret: false }]),
    ])
    .with({ kind: "oneOf" }, ({ variants }) =>
      variants.map((variant) => ({ type: variant, secret: false })),
    )
    .with({ kind: "any" }, { kind: "scalar" }, { kind: "enum" }, { kind: "reference" }, () => [])
    .exhaustive();
}

/** Visits a type, then every type in it. */
export function visitType(type: FieldType, visit: (type: FieldType) => void): void {
  visit(type);
  for (const part of partsOf(type)) visitType(part.type, visit);
}
