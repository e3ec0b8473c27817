/** `zod.ts`: the union as zod schemas, which are Standard Schemas too, for those who validate elsewhere. */
import { match } from "ts-pattern";
import { type Catalog, type Entry, liveEntries } from "../../model/catalog.js";
import { type FieldType, type NamedTypes, type Property, variantsOf } from "../../model/field.js";
import { camelCase } from "../../model/identifier.js";
import { unionName } from "../../model/module-names.js";
import { groupVariants } from "../../model/union.js";
import { compileCatalog } from "../../wire/compiled-catalog.js";
import { docComment } from "../text/doc-comment.js";
import { literal, quote, quoteKey } from "../text/quote.js";
import {
  asNever,
  type Declaration,
  importDeclaration,
  privateConstant,
  typeDeclaration,
  typed,
} from "./declarations.js";

/** The declarations of the module. */
export function zodModule(catalog: Catalog): readonly Declaration[] {
  const entries = liveEntries(catalog);
  const { types } = catalog;
  const union = unionName(catalog);
  const name = camelCase(catalog.name.value);
  const schemas = entries.map((entry) => `  ${entrySchema(entry, types)},`).join("\n");
  const value =
    (doc: string, identifier: string, type: string, text: string): Declaration =>
    (dress) =>
      dress === "dts"
        ? `${docComment([doc])}export declare const ${identifier}: ${type};`
        : `${docComment([doc])}export const ${identifier}${typed(dress, `: ${type}`)} = ${droppable(text)}${asNever(dress)};`;
  return [
    () => "// Needs zod 4, or zod 3.25, which has it as zod/v4.",
    // As a namespace: of a name in it, `z` of zod, a bundle carries everything.
    importDeclaration({ from: "zod/v4", namespace: "z" }),
    importDeclaration({ from: "errdex", types: ["CatalogError"] }),
    importDeclaration({
      from: "./index.js",
      values: ["fromJSON"],
      types: ["ErrorByCode", "ErrorCode", union],
    }),
    typeDeclaration(
      ["An error as `toJSON` gives it."],
      `type ${union}Json = {
  [Code in ErrorCode]: {
    readonly code: Code;
    readonly status: ErrorByCode[Code]["status"];
    readonly message: string;
    readonly fields: Omit<ErrorByCode[Code], keyof CatalogError>;
  };
}[ErrorCode];`,
    ),
    ...[...compileCatalog(catalog).shapes.keys()].map((each) =>
      privateConstant(`$${each}`, "z.ZodType", droppable(schemaText(types.get(each)?.type, types))),
    ),
    value(
      "The union as plain JSON. Members that it does not name are let through, variants that it does not know are not.",
      `${name}ErrorJson`,
      `z.ZodType<${union}Json>`,
      `z.discriminatedUnion("code", [\n${schemas}\n])`,
    ),
    value(
      "The union as real errors: what `toJSON` gave, validated and read back.",
      `${name}Error`,
      `z.ZodType<${union}, ${union}Json>`,
      `${name}ErrorJson.transform((json) => fromJSON(json))`,
    ),
  ];
}

/** An expression that a bundle leaves out where nobody uses it. A call that is marked keeps the calls among its arguments. */
function droppable(text: string): string {
  return `/*#__PURE__*/ (() => ${text})()`;
}

function entrySchema({ code, statuses, fields }: Entry, types: NamedTypes): string {
  const values = statuses.map((status) => status.value).join(", ");
  const isPublic = ({ internal }: Entry["fields"][number]) => !internal;
  return `z.object({ code: z.literal(${quote(code)}), status: z.literal([${values}]), message: z.string(), fields: ${objectText(fields.filter(isPublic), types)} })`;
}

function objectText(properties: readonly Property[], types: NamedTypes): string {
  const members = properties.map(
    ({ name, optional, type }) =>
      `${quoteKey(name)}: ${schemaText(type, types)}${optional ? ".optional()" : ""}`,
  );
  return members.length === 0 ? "z.looseObject({})" : `z.looseObject({ ${members.join(", ")} })`;
}

function schemaText(type: FieldType | undefined, types: NamedTypes): string {
  if (type === undefined) return "z.unknown()";
  return match(type)
    .with({ kind: "any" }, () => "z.unknown()")
    .with({ kind: "reference" }, ({ name }) => `$${name}`)
    .with({ kind: "enum" }, ({ values }) => `z.literal([${values.map(literal).join(", ")}])`)
    .with({ kind: "scalar" }, (scalar) => scalarText(scalar))
    .with(
      { kind: "array" },
      ({ items, min, max }) => `z.array(${schemaText(items, types)})${limits(min, max)}`,
    )
    .with({ kind: "object" }, ({ properties, rest }) =>
      rest === undefined
        ? objectText(properties, types)
        : `z.record(z.string(), ${schemaText(rest, types)})`,
    )
    .with({ kind: "oneOf" }, (union) => unionText(union, types))
    .exhaustive();
}

function scalarText({ type, min, max }: Extract<FieldType, { kind: "scalar" }>): string {
  if (type === "null") return "z.null()";
  if (type === "boolean") return "z.boolean()";
  if (type === "integer") return `z.int()${limits(min, max)}`;
  if (type === "number") return `z.number()${limits(min, max)}`;
  // The length of a text is counted in code points, as JSON Schema does.
  const tests = [
    ...(min === undefined ? [] : [`[...text].length >= ${min}`]),
    ...(max === undefined ? [] : [`[...text].length <= ${max}`]),
  ];
  return tests.length === 0 ? "z.string()" : `z.string().refine((text) => ${tests.join(" && ")})`;
}

function limits(min: number | undefined, max: number | undefined): string {
  return `${min === undefined ? "" : `.min(${min})`}${max === undefined ? "" : `.max(${max})`}`;
}

function unionText(union: Extract<FieldType, { kind: "oneOf" }>, types: NamedTypes): string {
  const { objects, others } = groupVariants(union, types);
  const variants = union.variants.every((variant) => variantsOf(variant, types).length === 1)
    ? union.variants
    : [...objects, ...others];
  return `z.union([${variants.map((variant) => schemaText(variant, types)).join(", ")}])`;
}
