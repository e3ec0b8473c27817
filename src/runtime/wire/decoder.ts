/** Answer → error. */
import type { CatalogError, ErrorEntry } from "../catalog-error.js";
import { decodedErrorOf, descriptorOf } from "../decoded-error.js";
import { type UnrecognizedError, unrecognizedError } from "../unrecognized-error.js";
import { type Answer, type PendingReceived, readBody, receivedFrom } from "./answer.js";
import { isSpelling, layoutOf, matches } from "./layout.js";
import { type FieldValues, fieldsReader, type ReadFields } from "./read-fields.js";
import type { Source } from "./source.js";
import type { Layout } from "./template.js";
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
  readonly readers: Map<Layout | undefined, ReadFields>;
}

/** A body that is tried; `only` is the one row that it is the body of. */
interface Candidate {
  readonly layout: Layout;
  readonly only?: PreparedRow;
}

interface Tables {
  readonly byCode: ReadonlyMap<string, PreparedRow>;
  readonly bySpelling: ReadonlyMap<string, PreparedRow>;
  readonly candidates: readonly Candidate[];
  /** The code that a problem type stands for. */
  readonly codeOf: ((type: string) => string | undefined) | undefined;
}

/** The function behind a decoder. */
export function createDecode(spec: DecodeSpec): Decode {
  let tables: Tables | undefined;
  return (answer, options = {}) => {
    let body: unknown;
    try {
      tables ??= prepare(spec);
      body = readBody(answer.body, answer.headers);
      return decodeBody(spec, tables, answer, body, options);
    } catch {
      // Only what is no data gets here: getters that throw, revoked proxies.
      return unrecognizedError([], { status: 0, headers: {}, body });
    }
  };
}

function prepare(spec: DecodeSpec): Tables {
  const byCode = new Map<string, PreparedRow>();
  const bySpelling = new Map<string, PreparedRow>();
  const candidates: Candidate[] = [];
  for (const row of spec.rows) {
    const { entry, spelling = entry.code, also = [], body } = row;
    const prepared = { row, descriptor: descriptorOf(spec.catalog, entry), readers: new Map() };
    byCode.set(entry.code, prepared);
    for (const each of [spelling, ...also])
      if (each !== null) bySpelling.set(String(each), prepared);
    if (body !== undefined) candidates.push({ layout: layoutOf(body), only: prepared });
  }
  for (const template of spec.bodies ?? []) candidates.push({ layout: layoutOf(template) });
  return {
    byCode,
    bySpelling,
    candidates,
    codeOf: spec.types?.(spec.docs ?? "", [...byCode.keys()]),
  };
}

function decodeBody(
  spec: DecodeSpec,
  tables: Tables,
  answer: Answer,
  body: unknown,
  { codes, now }: DecodeOptions,
): CatalogError | UnrecognizedError {
  const source: Source = { body, headers: answer.headers, now };
  // Of several readings the best counts: known and valid (3), known and broken (2), an unknown code (1), no code (0).
  let rank = -1;
  let layout: Layout | undefined;
  let prepared: PreparedRow | undefined;
  let fields: FieldValues | undefined;
  let spelling: string | undefined;
  for (const candidate of tables.candidates) {
    const found = spellingIn(candidate.layout, body);
    if (found === false) continue;
    const row = found === undefined ? undefined : rowOf(found, candidate.layout, tables);
    if (candidate.only !== undefined && row !== candidate.only) continue;
    const values = row && readFields(row, candidate.layout, spec, source);
    const newRank = values ? (values.broken ? 2 : 3) : found === undefined ? 0 : 1;
    if (newRank <= rank) continue;
    rank = newRank;
    layout = candidate.layout;
    prepared = row;
    fields = values;
    spelling = found;
    if (rank === 3) break;
  }
  const status = answer.status ?? statusIn(layout, body);
  const received: PendingReceived = {
    make: receivedFrom,
    answer,
    status,
    body,
    wire: spec.name,
    now,
  };
  if (rank < 1) {
    prepared = inferredRow(spec, tables, status);
    // A code that this wire does not send may have a body of its own all the same.
    const own = prepared && tables.candidates.find(({ only }) => only === prepared)?.layout;
    if (own && spellingIn(own, body) === undefined) layout = own;
    fields = prepared && readFields(prepared, layout, spec, source);
  }
  const text = layout && textIn(layout, body);
  if (
    prepared === undefined ||
    fields === undefined ||
    fields.broken ||
    codes?.includes(prepared.row.entry.code) === false
  ) {
    return unrecognizedError((prepared && fields?.issues) || [], received, spelling, text);
  }
  const { row, descriptor } = prepared;
  const { values, issues } = fields;
  const { code, statuses } = row.entry;
  const message = text ?? spec.format?.(row.messages ?? [], values) ?? `${code} (HTTP ${status})`;
  const own = statuses.includes(status) ? status : descriptor.status;
  const inferred = rank < 1 ? true : undefined;
  return decodedErrorOf(descriptor, message, own, values, { received, inferred, issues });
}

/** The code that a body has, undefined where it has none; false where the body is not of the layout. */
function spellingIn(layout: Layout, body: unknown): string | undefined | false {
  if (!matches(layout, body)) return false;
  const found = layout.code?.(body);
  return isSpelling(found, layout.isType) && found !== "about:blank" ? String(found) : undefined;
}

function rowOf(spelling: string, { isType }: Layout, tables: Tables): PreparedRow | undefined {
  if (!isType) return tables.bySpelling.get(spelling);
  return tables.byCode.get(tables.codeOf?.(spelling) ?? "");
}

function inferredRow(
  { infer }: DecodeSpec,
  { byCode }: Tables,
  status: number,
): PreparedRow | undefined {
  const code = status >= 400 && (infer?.[status] ?? infer?.[`${Math.floor(status / 100)}xx`]);
  return code ? byCode.get(code) : undefined;
}

function textIn({ messages }: Layout, body: unknown): string | undefined {
  for (const get of messages) {
    const message = get(body);
    if (typeof message === "string") return message;
  }
  return undefined;
}

function readFields(
  { row, readers }: PreparedRow,
  layout: Layout | undefined,
  spec: DecodeSpec,
  source: Source,
): FieldValues {
  let read = readers.get(layout);
  if (read === undefined) {
    read = fieldsReader(row, layout, spec);
    readers.set(layout, read);
  }
  return read(source);
}

// The HTTP status beats one in the body.
function statusIn(layout: Layout | undefined, body: unknown): number {
  const found = layout?.statuses
    .map((get) => Number(get(body)))
    .find((status) => status >= 100 && status <= 599);
  return Number.isInteger(found) ? (found as number) : 0;
}
