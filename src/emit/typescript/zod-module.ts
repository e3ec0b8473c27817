/** `zod.ts`: the union as zod schemas, which are Standard Schemas too, for those who validate elsewhere. */
import { match } from "ts-pattern";
import { type Catalog, type Entry, liveEntries } from "../../model/catalog.js";
import { type FieldType, type NamedTypes, type Property, variantsOf } from "../../model/field.js";
import { camelCase } from "../../model/identifier.js";
import { ownName, unionName } from "../../model/module-names.js";
import { groupVariants } from "../../model/union.js";
import { compileCatalog } from "../../wire/compiled-catalog.js";
import { literal, quote, quoteKey } from "../text/quote.js";
import {
  asNever,
  constant,
  type Declaration,
  privateConstant,
  typeDeclaration,
} from "./declarations.js";
import { localTypeName } from "./other-module.js";

/** The declarations of the module. */
export function zodModule(catalog: Catalog): readonly Declaration[] {
  const entries = liveEntries(catalog);
  const { types } = catalog;
  const union = unionName(catalog);
  const own = ownName(catalog);
  const name = camelCase(catalog.name.value);
  const schemas = entries.map((entry) => `  ${entrySchema(entry, types)},`).join("\n");
  return [
    () => "// Needs zod 4, or zod 3.25, which has it as zod/v4.",
    typeDeclaration(["An error as `toJSON` gives it."], (file) => {
      const index = file.typesOf("./index.js");
      return `type ${union}Json = {
  [Code in ${index}.${own("ErrorCode")}]: {
    readonly code: Code;
    readonly status: ${index}.${own("ErrorByCode")}[Code]["status"];
    readonly message: string;
    readonly fields: Omit<${index}.${own("ErrorByCode")}[Code], keyof ${file.type("CatalogError")}>;
  };
}[${index}.${own("ErrorCode")}];`;
    }),
    ...[...compileCatalog(catalog).shapes.keys()].map((each) =>
      privateConstant((file) => ({
        name: `$$${localTypeName(each)}`,
        type: `${file.valuesOf("zod/v4")}.ZodType`,
        value: () => droppable(schemaText(types.get(each)?.type, types)),
      })),
    ),
    constant((file) => ({
      doc: [
        "The union as plain JSON. Members that it does not name are let through, variants that it does not know are not.",
      ],
      name: `${name}ErrorJson`,
      type: `${file.typesOf("zod/v4")}.ZodType<${union}Json>`,
      value: () =>
        droppable(`${file.valuesOf("zod/v4")}.discriminatedUnion("code", [\n${schemas}\n])`) +
        asNever(file),
    })),
    constant((file) => {
      const index = file.valuesOf("./index.js");
      return {
        doc: ["The union as real errors: what `toJSON` gave, validated and read back."],
        name: `${name}Error`,
        type: `$zod.ZodType<${index}.${union}, ${union}Json>`,
        value: () =>
          droppable(`${name}ErrorJson.transform((json) => ${index}.${own("fromJSON")}(json))`) +
          asNever(file),
      };
    }),
  ];
}

/** An expression that a bundle leaves out where nobody uses it. A call that is marked keeps the calls among its arguments. */
function droppable(text: string): string {
  return `/*#__PURE__*/ (() => ${text})()`;
}

function entrySchema({ code, statuses, fields }: Entry, types: NamedTypes): string {
  const values = statuses.map((status) => status.value).join(", ") || "0";
  const isPublic = ({ internal }: Entry["fields"][number]) => !internal;
  return `$zod.object({ code: $zod.literal(${quote(code)}), status: $zod.literal([${values}]), message: $zod.string(), fields: ${objectText(fields.filter(isPublic), types)} })`;
}

function objectText(properties: readonly Property[], types: NamedTypes): string {
  const members = properties.map(
    ({ name, optional, type }) =>
      `${quoteKey(name)}: ${schemaText(type, types)}${optional ? ".optional()" : ""}`,
  );
  return members.length === 0
    ? "$zod.looseObject({})"
    : `$zod.looseObject({ ${members.join(", ")} })`;
}

function schemaText(type: FieldType | undefined, types: NamedTypes): string {
  if (type === undefined) return "$zod.unknown()";
  return match(type)
    .with({ kind: "any" }, () => "$zod.unknown()")
    .with({ kind: "reference" }, ({ name }) => `$$${localTypeName(name)}`)
    .with({ kind: "enum" }, ({ values }) => `$zod.literal([${values.map(literal).join(", ")}])`)
    .with({ kind: "scalar" }, (scalar) => scalarText(scalar))
    .with(
      { kind: "array" },
      ({ items, min, max }) => `$zod.array(${schemaText(items, types)})${limits(min, max)}`,
    )
    .with({ kind: "object" }, ({ properties, rest }) =>
      rest === undefined
        ? objectText(properties, types)
        : `$zod.record($zod.string(), ${schemaText(rest, types)})`,
    )
    .with({ kind: "oneOf" }, (union) => unionText(union, types))
    .exhaustive();
}

function scalarText({ type, min, max }: Extract<FieldType, { kind: "scalar" }>): string {
  if (type === "null") return "$zod.null()";
  if (type === "boolean") return "$zod.boolean()";
  if (type === "integer") return `$zod.int()${limits(min, max)}`;
  if (type === "number") return `$zod.number()${limits(min, max)}`;
  // The length of a text is counted in code points, as JSON Schema does.
  const tests = [
    ...(min === undefined ? [] : [`[...text].length >= ${min}`]),
    ...(max === undefined ? [] : [`[...text].length <= ${max}`]),
  ];
  return tests.length === 0
    ? "$zod.string()"
    : `$zod.string().refine((text) => ${tests.join(" && ")})`;
}

function limits(min: number | undefined, max: number | undefined): string {
  return `${min === undefined ? "" : `.min(${min})`}${max === undefined ? "" : `.max(${max})`}`;
}

function unionText(union: Extract<FieldType, { kind: "oneOf" }>, types: NamedTypes): string {
  const { objects, others } = groupVariants(union, types);
  const variants = union.variants.every((variant) => variantsOf(variant, types).length === 1)
    ? union.variants
    : [...objects, ...others];
  return `$zod.union([${variants.map((variant) => schemaText(variant, types)).join(", ")}])`;
}
