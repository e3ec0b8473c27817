/** How snippets name things, and how to raise a code: TypeScript that compiles against the generated module. */
import type { Catalog, Entry, Example } from "../../model/catalog.js";
import { propertyNamed } from "../../model/field.js";
import { constructorName } from "../../model/identifier.js";
import type { JsonValue } from "../../model/json-value.js";
import { type OwnName, ownName } from "../../model/module-names.js";
import type { Output } from "../../model/output.js";
import type { WireFormat } from "../../model/wire-format.js";
import { type ResolvedRow, resolveRows } from "../../model/wire-rows.js";
import { typescript } from "../../outputs/outputs.js";
import { statusesOf } from "../json-schema/row-values.js";
import { quote, quoteKey } from "../text/quote.js";

/** How the snippets of a catalog name things. */
export interface SnippetNames {
  /** What the generated module is imported by. */
  readonly module: string;
  /** What its decoders of the wire formats are imported by. */
  readonly client: string;
  /** What a snippet imports to call something of the module by its usual name. */
  readonly imported: (name: OwnName) => string;
  /** In the order of the catalog. */
  readonly formats: readonly SnippetFormat[];
}

/** A wire format as the code of a client sees it. */
export interface SnippetFormat {
  readonly format: WireFormat;
  /** Whether `decode` of the module reads it. */
  readonly isDefault: boolean;
  /** The codes that its decoder can give. */
  readonly rows: ReadonlyMap<string, ResolvedRow>;
  /** Whether errors have the status of one, so that it tells them from what is none. */
  readonly isToldByStatus: boolean;
}

/** How the snippets of a catalog name things: as `module` says, or by the folder of the output. */
export function snippetNames(catalog: Catalog): SnippetNames {
  const output = catalog.outputs.find(({ kind }) => kind === "typescript" || kind === "javascript");
  const folder = output?.path.value.split("/").filter(isName).at(-1) ?? catalog.name.value;
  const ending = importEnding(output);
  const named = catalog.module?.value;
  return {
    imported: (name) => {
      const own = ownName(catalog)(name);
      return own === name ? name : `${own} as ${name}`;
    },
    module: named ?? `./${folder}/index${ending}`,
    client: named === undefined ? `./${folder}/client${ending}` : clientOf(named),
    formats: catalog.wireFormats.map((format) => {
      const rows = resolveRows(format, catalog);
      return {
        format,
        isDefault: format.name.value === catalog.wire.value,
        rows: new Map(rows.map((row) => [row.entry.code, row])),
        isToldByStatus: rows.every((row) =>
          statusesOf(row, format).every((status) => status >= 400),
        ),
      };
    }),
  };
}

// Beside an index there is a file, and in a package an entry of the same name.
function clientOf(module: string): string {
  const beside = module.replace(/\/index(\.[cm]?[jt]s)?$/, "/client$1");
  return beside === module ? `${module}/client` : beside;
}

function importEnding(output: Output | undefined): string {
  const extension =
    (output?.kind === "typescript" ? typescript.asked(output).options.extension : undefined) ??
    "js";
  return extension === "none" ? "" : `.${extension}`;
}

function isName(step: string): boolean {
  return step !== "" && step !== "." && step !== "..";
}

/** Raising a code with the fields of its first example; undefined where nothing shows what they would be. */
export function raiseSnippet(entry: Entry, { module }: SnippetNames): string | undefined {
  const [example] = entry.examples;
  const given = example?.fields ?? {};
  const isWhole = entry.fields.every(
    ({ name, optional }) => optional || Object.hasOwn(given, name),
  );
  if (entry.retired !== undefined || !isWhole) return undefined;
  const name = constructorName(entry);
  return [
    `import { ${name} } from ${quote(module)};`,
    "",
    `throw ${name}(${argumentsText(entry, example)});`,
  ].join("\n");
}

function argumentsText({ fields }: Entry, example: Example | undefined): string {
  const shown = Object.entries(example?.fields ?? {}).filter(([name]) => {
    const field = propertyNamed(fields, name);
    return field !== undefined && !(field.internal && field.optional);
  });
  const hasStatus = example?.status !== undefined;
  const values = [
    ...(fields.length > 0 && (shown.length > 0 || hasStatus) ? [Object.fromEntries(shown)] : []),
    ...(hasStatus ? [{ status: example.status.value }] : []),
  ];
  return values.map((value) => valueText(value, "", 60)).join(", ");
}

/** A value as code, on one line where it fits. */
function valueText(value: JsonValue, indent: string, room: number): string {
  if (value === null || typeof value !== "object")
    return typeof value === "string" ? quote(value) : JSON.stringify(value);
  const isList = Array.isArray(value);
  const inner = `${indent}  `;
  const print = (next: string, left: number): readonly string[] =>
    isList
      ? value.map((item: JsonValue) => valueText(item, next, left))
      : Object.entries(value).map(
          ([key, member]) => `${quoteKey(key)}: ${valueText(member, next, left)}`,
        );
  const [open, close] = isList ? ["[", "]"] : ["{", "}"];
  const short = print("", Number.POSITIVE_INFINITY).join(", ");
  if (short === "") return open + close;
  if (short.length + indent.length <= room) return isList ? `[${short}]` : `{ ${short} }`;
  const lines = print(inner, room).map((line) => `${inner}${line},\n`);
  return `${open}\n${lines.join("")}${indent}${close}`;
}
