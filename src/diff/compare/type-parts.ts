/** The parts of types as comparisons take them. */
import { compareText } from "../../model/catalog.js";
import { type FieldType, type NamedTypes, type Property, variantsOf } from "../../model/field.js";
import { remembered } from "../../model/remembered.js";
import type { Span } from "../../model/source.js";

/** A type that is no union and no name. */
export type Variant = Exclude<FieldType, { kind: "reference" | "oneOf" }>;

/** An object type. */
export type ObjectType = Extract<FieldType, { kind: "object" }>;

/** Fields or properties by name, in the order of their names. */
export type Members = ReadonlyMap<string, Property>;

/** The bounds of a number, or of a length. */
export interface Limits {
  readonly min?: number;
  readonly max?: number;
}

/** The variants of a type; itself where it is no union. What leads nowhere, or in a circle, is anything. */
export function variantsIn(type: FieldType, types: NamedTypes): readonly Variant[] {
  const variants = variantsOf(type, types) as readonly Variant[];
  return variants.length === 0 ? nothingKnown(type) : variants;
}

const nothingKnown = remembered(({ at }: FieldType): readonly Variant[] => [{ kind: "any", at }]);

/** The properties by name: the first of two that have one. */
export const membersOf: (properties: readonly Property[]) => Members = remembered((properties) => {
  const sorted = properties.toReversed().sort((a, b) => compareText(a.name, b.name));
  return new Map(sorted.map((property) => [property.name, property]));
});

/** What other members of an object are. */
export function restOf({ rest, at }: ObjectType): FieldType {
  return rest ?? anything(at);
}

const anything = remembered((at: Span): FieldType => ({ kind: "any", at }));

/** What two types have alike that are the same: a name is one type wherever it stands. */
export function typeKey(type: FieldType): FieldType | string {
  return type.kind === "reference" ? type.name : type;
}

/** The least and the greatest, infinite where there is none. */
export function limitsOf({ min, max }: Limits): Required<Limits> {
  return { min: min ?? Number.NEGATIVE_INFINITY, max: max ?? Number.POSITIVE_INFINITY };
}
