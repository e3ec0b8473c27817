/** Field types of the model → plain JSON, in the language of catalogs. */
import { compareText } from "../../model/catalog.js";
import { extensionMembers } from "../../model/extension.js";
import { type FieldType, type Property, stringFormats } from "../../model/field.js";

/** Members of an object of JSON, or what stands in one. */
export type JsonMembers = Readonly<Record<string, unknown>>;

/** The type. References stay names: inlined, types that hold others twice through many levels would have no end. */
export function typeJson(type: FieldType): string | JsonMembers {
  const own = bareType(type);
  return type.extensions === undefined
    ? own
    : { ...asSchema(own), ...extensionMembers(type.extensions) };
}

function bareType(type: FieldType): string | JsonMembers {
  switch (type.kind) {
    case "reference":
      return type.name;
    case "any":
      return {};
    case "enum":
      return { enum: type.values };
    case "oneOf":
      return { oneOf: type.variants.map(typeJson) };
    case "array":
      return defined({
        type: "array",
        items: typeJson(type.items),
        minItems: type.min,
        maxItems: type.max,
      });
    case "object": {
      const { properties, rest, closed } = type;
      return defined({
        type: "object",
        properties: properties.length === 0 ? undefined : fieldsJson(properties),
        additionalProperties: closed ? false : rest && typeJson(rest),
      });
    }
    case "scalar": {
      const { type: name, format, min, max } = type;
      if (min === undefined && max === undefined) return format ?? name;
      return name === "string"
        ? defined({ type: name, format, minLength: min, maxLength: max })
        : defined({ type: name, minimum: min, maximum: max });
    }
  }
}

/** Fields by name, sorted; optional ones with `?`. */
export function fieldsJson(properties: readonly Property[]): JsonMembers {
  const sorted = [...properties].sort((a, b) => compareText(a.name, b.name));
  return Object.fromEntries(
    sorted.map(({ name, optional, secret, type }) => {
      const own = typeJson(type);
      return [optional ? `${name}?` : name, secret ? marked(own) : own];
    }),
  );
}

function marked(type: string | JsonMembers): JsonMembers {
  return { ...asSchema(type), secret: true };
}

function asSchema(type: string | JsonMembers): JsonMembers {
  return typeof type === "string" ? (spelledOut(type) ?? { oneOf: [type] }) : type;
}

const typeNames: readonly string[] = ["string", "integer", "number", "boolean", "null"];

/** The schema that a JSON type or a format is short for; undefined where it is the name of a type. */
function spelledOut(name: string): JsonMembers | undefined {
  if (typeNames.includes(name)) return { type: name };
  return (stringFormats as readonly string[]).includes(name)
    ? { type: "string", format: name }
    : undefined;
}

type Defined<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

/** The same without members that are undefined, which JSON does not know. */
export function defined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(
    Object.entries(value).filter(([, member]) => member !== undefined),
  ) as Defined<T>;
}
