/** Contract → what a ledger says of what there is: what others rely on, without places and without what only helps people. */
import {
  type Contract,
  compareText,
  type Ending,
  type Entry,
  isTombstone,
  type UsedCatalog,
} from "../../model/catalog.js";
import { extensionMembers } from "../../model/extension.js";
import { grouped } from "../../model/grouped.js";
import { codesOf } from "../../model/operation-codes.js";
import type { UnsaidPart } from "../../model/past.js";
import { remembered } from "../../model/remembered.js";
import { spell, type WireFormat, type WireRow } from "../../model/wire-format.js";
import { rolesJson } from "./role-json.js";
import { conditionJson, templateJson } from "./template-json.js";
import { defined, fieldsJson, type JsonMembers, typeJson } from "./type-json.js";

/** What the ledger says of what there is now. */
export const ledgerWithoutPast = remembered(
  (contract: Contract): JsonMembers => ({
    ...withoutExtensions(contract),
    ...extensionMembers(contract.extensions),
  }),
);

/** The same without keys of its own. */
export const withoutExtensions = remembered((contract: Contract): JsonMembers => {
  const { name, version, docs, wire, fallback, infer, categories, types, operations } = contract;
  const tables = tablesOf(contract);
  const says = (part: UnsaidPart) => !contract.unsaid.includes(part);
  return {
    errdex: 1,
    catalog: name.value,
    version: version.value,
    ...defined({ consumes: contract.consumes?.value, docs: docs?.value }),
    // Where there is none the ledger says so: one without the member does not know.
    ...(says("type") && { type: typeAddress(contract) }),
    ...(says("context") && { context: fieldsJson(contract.context) }),
    wire: wire.value,
    ...defined({ fallback: fallback?.value }),
    ...(infer.length === 0 ? {} : { infer: inferences(infer) }),
    ...(contract.roles.length > 0 && { roles: rolesJson(contract.roles) }),
    categories: record(categories.map(({ id, title }) => [id, title])),
    types: record([...types].map(([id, { type }]) => [id, typeJson(type)])),
    ...(contract.uses.length > 0 && {
      uses: record(contract.uses.map((used) => [used.name, useJson(used)])),
    }),
    codes: record(contract.entries.map((entry) => [entry.code, codeJson(entry, tables)])),
    operations: record(
      operations.map((operation) => [
        operation.id,
        {
          codes: sortedCodes(codesOf(operation, contract.groups)),
          ...extensionMembers(operation.extensions),
        },
      ]),
    ),
    wires: record(contract.wireFormats.map((format) => [format.name.value, wireJson(format)])),
  };
});

/** The rows and folds of a format by code. */
interface FormatTable {
  readonly format: WireFormat;
  readonly rows: ReadonlyMap<string, WireRow>;
  readonly folds: ReadonlyMap<string, string>;
}

const tablesOf = remembered(({ wireFormats }: Contract) =>
  wireFormats.map(
    (format): FormatTable => ({
      format,
      rows: new Map(format.rows.map((row) => [row.code, row])),
      folds: new Map(format.folds.map(({ code, target }) => [code, target.value])),
    }),
  ),
);

// Operations that name the same groups have one list.
const sortedCodes = remembered((codes: readonly string[]) => [...codes].sort(compareText));

function codeJson(entry: Entry, tables: readonly FormatTable[]): JsonMembers {
  const endings = {
    deprecated: entry.deprecated && ending(entry.deprecated),
    retired: entry.retired && ending(entry.retired),
  };
  const extensions = extensionMembers(entry.extensions);
  if (isTombstone(entry)) return { ...defined(endings), ...extensions };
  const { title, category, statuses, hasNoStatus, messages, retry, delay, headers, since, name } =
    entry;
  const own = entry.fields.filter(({ internal }) => !internal);
  const internal = entry.fields.filter((field) => field.internal);
  const wires = tables.flatMap((table): [string, JsonMembers][] => {
    const row = rowJson(entry, table);
    return row === undefined ? [] : [[table.format.name.value, row]];
  });
  return defined({
    from: entry.owner?.name,
    category: category.value,
    statuses: hasNoStatus ? "none" : statuses.map(({ value }) => value),
    title: title?.value,
    message: list(messages.map(({ text }) => text)),
    severity: entry.severity?.value,
    retry: retry?.value,
    grpc: entry.grpc?.value,
    exit: entry.exit?.value,
    delay: list(delay.map(({ value }) => value.join("."))),
    headers:
      headers.length === 0 ? undefined : record(headers.map((h) => [h.name.value, h.value.text])),
    challenge: entry.challenge && challenge(entry.challenge),
    never_sent: entry.neverSent && !hasNoStatus ? true : undefined,
    stack: entry.stack ? undefined : false,
    fields: own.length === 0 ? undefined : fieldsJson(own),
    internal: internal.length === 0 ? undefined : fieldsJson(internal),
    since: since?.value,
    name: name?.value,
    ...endings,
    wires: wires.length === 0 ? undefined : record(wires),
    ...extensions,
  });
}

