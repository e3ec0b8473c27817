/** How to raise a code and how to handle it, as TypeScript that compiles against the generated module. */

import { match } from "ts-pattern";
import type { Catalog, Entry, Example } from "../../model/catalog.js";
import { propertyNamed } from "../../model/field.js";
import { constructorName } from "../../model/identifier.js";
import type { JsonValue } from "../../model/json-value.js";
import { type OwnName, ownName } from "../../model/module-names.js";
import type { Output } from "../../model/output.js";
import { resolveRows } from "../../model/wire-rows.js";
import { typescript } from "../../outputs/outputs.js";
import { statusesOf } from "../json-schema/row-values.js";
import { quote, quoteKey } from "../text/quote.js";

/** How the snippets of a catalog name things. */
export interface SnippetNames {
  /** What the generated module is imported by. */
  readonly module: string;
  /** What a snippet imports to call something of the module by its usual name. */
  readonly imported: (name: OwnName) => string;
  /** The codes that `decode` of the module can give. */
  readonly decoded: ReadonlySet<string>;
  /** Whether errors have the status of one, so that it tells them from what is none. */
  readonly isToldByStatus: boolean;
}

/** How the snippets of a catalog name things: as `module` says, or by the folder of the output. */
export function snippetNames(catalog: Catalog): SnippetNames {
  const output = catalog.outputs.find(({ kind }) => kind === "typescript" || kind === "javascript");
  const folder = output?.path.value.split("/").filter(isName).at(-1) ?? catalog.name.value;
  const format = catalog.wireFormats.find(({ name }) => name.value === catalog.wire.value);
  const rows = format === undefined ? [] : resolveRows(format, catalog);
  return {
    imported: (name) => {
      const own = ownName(catalog)(name);
      return own === name ? name : `${own} as ${name}`;
    },
    module: catalog.module?.value ?? `./${folder}/index${importEnding(output)}`,
    decoded: new Set(rows.map(({ entry }) => entry.code)),
    isToldByStatus:
      format === undefined ||
      rows.every((row) => statusesOf(row, format).every((status) => status >= 400)),
  };
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

/** Handling a code as its `retry` asks for, or by showing it where nothing is asked for; undefined where no code of a catalog can meet it. */
export function handleSnippet(entry: Entry, names: SnippetNames): string | undefined {
  if (entry.retired !== undefined) return undefined;
  const isDecoded = names.decoded.has(entry.code) && !entry.neverSent;
  return isDecoded ? clientSnippet(entry, names) : serviceSnippet(entry, names);
}

// What a client of the default format never meets is handled where it was raised.
function serviceSnippet(entry: Entry, { module, imported }: SnippetNames): string {
  return [
    `import { ${imported("hasCode")} } from ${quote(module)};`,
    "",
    "export function explain(thrown: unknown) {",
    `  if (!hasCode(thrown, ${quote(entry.code)})) throw thrown;`,
    ...returned(entry, "thrown", "  "),
    "}",
  ].join("\n");
}

function clientSnippet(entry: Entry, names: SnippetNames): string {
  const { module, imported } = names;
  const code = quote(entry.code);
  const retry = entry.retry?.value ?? "never";
  const imports = [
    `import { readResponse${retry === "after" ? ", retryDelay" : ""} } from "errdex";`,
    `import { ${imported("decode")} } from ${quote(module)};`,
    "",
  ];
  const body = match(retry)
    .with("never", () => [
      "export async function explain(response: Response) {",
      "  const error = decode(await readResponse(response));",
      "  switch (error.code) {",
      `    case ${code}:`,
      ...returned(entry, "error", "      "),
      "    default:",
      "      return { text: error.message };",
      "  }",
      "}",
    ])
    .with("after", () => [
      "export async function send(request: Request): Promise<Response> {",
      "  const response = await fetch(request.clone());",
      ...failure(code, names, ""),
      "  await new Promise((done) => setTimeout(done, retryDelay(error) ?? 60_000));",
      "  return send(request);",
      "}",
    ])
    .with("backoff", () => [
      "export async function send(request: Request, attempt = 0): Promise<Response> {",
      "  const response = await fetch(request.clone());",
      ...failure(code, names, " || attempt === 5"),
      "  await new Promise((done) => setTimeout(done, 1000 * 2 ** attempt));",
      "  return send(request, attempt + 1);",
      "}",
    ])
    .exhaustive();
  return [...imports, ...body].join("\n");
}

// Where errors come with 200, whoever called looks at all others.
function failure(code: string, { isToldByStatus }: SnippetNames, limit: string): readonly string[] {
  return isToldByStatus
    ? [
        "  if (response.ok) return response;",
        "  const error = decode(await readResponse(response));",
        `  if (error.code !== ${code}${limit}) throw error;`,
      ]
    : [
        "  const error = decode(await readResponse(response.clone()));",
        `  if (error.code !== ${code}${limit}) return response;`,
      ];
}

// What a person is to see: the message, and the fields, which are typed here.
function returned({ fields }: Entry, from: string, indent: string): readonly string[] {
  const members = [
    `message: ${from}.message`,
    ...fields.filter(({ internal }) => !internal).map(({ name }) => `${name}: ${from}.${name}`),
  ];
  const line = `${indent}return { ${members.join(", ")} };`;
  if (line.length <= 80) return [line];
  return [`${indent}return {`, ...members.map((member) => `${indent}  ${member},`), `${indent}};`];
}
