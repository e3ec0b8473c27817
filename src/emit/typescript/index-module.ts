/** `index.ts`: what users of a catalog import. */
import { type Catalog, compareText, type Entry, liveEntries } from "../../model/catalog.js";
import { unionName } from "../../model/module-names.js";
import { quote } from "../text/quote.js";
import {
  type Declaration,
  functionDeclaration,
  importDeclaration,
  tableDeclaration,
} from "./declarations.js";
import { entryDeclarations } from "./entry.js";
import { formatNames } from "./format-names.js";
import { guards } from "./guards.js";
import { namedTypeDeclaration } from "./types.js";
import { knownCodes, unions } from "./unions.js";

/** The declarations of the module. */
export function indexModule(catalog: Catalog): readonly Declaration[] {
  const entries = liveEntries(catalog);
  return [
    ...imports(entries),
    ...[...catalog.types.values()].sort(byName).map(namedTypeDeclaration),
    ...entries.flatMap((entry) => entryDeclarations(entry, catalog)),
    ...unions(catalog, entries),
    ...tables(catalog, entries),
    ...guards(catalog, entries),
    ...wire(catalog),
  ];
}

const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  compareText(a.name, b.name);

function imports(entries: readonly Entry[]): readonly Declaration[] {
  const live = entries.filter(({ retired }) => retired === undefined);
  const optional = live.some(({ fields }) => fields.some((field) => field.optional));
  return [
    importDeclaration({
      from: "errdex",
      values: [
        ...(live.length > 0 ? ["createError"] : []),
        ...["errorFromJson", "hasCodeOf", "isCatalogError", "markOf", "matchError"],
        ...(optional ? ["ownMembers"] : []),
      ],
      types: [
        ...(entries.length > 0 ? ["CatalogError"] : []),
        ...(live.length > 0 ? ["CatalogErrorOptions", "ErrorEntry"] : []),
        "UnrecognizedError",
      ],
    }),
    importDeclaration({ from: "./entries.js", values: ["entries"] }),
    (dress) => (dress === "js" ? "" : 'export type { UnrecognizedError } from "errdex";'),
  ];
}

function wire(catalog: Catalog): readonly Declaration[] {
  const format = catalog.wireFormats.find(({ name }) => name.value === catalog.wire.value);
  if (format === undefined) return [];
  const { value, byCode } = formatNames(format);
  return [
    importDeclaration({ from: "./client.js", values: [`${value} as $decoder`], types: [byCode] }),
    importDeclaration({
      from: "./wire.js",
      values: [`${value} as $format`],
    }),
    importDeclaration({
      from: "errdex",
      types: ["Answer", "DecodeOptions", "EncodedAnswer", "EncodeOptions"],
    }),
    functionDeclaration({
      doc: [
        `Reads an answer in the default wire format, ${quote(format.name.value)}. Never throws: what it cannot read is an \`UnrecognizedError\`.`,
      ],
      name: "decode",
      generics: `<const Code extends ErrorCode = keyof ${byCode}>`,
      parameters: [
        { name: "answer", type: "Answer" },
        { name: "options", type: "DecodeOptions<Code>", optional: true },
      ],
      returns: `${byCode}[Extract<Code, keyof ${byCode}>] | UnrecognizedError`,
      body: () => [`return $decoder.decode(answer, options);`],
    }),
    functionDeclaration({
      doc: [
        `Writes an error as an answer in the default wire format, ${quote(format.name.value)}. Never throws.`,
      ],
      name: "encode",
      parameters: [
        {
          name: "error",
          type: `${unionName(catalog)} | ${byCode}[keyof ${byCode}] | UnrecognizedError`,
        },
        { name: "options", type: "EncodeOptions", optional: true },
      ],
      returns: "EncodedAnswer",
      body: () => [`return $format.encode(error, options);`],
    }),
  ];
}

function tables(catalog: Catalog, entries: readonly Entry[]): readonly Declaration[] {
  const numbers = ({ statuses }: Entry) => statuses.map(({ value }) => value);
  return [
    tableDeclaration(
      ["The default HTTP status of each code."],
      "httpStatus",
      entries.map((entry) => [entry.code, String(numbers(entry)[0])]),
    ),
    tableDeclaration(
      ["Every HTTP status of each code; the first is the default."],
      "statuses",
      entries.map((entry) => [entry.code, `[${numbers(entry).join(", ")}]`]),
    ),
    tableDeclaration(
      ["The category of each code."],
      "categories",
      entries.map((entry) => [entry.code, quote(entry.category.value)]),
    ),
    tableDeclaration(
      [
        "Whether trying again can help: never, after a delay that the error carries, or with growing pauses; `null` where the catalog does not say.",
      ],
      "retries",
      entries.map((entry) => [
        entry.code,
        entry.retry === undefined ? "null" : quote(entry.retry.value),
      ]),
    ),
    tableDeclaration(
      ["The codes that each operation may answer with; `decode` takes them as `codes`."],
      "operations",
      [...catalog.operations]
        .sort((a, b) => compareText(a.id, b.id))
        .map((operation) => [
          operation.id,
          `[${knownCodes(operation, catalog, entries).map(quote).join(", ")}]`,
        ]),
    ),
  ];
}