function useJson({ version, docs, type, typeAlso }: UsedCatalog): JsonMembers {
  return defined({ version, docs, type, type_also: list(typeAlso) });
}

function challenge({ error, scheme, scope }: NonNullable<Entry["challenge"]>): object {
  return defined({ error, scheme, scope: scope?.value });
}

function ending({ since, replacedBy, reason }: Ending): JsonMembers {
  return { since, ...defined({ replaced_by: replacedBy?.value, reason }) };
}

/** Nothing where the format's rules say all. */
function rowJson(entry: Entry, { format, rows, folds }: FormatTable): JsonMembers | undefined {
  const row = rows.get(entry.code);
  if (row === undefined) {
    const fold = folds.get(entry.code);
    return fold === undefined ? undefined : { fold };
  }
  const statuses = row.statuses.map(({ value }) => value);
  const usual = entry.statuses.map(({ value }) => value);
  const { spelling } = row;
  const json: JsonMembers = {
    ...(spelling === undefined || spelling === spell(entry.code, format.spelling)
      ? {}
      : { code: spelling }),
    ...defined({
      also: list(row.also.map(({ value }) => value)),
      status: statuses.join() === usual.join() ? undefined : list(statuses),
      body: row.body && templateJson(row.body),
      omits: list(row.omits.map(({ value }) => value).sort(compareText)),
      row: Object.keys(row.columns).length === 0 ? undefined : row.columns,
    }),
  };
  return format.rest === "spell" && Object.keys(json).length === 0 ? undefined : json;
}

function wireJson(format: WireFormat): JsonMembers {
  const { body, accepts, headers, media, status, spelling, rest, omits, infer, columns } = format;
  const { syntaxes, success } = format;
  return {
    ...defined({
      body: body && templateJson(body),
      accepts: list(accepts.map(templateJson)),
      headers:
        headers.length === 0
          ? undefined
          : record(headers.map(({ name, value }) => [name.value, templateJson(value)])),
      syntax: syntaxes.join() === "json" ? undefined : syntaxes,
      success: list(success.map(conditionJson)),
      unknown: format.infersUnknown ? "infer" : undefined,
      case: format.ignoresCase ? "ignore" : undefined,
      media: media?.value,
      status: status?.value,
      omits: list(omits.map(({ value }) => value).sort(compareText)),
      // What a built-in format infers stands in the ledger as a whole.
      infer: infer.length === 0 || format.builtIn ? undefined : inferences(infer),
      row: Object.keys(columns).length === 0 ? undefined : columns,
    }),
    spelling,
    rest,
  };
}

function inferences(infer: WireFormat["infer"]): Readonly<Record<string, unknown>> {
  const byStatus = grouped(infer, ({ status }) => status);
  return record(
    [...byStatus].map(([status, codes]) => {
      const listed = codes.map(({ code, when }) =>
        when === undefined ? code.value : { code: code.value, when: conditionJson(when) },
      );
      return [status, listed.length === 1 ? listed[0] : listed];
    }),
  );
}

function list<T>(values: readonly T[]): readonly T[] | undefined {
  return values.length === 0 ? undefined : values;
}

function typeAddress({ type, typeAlso }: Contract): string | JsonMembers {
  if (type !== undefined && typeAlso.length === 0) return type.value;
  return defined({ address: type?.value, also: list(typeAlso.map(({ value }) => value)) });
}

/** The members, sorted. The first of two that have one name counts, as everywhere in a catalog with that error. */
export function record<T>(members: readonly (readonly [string, T])[]): Readonly<Record<string, T>> {
  const sorted = [...members].reverse().sort(([a], [b]) => compareText(a, b));
  return Object.fromEntries(sorted);
}
