/** Answer → error. */
import type { CatalogError, ErrorEntry } from "../catalog-error.js";
import { decodedErrors, descriptorOf, type MakeDecoded } from "../decoded-error.js";
import { detach, isPolluted, memberIn, ownMembers } from "../own-member.js";
import { type UnrecognizedError, unrecognizedError } from "../unrecognized-error.js";
import { type Answer, isStatus, type ReadBody, readBody } from "./answer.js";
import { type Arrival, receivedFrom } from "./arrival.js";
import type { FieldValues } from "./field-values.js";
import { codeIn, type Layout, noLayout, textIn, valueAt } from "./layout.js";
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
  /**
   * Whether an answer is an error: of formats that answer 200 to everything, the body says it. An error body beats what
   * looks like a success, unless that holds a constant where the body has its code. What is neither goes by its status.
   * Never throws.
   */
  isError(answer: Answer): boolean;
}

/** A decoder before its types. */
export type Decode = (answer: Answer, options?: DecodeOptions) => CatalogError | UnrecognizedError;

/** The decoder of a specification. Generated modules call it once for each format. */
export function decoder<ByCode, Known extends { readonly code: string }>(
  spec: DecodeSpec,
): Decoder<ByCode, Known> {
  return { name: spec.name, ...(createDecoder(spec) as object) } as never;
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
  readonly source: Source;
  /** What its paths begin at. */
  readonly root: unknown;
  /** Of a known code, or of one that was inferred. */
  readonly row: PreparedRow | undefined;
  readonly spelling: string | undefined;
  readonly fields: FieldValues | undefined;
  /** A condition chose it. */
  readonly isSure?: boolean;
  /** The errors beside it. */
  readonly others?: readonly Reading[] | undefined;
}

/** A body that is tried; `only` is the one row that it is the body of. */
interface Candidate {
  readonly index: number;
  readonly layout: Layout;
  readonly only: PreparedRow | undefined;
}

/** The functions behind a decoder. */
export function createDecoder(spec: DecodeSpec): {
  readonly decode: Decode;
  readonly isError: (answer: Answer) => boolean;
} {
  let readAnswer: ReturnType<typeof prepare> | undefined;
  let body: unknown;
  const read = (answer: Answer, options?: DecodeOptions) => {
    body = undefined;
    readAnswer ??= prepare(spec);
    const given = ownMembers(answer);
    const found = readBody(given, memberIn(options, "limits"));
    body = found.body;
    return readAnswer(given, found, options);
  };
  return {
    decode: (answer, options) => {
      try {
        return read(answer, options).error();
      } catch {
        // Only what is no data gets here: getters that throw, revoked proxies.
        return unrecognizedError({ issues: [], received: { status: 0, headers: {}, body } }, 0);
      }
    },
    isError: (answer) => {
      try {
        return read(answer).isError();
      } catch {
        return true;
      }
    },
  };
}

