/** What the variables of a template can be in answers with one code. */

import type { Catalog } from "../../model/catalog.js";
import type { Field, FieldType, NamedTypes, Property, ScalarType } from "../../model/field.js";
import { propertyNamed, variantsOf } from "../../model/field.js";
import { grouped } from "../../model/grouped.js";
import { registeredStatuses } from "../../model/http-status.js";
import type { Locale } from "../../model/locale.js";
import type { Audience } from "../../model/output.js";
import { bodyOf, headerPlaces, namesIn, placesIn } from "../../model/placement.js";
import { remembered } from "../../model/remembered.js";
import { codeAddresses } from "../../model/used-catalog.js";
import { isSpellingClass, type TemplateNode, type WireFormat } from "../../model/wire-format.js";
import type { ResolvedRow } from "../../model/wire-rows.js";
import { pageOf } from "../../runtime/wire/problem-type.js";

/** Types of which a value has one. */
export interface Values {
  readonly types: readonly FieldType[];
  /** Whether there may be no value. */
  readonly absent: boolean;
}

/** A code in a wire format, with what its variables depend on. */
export interface RowValues {
  readonly resolved: ResolvedRow;
  readonly format: WireFormat;
  readonly types: NamedTypes;
  readonly audience: Audience;
  readonly docs: string | undefined;
  /** The address of types, where it is another one. */
  readonly type: string | undefined;
  /** Where types were in earlier years. */
  readonly typeAlso: readonly string[];
  /** What belongs to answers and to no code. */
  readonly context: readonly Property[];
  /** In whose languages answers are too. */
  readonly locales: readonly Locale[];
  /** The body; absent: an opaque one. */
  readonly body: TemplateNode | undefined;
  /** The first names of variables in the body. */
  readonly placed: ReadonlySet<string>;
  /** Every path into fields in body and headers, by its first name. */
  readonly places: ReadonlyMap<string, readonly (readonly string[])[]>;
}

/** The item of a repetition. */
export interface Repeated {
  readonly item: Values;
  readonly key: Values;
}

const nothing: Values = { types: [], absent: true };

/** The statuses that answers with the code have. */
export function statusesOf({ row, entry }: ResolvedRow, { status }: WireFormat): readonly number[] {
  if (status !== undefined) return [status.value];
  const own = row?.statuses ?? [];
  return [...new Set((own.length > 0 ? own : entry.statuses).map(({ value }) => value))];
}

/** Whether a field is there in every error that this wire carries. */
export function isRequired(field: Field, { omits }: ResolvedRow): boolean {
  return !field.optional && !omits.has(field.name);
}

/** The types that stand at a path of variables. */
export function valuesAt(
  [first = "", ...rest]: readonly string[],
  row: RowValues,
  repeated: Repeated | undefined,
): Values {
  const start = first.startsWith("$")
    ? builtIn(first, rest, row, repeated)
    : fieldValues(first, row);
  return first === "$row" ? start : follow(start, rest, row.types);
}

function fieldValues(name: string, { resolved }: RowValues): Values {
  const field = propertyNamed(resolved.entry.fields, name);
  return field === undefined || field.internal
    ? nothing
    : { types: [field.type], absent: !isRequired(field, resolved) };
}

