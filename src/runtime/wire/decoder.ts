/** Answer → error. */
import type { CatalogError, ErrorEntry } from "../catalog-error.js";
import { decodedErrorOf, descriptorOf } from "../decoded-error.js";
import { detach, isPolluted, memberIn } from "../own-member.js";
import { type UnrecognizedError, unrecognizedError } from "../unrecognized-error.js";
import { type Answer, isStatus, type ReadBody, readBody, receivedFrom } from "./answer.js";
import { codeIn, type Layout, noLayout, valueAt } from "./layout.js";
import { type FieldValues, fieldsReader, type ReadFields } from "./read-fields.js";
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
interface PreparedRow extends CodeRow {
  readonly descriptor: ErrorEntry;
  /** How its fields are read; each is made when a body needs it first. */
  readonly readers: Map<Layout, ReadFields>;
}

/** A body that is tried; `only` is the one row that it is the body of. */
interface Candidate {
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
      const given = isPolluted() ? membersOf(answer) : answer;
      const found = readBody(given, memberIn(options, "limits"));
      body = found.body;
      return decodeBody(given, found, options);
    } catch {
      // Only what is no data gets here: getters that throw, revoked proxies.
      return unrecognizedError([], { status: 0, headers: {}, body });
    }
  };
}

/** What there is of an answer where all objects have more than they should. */
function membersOf(answer: Answer): Answer {
  return {
    status: memberIn(answer, "status"),
    headers: memberIn(answer, "headers"),
    body: memberIn(answer, "body"),
  };
}

function prepare(
  spec: DecodeSpec,
): (answer: Answer, found: ReadBody, options?: DecodeOptions) => CatalogError | UnrecognizedError {
  detach(spec);
  const byCode = new Map<string, PreparedRow>();
  const bySpelling = new Map<string, PreparedRow>();
  const candidates: Candidate[] = [];
  for (const row of spec.rows) {
    const { entry, spelling = entry.code, also = [], body } = row;
    const known = { ...row, descriptor: descriptorOf(spec.catalog, entry), readers: new Map() };
    byCode.set(entry.code, known);
    for (const each of [spelling, ...also]) if (each !== null) bySpelling.set(String(each), known);
    if (body !== undefined) candidates.push({ layout: body, only: known });
  }
  for (const layout of spec.bodies ?? []) candidates.push({ layout, only: undefined });
  const codeOf = spec.types?.(spec.docs ?? "", [...byCode.keys()]);
  const readAs = (layout: Layout, row: PreparedRow, source: Source): FieldValues => {
    let read = row.readers.get(layout);
    if (read === undefined) {
      read = fieldsReader(row, layout, spec);
      row.readers.set(layout, read);
    }
    return read(source);
  };

  return (answer, { body: arrived, passed }, options) => {
    // What is too large is not looked into.
    const read = passed === undefined ? arrived : undefined;
    const body = isPolluted() ? detach(structuredClone(read)) : read;
    const source: Source = { body, headers: answer.headers, now: memberIn(options, "now") };
    // Of several readings the best counts: known and valid (3), known and broken (2), an unknown code (1), no code (0).
    let rank = -1;
    let best = noLayout;
    let known: PreparedRow | undefined;
    let fields: FieldValues | undefined;
    let spelling: string | undefined;
    for (const { layout, only } of candidates) {
      const found = codeIn(layout, body);
      if (found === false) continue;
      const row =
        found === undefined
          ? undefined
          : layout.isType
            ? byCode.get(codeOf?.(found) ?? "")
            : bySpelling.get(found);
      if (only !== undefined && only !== row) continue;
      const values = row && readAs(layout, row, source);
      const newRank = values ? (values.broken ? 2 : 3) : found === undefined ? 0 : 1;
      if (newRank <= rank) continue;
      rank = newRank;
      best = layout;
      known = row;
      fields = values;
      spelling = found;
      if (rank === 3) break;
    }
    // The HTTP status beats one in the body.
    const statuses = best.statuses?.map((path) => Number(valueAt(body, path)));
    const status = answer.status ?? statuses?.find(isStatus) ?? 0;
    const inferred = rank < 1 || undefined;
    if (inferred) {
      const { infer } = spec;
      const code = status >= 400 && (infer?.[status] ?? infer?.[`${Math.floor(status / 100)}xx`]);
      known = code ? byCode.get(code) : undefined;
      // A code that this wire does not send may have a body of its own all the same.
      const own = candidates.find(
        ({ layout, only }) => only && only === known && codeIn(layout, body) === undefined,
      );
      best = own?.layout ?? best;
      fields = known && readAs(best, known, source);
    }
    const text = textIn(best, body);
    const received = () => receivedFrom(answer, status, arrived, spec.name, source.now);
    const issues =
      passed === undefined
        ? fields?.issues
        : [{ message: `expected at most ${passed}`, path: [] }, ...(fields?.issues ?? [])];
    if (
      known === undefined ||
      fields === undefined ||
      fields.broken ||
      memberIn(options, "codes")?.includes(known.entry.code) === false
    ) {
      return unrecognizedError(issues ?? [], received(), spelling, text);
    }
    const { entry, messages = [], descriptor } = known;
    const { values } = fields;
    const message = text ?? spec.format?.(messages, values) ?? `${entry.code} (HTTP ${status})`;
    const own = entry.statuses.includes(status) ? status : descriptor.status;
    return decodedErrorOf(descriptor, message, own, values, { received, inferred, issues });
  };
}

function textIn({ messages = [] }: Layout, body: unknown): string | undefined {
  for (const path of messages) {
    const message = valueAt(body, path);
    if (typeof message === "string") return message;
  }
  return undefined;
}
