/** `wire.ts`: each wire format of a catalog, for whoever imports it alone. */
import { type Catalog, compareText, type Entry, liveEntries } from "../../model/catalog.js";
import { registeredStatuses } from "../../model/http-status.js";
import { camelCase, interfaceName, pascalCase } from "../../model/identifier.js";
import {
  type TemplateNode,
  usesVariable,
  variablesIn,
  type WireFormat,
} from "../../model/wire-format.js";
import { inferencesOf, type ResolvedRow, resolveRows } from "../../model/wire-rows.js";
import { docComment, docText } from "../text/doc-comment.js";
import { literal, quote, quoteKey } from "../text/quote.js";
import {
  type Declaration,
  type Dress,
  importDeclaration,
  privateConstant,
  typeDeclaration,
  typed,
} from "./declarations.js";
import { entryConstant } from "./entries-module.js";
import { templateText } from "./template.js";
import { memberText } from "./types.js";

/** The declarations of the module. */
export function wireModule(catalog: Catalog): readonly Declaration[] {
  const formats = [...catalog.wireFormats].sort((a, b) => compareText(a.name.value, b.name.value));
  const entries = liveEntries(catalog);
  return [
    importDeclaration({
      from: "errdex",
      values: ["wireFormat"],
      types: ["WireFormat", "WireSpec"],
    }),
    importDeclaration({ from: "./entries.js", values: entries.map(entryConstant) }),
    importDeclaration({
      from: "./index.js",
      types: ["ErrorByCode", ...namedTypes(catalog, formats), ...entries.map(interfaceName)],
    }),
    sendable(entries),
    fallback(catalog, entries),
    ...formats.flatMap((format) => formatDeclarations(format, catalog)),
  ];
}

/** The exported names of a format. */
export function formatNames({ name }: WireFormat): {
  readonly value: string;
  readonly union: string;
  readonly byCode: string;
} {
  const pascal = pascalCase(name.value);
  return { value: camelCase(name.value), union: `${pascal}Error`, byCode: `${pascal}ByCode` };
}

function namedTypes(catalog: Catalog, formats: readonly WireFormat[]): readonly string[] {
  const texts = formats
    .flatMap((format) => resolveRows(format, catalog))
    .flatMap((row) => missingFields(row).map(memberText));
  return [...catalog.types.keys()]
    .filter((name) => texts.some((text) => new RegExp(`\\b${name}\\b`).test(text)))
    .sort(compareText);
}

function sendable(entries: readonly Entry[]): Declaration {
  const codes = entries.filter(({ neverSent }) => neverSent).map(({ code }) => quote(code));
  const keys =
    codes.length === 0 ? "keyof ErrorByCode" : `Exclude<keyof ErrorByCode, ${codes.join(" | ")}>`;
  return typeDeclaration(
    ["The errors that may be sent."],
    `type SendableError = ErrorByCode[${keys}];`,
  );
}

function fallback(catalog: Catalog, entries: readonly Entry[]): Declaration {
  const needsNothing = new Set(
    entries
      .filter(({ fields }) => fields.every(({ optional, internal }) => optional || internal))
      .map(({ code }) => code),
  );
  const byStatus = catalog.infer.filter(
    ({ status, code }) => /^\d+$/.test(status) && needsNothing.has(code.value),
  );
  const code = catalog.fallback?.value ?? "";
  const entry = entries.find((each) => each.code === code);
  const last = entry?.messages.at(-1);
  const message = last?.parts.every(({ kind }) => kind === "text")
    ? last.parts.map((part) => ("text" in part ? part.text : "")).join("")
    : entry?.title?.value;
  const statuses = byStatus.map((each) => `${each.status}: ${quote(each.code.value)}`).join(", ");
  return privateConstant(
    "$fallback",
    'WireSpec["fallback"]',
    `{ byStatus: { ${statuses} }, code: ${quote(code)}, message: ${quote(message ?? "Something went wrong.")} }`,
  );
}

