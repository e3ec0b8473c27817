/** `index.ts`: what users of a catalog import. */
import { type Catalog, compareText, type Entry, liveEntries } from "../../model/catalog.js";
import { type OwnName, ownName, ownTypes, ownValues, unionName } from "../../model/module-names.js";
import { usesVariable } from "../../model/placement.js";
import { isOwn } from "../../model/used-catalog.js";
import type { WireFormat } from "../../model/wire-format.js";
import { quote } from "../text/quote.js";
import { besideOf, contextType } from "./client-module.js";
import {
  asNever,
  constant,
  type Declaration,
  functionDeclaration,
  tableDeclaration,
  typed,
} from "./declarations.js";
import { entryDeclarations } from "./entry.js";
import { formatNames } from "./format-names.js";
import { guards } from "./guards.js";
import type { ModuleFile } from "./module-file.js";
import { optionalDeclarations, optionalTablesOf } from "./optional-tables.js";
import { otherExports } from "./other-exports.js";
import { namedTypeDeclaration } from "./types.js";
import { knownCodes, unions } from "./unions.js";

/** The declarations of the module. */
export function indexModule(catalog: Catalog): readonly Declaration[] {
  const entries = liveEntries(catalog);
  return [
    ...[...catalog.types.values()]
      .filter(({ owner }) => owner === undefined)
      .sort(byName)
      .map(namedTypeDeclaration),
    ...entries.filter(isOwn).flatMap((entry) => entryDeclarations(entry, catalog)),
    ...otherExports(catalog),
    ...unions(catalog, entries),
    ...tables(catalog, entries),
    ...optionalDeclarations(catalog),
    ...guards(catalog, entries),
    ...wire(catalog),
    exportsOfOurs(catalog),
    constant((file) => ({
      doc: ["What decoding knows of each code, for catalogs that use this one."],
      name: "$rows",
      type: file.type("EntryTable"),
      value: () => `${file.valuesOf("./entries.js")}.$all`,
    })),
  ];
}

const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  compareText(a.name, b.name);

function defaultFormat({ wireFormats, wire }: Catalog): WireFormat | undefined {
  return wireFormats.find(({ name }) => name.value === wire.value);
}

function wire(catalog: Catalog): readonly Declaration[] {
  const format = defaultFormat(catalog);
  if (format === undefined) return [];
  const own = ownName(catalog);
  const { value, byCode } = formatNames(format);
  const named = quote(format.name.value);
  return [
    functionDeclaration((file) => {
      const decoded = `${file.typesOf("./client.js")}.${byCode}`;
      return {
        doc: [
          `Reads an answer in the default wire format, ${named}. Never throws: what it cannot read is an \`UnrecognizedError\`.`,
        ],
        name: own("decode"),
        generics: [`const Code extends ${own("ErrorCode")} = keyof ${decoded}`],
        parameters: [
          { name: "answer", type: file.type("Answer") },
          { name: "options", type: `${file.type("DecodeOptions")}<Code>`, optional: true },
        ],
        returns: decodedType(
          `${decoded}[Code & keyof ${decoded}] | ${file.type("UnrecognizedError")}`,
          besideOf(format, catalog, decoded, file),
        ),
        body: () => [
          `return ${file.valuesOf("./client.js")}.${value}.decode(answer, options)${asNever(file)};`,
        ],
      };
    }),
    ...(hasEncode(catalog) ? [encodeFunction(catalog, format)] : []),
  ];
}

/** Answers that nobody makes are not written. */
function hasEncode({ consumes }: Catalog): boolean {
  return consumes === undefined;
}

function encodeFunction(catalog: Catalog, format: WireFormat): Declaration {
  const own = ownName(catalog);
  const { value, byCode } = formatNames(format);
  const named = quote(format.name.value);
  return functionDeclaration((file) => {
    const decoded = `${file.typesOf("./client.js")}.${byCode}`;
    return {
      doc: [`Writes an error as an answer in the default wire format, ${named}. Never throws.`],
      name: own("encode"),
      parameters: [
        {
          name: "error",
          type: `${unionName(catalog)} | ${decoded}[keyof ${decoded}] | ${file.type("UnrecognizedError")} | AggregateError`,
        },
        { name: "options", type: encodeOptions(format, catalog, file), optional: true },
      ],
      returns: file.type("EncodedAnswer"),
      body: () => [`return ${file.valuesOf("./wire.js")}.${value}.encode(error, options);`],
    };
  });
}

function decodedType(type: string, beside: readonly string[]): string {
  return beside.length === 0 ? type : `(${type}) & ${beside.join(" & ")}`;
}

function encodeOptions(format: WireFormat, catalog: Catalog, file: ModuleFile): string {
  const options = file.type("EncodeOptions");
  return usesVariable(format, "$context")
    ? `${options} & { readonly context?: ${contextType(catalog, file)} | undefined }`
    : options;
}

function tables(catalog: Catalog, entries: readonly Entry[]): readonly Declaration[] {
  const own = ownName(catalog);
  const numbers = ({ statuses }: Entry) => statuses.map(({ value }) => value);
  const withStatus = entries.filter(({ hasNoStatus }) => !hasNoStatus);
  return [
    tableDeclaration(
      ["The default HTTP status of each code."],
      own("httpStatus"),
      withStatus.map((entry) => [entry.code, String(numbers(entry)[0])]),
    ),
    tableDeclaration(
      ["Every HTTP status of each code; the first is the default."],
      own("statuses"),
      withStatus.map((entry) => [entry.code, numbers(entry).map(String)]),
    ),
    tableDeclaration(
      ["The category of each code."],
      own("categories"),
      entries.map((entry) => [entry.code, quote(entry.category.value)]),
    ),
    tableDeclaration(
      [
        "Whether trying again can help: never, after a delay that the error carries, or with growing pauses; `null` where the catalog does not say.",
      ],
      own("retries"),
      entries.map((entry) => [
        entry.code,
        entry.retry === undefined ? "null" : quote(entry.retry.value),
      ]),
    ),
    tableDeclaration(
      ["The codes that each operation may answer with; `decode` takes them as `codes`."],
      own("operations"),
      [...catalog.operations]
        .sort((a, b) => compareText(a.id, b.id))
        .map((operation) => [operation.id, knownCodes(operation, catalog, entries).map(quote)]),
      { areApart: true },
    ),
  ];
}

/** Ours have a name with a `$` besides, which no catalog takes. */
function exportsOfOurs(catalog: Catalog): Declaration {
  const own = ownName(catalog);
  const isThere = (name: OwnName) =>
    (name !== "decode" && name !== "encode") ||
    (defaultFormat(catalog) !== undefined && (name === "decode" || hasEncode(catalog)));
  const listed = (names: readonly OwnName[]) =>
    names
      .filter((name) => isThere(name) && own(name) === name)
      .map((name) => `${name} as $${name}`);
  return (file) => {
    const unrecognized = file.type("UnrecognizedError");
    const free =
      own("UnrecognizedError") === unrecognized ? [] : [`${unrecognized} as UnrecognizedError`];
    const types = ownTypes.filter((name) => name !== "UnrecognizedError");
    return [
      exportLines(
        "export",
        listed([...ownValues, ...optionalTablesOf(catalog).map(({ name }) => name)].sort()),
      ),
      typed(file, exportLines("export type", [...listed(types), unrecognized, ...free])),
    ]
      .filter(Boolean)
      .join("\n");
  };
}

function exportLines(keyword: string, names: readonly string[]): string {
  return names.length === 0
    ? ""
    : `${keyword} {\n${names.map((name) => `  ${name},\n`).join("")}};`;
}
