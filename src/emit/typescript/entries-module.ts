/** `entries.ts`: what decoding knows of each code. */
import { match } from "ts-pattern";
import { type Catalog, type Entry, liveEntries } from "../../model/catalog.js";
import type { FieldType, NamedTypes, Property } from "../../model/field.js";
import { variantsOf } from "../../model/field.js";
import { constructorName } from "../../model/identifier.js";
import { groupVariants } from "../../model/union.js";
import { literal, quote, quoteKey } from "../text/quote.js";
import { constant, type Declaration, importDeclaration, privateConstant } from "./declarations.js";
import { delayMember, pathsText, secretPaths } from "./entry.js";

/** The declarations of the module. */
export function entriesModule(catalog: Catalog): readonly Declaration[] {
  const entries = liveEntries(catalog);
  const used = usedTypes(entries, catalog.types);
  const names = entries.map((entry) => `  ${entryConstant(entry)},`).join("\n");
  return [
    importDeclaration({
      from: "errdex",
      values: [...(usesAnyOf(entries, used, catalog.types) ? ["anyOf"] : []), "entryTable"],
      types: [
        ...(entries.length > 0 ? ["EntryRow"] : []),
        "EntryTable",
        ...(used.length > 0 ? ["Shape"] : []),
      ],
    }),
    ...used.map((name) =>
      privateConstant(`$${name}`, "Shape", shapeText(catalog.types.get(name)?.type, catalog.types)),
    ),
    ...entries.map((entry) =>
      constant(entryConstant(entry), "EntryRow", rowText(entry, catalog.types)),
    ),
    constant(
      "entries",
      "EntryTable",
      `/*#__PURE__*/ entryTable(${quote(catalog.name.value)}, () => [\n${names}\n])`,
    ),
  ];
}

/** The name of what decoding knows of an entry. No code and no type becomes a name with two $ in front. */
export function entryConstant(entry: Entry): string {
  return `$$${constructorName(entry)}`;
}

function rowText(entry: Entry, types: NamedTypes): string {
  const fields = entry.fields.filter(({ internal }) => !internal);
  const secret = secretPaths(entry, types);
  const members = [
    `code: ${quote(entry.code)}`,
    `statuses: [${entry.statuses.map(({ value }) => value).join(", ")}]`,
    ...(fields.length === 0 ? [] : [`fields: ${membersText(fields, types)}`]),
    ...(secret.length === 0 ? [] : [`secret: ${pathsText(secret)}`]),
    ...delayMember(entry),
  ];
  return `{ ${members.join(", ")} }`;
}

/** Named types that fields use, each after those inside it. */
export function usedTypes(entries: readonly Entry[], types: NamedTypes): readonly string[] {
  const used = new Set<string>();
  const walk = (type: FieldType): void => {
    match(type)
      .with({ kind: "reference" }, ({ name }) => {
        const inner = types.get(name)?.type;
        if (inner === undefined || used.has(name)) return;
        walk(inner);
        used.add(name);
      })
      .with({ kind: "array" }, ({ items }) => walk(items))
      .with({ kind: "object" }, ({ properties, rest }) => {
        for (const property of properties) walk(property.type);
        if (rest !== undefined) walk(rest);
      })
      .with({ kind: "oneOf" }, ({ variants }) => variants.forEach(walk))
      .with({ kind: "any" }, { kind: "scalar" }, { kind: "enum" }, () => {})
      .exhaustive();
  };
  for (const { fields } of entries)
    for (const field of fields) if (!field.internal) walk(field.type);
  return [...used];
}

function membersText(properties: readonly Property[], types: NamedTypes): string {
  const members = properties.map(({ name, optional, type }) => {
    const key = optional ? quote(`${name}?`) : quoteKey(name);
    return `${key}: ${shapeText(type, types)}`;
  });
  return `{ ${members.join(", ")} }`;
}

function shapeText(type: FieldType | undefined, types: NamedTypes): string {
  if (type === undefined) return '"any"';
  return match(type)
    .with({ kind: "any" }, () => '"any"')
    .with({ kind: "reference" }, ({ name }) => `$${name}`)
    .with({ kind: "enum" }, ({ values }) => `{ enum: [${values.map(literal).join(", ")}] }`)
    .with({ kind: "scalar" }, (scalar) => {
      const limits = limitsText(scalar);
      return limits === "" ? quote(scalar.type) : `{ range: ${quote(scalar.type)}${limits} }`;
    })
    .with(
      { kind: "array" },
      (array) => `{ items: ${shapeText(array.items, types)}${limitsText(array)} }`,
    )
    .with({ kind: "object" }, ({ properties, rest }) => {
      const others = rest === undefined ? "" : `, rest: ${shapeText(rest, types)}`;
      return `{ members: ${properties.length === 0 ? "{}" : membersText(properties, types)}${others} }`;
    })
    .with({ kind: "oneOf" }, (union) => unionText(union, types))
    .exhaustive();
}

function limitsText({ min, max }: { readonly min?: number; readonly max?: number }): string {
  return `${min === undefined ? "" : `, min: ${min}`}${max === undefined ? "" : `, max: ${max}`}`;
}

function unionText(union: UnionType, types: NamedTypes): string {
  const listed = (variants: readonly FieldType[]) =>
    variants.map((variant) => shapeText(variant, types)).join(", ");
  const { by, objects, others } = splitUnion(union, types);
  if (by === undefined) return `{ oneOf: [${listed(union.variants)}], as: anyOf }`;
  const tagged = `{ oneOf: [${listed(objects)}], by: ${quote(by)} }`;
  return others.length === 0 ? tagged : `{ oneOf: [${tagged}, ${listed(others)}], as: anyOf }`;
}

type UnionType = Extract<FieldType, { kind: "oneOf" }>;

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
  const objects = flat.filter(isObject);
  return { by, objects, others: flat.filter((variant) => !isObject(variant)) };
}

/** Whether there is a union whose variants are not all told apart by a member. */
function usesAnyOf(entries: readonly Entry[], used: readonly string[], types: NamedTypes): boolean {
  const has = (type: FieldType): boolean =>
    match(type)
      .with({ kind: "array" }, ({ items }) => has(items))
      .with({ kind: "object" }, ({ properties, rest }) =>
        [...properties.map(({ type }) => type), ...(rest === undefined ? [] : [rest])].some(has),
      )
      .with({ kind: "oneOf" }, (union) => {
        const { by, others } = splitUnion(union, types);
        return by === undefined || others.length > 0 || union.variants.some(has);
      })
      .with(
        { kind: "any" },
        { kind: "scalar" },
        { kind: "enum" },
        { kind: "reference" },
        () => false,
      )
      .exhaustive();
  const fields = entries.flatMap((entry) => entry.fields.filter(({ internal }) => !internal));
  const named = used.flatMap((name) => types.get(name)?.type ?? []);
  return [...fields.map(({ type }) => type), ...named].some(has);
}
