/** A contract's types with names looked up, one level at a time: inlined at once they could have no end. */
import {
  type ContractFields,
  type ContractSchema,
  type ContractType,
  memberKey,
  memberOf,
} from "../model/contract.js";
import { stringFormats } from "../model/field.js";

/** The types of a contract by name. */
export type ContractTypes = Readonly<Record<string, ContractType>>;

/** The bounds of a number, or of a length. */
export interface Limits {
  readonly min: number;
  readonly max: number;
}

/** A member of an object, or a field. */
export interface ContractMember {
  readonly optional: boolean;
  readonly secret: boolean;
  readonly type: ContractType;
}

/** A type that is no union and no name. */
export type ResolvedType =
  | { readonly kind: "any" }
  | ({
      readonly kind: "scalar";
      readonly type: string;
      readonly format: string | undefined;
    } & Limits)
  | {
      readonly kind: "enum";
      readonly values: readonly (string | number | boolean | null)[];
    }
  | ({ readonly kind: "array"; readonly items: ContractType } & Limits)
  | {
      readonly kind: "object";
      readonly members: ReadonlyMap<string, ContractMember>;
      readonly rest: ContractType | undefined;
      readonly closed: boolean;
    };

/** The variants of a type; itself where it is no union. What leads nowhere, or in a circle, is anything. */
export function variantsOf(type: ContractType, types: ContractTypes): readonly ResolvedType[] {
  const variants: ResolvedType[] = [];
  const seen = new Set<ContractType>();
  const rest: ContractType[] = [type];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    const schema = typeof next === "string" ? schemaNamed(next) : next;
    if (schema === undefined) {
      const named = memberOf(types, next as string);
      if (named !== undefined && !seen.has(next)) rest.push(named);
      seen.add(next);
    } else if (schema.oneOf === undefined) variants.push(resolved(schema));
    else for (const variant of schema.oneOf.toReversed()) rest.push(variant);
  }
  return variants.length === 0 ? [{ kind: "any" }] : variants;
}

/** The members of fields or properties by name. */
export function membersOf(fields: ContractFields = {}): ReadonlyMap<string, ContractMember> {
  return new Map(
    Object.entries(fields).map(([key, type]) => {
      const { name, optional } = memberKey(key);
      return [name, { optional, secret: typeof type === "object" && type.secret === true, type }];
    }),
  );
}

const typeNames = ["string", "integer", "number", "boolean", "null", "object", "array"];

/** The schema that a JSON type or a format is short for; undefined where it is the name of a type. */
export function schemaNamed(name: string): ContractSchema | undefined {
  if (typeNames.includes(name)) return { type: name };
  return (stringFormats as readonly string[]).includes(name)
    ? { type: "string", format: name }
    : undefined;
}

function resolved(schema: ContractSchema): ResolvedType {
  if (schema.enum !== undefined) return { kind: "enum", values: schema.enum };
  const { type } = schema;
  if (type === undefined) return { kind: "any" };
  if (type === "array")
    return {
      kind: "array",
      items: schema.items ?? {},
      ...limits(schema.minItems, schema.maxItems),
    };
  if (type === "object") {
    const { additionalProperties: rest } = schema;
    return {
      kind: "object",
      members: membersOf(schema.properties),
      rest: rest === false ? undefined : rest,
      closed: rest === false,
    };
  }
  const { minLength, maxLength, minimum, maximum, format } = schema;
  const own = type === "string" ? limits(minLength, maxLength) : limits(minimum, maximum);
  return { kind: "scalar", type, format, ...own };
}

function limits(min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY): Limits {
  return { min, max };
}
