/** A wire format that works both ways. */
import { type CatalogError, type CatalogErrorObject, entryOf } from "../catalog-error.js";
import { isCatalogError } from "../guards.js";
import type { Received } from "../received.js";
import { delayIn } from "../retry-delay.js";
import type { UnrecognizedError } from "../unrecognized-error.js";
import { answerHeaders, type HeaderWriter } from "./answer-headers.js";
import { declaredFields } from "./declared.js";
import { createDecode, type Decode, type Decoder } from "./decoder.js";
import {
  absent,
  type Fill,
  fieldNames,
  fillOf,
  namesIn,
  type Scope,
  variableFill,
} from "./fill.js";
import { inLanguage } from "./in-language.js";
import { repeat } from "./repeat.js";
import type { EncodedAnswer, EncodeOptions } from "./wire-options.js";
import type { CodeRow, DecodeSpec, EncodeSpec } from "./wire-spec.js";

/** A wire format: `ByCode` is what it decodes, `Sendable` what it encodes besides: what it cannot carry it folds or replaces. */
export interface WireFormat<ByCode, Sendable extends { readonly code: string }>
  extends Decoder<ByCode, Sendable> {
  /** Writes an error. Never throws: what this wire cannot carry leaves as the catalog's fallback for its status. */
  encode(
    error: Sendable | ByCode[keyof ByCode] | UnrecognizedError,
    options?: EncodeOptions,
  ): EncodedAnswer;
}

/** The wire format of a specification. Generated modules call it once for each of theirs. */
export function wireFormat<ByCode, Sendable extends { readonly code: string }>(
  spec: DecodeSpec,
  encodeSpec: EncodeSpec,
): WireFormat<ByCode, Sendable> {
  const decode = createDecode(spec);
  const encoder = new Encoder(spec, encodeSpec, decode);
  return {
    name: spec.name,
    decode: decode as never,
    encode: (error, options) => {
      try {
        return encoder.encode(error as CatalogError, options ?? {});
      } catch {
        // Only what is no data gets here: getters that throw, revoked proxies, levels without end.
        return encoder.encode(undefined as never, {});
      }
    },
  };
}

/** The same format with options that every `encode` has: a service's realm and schemes, set once. */
export function withEncodeOptions<ByCode, Sendable extends { readonly code: string }>(
  format: WireFormat<ByCode, Sendable>,
  options: EncodeOptions,
): WireFormat<ByCode, Sendable> {
  return { ...format, encode: (error, own) => format.encode(error, { ...options, ...own }) };
}

/** A row with what fills its answers. */
interface Writer extends HeaderWriter {
  readonly row: CodeRow;
  readonly statuses: readonly number[];
  readonly body: Fill | undefined;
  /** The fields that an error must have. */
  readonly required: readonly string[];
}

/** An error, or the fields of one. */
type Fields = Scope["error"];

/** Writes answers. An object, because it keeps the writers that it has made. */
class Encoder {
  readonly #writers = new Map<string, Writer | undefined>();
  #rows: ReadonlyMap<string, CodeRow> | undefined;

  constructor(
    readonly spec: DecodeSpec,
    readonly encodeSpec: EncodeSpec,
    readonly decode: Decode,
  ) {}

  encode(error: CatalogError, options: EncodeOptions): EncodedAnswer {
    const isOurs = isCatalogError(error, this.spec.catalog);
    const writer = isOurs ? this.#writer(error.code) : undefined;
    const received = isOurs || isUnrecognized(error) ? error.received : undefined;
    if (received?.wire === this.spec.name && options.passThrough !== false) {
      return this.#repeat(error, received, writer, options);
    }
    const fields = writer && fieldsFor(error, writer.row);
    if (writer !== undefined && fields !== undefined && hasFields(fields, writer)) {
      return this.#write(writer, scopeOf(error, fields), options, error);
    }
    return this.#writeFallback(error, options);
  }