function formatDeclarations(format: WireFormat, catalog: Catalog): readonly Declaration[] {
  const names = formatNames(format);
  const rows = resolveRows(format, catalog);
  const members = rows.map(
    (row) => `  readonly ${quoteKey(row.entry.code)}: ${rowType(row, names.union)};`,
  );
  const doc = [
    `${docText(format.title ?? format.name.value)}${format.revision === undefined ? "" : `, ${docText(format.revision)}`}.`,
    format.source === undefined ? "" : `Source: ${docText(format.source)}`,
  ];
  const type = `WireFormat<${names.byCode}, SendableError>`;
  return [
    ...rows.flatMap((row) => lackingInterface(row, names.union)),
    typeDeclaration(
      [`What ${names.value} decodes, by code.`],
      `interface ${names.byCode} {\n${members.join("\n")}\n}`,
    ),
    typeDeclaration(
      [`Any error that ${names.value} decodes.`],
      `type ${names.union} = ${names.byCode}[keyof ${names.byCode}];`,
    ),
    (dress: Dress) =>
      dress === "dts"
        ? `${docComment(doc)}export declare const ${names.value}: ${type};`
        : `${docComment(doc)}export const ${names.value}${typed(dress, `: ${type}`)} = /*#__PURE__*/ wireFormat(${specText(format, catalog, rows)});`,
  ];
}

/** The required fields that this wire never sends. */
function missingFields({ entry, omits }: ResolvedRow): Entry["fields"] {
  return entry.fields.filter(
    ({ name, optional, internal }) => !optional && !internal && omits.includes(name),
  );
}

function rowType(row: ResolvedRow, union: string): string {
  return missingFields(row).length === 0 ? interfaceName(row.entry) : lackingName(row, union);
}

function lackingName({ entry }: ResolvedRow, union: string): string {
  return `${union.slice(0, -"Error".length)}${interfaceName(entry)}`;
}

function lackingInterface(row: ResolvedRow, union: string): readonly Declaration[] {
  const missing = missingFields(row);
  if (missing.length === 0) return [];
  const names = missing.map(({ name }) => quote(name)).join(" | ");
  const members = missing
    .map((field) => `  ${memberText({ ...field, optional: true })}`)
    .join("\n");
  const base = interfaceName(row.entry);
  return [
    typeDeclaration(
      [`A ${base} from a wire that does not send all of its fields.`],
      `interface ${lackingName(row, union)} extends Omit<${base}, ${names}> {\n${members}\n}`,
    ),
  ];
}

function specText(format: WireFormat, catalog: Catalog, rows: readonly ResolvedRow[]): string {
  const inferences = inferencesOf(format, catalog).filter(({ code }) =>
    rows.some(({ entry }) => entry.code === code.value),
  );
  const inferred = new Set(inferences.map(({ code }) => code.value));
  const uses = (name: string) => usesVariable(format, name);
  const folds = [...format.folds].sort((a, b) => compareText(a.code, b.code));
  const headers = format.headers.map(
    ({ name, value }) => `${quoteKey(name.value)}: ${templateText(value)}`,
  );
  const members = [
    `name: ${quote(format.name.value)}`,
    `catalog: ${quote(catalog.name.value)}`,
    ...(catalog.docs !== undefined && (uses("$type") || uses("$docs"))
      ? [`docs: ${quote(catalog.docs.value)}`]
      : []),
    ...(format.body === undefined ? [] : [`body: ${templateText(format.body)}`]),
    ...(format.accepts.length === 0
      ? []
      : [`accepts: [${format.accepts.map(templateText).join(", ")}]`]),
    ...(headers.length === 0 ? [] : [`headers: { ${headers.join(", ")} }`]),
    ...(format.media === undefined ? [] : [`media: ${quote(format.media)}`]),
    ...(format.status === undefined ? [] : [`status: ${format.status.value}`]),
    ...(uses("$phrase") ? [`phrases: ${phrasesText(rows)}`] : []),
    ...(folds.length === 0
      ? []
      : [
          `folds: { ${folds.map(({ code, target }) => `${quoteKey(code)}: ${quote(target.value)}`).join(", ")} }`,
        ]),
    ...(inferences.length === 0
      ? []
      : [
          `infer: { ${inferences.map(({ status, code }) => `${quote(status)}: ${quote(code.value)}`).join(", ")} }`,
        ]),
    "fallback: $fallback",
  ];
  const listed = rows.map((row) => `    ${rowText(row, format, inferred)},`).join("\n");
  return `{\n${members.map((member) => `  ${member},`).join("\n")}\n  rows: [\n${listed}\n  ],\n}`;
}

