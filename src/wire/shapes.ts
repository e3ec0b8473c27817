/** Types of fields as the shapes that the runtime checks. */
import { match } from "ts-pattern";
import type { Contract } from "../model/catalog.js";
import type { FieldType, NamedTypes, Property } from "../model/field.js";
import { variantsOf } from "../model/field.js";
import { remembered } from "../model/remembered.js";
import { groupVariants } from "../model/union.js";
import { anyOf } from "../runtime/any-of.js";
import type { FieldShapes, Shape } from "../runtime/shape.js";

type UnionType = Extract<FieldType, { kind: "oneOf" }>;

/** The shapes of a catalog. A named type is one object wherever it stands, so that all who use it share one reader. */
export interface CatalogShapes {
  /** The shapes of the named types that were asked for so far, each after those inside it. */
  readonly named: ReadonlyMap<string, Shape>;
  of(type: FieldType): Shape;
  /** Of several fields or members; a name that ends with `?` is optional. */
  ofMembers(properties: readonly Property[]): FieldShapes;
}

/** The shapes of a catalog's types. */
export const catalogShapes = remembered(({ types }: Contract): CatalogShapes => {
  const named = new Map<string, Shape>();
  const shapeOf = (type: FieldType): Shape =>
    match(type)
      .returnType<Shape>()
      .with({ kind: "any" }, () => "any")
      .with({ kind: "reference" }, ({ name }) => namedShape(name))
      .with({ kind: "enum" }, ({ values }) => ({ enum: values }))
      .with({ kind: "scalar" }, ({ type: range, min, max }) =>
        (range === "string" || range === "number" || range === "integer") &&
        (min !== undefined || max !== undefined)
          ? { range, ...limits(min, max) }
          : range,
      )
      .with({ kind: "array" }, ({ items, min, max }) => ({
        items: shapeOf(items),
        ...limits(min, max),
      }))
      .with({ kind: "object" }, ({ properties, rest }) => ({
        members: ofMembers(properties),
        ...(rest !== undefined && { rest: shapeOf(rest) }),
      }))
      .with({ kind: "oneOf" }, unionShape)
      .exhaustive();

  const namedShape = (name: string): Shape => {
    const before = named.get(name);
    if (before !== undefined) return before;
    const type = types.get(name)?.type;
    const shape = type === undefined ? "any" : shapeOf(type);
    named.set(name, shape);
    return shape;
  };

  const ofMembers = (properties: readonly Property[]): FieldShapes =>
    Object.fromEntries(
      properties.map(({ name, optional, type }) => [optional ? `${name}?` : name, shapeOf(type)]),
    );

  const unionShape = (union: UnionType): Shape => {
    const { by, objects, others } = splitUnion(union, types);
    if (by === undefined) return { oneOf: union.variants.map(shapeOf), as: anyOf };
    const tagged: Shape = { oneOf: objects.map(shapeOf), by };
    return others.length === 0 ? tagged : { oneOf: [tagged, ...others.map(shapeOf)], as: anyOf };
  };

  return { named, of: shapeOf, ofMembers };
});

function limits(
  min: number | undefined,
  max: number | undefined,
): { readonly min?: number; readonly max?: number } {
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}

/** The objects of a union, what tells them apart, and its other variants. */
function splitUnion(union: UnionType, types: NamedTypes) {
  const { by } = groupVariants(union, types);
  const isObject = (variant: FieldType) =>
    variantsOf(variant, types).every(({ kind }) => kind === "object");
  const flat = union.variants.flatMap((variant) =>
    variant.kind === "reference" && isObject(variant) && variantsOf(variant, types).length === 1
      ? [variant]
      : variantsOf(variant, types),
  );
  return {
    by,
    objects: flat.filter(isObject),
    others: flat.filter((variant) => !isObject(variant)),
  };
}
