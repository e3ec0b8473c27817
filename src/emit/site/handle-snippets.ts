/** How to handle a code, as TypeScript that compiles against the generated module. */
import { match } from "ts-pattern";
import type { Entry } from "../../model/catalog.js";
import type { ResolvedRow } from "../../model/wire-rows.js";
import { quote } from "../text/quote.js";
import { formatNames } from "../typescript/format-names.js";
import type { SnippetFormat, SnippetNames } from "./snippets.js";

/** Handling a code where it was raised: what no client meets. */
export function serviceSnippet(entry: Entry, { module, imported }: SnippetNames): string {
  return [
    `import { ${imported("hasCode")} } from ${quote(module)};`,
    "",
    "export function explain(thrown: unknown) {",
    `  if (!hasCode(thrown, ${quote(entry.code)})) throw thrown;`,
    ...returned(entry, new Set(), "thrown", "  "),
    "}",
  ].join("\n");
}

/** How a snippet decodes a format: `decode`, or `imgPro.decode`. */
export function decodeCall({ format, isDefault }: SnippetFormat): string {
  return isDefault ? "decode" : `${localName(formatNames(format).value)}.decode`;
}

// What else has a name in a snippet.
const taken: ReadonlySet<string> = new Set(
  "attempt done error explain fetch readResponse request response retryDelay send setTimeout".split(
    " ",
  ),
);

function localName(name: string): string {
  return taken.has(name) ? "format" : name;
}

/** Handling a code of a wire format as its `retry` asks for, or by showing it where nothing is asked for. */
export function clientSnippet(
  { entry, omits }: ResolvedRow,
  names: SnippetNames,
  format: SnippetFormat,
): string {
  const code = quote(entry.code);
  const call = decodeCall(format);
  const retry = entry.retry?.value ?? "never";
  const imports = [
    `import { readResponse${retry === "after" ? ", retryDelay" : ""} } from "errdex";`,
    decoderImport(names, format),
    "",
  ];
  const body = match(retry)
    .with("never", () => [
      "export async function explain(response: Response) {",
      `  const error = ${call}(await readResponse(response));`,
      "  switch (error.code) {",
      `    case ${code}:`,
      ...returned(entry, omits, "error", "      "),
      "    default:",
      "      return { text: error.message };",
      "  }",
      "}",
    ])
    .with("after", () => [
      "export async function send(request: Request): Promise<Response> {",
      "  const response = await fetch(request.clone());",
      ...failure(code, format, ""),
      "  await new Promise((done) => setTimeout(done, retryDelay(error) ?? 60_000));",
      "  return send(request);",
      "}",
    ])
    .with("backoff", () => [
      "export async function send(request: Request, attempt = 0): Promise<Response> {",
      "  const response = await fetch(request.clone());",
      ...failure(code, format, " || attempt === 5"),
      "  await new Promise((done) => setTimeout(done, 1000 * 2 ** attempt));",
      "  return send(request, attempt + 1);",
      "}",
    ])
    .exhaustive();
  return [...imports, ...body].join("\n");
}

function decoderImport(names: SnippetNames, { format, isDefault }: SnippetFormat): string {
  if (isDefault) return `import { ${names.imported("decode")} } from ${quote(names.module)};`;
  const { value } = formatNames(format);
  const local = localName(value);
  return `import { ${local === value ? value : `${value} as ${local}`} } from ${quote(names.client)};`;
}

// Where errors come with 200, whoever called looks at all others.
function failure(code: string, format: SnippetFormat, limit: string): readonly string[] {
  const call = decodeCall(format);
  return format.isToldByStatus
    ? [
        "  if (response.ok) return response;",
        `  const error = ${call}(await readResponse(response));`,
        `  if (error.code !== ${code}${limit}) throw error;`,
      ]
    : [
        `  const error = ${call}(await readResponse(response.clone()));`,
        `  if (error.code !== ${code}${limit}) return response;`,
      ];
}

// What a person is to see: the message, and the fields, which are typed here.
function returned(
  { fields }: Entry,
  omits: ReadonlySet<string>,
  from: string,
  indent: string,
): readonly string[] {
  const members = [
    `message: ${from}.message`,
    ...fields
      .filter(({ internal, name }) => !internal && !omits.has(name))
      .map(({ name }) => `${name}: ${from}.${name}`),
  ];
  const line = `${indent}return { ${members.join(", ")} };`;
  if (line.length <= 80) return [line];
  return [`${indent}return {`, ...members.map((member) => `${indent}  ${member},`), `${indent}};`];
}
