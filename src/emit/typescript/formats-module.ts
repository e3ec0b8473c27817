/** `formats.ts`: what decoding needs of each wire format, as data. */
import { type Catalog, compareText, type Entry } from "../../model/catalog.js";
import { remembered } from "../../model/remembered.js";
import {
  bodiesOf,
  type TemplateNode,
  usesVariable,
  type VariableNode,
  variablesIn,
  type WireFormat,
} from "../../model/wire-format.js";
import { inferencesOf, type ResolvedRow, resolveRows } from "../../model/wire-rows.js";
import { literal, quote, quoteKey } from "../text/quote.js";
import { constant, type Declaration, importDeclaration } from "./declarations.js";
import { entryConstant } from "./entries-module.js";
import { formatNames } from "./format-names.js";
import { layoutImports, layoutText } from "./layout.js";
import { hasPieces, hasSpread, templateImports, templateText } from "./template.js";

/** The declarations of the module. */
export function formatsModule(catalog: Catalog): readonly Declaration[] {
  const formats = sortedFormats(catalog);
  const bodies = formats.flatMap(bodiesOf);
  const headers = formats.flatMap(headersOf).map(({ value }) => value);
  const used = new Set(
    formats.flatMap((format) =>
      resolveRows(format, catalog).map(({ entry }) => entryConstant(entry)),
    ),
  );
  const parts = formats.flatMap((format) => optionalParts(format, catalog).map(([, name]) => name));
  const values = new Set([...layoutImports(bodies), ...templateImports(headers), ...parts]);
  return [
    importDeclaration({
      from: "errdex",
      values: [...values].sort(compareText),
      types: ["DecodeSpec"],
    }),
    importDeclaration({ from: "./entries.js", values: [...used].sort(compareText) }),
    ...formats.map((format) =>
      constant(formatNames(format).spec, "DecodeSpec", specText(format, catalog)),
    ),
  ];
}

/** The wire formats of a catalog, by name. */
export function sortedFormats({ wireFormats }: Catalog): readonly WireFormat[] {
  return [...wireFormats].sort((a, b) => compareText(a.name.value, b.name.value));
}

function specText(format: WireFormat, catalog: Catalog): string {
  const rows = resolveRows(format, catalog);
  const carried = new Set(rows.map(({ entry }) => entry.code));
  const inferences = inferencesOf(format, catalog).filter(({ code }) => carried.has(code.value));
  const bodies = [format.body, ...format.accepts].filter((node) => node !== undefined);
  const headers = headersOf(format).map(
    ({ name, value }) => `${quoteKey(name)}: ${templateText(value)}`,
  );
  const needsDocs = usesVariable(format, "$type") || usesVariable(format, "$docs");
  const members = [
    `name: ${quote(format.name.value)}`,
    `catalog: ${quote(catalog.name.value)}`,
    ...(catalog.docs !== undefined && needsDocs ? [`docs: ${quote(catalog.docs.value)}`] : []),
    ...(bodies.length === 0 ? [] : [`bodies: [${bodies.map(layoutText).join(", ")}]`]),
    ...(headers.length === 0 ? [] : [`headers: { ${headers.join(", ")} }`]),
    ...(inferences.length === 0
      ? []
      : [
          `infer: { ${inferences.map(({ status, code }) => `${quote(status)}: ${quote(code.value)}`).join(", ")} }`,
        ]),
    ...optionalParts(format, catalog).map(([member, name]) => `${member}: ${name}`),
  ];
  const listed = rows
    .map(
      (row) =>
        `    ${rowText(row, bodies, usesVariable(format, "$fields"), inferredCodes(format))},`,
    )
    .join("\n");
  return `{\n${members.map((member) => `  ${member},`).join("\n")}\n  rows: [\n${listed}\n  ],\n}`;
}

