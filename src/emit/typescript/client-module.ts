/** `client.ts`: each wire format of a catalog as a decoder alone, for clients that count bytes. */
import type { Catalog } from "../../model/catalog.js";
import type { Field } from "../../model/field.js";
import { interfaceName } from "../../model/identifier.js";
import { formatModuleNames, unionName } from "../../model/module-names.js";
import { bodiesOf, bodiesUnder, usesVariable } from "../../model/placement.js";
import type { WireFormat } from "../../model/wire-format.js";
import { type ResolvedRow, resolveRows } from "../../model/wire-rows.js";
import { decoder } from "../../runtime/generated.js";
import { compileCatalog } from "../../wire/compiled-catalog.js";
import { requiredOmits } from "../../wire/decode-spec.js";
import { docText } from "../text/doc-comment.js";
import { quote, quoteKey } from "../text/quote.js";
import { constant, type Declaration, typeDeclaration } from "./declarations.js";
import { type FormatNames, formatNames } from "./format-names.js";
import type { ModuleFile } from "./module-file.js";
import { typeName } from "./other-module.js";
import { memberText } from "./types.js";

/** The declarations of the module. */
export function clientModule(catalog: Catalog): readonly Declaration[] {
  const taken = new Set(formatModuleNames(catalog).map(({ name }) => name));
  return compileCatalog(catalog).formats.flatMap(({ format }) => [
    ...formatTypes(format, catalog, taken),
    constant((file) => {
      const { value, byCode } = formatNames(format);
      const union = `${file.typesOf("./index.js")}.${unionName(catalog)}`;
      return {
        doc: formatDoc(format),
        name: value,
        type: `${file.type("Decoder")}<${[byCode, union, ...besideOf(format, catalog, byCode, file)].join(", ")}>`,
        value: () =>
          `/*#__PURE__*/ ${file.value(decoder)}(${file.valuesOf("./formats.js")}.${value})`,
      };
    }),
  ]);
}

/**
 * What every error of a format has besides, as a type: nothing for most formats.
 *
 * @param byCode the type of what the format decodes.
 */
export function besideOf(
  format: WireFormat,
  catalog: Catalog,
  byCode: string,
  file: ModuleFile,
): readonly string[] {
  const hasSeveral = bodiesOf(format).some((body) =>
    bodiesUnder(body).some(({ kind }) => kind === "errors"),
  );
  const types = [
    ...(hasSeveral ? [`${file.type("WithOthers")}<${byCode}>`] : []),
    ...(usesVariable(format, "$context")
      ? [`${file.type("WithContext")}<${contextType(catalog, file)}>`]
      : []),
  ];
  return types.length === 0 ? [] : [types.join(" & ")];
}

/** The values of a request, as a type. */
export function contextType({ context }: Catalog, file: ModuleFile): string {
  const members = context.map((value) =>
    memberText(value, (name) => `${file.typesOf("./index.js")}.${name}`),
  );
  return `{ ${members.join(" ")} }`;
}

/** A code in a format. */
interface FormatRow {
  readonly row: ResolvedRow;
  /** The required fields that the wire does not have. */
  readonly missing: readonly Field[];
  /** Of an interface without them; undefined where nothing is missing. */
  readonly name: string | undefined;
}

/** What is said of a format where its value is exported. */
export function formatDoc({ title, name, revision, source }: WireFormat): readonly string[] {
  return [
    `${docText(title ?? name.value)}${revision === undefined ? "" : `: ${docText(revision)}`}.`,
    source === undefined ? "" : `Source: ${docText(source)}.`,
  ];
}

function formatTypes(
  format: WireFormat,
  catalog: Catalog,
  taken: Set<string>,
): readonly Declaration[] {
  const names = formatNames(format);
  const rows = resolveRows(format, catalog).map((row): FormatRow => {
    const missing = requiredOmits(row.entry, row.omits);
    return {
      row,
      missing,
      name: missing.length === 0 ? undefined : lackingName(row, names, taken),
    };
  });
  return [
    ...rows.flatMap((row) => lackingInterface(row, catalog)),
    typeDeclaration([`What ${names.value} decodes, by code.`], (file) => {
      const index = file.typesOf("./index.js");
      const members = rows.map(({ row: { entry }, name }) => {
        const type = name ?? `${index}.${interfaceName(entry)}`;
        return `  readonly ${quoteKey(entry.code)}: ${type};`;
      });
      return `interface ${names.byCode} {\n${members.join("\n")}\n}`;
    }),
    typeDeclaration(
      [`Any error that ${names.value} decodes.`],
      () => `type ${names.union} = ${names.byCode}[keyof ${names.byCode}];`,
    ),
  ];
}

/** A name that no other has: that of another format, with a code behind it, may be the same text. */
function lackingName({ entry }: ResolvedRow, { union }: FormatNames, taken: Set<string>): string {
  let name = `${union.slice(0, -"Error".length)}${interfaceName(entry)}`;
  while (taken.has(name)) name = `$${name}`;
  taken.add(name);
  return name;
}

function lackingInterface(
  { row, missing, name }: FormatRow,
  catalog: Catalog,
): readonly Declaration[] {
  if (name === undefined) return [];
  const keys = missing.map(({ name }) => quote(name)).join(" | ");
  const base = interfaceName(row.entry);
  return [
    typeDeclaration([`${base}, from a wire that does not send all of its fields.`], (file) => {
      const index = file.typesOf("./index.js");
      const members = missing.map(
        (field) =>
          `  ${memberText({ ...field, optional: true }, (type) => typeName(type, index, catalog, file))}`,
      );
      return `interface ${name} extends Omit<${index}.${base}, ${keys}> {\n${members.join("\n")}\n}`;
    }),
  ];
}