function builtIn(
  name: string,
  [column = ""]: readonly string[],
  row: RowValues,
  repeated: Repeated | undefined,
): Values {
  const { resolved, format, docs, type: typeAddress = docs, audience, locales } = row;
  const { entry, spelling } = resolved;
  const at = entry.at;
  const isProducer = audience === "producers";
  const scalar = (type: ScalarType): Values => ({
    types: [{ kind: "scalar", at, type }],
    absent: false,
  });
  const values = (all: readonly (string | number | boolean)[]): Values =>
    all.length === 0 ? nothing : { types: [{ kind: "enum", at, values: all }], absent: false };
  // Written and never read back: who reads relies on the type alone.
  const written = (all: readonly (string | number | boolean)[]): Values => {
    const [some] = all;
    if (isProducer || some === undefined) return values(all);
    return scalar(typeof some as "string" | "number" | "boolean");
  };
  const listed = isProducer ? [] : (resolved.row?.also ?? []).map(({ value }) => value);
  const also = listed.filter((each) => !isSpellingClass(each));
  const page = docs === undefined ? [] : [pageOf(docs, entry.code)];
  switch (name) {
    case "$code": {
      if (spelling === null) return isProducer ? nothing : { ...scalar("null"), absent: true };
      return values([spelling, ...also]);
    }
    case "$type": {
      if (typeAddress === undefined || spelling === null) return nothing;
      const addresses = [typeAddress, ...(isProducer ? [] : row.typeAlso)];
      return values(
        addresses.flatMap((address) =>
          [spelling, ...also].map((each) => pageOf(address, String(each), entry.category.value)),
        ),
      );
    }
    case "$docs":
      return written(page);
    case "$message":
      return scalar("string");
    case "$key":
      return repeated?.key ?? nothing;
    case "$status":
      return isProducer ? values(statusesOf(resolved, format)) : scalar("integer");
    case "$phrase": {
      const statuses = statusesOf(resolved, format);
      const phrases = statuses.flatMap((status) => registeredStatuses.get(status) ?? []);
      return {
        ...written([...new Set(phrases)]),
        absent: phrases.length < statuses.length,
      };
    }
    case "$title": {
      const all = [entry, ...locales.map(({ entries }) => entries.get(entry.code))];
      const titles = all.flatMap((texts) => texts?.title?.value ?? []);
      return { ...written([...new Set(titles)]), absent: entry.title === undefined };
    }
    case "$row": {
      const value = { ...format.columns, ...resolved.row?.columns }[column];
      return written(value === undefined ? [] : [value]);
    }
    case "$item":
      return repeated?.item ?? nothing;
    case "$delay":
      return { ...scalar("number"), absent: true };
    case "$context": {
      const members = row.context;
      return { types: [{ kind: "object", at, properties: members, closed: true }], absent: true };
    }
    default:
      return {
        types: [{ kind: "object", at, properties: otherFields(row), closed: true }],
        absent: false,
      };
  }
}

/** The fields that stand nowhere in the body by name, as `$fields` has them. */
export const otherFields: (row: RowValues) => readonly Property[] = remembered(
  ({ resolved, placed }) =>
    resolved.entry.fields.filter(
      ({ name, internal }) => !internal && !placed.has(name) && !resolved.omits.has(name),
    ),
);

function follow(start: Values, path: readonly string[], types: NamedTypes): Values {
  return path.reduce<Values>((values, step) => {
    const variants = values.types.flatMap((type) => variantsOf(type, types));
    const inner = variants.map((variant) => memberOf(variant, step));
    return {
      // Types that hold another twice, through many levels, would be two to the power of their number.
      types: [...new Map(inner.flatMap(({ types: all }) => all.map(byIdentity))).values()],
      absent: values.absent || inner.some(({ absent }) => absent),
    };
  }, start);
}

function byIdentity(type: FieldType): readonly [unknown, FieldType] {
  return [type.kind === "reference" ? type.name : type, type];
}

function memberOf(type: FieldType, name: string): Values {
  if (type.kind === "any") return { types: [type], absent: true };
  if (type.kind !== "object") return nothing;
  const property = propertyNamed(type.properties, name);
  if (property !== undefined) return { types: [property.type], absent: property.optional };
  if (type.rest !== undefined) return { types: [type.rest], absent: true };
  const isFree = type.properties.length === 0 && !type.closed;
  return isFree ? { types: [{ kind: "any", at: type.at }], absent: true } : nothing;
}

/**
 * What the variables of a code depend on.
 *
 * @param body that of the code's own answers, or another one in which the code stands.
 */
export function rowValues(
  resolved: ResolvedRow,
  format: WireFormat,
  audience: Audience,
  catalog: Pick<Catalog, "types" | "docs" | "type" | "typeAlso" | "locales" | "context">,
  body = bodyOf(resolved, format),
): RowValues {
  const { types, locales, context } = catalog;
  const placed = body === undefined ? [] : placesIn(body);
  const paths = [...placed, ...headerPlaces(format)].flatMap(({ variable }) => variable.paths);
  return {
    resolved,
    format,
    types,
    audience,
    ...codeAddresses(resolved.entry, catalog),
    locales,
    context,
    body,
    placed: namesIn(placed),
    places: grouped(paths, ([first = ""]) => first),
  };
}