function rowText(
  resolved: ResolvedRow,
  bodies: readonly TemplateNode[],
  spreads: boolean,
  inferred: ReadonlySet<string>,
): string {
  const { entry, row, spelling, omits } = resolved;
  // What is spread has to know of optional fields too that this wire does not have.
  const omitted = spreads
    ? entry.fields.filter(({ name, internal }) => !internal && omits.has(name))
    : requiredOmits(entry, omits);
  const members = [
    `entry: ${entryConstant(entry)}`,
    ...(spelling === entry.code ? [] : [`spelling: ${literal(spelling)}`]),
    ...listMember(
      "also",
      (row?.also ?? []).map(({ value }) => literal(value)),
    ),
    ...(row?.body === undefined ? [] : [`body: ${layoutText(row.body)}`]),
    ...listMember(
      "omits",
      omitted.map(({ name }) => quote(name)),
    ),
    ...listMember(
      "messages",
      needsMessages(resolved, bodies, inferred) ? messageTexts(resolved).map(quote) : [],
    ),
  ];
  return `{ ${members.join(", ")} }`;
}

/** Parts of the runtime that only some formats need: the member of a specification and the name of the part. */
function optionalParts(
  format: WireFormat,
  catalog: Catalog,
): readonly (readonly [member: string, name: string])[] {
  const bodies = [format.body, ...format.accepts].filter((node) => node !== undefined);
  const isFormatted = resolveRows(format, catalog).some((row) =>
    needsMessages(row, bodies, inferredCodes(format)),
  );
  return [
    ...(headersOf(format).length > 0 ? [["fromHeaders", "readHeaders"] as const] : []),
    ...(bodiesOf(format).some(hasSpread) ? [["spread", "readSpread"] as const] : []),
    ...(hasPieces(bodiesOf(format)) ? [["pieces", "readPieces"] as const] : []),
    ...(isFormatted ? [["format", "formatMessage"] as const] : []),
    ...(usesVariable(format, "$type") ? [["types", "problemTypes"] as const] : []),
  ];
}

/** The headers that are written from fields. What has no conversion is text. */
function headersOf({
  headers,
}: WireFormat): readonly { readonly name: string; readonly value: VariableNode }[] {
  return headers.flatMap(({ name, value }) =>
    value.kind === "variable"
      ? { name: name.value, value: { ...value, conversion: value.conversion ?? "headerText" } }
      : [],
  );
}

/** Codes that a format infers from answers that are not its own. A built-in one does with a message of its own: it has every code. */
const inferredCodes = remembered(
  ({ builtIn, infer }: WireFormat): ReadonlySet<string> =>
    new Set(builtIn ? [] : infer.map(({ code }) => code.value)),
);

/** Whether an answer with the code may come without a message. */
function needsMessages(
  { entry, row }: ResolvedRow,
  bodies: readonly TemplateNode[],
  inferred: ReadonlySet<string>,
): boolean {
  if (inferred.has(entry.code)) return true;
  const own = row?.body === undefined ? bodies : [row.body];
  return own.length === 0 || !own.every(requiresMessage);
}

/** The message templates of a row, and its title where the last of them needs what this wire never sends. */
function messageTexts({ entry, omits }: ResolvedRow): readonly string[] {
  const last = entry.messages.at(-1);
  const isEnough = last?.parts.every(
    (part) => part.kind === "text" || !omits.has(part.path[0] ?? ""),
  );
  const title =
    isEnough || entry.title === undefined ? [] : [entry.title.value.replace(/[{}]/g, "$&$&")];
  return [...entry.messages.map(({ text }) => text), ...title];
}

/** The required public fields among those that a wire does not have. */
export function requiredOmits({ fields }: Entry, omits: ReadonlySet<string>): Entry["fields"] {
  return fields.filter(({ name, optional, internal }) => !optional && !internal && omits.has(name));
}

/** A list as a member of an object literal; nothing where it is empty. */
export function listMember(name: string, items: readonly (string | number)[]): readonly string[] {
  return items.length === 0 ? [] : [`${name}: [${items.join(", ")}]`];
}

const requiresMessage = remembered((node: TemplateNode): boolean => {
  if (node.kind === "object")
    return node.members.some(({ optional, value }) => !optional && requiresMessage(value));
  if (node.kind === "list") return node.items.some(requiresMessage);
  return (
    node.kind === "variable" && variablesIn(node).some(({ paths }) => paths[0]?.[0] === "$message")
  );
});