function prepare(
  spec: DecodeSpec,
): (
  answer: Answer,
  found: ReadBody,
  options?: DecodeOptions,
) => { error(): CatalogError | UnrecognizedError; isError(): boolean } {
  detach(spec);
  const { name, choose, headers = noLayout } = spec;
  const byCode = new Map<string, PreparedRow>();
  const bySpelling = new Map<string, PreparedRow>();
  const keyOf = (spelling: string) => (spec.ignoresCase ? spelling.toLowerCase() : spelling);
  // A row's own bodies stand before the general ones: of two that fit alike the first is taken.
  const candidates: Candidate[] = [];
  const addCandidate = (layout: Layout, only?: PreparedRow) =>
    candidates.push({ index: candidates.length, layout, only });
  for (const row of spec.rows) {
    const { entry, spelling = entry.code, also = [], body } = row;
    const descriptor = descriptorOf(spec.catalog, entry);
    const known: PreparedRow = { row, descriptor, readers: [], make: undefined };
    byCode.set(entry.code, known);
    for (const each of [spelling, ...also])
      if (each !== null) bySpelling.set(keyOf(String(each)), known);
    if (body !== undefined) addCandidate(body, known);
  }
  for (const layout of spec.bodies ?? []) addCandidate(layout);
  const nothing = {
    layout: noLayout,
    root: undefined,
    row: undefined,
    spelling: undefined,
    fields: undefined,
  };
  const nowhere = { index: candidates.length, layout: noLayout, only: undefined };
  const spellingOf = spec.types?.(spec.docs ?? "", [...bySpelling.keys()]);
  const classOf = spec.classes?.(spec.rows);

  const rowOf = ({ isType }: Layout, spelling: string) => {
    const plain = (isType ? spellingOf?.(spelling) : spelling) ?? "";
    return bySpelling.get(keyOf(plain)) ?? byCode.get(classOf?.(plain) ?? "");
  };

  /** @param inferred the row to read, where no body has a code: it may have a body of its own all the same. */
  const read = (source: Source, status: number, inferred?: PreparedRow): Reading | undefined => {
    let best: Reading | undefined;
    for (const candidate of candidates) {
      const reading = readAs(candidate, source, status, inferred);
      if (reading !== undefined && (best === undefined || choose?.(reading, best, status)))
        best = reading;
    }
    return best;
  };

  const readAs = (
    candidate: Candidate,
    source: Source,
    status: number,
    inferred: PreparedRow | undefined,
  ): Reading | undefined => {
    const { layout, only } = candidate;
    const { several } = layout;
    if (several !== undefined && source.error === undefined) {
      const sources = several.split(several, source);
      if (sources?.length) {
        const readings = sources.flatMap(
          (each) =>
            (several.alone
              ? read(each, status, inferred)
              : readAs(candidate, each, status, inferred)) ?? [],
        );
        return several.choose(several, readings, status);
      }
      if (several.alone) return undefined;
    } else if (several === undefined && source.error !== undefined) return undefined;
    const root = several ? { body: source.body, error: source.error } : source.body;
    const code = codeIn(layout, root);
    // A body of a row that has no code is known by its constants.
    const isSaid = only?.row.spelling === null && layout.code === undefined && layout.tests;
    const spelling = several && source.error === undefined && !code ? undefined : code;
    if (spelling === false || (inferred && spelling !== undefined)) return undefined;
    const row =
      inferred ?? (isSaid ? only : spelling === undefined ? undefined : rowOf(layout, spelling));
    if (only !== undefined && only !== row) return undefined;
    const from = several ? { ...source, body: root } : source;
    const fields = row && readFields(candidate, row, from);
    return { layout, source, root, row, spelling, fields };
  };

  const readFields = ({ layout, index }: Candidate, row: PreparedRow, source: Source) => {
    row.readers[index] ??= fieldsReader(row.row, layout, spec);
    return row.readers[index](source);
  };

  const readRow = (row: PreparedRow, source: Source, status: number): Reading =>
    read(source, status, row) ?? {
      ...nothing,
      source,
      row,
      fields: readFields(nowhere, row, source),
    };

  /** What the status stands for. */
  const infer = (source: Source, status: number): Reading | undefined => {
    const { infer: inferred = {} } = spec;
    const codes = status >= 400 && (inferred[status] ?? inferred[`${Math.floor(status / 100)}xx`]);
    let best: Reading | undefined;
    for (const each of [codes || []].flat()) {
      const { code, when } = typeof each === "string" ? { code: each, when: undefined } : each;
      const row = byCode.get(code);
      if (row === undefined || (when && !spec.holds?.(when, source, status))) continue;
      const reading = { ...readRow(row, source, status), isSure: when !== undefined };
      if (best === undefined || choose?.(reading, best, status)) best = reading;
    }
    return best;
  };

  /** What the catalog says, where the wire has no message. */
  const messageOf = ({ row, descriptor }: PreparedRow, values: readonly unknown[]) => {
    const fields = descriptor.fields?.map((field, index) => [field, values[index]]) ?? [];
    return spec.format?.(row.messages ?? [], Object.fromEntries(fields));
  };

  /** The text of an answer that no body says more of. */
  const textAnywhere = (source: Source) => {
    for (const { layout } of candidates) {
      const text = layout.several ? undefined : textIn(layout, source.body);
      if (text !== undefined) return text;
    }
    return undefined;
  };

  return (answer, { body: arrived, passed }, options) => {
    // What is too large is not looked into.
    const small = passed === undefined ? arrived : undefined;
    const body = isPolluted() ? detach(structuredClone(small)) : small;
    const lenient = memberIn(options, "lenient");
    const whole: Source = {
      body,
      headers: answer.headers,
      now: memberIn(options, "now"),
      lenient,
    };
    const given = answer.status ?? 0;
    let found: Reading | undefined;
    for (const each of spec.texts?.(spec.syntaxes ?? [], body) ?? [body])
      found ??= read(each === body ? whole : { ...whole, body: each }, given);
    const saidBy = codeIn(headers, whole.headers);

    const conclude = (
      reading: Reading | undefined,
      isFirst: boolean,
    ): CatalogError | UnrecognizedError => {
      let best = reading;
      const source = best?.source ?? whole;
      const own = best && statusIn(best.layout, best.root);
      // The HTTP status beats one in the body, but for that of one error among several.
      const status = answer.status ?? (own || statusIn(headers, whole.headers));
      if (isFirst && best?.spelling === undefined && saidBy) {
        const row = rowOf(headers, saidBy);
        best = {
          ...(row ? readRow(row, source, status) : (best ?? { ...nothing, source })),
          spelling: saidBy,
        };
      }
      const isUnknown = best?.row === undefined;
      const byStatus =
        best?.spelling === undefined || (isUnknown && spec.infersUnknown)
          ? infer(source, (best?.layout.several && own) || status)
          : undefined;
      if (isUnknown) best = byStatus ?? best;
      // What constants say may be no more than what the status says.
      const isInferred = (best?.row && best.row === byStatus?.row) || undefined;
      const { layout, root, row, spelling, fields } = best ?? { ...nothing, source };
      const text =
        textIn(layout, root) ??
        (isFirst ? textIn(headers, whole.headers) : undefined) ??
        (reading?.row ? undefined : textAnywhere(source));
      const found = fields?.issues ?? [];
      const issues =
        passed === undefined
          ? found
          : [{ message: `expected at most ${passed}`, path: [] }, ...found];
      const isKnown =
        fields !== undefined &&
        (!fields.broken || lenient === true) &&
        memberIn(options, "codes")?.includes(row?.descriptor.code ?? "") !== false;
      const [context, delay] = spec.asides?.(layout, { ...source, body: root }, spec) ?? [];
      const arrival: Arrival = {
        answer,
        status,
        body: isFirst ? arrived : (source.error ?? source.body),
        wire: name,
        now: source.now,
        layout,
        spelling,
        delay,
        received: undefined,
        receive: receivedFrom,
        inferred: isKnown ? isInferred : undefined,
        issues: isKnown && issues.length === 0 ? undefined : issues,
      };
      const others = reading?.others?.map((each) => conclude(each, false));
      const beside = (others || context) && { others, context };
      if (!isKnown || row === undefined)
        return withMembers(
          unrecognizedError(arrival, isStatus(status) ? status : 0, spelling, text),
          beside,
        );
      const { descriptor } = row;
      const { values } = fields;
      const message = text ?? messageOf(row, values) ?? `${descriptor.code} (HTTP ${status})`;
      row.make ??= decodedErrors(descriptor);
      const error = row.make(
        message,
        row.row.entry.statuses.includes(status) ? status : descriptor.status,
        values,
        arrival,
      );
      return withMembers(error, beside);
    };

    const isError = () => {
      const success = spec.success?.find((test) => spec.holds?.(test, whole, given));
      if (!saidBy && !found?.spelling && !found?.row)
        return success === undefined && !(given >= 100 && given < 400);
      const code = JSON.stringify(found?.layout.code);
      return !success?.body?.tests?.some(([at]) => JSON.stringify(at) === code);
    };

    return { error: () => conclude(found, true), isError };
  };
}

/** The error with what stands beside its fields, as far as there is any. */
function withMembers<T extends object>(error: T, members: object | undefined): T {
  return members ? Object.assign(error, members) : error;
}

function statusIn(layout: Layout, body: unknown): number {
  for (const path of layout.statuses ?? []) {
    const status = Number(valueAt(body, path));
    if (isStatus(status)) return status;
  }
  return 0;
}