  #repeat(
    error: CatalogError,
    received: Received,
    writer: Writer | undefined,
    options: EncodeOptions,
  ): EncodedAnswer {
    // What was received stays in its language.
    const untranslated = { ...options, translations: undefined };
    const write = (each: CatalogError) =>
      this.#write(writer as Writer, scopeOf(each, each as unknown as Fields), untranslated, each);
    const { decode, spec, encodeSpec } = this;
    return repeat(error, received, writer && write, decode, spec, encodeSpec);
  }

  #writeFallback(error: CatalogError, options: EncodeOptions): EncodedAnswer {
    const { fallback, rows = {} } = this.encodeSpec;
    const isOurs = isCatalogError(error);
    const isSent = isOurs && error.status >= 400 && !own(rows, error.code)?.neverSent;
    const status = isSent ? error.status : 500;
    const near = this.#writer(own(fallback.byStatus, String(status)));
    const chosen = near !== undefined && hasFields({}, near) ? near : this.#writer(fallback.code);
    if (chosen === undefined) return { status, headers: {}, body: undefined };
    // Only a catalog's message is meant for the wire; what else was thrown may name tables, paths and hosts.
    const isMeant = isSent && !isUnrecognized(error);
    const message = isMeant
      ? error.message
      : (fallback.messages[chosen.row.entry.code] ?? fallback.message);
    const delay = isOurs ? scopeOf(error, {}).delay : undefined;
    const said = isMeant ? error : { code: chosen.row.entry.code };
    return this.#write(chosen, { error: {}, message, status, delay }, options, said);
  }

  /** The writer of a code, or of the one that it is folded into; undefined where this wire cannot carry it. */
  #writer(code: string | undefined): Writer | undefined {
    if (code === undefined) return undefined;
    let writer = this.#writers.get(code);
    if (writer === undefined && !this.#writers.has(code)) {
      writer = this.#makeWriter(code);
      this.#writers.set(code, writer);
    }
    return writer;
  }

  #makeWriter(code: string): Writer | undefined {
    this.#rows ??= new Map(this.spec.rows.map((row) => [row.entry.code, row]));
    const { folds = {}, rows = {}, phrases } = this.encodeSpec;
    const target = own(folds, code) ?? code;
    const row = this.#rows.get(target);
    const extra = own(rows, target) ?? {};
    if (row === undefined || extra.neverSent) return undefined;
    const template = extra.body ?? this.encodeSpec.body;
    const { docs, headers = {} } = this.spec;
    const context = {
      row,
      own: extra,
      docs,
      phrases,
      placed: template === undefined ? [] : namesIn(template),
    };
    const { entry, omits = [] } = row;
    return {
      row,
      own: extra,
      statuses: extra.statuses ?? entry.statuses,
      body: template && fillOf(template, context),
      headers: Object.entries(headers)
        .map(([name, variable]) => ({ name, fill: variableFill(variable, context) }))
        .filter(({ fill }) => fill !== absent),
      required: fieldNames(entry.fields).filter(
        (name) => entry.fields?.[name] !== undefined && !omits.includes(name),
      ),
    };
  }

  /**
   * @param given its status is sent where the code has it, else the code's first.
   * @param said what the message is about.
   */
  #write(
    writer: Writer,
    given: Scope,
    options: EncodeOptions,
    said: { readonly code: string },
  ): EncodedAnswer {
    const { statuses, body: fill, row } = writer;
    const wanted = options.translations?.length
      ? inLanguage(given, said, row.entry.code, options)
      : given;
    const usual = statuses.includes(wanted.status) ? wanted.status : (statuses[0] as number);
    const status = this.encodeSpec.status ?? usual;
    const scope = status === wanted.status ? wanted : { ...wanted, status };
    const body = fill?.(scope);
    return { status, headers: answerHeaders(writer, this.encodeSpec, scope, body, options), body };
  }
}

/** What an error says, with the fields to write. Its delay is sent even where it is folded into a code that has none. */
function scopeOf(error: CatalogError, fields: Fields): Scope {
  const { delay } = (error as CatalogErrorObject)[entryOf];
  const { message, status } = error;
  return { error: fields, message, status, delay: delay && delayIn(error, delay) };
}

/** The fields to write. Neither another wire nor another code that is folded decides what is in them. */
function fieldsFor(error: CatalogError, { entry }: CodeRow): Fields {
  if (error.code !== entry.code) return declaredFields(error, entry.fields, true);
  if (error.received !== undefined) return declaredFields(error, entry.fields, false);
  return error as unknown as Fields;
}

/** Whether there is what the entry requires; an error from another wire may lack it. */
function hasFields(fields: Fields, { required }: Writer): boolean {
  for (const name of required) if (fields[name] === undefined) return false;
  return true;
}

function isUnrecognized(error: unknown): boolean {
  return isCatalogError(error, "") && error.code === "unrecognized";
}

function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
