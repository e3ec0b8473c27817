/** Answer → error. */
import type { CatalogError, ErrorEntry } from "../catalog-error.js";
import { decodedErrors, descriptorOf, type MakeDecoded } from "../decoded-error.js";
import { detach, isPolluted, memberIn, ownMembers } from "../own-member.js";
import { type UnrecognizedError, unrecognizedError } from "../unrecognized-error.js";
import {
  type Answer,
  type Arrival,
  isStatus,
  type ReadBody,
  readBody,
  receivedFrom,
} from "./answer.js";
import type { FieldValues } from "./field-values.js";
import { codeIn, type Layout, noLayout, valueAt } from "./layout.js";
import { fieldsReader, type ReadFields } from "./read-fields.js";
import type { Source } from "./source.js";
import type { DecodeOptions } from "./wire-options.js";
import type { CodeRow, DecodeSpec } from "./wire-spec.js";

/** The half of a wire format that a client needs. `ByCode` is what it decodes, `Known` every error of the catalog. */
export interface Decoder<ByCode, Known extends { readonly code: string }> {
  readonly name: string;
  /** Reads an answer. Never throws: what it cannot read is an `UnrecognizedError`. */
  decode<const Code extends Known["code"] = Extract<keyof ByCode, string>>(
    answer: Answer,
    options?: DecodeOptions<Code>,
  ): ByCode[Extract<Code, keyof ByCode>] | UnrecognizedError;
}

/** A decoder before its types. */
export type Decode = (answer: Answer, options?: DecodeOptions) => CatalogError | UnrecognizedError;

/** The decoder of a specification. Generated modules call it once for each format. */
export function decoder<ByCode, Known extends { readonly code: string }>(
  spec: DecodeSpec,
): Decoder<ByCode, Known> {
  return { name: spec.name, decode: createDecode(spec) as never };
}

/** A row with what is made from it. */
interface PreparedRow {
  readonly row: CodeRow;
  readonly descriptor: ErrorEntry;
  /** How its fields are read out of each candidate; each is made when a body needs it first. */
  readonly readers: (ReadFields | undefined)[];
  make: MakeDecoded | undefined;
}

/** An answer as one body of the format reads it. */
interface Reading {
  readonly layout: Layout;
  /** Of a known code, or of one that was inferred. */
  readonly row: PreparedRow | undefined;
  readonly spelling: string | undefined;
  readonly fields: FieldValues | undefined;
}

/** A body that is tried; `only` is the one row that it is the body of. */
interface Candidate {
  readonly index: number;
  readonly layout: Layout;
  readonly only: PreparedRow | undefined;
}

/** The function behind a decoder. */
export function createDecode(spec: DecodeSpec): Decode {
  let decodeBody: ReturnType<typeof prepare> | undefined;
  return (answer, options) => {
    let body: unknown;
    try {
      decodeBody ??= prepare(spec);
      const given = ownMembers(answer);
      const found = readBody(given, memberIn(options, "limits"));
      body = found.body;
      return decodeBody(given, found, options);
    } catch {
      // Only what is no data gets here: getters that throw, revoked proxies.
      return unrecognizedError({ issues: [], received: { status: 0, headers: {}, body } }, 0);
    }
  };
}

