/** `index.ts`: what users of a catalog import. */
import {
  type Catalog,
  codesOf,
  compareText,
  type Entry,
  liveEntries,
  type Operation,
} from "../../model/catalog.js";
import { interfaceName, pascalCase } from "../../model/identifier.js";
import { unionName } from "../../model/module-names.js";
import { docText } from "../text/doc-comment.js";
import { quote, quoteKey } from "../text/quote.js";
import {
  asNever,
  type Declaration,
  functionDeclaration,
  importDeclaration,
  tableDeclaration,
  typeDeclaration,
} from "./declarations.js";
import { entryDeclarations } from "./entry.js";
import { formatNames } from "./format-names.js";
import { namedTypeDeclaration } from "./types.js";

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
  const internal = live.some(({ fields }) => fields.some((field) => field.internal));
  return [
    importDeclaration({
      from: "errdex",
      values: [
        ...(live.length > 0 ? ["createError"] : []),
        ...["errorFromJson", "hasCodeOf", "isCatalogError", "markOf", "matchError"],
        ...(internal ? ["setInternal"] : []),
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

function unions(catalog: Catalog, entries: readonly Entry[]): readonly Declaration[] {
  const union = unionName(catalog);
  const members = entries.map(
    (entry) => `  readonly ${quoteKey(entry.code)}: ${interfaceName(entry)};`,
  );
  const named = (name: string, doc: string, codes: readonly string[]): Declaration =>
    typeDeclaration(
      [doc],
      `type ${name} = ${codes.length === 0 ? "never" : `ErrorByCode[${codes.map(quote).join(" | ")}]`};`,
    );
  const codesWhere = (holds: (entry: Entry) => boolean) =>
    entries.filter(holds).map(({ code }) => code);
  return [
    typeDeclaration(
      ["Every error of the catalog by its code."],
      `interface ErrorByCode {\n${members.join("\n")}\n}`,
    ),
    typeDeclaration(
      ["The code of an error of the catalog."],
      "type ErrorCode = keyof ErrorByCode;",
    ),
    typeDeclaration(
      [docText(catalog.title.value), "Any error of the catalog. A `switch` on `code` narrows it."],
      `type ${union} = ErrorByCode[ErrorCode];`,
    ),
    typeDeclaration(
      ["What decoding gives by its code: every error of the catalog, and `unrecognized`."],
      "interface AnyByCode extends ErrorByCode {\n  readonly unrecognized: UnrecognizedError;\n}",
    ),
    typeDeclaration(
      ["A handler for each code of the catalog; one that lacks a code does not compile."],
      "type Handlers<Result> = { readonly [Code in ErrorCode]: (error: ErrorByCode[Code]) => Result };",
    ),
    named("RetryableError", "The errors where trying again can help.", codesWhere(isRetryable)),
    ...[...catalog.categories]
      .sort((a, b) => compareText(a.id, b.id))
      .map(({ id, title }) =>
        named(
          `${pascalCase(id)}Error`,
          `The errors of the category: ${docText(title)}.`,
          codesWhere((entry) => entry.category.value === id),
        ),
      ),
    ...[...catalog.operations]
      .sort((a, b) => compareText(a.id, b.id))
      .map((operation) =>
        named(
          `${pascalCase(operation.id)}Error`,
          operationDoc(operation),
          knownCodes(operation, catalog, entries),
        ),
      ),
  ];
}

function isRetryable({ retry }: Entry): boolean {
  return retry !== undefined && retry.value !== "never";
}

function operationDoc({ title, method, path, id }: Operation): string {
  const call = method === undefined || path === undefined ? "" : ` \`${method} ${docText(path)}\``;
  return `What the operation may answer with: ${docText(title ?? id)}.${call}`;
}

function knownCodes(
  operation: Operation,
  { groups }: Catalog,
  entries: readonly Entry[],
): readonly string[] {
  const known = new Set(entries.map(({ code }) => code));
  return codesOf(operation, groups)
    .filter((code) => known.has(code))
    .sort(compareText);
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
        "Whether trying again can help: never, after a delay that the error carries, or with growing pauses.",
      ],
      "retries",
      entries.map((entry) => [entry.code, quote(entry.retry?.value ?? "never")]),
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

function guards(catalog: Catalog, entries: readonly Entry[]): readonly Declaration[] {
  const union = unionName(catalog);
  const name = quote(catalog.name.value);
  const value = { name: "value", type: "unknown" };
  const [example] = entries;
  return [
    functionDeclaration({
      doc: [
        "Whether the value is an error of this catalog, whichever copy of the package made it.",
      ],
      name: `is${union}`,
      parameters: [value],
      returns: `value is ${union}`,
      body: () => [`return isCatalogError(value, ${name});`],
    }),
    functionDeclaration({
      doc: ["Whether the value is an error of this catalog with one of the codes."],
      name: "hasCode",
      generics: "<const Code extends ErrorCode>",
      parameters: [value, { name: "...codes", type: "readonly Code[]" }],
      returns: "value is ErrorByCode[Code]",
      body: () => [`return hasCodeOf(${name}, value, codes);`],
    }),
    functionDeclaration({
      doc: ["Whether the value is an error of this catalog where trying again can help."],
      name: "isRetryable",
      parameters: [value],
      returns: "value is RetryableError",
      body: () => [
        `const retry = markOf(${name}, retries, value);`,
        'return retry !== undefined && retry !== "never";',
      ],
    }),
    ...[...catalog.categories]
      .sort((a, b) => compareText(a.id, b.id))
      .map(({ id, title }) =>
        functionDeclaration({
          doc: [`Whether the value is an error of the category: ${docText(title)}.`],
          name: `is${pascalCase(id)}Error`,
          parameters: [value],
          returns: `value is ${pascalCase(id)}Error`,
          body: () => [`return markOf(${name}, categories, value) === ${quote(id)};`],
        }),
      ),
    functionDeclaration({
      doc: [
        "Calls the handler for the error's code. Exhaustive: a code without a handler and a handler without a code do not compile.",
        ...(example === undefined
          ? []
          : [`@throws TypeError where a handler is missing all the same.`]),
      ],
      name: "match",
      generics:
        '<E extends AnyByCode[keyof AnyByCode], const H extends { readonly [Code in E["code"]]: (error: AnyByCode[Code]) => unknown }>',
      parameters: [
        { name: "error", type: "E" },
        { name: "handlers", type: 'H & { readonly [Key in Exclude<keyof H, E["code"]>]: never }' },
      ],
      returns: 'ReturnType<H[E["code"]]>',
      body: (dress) => [`return matchError(error, handlers)${asNever(dress)};`],
    }),
    functionDeclaration({
      doc: [
        "Reads what `error.toJSON()` gave, in this process or another. Never throws: what it cannot read is an `UnrecognizedError`.",
      ],
      name: "fromJSON",
      parameters: [value],
      returns: `${union} | UnrecognizedError`,
      body: (dress) => [`return errorFromJson(value, entries)${asNever(dress)};`],
    }),
  ];
}
