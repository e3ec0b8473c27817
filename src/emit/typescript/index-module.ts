/** `index.ts`: what users of a catalog import. */
import { type Catalog, compareText, type Entry, liveEntries } from "../../model/catalog.js";
import { unionName } from "../../model/module-names.js";
import { quote } from "../text/quote.js";
import { type Declaration, functionDeclaration, tableDeclaration, typed } from "./declarations.js";
import { entryDeclarations } from "./entry.js";
import { formatNames } from "./format-names.js";
import { guards } from "./guards.js";
import { runtimeModule } from "./module-file.js";
import { namedTypeDeclaration } from "./types.js";
import { knownCodes, unions } from "./unions.js";

/** The declarations of the module. */
export function indexModule(catalog: Catalog): readonly Declaration[] {
  const entries = liveEntries(catalog);
  return [
    (file) => typed(file, `export type { UnrecognizedError } from "${runtimeModule}";`),
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

function wire(catalog: Catalog): readonly Declaration[] {
  const format = catalog.wireFormats.find(({ name }) => name.value === catalog.wire.value);
  if (format === undefined) return [];
  const { value, byCode } = formatNames(format);
  const named = quote(format.name.value);
  return [
    functionDeclaration((file) => {
      const decoded = `${file.typesOf("./client.js")}.${byCode}`;
      return {
        doc: [
          `Reads an answer in the default wire format, ${named}. Never throws: what it cannot read is an \`UnrecognizedError\`.`,
        ],
        name: "decode",
        generics: `<const Code extends ErrorCode = keyof ${decoded}>`,
        parameters: [
          { name: "answer", type: file.type("Answer") },
          { name: "options", type: `${file.type("DecodeOptions")}<Code>`, optional: true },
        ],
        returns: `${decoded}[Extract<Code, keyof ${decoded}>] | ${file.type("UnrecognizedError")}`,
        body: () => [`return ${file.valuesOf("./client.js")}.${value}.decode(answer, options);`],
      };
    }),
    functionDeclaration((file) => {
      const decoded = `${file.typesOf("./client.js")}.${byCode}`;
      return {
        doc: [`Writes an error as an answer in the default wire format, ${named}. Never throws.`],
        name: "encode",
        parameters: [
          {
            name: "error",
            type: `${unionName(catalog)} | ${decoded}[keyof ${decoded}] | ${file.type("UnrecognizedError")}`,
          },
          { name: "options", type: file.type("EncodeOptions"), optional: true },
        ],
        returns: file.type("EncodedAnswer"),
        body: () => [`return ${file.valuesOf("./wire.js")}.${value}.encode(error, options);`],
      };
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