function rowText(
  { entry, row, spelling, omits }: ResolvedRow,
  format: WireFormat,
  inferred: ReadonlySet<string>,
): string {
  // What is spread has to know of optional fields too that this wire does not have.
  const spreads = usesVariable(format, "$fields");
  const omitted = entry.fields
    .filter(({ name, optional }) => (spreads || !optional) && omits.includes(name))
    .map(({ name }) => quote(name));
  const columns = Object.entries({ ...format.columns, ...row?.columns });
  const usesTitle = usesVariable(format, "$title");
  const needsMessages =
    inferred.has(entry.code) ||
    lacksMessage(row?.body === undefined ? [format.body, ...format.accepts] : [row.body]);
  // The last message needs no optional field, and yet one that this wire never sends.
  const lastMessage = entry.messages.at(-1);
  const mayLackMessage =
    lastMessage === undefined ||
    lastMessage.parts.some(
      (part) => part.kind === "placeholder" && omits.includes(part.path[0] ?? ""),
    );
  const members = [
    `entry: ${entryConstant(entry)}`,
    ...(spelling === entry.code ? [] : [`spelling: ${literal(spelling)}`]),
    ...(row === undefined || row.also.length === 0
      ? []
      : [`also: [${row.also.map(({ value }) => literal(value)).join(", ")}]`]),
    ...statusesMember(entry, row),
    ...(entry.neverSent ? ["neverSent: true"] : []),
    ...(row?.body === undefined ? [] : [`body: ${templateText(row.body)}`]),
    ...(omitted.length === 0 ? [] : [`omits: [${omitted.join(", ")}]`]),
    ...(columns.length === 0
      ? []
      : [
          `columns: { ${columns.map(([name, value]) => `${quoteKey(name)}: ${literal(value)}`).join(", ")} }`,
        ]),
    ...((usesTitle || (needsMessages && mayLackMessage)) && entry.title !== undefined
      ? [`title: ${quote(entry.title.value)}`]
      : []),
    ...(needsMessages && entry.messages.length > 0
      ? [`messages: [${entry.messages.map(({ text }) => quote(text)).join(", ")}]`]
      : []),
  ];
  return `{ ${members.join(", ")} }`;
}

function statusesMember(entry: Entry, row: ResolvedRow["row"]): readonly string[] {
  const own = (row?.statuses ?? []).map(({ value }) => value).join(", ");
  const usual = entry.statuses.map(({ value }) => value).join(", ");
  return own === "" || own === usual ? [] : [`statuses: [${own}]`];
}

/** Whether one of the bodies may come without a message. */
function lacksMessage(bodies: readonly (TemplateNode | undefined)[]): boolean {
  return bodies.some((body) => body === undefined || !requiresMessage(body));
}

function requiresMessage(node: TemplateNode): boolean {
  if (node.kind === "object")
    return node.members.some(({ optional, value }) => !optional && requiresMessage(value));
  if (node.kind === "list") return node.items.some(requiresMessage);
  return (
    node.kind === "variable" && variablesIn(node).some(({ paths }) => paths[0]?.[0] === "$message")
  );
}

function phrasesText(rows: readonly ResolvedRow[]): string {
  const statuses = rows.flatMap(({ entry, row }) =>
    [...(row?.statuses ?? []), ...entry.statuses].map(({ value }) => value),
  );
  const known = [...new Set(statuses)].sort().flatMap((status) => {
    const phrase = registeredStatuses.get(status);
    return phrase === undefined ? [] : [`${status}: ${quote(phrase)}`];
  });
  return `{ ${known.join(", ")} }`;
}
