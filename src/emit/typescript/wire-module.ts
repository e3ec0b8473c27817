/** `wire.ts`: each wire format of a catalog, both ways. */
import { type Catalog, compareText, type Entry, liveEntries } from "../../model/catalog.js";
import { registeredStatuses } from "../../model/http-status.js";
import { unionName } from "../../model/module-names.js";
import { type TemplateNode, usesVariable, type WireFormat } from "../../model/wire-format.js";
import { type ResolvedRow, resolveRows } from "../../model/wire-rows.js";
import { literal, quote, quoteKey } from "../text/quote.js";
import { valueDeclaration } from "./client-module.js";
import { type Declaration, importDeclaration, privateConstant, typed } from "./declarations.js";
import { formatNames } from "./format-names.js";
import { listMember, sortedFormats } from "./formats-module.js";
import { templateImports, templateText } from "./template.js";

/** The declarations of the module. */
export function wireModule(catalog: Catalog): readonly Declaration[] {
  const formats = sortedFormats(catalog);
  const entries = liveEntries(catalog);
  const names = formats.map(formatNames);
  return [
    importDeclaration({
      from: "errdex",
      values: [...templateImports(formats.flatMap(writtenBodies)), "wireFormat"].sort(compareText),
      types: ["FallbackSpec", "WireFormat"],
    }),
    importDeclaration({ from: "./client.js", types: names.map(({ byCode }) => byCode) }),
    importDeclaration({ from: "./formats.js", values: names.map(({ spec }) => spec) }),
    importDeclaration({ from: "./index.js", types: [unionName(catalog)] }),
    importDeclaration({ from: "./messages.js", values: ["$messages"] }),
    (dress) => typed(dress, 'export type * from "./client.js";'),
    privateConstant("$fallback", "FallbackSpec", fallbackText(catalog, entries)),
    ...formats.map((format) => {
      const { byCode, spec } = formatNames(format);
      return valueDeclaration(
        format,
        `WireFormat<${byCode}, ${unionName(catalog)}>`,
        `wireFormat(${spec}, ${encodeText(format, catalog)})`,
      );
    }),
  ];
}

/** The templates that encoding fills. */
function writtenBodies({ body, rows }: WireFormat): readonly TemplateNode[] {
  return [body, ...rows.map((row) => row.body)].filter((node) => node !== undefined);
}

function fallbackText(catalog: Catalog, entries: readonly Entry[]): string {
  const isBare = ({ fields }: Entry) =>
    fields.every(({ optional, internal }) => optional || internal);
  const bare = new Set(entries.filter(isBare).map(({ code }) => code));
  const byStatus = catalog.infer.filter(
    ({ status, code }) => /^\d+$/.test(status) && bare.has(code.value),
  );
  const code = catalog.fallback?.value ?? "";
  const statuses = byStatus.map((each) => `${each.status}: ${quote(each.code.value)}`);
  return `{ byStatus: { ${statuses.join(", ")} }, code: ${quote(code)}, message: "Something went wrong." }`;
}

function encodeText(format: WireFormat, catalog: Catalog): string {
  const rows = resolveRows(format, catalog);
  const folds = [...format.folds].sort((a, b) => compareText(a.code, b.code));
  const own = rows.flatMap((row) => {
    const members = rowMembers(row, format);
    return members.length === 0
      ? []
      : [`    ${quoteKey(row.entry.code)}: { ${members.join(", ")} },`];
  });
  const constants = format.headers.flatMap(({ name, value }) =>
    value.kind === "constant" ? [`${quoteKey(name.value)}: ${quote(String(value.value))}`] : [],
  );
  const members = [
    ...(format.body === undefined ? [] : [`body: ${templateText(format.body)}`]),
    ...(format.media === undefined ? [] : [`media: ${quote(format.media.value)}`]),
    ...(constants.length === 0 ? [] : [`headers: { ${constants.join(", ")} }`]),
    ...(format.status === undefined ? [] : [`status: ${format.status.value}`]),
    ...(usesVariable(format, "$phrase") ? [`phrases: ${phrasesText(rows)}`] : []),
    ...(folds.length === 0
      ? []
      : [
          `folds: { ${folds.map(({ code, target }) => `${quoteKey(code)}: ${quote(target.value)}`).join(", ")} }`,
        ]),
    ...(own.length === 0 ? [] : [`rows: {\n${own.join("\n")}\n  }`]),
    "fallback: $fallback",
    "messages: $messages",
  ];
  return `{\n${members.map((member) => `  ${member},`).join("\n")}\n}`;
}

function rowMembers({ entry, row }: ResolvedRow, format: WireFormat): readonly string[] {
  const columns = Object.entries({ ...format.columns, ...row?.columns });
  const title = usesVariable(format, "$title") ? entry.title?.value : undefined;
  return [
    ...(row?.body === undefined ? [] : [`body: ${templateText(row.body)}`]),
    ...statusesMember(entry, row),
    ...(entry.neverSent ? ["neverSent: true"] : []),
    ...(title === undefined ? [] : [`title: ${quote(title)}`]),
    ...headersMember(entry),
    ...challengeMember(entry),
    ...(columns.length === 0
      ? []
      : [
          `columns: { ${columns.map(([name, value]) => `${quoteKey(name)}: ${literal(value)}`).join(", ")} }`,
        ]),
  ];
}

function statusesMember(entry: Entry, row: ResolvedRow["row"]): readonly string[] {
  const own = (row?.statuses ?? []).map(({ value }) => value);
  const usual = entry.statuses.map(({ value }) => value);
  return own.join() === usual.join() ? [] : listMember("statuses", own);
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

function headersMember({ headers }: Entry): readonly string[] {
  const members = headers.map(({ name, value }) => `${quoteKey(name.value)}: ${quote(value.text)}`);
  return members.length === 0 ? [] : [`headers: { ${members.join(", ")} }`];
}

function challengeMember({ challenge }: Entry): readonly string[] {
  if (challenge === undefined) return [];
  const { error, scheme, scope } = challenge;
  const members = Object.entries({ error, scheme, scope: scope?.value }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${quote(value)}`],
  );
  return [members.length === 0 ? "challenge: {}" : `challenge: { ${members.join(", ")} }`];
}
