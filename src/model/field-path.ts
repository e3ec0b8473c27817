/** Following a path into the fields of an error. */
import {
  type Field,
  type FieldType,
  isNull,
  type NamedTypes,
  type Property,
  propertyNamed,
  variantsOf,
} from "./field.js";
import { remembered } from "./remembered.js";

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
      /** What could stand instead: one list for all who ask at the same place. */
      readonly known: readonly Property[];
    };

/** Follows a path of member names. A member that only some variants of a union have is optional. */
export function followPath(
  fields: readonly Field[],
  path: readonly string[],
  types: NamedTypes,
): FoundPath {
  const [first = "", ...rest] = path;
  const field = propertyNamed(fields, first);
  if (field === undefined) return { found: false, step: first, known: fields };
  let type = field.type;
  let optional = field.optional || isNullable(type, types);
  let hidden = field.internal || field.secret;
  for (const step of rest) {
    const { size, byName, maps, known } = membersOf(variantsOf(type, types));
    const properties = [...(byName.get(step) ?? []), ...maps];
    const [property] = properties;
    if (property === undefined) return { found: false, step, known };
    type = property.type;
    optional ||= properties.length < size;
    optional ||= properties.some(
      (candidate) => candidate.optional || isNullable(candidate.type, types),
    );
    hidden ||= properties.some(({ secret }) => secret);
  }
  return { found: true, type, optional, hidden };
}

/** The members that the variants of a type have together. */
interface Members {
  /** How many variants there are. */
  readonly size: number;
  readonly byName: ReadonlyMap<string, readonly Property[]>;
  /** What stands for any name in the variants that are maps. */
  readonly maps: readonly Property[];
  readonly known: readonly Property[];
}

const membersOf = remembered((variants: readonly FieldType[]): Members => {
  const objects = variants.filter((variant) => variant.kind === "object");
  const byName = new Map<string, Property[]>();
  for (const { properties } of objects) {
    for (const name of new Set(properties.map((property) => property.name))) {
      const property = propertyNamed(properties, name) as Property;
      const same = byName.get(name);
      if (same === undefined) byName.set(name, [property]);
      else same.push(property);
    }
  }
  return {
    size: variants.length,
    byName,
    maps: objects.flatMap(({ at, rest }) =>
      rest === undefined ? [] : [{ name: "", at, optional: true, secret: false, type: rest }],
    ),
    known: objects.flatMap(({ properties }) => properties),
  };
});

function isNullable(type: FieldType, types: NamedTypes): boolean {
  return haveNull(variantsOf(type, types));
}

// The variants of a union are one list, so each of these looks at them once.
const haveNull = remembered((variants: readonly FieldType[]) =>
  variants.some(
    (variant) => isNull(variant) || (variant.kind === "enum" && variant.values.includes(null)),
  ),
);
const areScalars = remembered((variants: readonly FieldType[]) =>
  variants.every(({ kind }) => kind === "scalar" || kind === "enum"),
);
const areLists = remembered((variants: readonly FieldType[]) => {
  const lists = variants.filter((variant) => !isNull(variant));
  return lists.length > 0 && lists.every(({ kind }) => kind === "array");
});

/** Whether values of the type can stand in a text: scalars and lists of them. */
export function isPrintable(type: FieldType, types: NamedTypes): boolean {
  const variants = variantsOf(type, types);
  return (
    areScalars(variants) ||
    variants.every((variant) =>
      variant.kind === "array"
        ? areScalars(variantsOf(variant.items, types))
        : variant.kind === "scalar" || variant.kind === "enum",
    )
  );
}

/** Whether every value of the type is a list, or null where there is none. */
export function isList(type: FieldType, types: NamedTypes): boolean {
  return areLists(variantsOf(type, types));
}
