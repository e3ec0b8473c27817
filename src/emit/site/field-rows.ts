/** The fields of an error as rows of a table, and the named types that they lead to. */
import { match } from "ts-pattern";
import type { DeclaredExtensions } from "../../model/extension.js";
import {
  type Field,
  type FieldType,
  type NamedType,
  type NamedTypes,
  type Property,
  resolveType,
} from "../../model/field.js";
import type { WordKey, Words } from "../../model/site-words.js";
import { visitType } from "../../model/visit-type.js";
import { extensionText, extensionTitle } from "./extension-text.js";
import { codeText, type FieldRow, fillInline, type Inline, joinInline } from "./page-text.js";
import { fillWords } from "./words.js";

/** What types are told with. */
export interface TypeContext {
  readonly types: NamedTypes;
  readonly words: Words;
  readonly declaredExtensions: DeclaredExtensions;
}

/** Rows for what clients see of an error: internal fields are not among them. */
export function fieldRows(fields: readonly Field[], context: TypeContext): readonly FieldRow[] {
  return fields.filter(({ internal }) => !internal).flatMap((field) => rowsOf(field, "", context));
}

/** Rows for the members of a named type; one for the type itself where it has none. */
export function typeRows({ name, type }: NamedType, context: TypeContext): readonly FieldRow[] {
  if (type.kind === "object" && type.properties.length > 0)
    return type.properties.flatMap((property) => rowsOf(property, "", context));
  return [{ ...rowOf({ name, optional: false, type }, context), text: undefined }];
}

/**
 * The named types that the types lead to, in the order in which a reader meets them, but for those that are told in
 * a word where they are used.
 */
export function typesBehind(all: readonly FieldType[], types: NamedTypes): readonly NamedType[] {
  const found = new Map<string, NamedType>();
  const look = (start: FieldType): void =>
    visitType(start, (type) => {
      const named = type.kind === "reference" ? types.get(type.name) : undefined;
      if (named === undefined || found.has(named.name)) return;
      if (!isSimple(named.type, types)) found.set(named.name, named);
      look(named.type);
    });
  all.forEach(look);
  return [...found.values()];
}

/** The place of a named type on a page. */
export function typeSection(name: string): string {
  return `type-${name}`;
}

type Member = Pick<Property, "name" | "optional" | "type"> & { readonly secret?: boolean };

// A member of an object that has no name of its own is a row of its own: `usage.plan`.
function rowsOf(member: Member, before: string, context: TypeContext): readonly FieldRow[] {
  const name = before + member.name;
  const { type } = member;
  const inner = type.kind === "object" ? type.properties : [];
  return [
    rowOf({ ...member, name }, context),
    ...inner.flatMap((property) => rowsOf(property, `${name}.`, context)),
  ];
}

function rowOf({ name, optional, type, secret }: Member, context: TypeContext): FieldRow {
  const { types, words } = context;
  const extensions = type.extensions ?? [];
  const told = isSimple(type, types) ? (resolveType(type, types) ?? type) : type;
  return {
    name,
    optional,
    type: typeText(told, context),
    notes: [
      ...limits(told, words),
      ...(secret ? [words["fields.secret"]] : []),
      ...extensions.map((each) => `${extensionTitle(each, context)}: ${extensionText(each)}`),
    ],
    text: type.description ?? told.description,
  };
}

/** Whether a word tells the type: a name for it would only be one more thing to look up. */
function isSimple(type: FieldType, types: NamedTypes): boolean {
  const kind = resolveType(type, types)?.kind;
  return kind === "scalar" || kind === "enum" || kind === "any";
}

function typeText(type: FieldType, context: TypeContext): readonly Inline[] {
  const { types, words } = context;
  const inner = (each: FieldType) => typeText(each, context);
  return match(type)
    .with({ kind: "any" }, () => [words["fields.any"]])
    .with({ kind: "scalar" }, ({ type: name, format }) => [codeText(format ?? name)])
    .with({ kind: "enum" }, ({ values }) =>
      joinInline(
        values.map((value) => codeText(JSON.stringify(value))),
        " | ",
      ),
    )
    .with({ kind: "array" }, ({ items }) =>
      fillInline(words["fields.list"], { type: inner(items) }),
    )
    .with({ kind: "object", properties: [] }, ({ rest }) =>
      rest === undefined
        ? [codeText("object")]
        : fillInline(words["fields.map"], { type: inner(rest) }),
    )
    .with({ kind: "object" }, () => [codeText("object")])
    .with({ kind: "oneOf" }, ({ variants }) =>
      variants.flatMap((variant, index) => [...(index === 0 ? [] : [" | "]), ...inner(variant)]),
    )
    .with({ kind: "reference" }, (reference): readonly Inline[] => {
      const { name } = reference;
      const named = types.get(name);
      return named !== undefined && isSimple(reference, types)
        ? inner(named.type)
        : [{ kind: "link", to: { section: typeSection(name) }, text: name }];
    })
    .exhaustive();
}

function limits(type: FieldType, words: Words): readonly string[] {
  if (type.kind !== "scalar" && type.kind !== "array") return [];
  const isLength = type.kind === "array" || type.type === "string";
  const say = (key: WordKey, limit: number | undefined) =>
    limit === undefined ? [] : [fillWords(words[key], { limit: String(limit) })];
  return [
    ...say(isLength ? "fields.minLength" : "fields.min", type.min),
    ...say(isLength ? "fields.maxLength" : "fields.max", type.max),
  ];
}