function prepare(
  spec: DecodeSpec,
): (answer: Answer, found: ReadBody, options?: DecodeOptions) => CatalogError | UnrecognizedError {
  detach(spec);
  const { name, infer, choose } = spec;
  const byCode = new Map<string, PreparedRow>();
  const bySpelling = new Map<string, PreparedRow>();
  // A row's own bodies stand before the general ones: of two that fit alike the first is taken.
  const candidates: Candidate[] = [];
  const addCandidate = (layout: Layout, only?: PreparedRow) =>
    candidates.push({ index: candidates.length, layout, only });
  for (const row of spec.rows) {
    const { entry, spelling = entry.code, also = [], body } = row;
    const descriptor = descriptorOf(spec.catalog, entry);
    const known: PreparedRow = { row, descriptor, readers: [], make: undefined };
    byCode.set(entry.code, known);
    for (const each of [spelling, ...also]) if (each !== null) bySpelling.set(String(each), known);
    if (body !== undefined) addCandidate(body, known);
  }
  for (const layout of spec.bodies ?? []) addCandidate(layout);
  const nothing: Reading = {
    layout: noLayout,
    row: undefined,
    spelling: undefined,
    fields: undefined,
  };
  const nowhere = { index: candidates.length, layout: noLayout, only: undefined };
  const spellingOf = spec.types?.(spec.docs ?? "", [...bySpelling.keys()]);
  const factsIn = spec.facts?.(spec.headers ?? {});

  const rowOf = ({ isType }: Layout, spelling: string) =>
    bySpelling.get((isType ? spellingOf?.(spelling) : spelling) ?? "");

  /** @param inferred the row to read, where no body has a code: it may have a body of its own all the same. */
  const read = (source: Source, inferred?: PreparedRow): Reading | undefined => {
    let best: Reading | undefined;
    for (const candidate of candidates) {
      const { layout, only } = candidate;
      const spelling = codeIn(layout, source.body);
      if (spelling === false || (inferred && spelling !== undefined)) continue;
      const row = inferred ?? (spelling === undefined ? undefined : rowOf(layout, spelling));
      if (only !== undefined && only !== row) continue;
      const reading = { layout, row, spelling, fields: row && readFields(candidate, row, source) };
      if (best === undefined || choose?.(reading, best, source.body)) best = reading;
    }
    return best;
  };

  const readFields = ({ layout, index }: Candidate, row: PreparedRow, source: Source) => {
    row.readers[index] ??= fieldsReader(row.row, layout, spec);
    return row.readers[index](source);
  };

  const readRow = (row: PreparedRow, source: Source): Reading =>
    read(source, row) ?? { ...nothing, row, fields: readFields(nowhere, row, source) };

  /** What the catalog says, where the wire has no message. */
  const messageOf = ({ row, descriptor }: PreparedRow, values: readonly unknown[]) => {
    const fields = descriptor.fields?.map((field, index) => [field, values[index]]) ?? [];
    return spec.format?.(row.messages ?? [], Object.fromEntries(fields));
  };

  return (answer, { body: arrived, passed }, options) => {
    // What is too large is not looked into.
    const small = passed === undefined ? arrived : undefined;
    const body = isPolluted() ? detach(structuredClone(small)) : small;
    const source: Source = { body, headers: answer.headers, now: memberIn(options, "now") };
    let best = read(source);
    const facts = factsIn?.(source);
    // The HTTP status beats one in the body.
    const status = answer.status ?? (statusIn(best?.layout, body) || (facts?.status ?? 0));
    if (best?.spelling === undefined && facts?.code !== undefined) {
      const row = bySpelling.get(facts.code);
      best = { ...(row ? readRow(row, source) : (best ?? nothing)), spelling: facts.code };
    }
    const isInferred = best?.spelling === undefined || undefined;
    if (isInferred) {
      const code = status >= 400 && (infer?.[status] ?? infer?.[`${Math.floor(status / 100)}xx`]);
      const row = code ? byCode.get(code) : undefined;
      if (row !== undefined) best = readRow(row, source);
    }
    const { layout, row, spelling, fields } = best ?? nothing;
    const text = textIn(layout, body) ?? facts?.message;
    const found = fields?.issues ?? [];
    const issues =
      passed === undefined
        ? found
        : [{ message: `expected at most ${passed}`, path: [] }, ...found];
    const isKnown =
      fields?.broken === false &&
      memberIn(options, "codes")?.includes(row?.descriptor.code ?? "") !== false;
    const arrival: Arrival = {
      answer,
      status,
      body: arrived,
      wire: name,
      now: source.now,
      layout,
      received: undefined,
      receive: receivedFrom,
      inferred: isKnown ? isInferred : undefined,
      issues: isKnown && issues.length === 0 ? undefined : issues,
    };
    if (!isKnown || row === undefined)
      return unrecognizedError(arrival, isStatus(status) ? status : 0, spelling, text);
    const { descriptor } = row;
    const { values } = fields;
    const message = text ?? messageOf(row, values) ?? `${descriptor.code} (HTTP ${status})`;
    row.make ??= decodedErrors(descriptor);
    return row.make(
      message,
      row.row.entry.statuses.includes(status) ? status : descriptor.status,
      values,
      arrival,
    );
  };
}

function statusIn(layout: Layout | undefined, body: unknown): number {
  for (const path of layout?.statuses ?? []) {
    const status = Number(valueAt(body, path));
    if (isStatus(status)) return status;
  }
  return 0;
}

function textIn({ messages = [] }: Layout, body: unknown): string | undefined {
  for (const path of messages) {
    const message = valueAt(body, path);
    if (typeof message === "string") return message;
  }
  return undefined;
}
