/** Catalog → contract: what others rely on, without places and without what only the help page shows. */
import {
  type Catalog,
  compareText,
  type Ending,
  type Entry,
  isTombstone,
} from "../model/catalog.js";
import type { Contract, ContractCode, ContractEnding, ContractRow } from "../model/contract.js";
import { extensionMembers } from "../model/extension.js";
import { codesOf } from "../model/operation-codes.js";
import { remembered } from "../model/remembered.js";
import { spell, type WireFormat, type WireRow } from "../model/wire-format.js";
import { contractFields, contractTemplate, contractType, defined } from "./contract-type.js";
import { pastOf } from "./past.js";

/** The contract. What the catalog's ledger remembers of codes and spellings is carried on. */
export function contractOf(catalog: Catalog): Contract {
  const own = withoutPast(catalog);
  return { ...own, past: pastOf(own, catalog.released?.contract) };
}

/** The rows and folds of a format by code. */
interface FormatTable {
  readonly format: WireFormat;
  readonly rows: ReadonlyMap<string, WireRow>;
  readonly folds: ReadonlyMap<string, string>;
}

function withoutPast(catalog: Catalog): Contract {
  const tables = catalog.wireFormats.map(
    (format): FormatTable => ({
      format,
      rows: new Map(format.rows.map((row) => [row.code, row])),
      folds: new Map(format.folds.map(({ code, target }) => [code, target.value])),
    }),
  );
  const { name, version, docs, wire, fallback, infer, categories, types, operations } = catalog;
  return {
    errdex: 1,
    catalog: name.value,
    version: version.value,
    ...defined({ docs: docs?.value, fallback: fallback?.value }),
    wire: wire.value,
    ...(infer.length === 0 ? {} : { infer: inferences(infer) }),
    categories: record(categories.map(({ id, title }) => [id, title])),
    codes: record(catalog.entries.map((entry) => [entry.code, contractCode(entry, tables)])),
    operations: record(
      operations.map((operation) => [
        operation.id,
        {
          codes: sortedCodes(codesOf(operation, catalog.groups)),
          ...extensionMembers(operation.extensions),
        },
      ]),
    ),
    past: { codes: {}, spellings: {} },
    types: record([...types].map(([id, { type }]) => [id, contractType(type)])),
    wires: record(catalog.wireFormats.map((format) => [format.name.value, contractWire(format)])),
    ...extensionMembers(catalog.extensions),
  };
}

// Operations that name the same groups have one list.
const sortedCodes = remembered((codes: readonly string[]) => [...codes].sort(compareText));

function contractCode(entry: Entry, tables: readonly FormatTable[]): ContractCode {
  const endings = {
    deprecated: entry.deprecated && ending(entry.deprecated),
    retired: entry.retired && ending(entry.retired),
  };
  const extensions = extensionMembers(entry.extensions);
  if (isTombstone(entry)) return { ...defined(endings), ...extensions } as ContractCode;
  const { title, category, statuses, messages, retry, delay, headers, since, name } = entry;
  const own = entry.fields.filter(({ internal }) => !internal);
  const internal = entry.fields.filter((field) => field.internal);
  const wires = tables.flatMap((table): [string, ContractRow][] => {
    const row = contractRow(entry, table);
    return row === undefined ? [] : [[table.format.name.value, row]];
  });
  return defined({
    category: category.value,
    statuses: statuses.map(({ value }) => value),
    title: title?.value,
    message: list(messages.map(({ text }) => text)),
    retry: retry?.value,
    delay: list(delay.map(({ value }) => value.join("."))),
    headers:
      headers.length === 0 ? undefined : record(headers.map((h) => [h.name.value, h.value.text])),
    challenge: entry.challenge && challenge(entry.challenge),
    never_sent: entry.neverSent ? true : undefined,
    stack: entry.stack ? undefined : false,
    fields: own.length === 0 ? undefined : contractFields(own),
    internal: internal.length === 0 ? undefined : contractFields(internal),
    since: since?.value,
    name: name?.value,
    ...endings,
    wires: wires.length === 0 ? undefined : record(wires),
    ...extensions,
  }) as ContractCode;
}

function challenge({ error, scheme, scope }: NonNullable<Entry["challenge"]>): object {
  return defined({ error, scheme, scope: scope?.value });
}

function ending({ since, replacedBy, reason }: Ending): ContractEnding {
  return { since, ...defined({ replaced_by: replacedBy?.value, reason }) };
}

/** Nothing where the format's rules say all. */
function contractRow(entry: Entry, { format, rows, folds }: FormatTable): ContractRow | undefined {
  const row = rows.get(entry.code);
  if (row === undefined) {
    const fold = folds.get(entry.code);
    return fold === undefined ? undefined : { fold };
  }
  const statuses = row.statuses.map(({ value }) => value);
  const usual = entry.statuses.map(({ value }) => value);
  const { spelling } = row;
  const contract: ContractRow = {
    ...(spelling === undefined || spelling === spell(entry.code, format.spelling)
      ? {}
      : { code: spelling }),
    ...defined({
      also: list(row.also.map(({ value }) => value)),
      status: statuses.join() === usual.join() ? undefined : list(statuses),
      body: row.body && contractTemplate(row.body),
      omits: list(row.omits.map(({ value }) => value).sort(compareText)),
      row: Object.keys(row.columns).length === 0 ? undefined : row.columns,
    }),
  };
  return format.rest === "spell" && Object.keys(contract).length === 0 ? undefined : contract;
}

function contractWire(format: WireFormat): Contract["wires"][string] {
  const { body, accepts, headers, media, status, spelling, rest, omits, infer, columns } = format;
  return {
    ...defined({
      body: body && contractTemplate(body),
      accepts: list(accepts.map(contractTemplate)),
      headers:
        headers.length === 0
          ? undefined
          : record(headers.map(({ name, value }) => [name.value, contractTemplate(value)])),
      media: media?.value,
      status: status?.value,
      omits: list(omits.map(({ value }) => value).sort(compareText)),
      // What a built-in format infers stands in the contract as a whole.
      infer: infer.length === 0 || format.builtIn ? undefined : inferences(infer),
      row: Object.keys(columns).length === 0 ? undefined : columns,
    }),
    spelling,
    rest,
  };
}

function inferences(infer: Catalog["infer"]): Readonly<Record<string, string>> {
  return record(infer.map(({ status, code }) => [status, code.value]));
}

function list<T>(values: readonly T[]): readonly T[] | undefined {
  return values.length === 0 ? undefined : values;
}

// The first of two that have one name counts, as everywhere in a catalog with that error.
function record<T>(members: readonly (readonly [string, T])[]): Readonly<Record<string, T>> {
  const sorted = [...members].reverse().sort(([a], [b]) => compareText(a, b));
  return Object.fromEntries(sorted);
}
