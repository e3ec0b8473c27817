/** Answer → error. */
import type { CatalogError, ErrorEntry } from "../catalog-error.js";
import { decodedErrorOf, descriptorOf } from "../decoded-error.js";
import type { Issue } from "../received.js";
import { type UnrecognizedError, unrecognizedError } from "../unrecognized-error.js";
import { type Answer, readBody, receivedFrom } from "./answer.js";
import { codeIn, layoutOf } from "./layout.js";
import { fieldsReader, type ReadFields } from "./read-fields.js";
import type { Source } from "./source.js";
import type { Layout, Template } from "./template.js";
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
  /** How its fields are read, by the number of the candidate; made when a body has them first. */
  readonly readers: ReadFields[];
}

/** A body that is tried; `only` is the one row that it is the body of. */
interface Candidate {
  readonly number: number;
  readonly layout: Layout;
  readonly only?: PreparedRow | undefined;
}

/** A body, as a candidate has it. */
interface Reading {
  /** The best counts: known and valid (3), known and broken (2), an unknown code (1), no code (0), not of any format (-1). */
  readonly rank: number;
  readonly candidate: Candidate;
  readonly spelling: string | undefined;
  readonly known: PreparedRow | undefined;
  readonly values: Record<string, unknown> | undefined;
  readonly issues: readonly Issue[];
}

interface Tables {
  readonly byCode: ReadonlyMap<string, PreparedRow>;
  readonly bySpelling: ReadonlyMap<string, PreparedRow>;
  readonly candidates: readonly Candidate[];
  /** What is read out of a body that is of none of them. */
  readonly nothing: Reading;
  /** The code that a problem type stands for. */
  readonly codeOf: ((type: string) => string | undefined) | undefined;
}

/** The function behind a decoder. */
export function createDecode(spec: DecodeSpec): Decode {
  let tables: Tables | undefined;
  return (answer, options) => {
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
  const add = (template: Template, only?: PreparedRow) =>
    candidates.push({ number: candidates.length, layout: layoutOf(template), only });
  for (const row of spec.rows) {
    const { entry, spelling = entry.code, also = [], body } = row;
    const known = { row, descriptor: descriptorOf(spec.catalog, entry), readers: [] };
    byCode.set(entry.code, known);
    for (const each of [spelling, ...also]) if (each !== null) bySpelling.set(String(each), known);
    if (body !== undefined) add(body, known);
  }
  for (const template of spec.bodies ?? []) add(template);
  const none = { number: candidates.length, layout: layoutOf({ members: [] }) };
  return {
    byCode,
    bySpelling,
    candidates,
    nothing: { ...readAs(none, undefined, undefined, spec, {} as Source), rank: -1 },
    codeOf: spec.types?.(spec.docs ?? "", [...byCode.keys()]),
  };
}

function decodeBody(
  spec: DecodeSpec,
  tables: Tables,
  answer: Answer,
  body: unknown,
  options: DecodeOptions | undefined,
): CatalogError | UnrecognizedError {
  const source: Source = { body, headers: answer.headers, now: options?.now };
  let best = tables.nothing;
  for (const candidate of tables.candidates) {
    const spelling = codeIn(candidate.layout, body);
    if (spelling === false) continue;
    const known = spelling === undefined ? undefined : rowOf(spelling, candidate.layout, tables);
    if (candidate.only !== undefined && candidate.only !== known) continue;
    const reading = readAs(candidate, spelling, known, spec, source);
    if (reading.rank > best.rank) best = reading;
    if (best.rank === 3) break;
  }
  const status = answer.status ?? statusIn(best.candidate.layout, body);
  const inferred = best.rank < 1 ? true : undefined;
  if (inferred) {
    const known = inferredRow(spec, tables, status);
    // A code that this wire does not send may have a body of its own all the same.
    const isOwn = ({ only, layout }: Candidate) =>
      only === known && codeIn(layout, body) === undefined;
    const own = known && tables.candidates.find(isOwn);
    best = readAs(own ?? best.candidate, undefined, known, spec, source);
  }
  const { candidate, spelling, known, values, issues } = best;
  const received = { make: receivedFrom, answer, status, body, wire: spec.name, now: source.now };
  const text = textIn(candidate.layout, body);
  if (
    known === undefined ||
    values === undefined ||
    options?.codes?.includes(known.row.entry.code) === false
  ) {
    return unrecognizedError(issues, received, spelling, text);
  }
  const { row, descriptor } = known;
  const { code, statuses } = row.entry;
  const message = text ?? spec.format?.(row.messages ?? [], values) ?? `${code} (HTTP ${status})`;
  const own = statuses.includes(status) ? status : descriptor.status;
  return decodedErrorOf(descriptor, message, own, values, {
    received,
    inferred,
    issues: issues.length > 0 ? issues : undefined,
  });
}

function readAs(
  candidate: Candidate,
  spelling: string | undefined,
  known: PreparedRow | undefined,
  spec: DecodeSpec,
  source: Source,
): Reading {
  const { number, layout } = candidate;
  const issues: Issue[] = [];
  let values: Reading["values"];
  if (known !== undefined) {
    known.readers[number] ??= fieldsReader(known.row, layout, spec);
    values = known.readers[number](source, issues);
  }
  const rank = values ? 3 : known ? 2 : spelling === undefined ? 0 : 1;
  return { rank, candidate, spelling, known, values, issues };
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

// The HTTP status beats one in the body.
function statusIn({ statuses }: Layout, body: unknown): number {
  for (const get of statuses) {
    const status = Number(get(body));
    if (Number.isInteger(status) && status >= 100 && status <= 599) return status;
  }
  return 0;
}
