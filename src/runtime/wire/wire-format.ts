/** A wire format that works both ways. */
import type { CatalogError } from "../catalog-error.js";
import { formatMessage } from "../format-message.js";
import { isCatalogError } from "../guards.js";
import { isRecord } from "../is-record.js";
import { delayIn } from "../retry-delay.js";
import type { UnrecognizedError } from "../unrecognized-error.js";
import { type ChallengeOptions, challengeHeader } from "./challenge.js";
import { createDecode, type Decode, type Decoder } from "./decoder.js";
import { type Fill, fieldNames, fillOf, namesIn, type Scope, variableFill } from "./fill.js";
import { memberOf } from "./layout.js";
import { isSame, patch } from "./patch.js";
import type { CodeRow, DecodeSpec, EncodeRow, EncodeSpec } from "./wire-spec.js";

/** How to encode. */
export interface EncodeOptions extends ChallengeOptions {
  /** `false`: what an error was decoded from is not repeated; it is written anew from its fields. */
  readonly passThrough?: boolean;
}

/** An answer, ready to be sent. */
export interface EncodedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON, or a text that is sent as it is; undefined where there is no body. */
  readonly body: unknown;
}

/** A wire format: `ByCode` is what it decodes, `Sendable` what it encodes besides. */
export interface WireFormat<ByCode, Sendable = never> extends Decoder<ByCode> {
  /** Writes an error. Never throws: what this wire cannot carry leaves as the catalog's fallback for its status. */
  encode(
    error: Sendable | ByCode[keyof ByCode] | UnrecognizedError,
    options?: EncodeOptions,
  ): EncodedAnswer;
}

/** The wire format of a specification. Generated modules call it once for each of theirs. */
export function wireFormat<ByCode, Sendable = never>(
  spec: DecodeSpec,
  encodeSpec: EncodeSpec,
): WireFormat<ByCode, Sendable> {
  const decode = createDecode(spec);
  const encoder = new Encoder(spec, encodeSpec, decode);
  return {
    name: spec.name,
    decode: decode as never,
    encode: (error, options = {}) => encoder.encode(error as CatalogError, options),
  };
}

/** The same format with options that every `encode` has: a service's realm and schemes, set once. */
export function withEncodeOptions<ByCode, Sendable>(
  format: WireFormat<ByCode, Sendable>,
  options: EncodeOptions,
): WireFormat<ByCode, Sendable> {
  return { ...format, encode: (error, own) => format.encode(error, { ...options, ...own }) };
}

/** A row with what fills its answers. */
interface Writer {
  readonly row: CodeRow;
  readonly own: EncodeRow;
  readonly statuses: readonly number[];
  readonly body: Fill | undefined;
  readonly headers: readonly (readonly [name: string, fill: Fill])[];
  /** The fields that an error must have. */
  readonly required: readonly string[];
}

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
    const isOurs = isCatalogError(error);
    if (isOurs && options.passThrough !== false && error.received?.wire === this.spec.name) {
      return this.#repeat(error, error.received, options);
    }
    const writer = this.#writerFor(error);
    if (writer !== undefined && hasFields(error, writer))
      return this.#write(writer, error, error.message, error.status, options);
    const { fallback } = this.encodeSpec;
    const status = isOurs ? error.status : 500;
    // Only a catalog's message is meant for the wire; what else was thrown may name tables, paths and hosts.
    const message = isOurs ? error.message : fallback.message;
    const near = this.#writer(fallback.byStatus[status]);
    const chosen = near !== undefined && hasFields({}, near) ? near : this.#writer(fallback.code);
    if (chosen === undefined) return { status, headers: {}, body: undefined };
    return this.#write(chosen, {}, message, status, options);
  }

  #writerFor(error: CatalogError): Writer | undefined {
    return isCatalogError(error, this.spec.catalog) ? this.#writer(error.code) : undefined;
  }

  /** The writer of a code, or of the one that it is folded into; undefined where this wire cannot carry it. */
  #writer(code: string | undefined): Writer | undefined {
    if (code === undefined) return undefined;
    if (!this.#writers.has(code)) this.#writers.set(code, this.#makeWriter(code));
    return this.#writers.get(code);
  }

  #makeWriter(code: string): Writer | undefined {
    this.#rows ??= new Map(this.spec.rows.map((row) => [row.entry.code, row]));
    const { folds = {}, rows = {}, phrases } = this.encodeSpec;
    const target = Object.hasOwn(folds, code) ? (folds[code] as string) : code;
    const row = this.#rows.get(target);
    const own = (Object.hasOwn(rows, target) && rows[target]) || {};
    if (row === undefined || own.neverSent) return undefined;
    const template = row.body ?? this.spec.bodies?.[0];
    const { docs, headers = {} } = this.spec;
    const context = {
      row,
      own,
      docs,
      phrases,
      placed: template === undefined ? [] : namesIn(template),
    };
    const { entry, omits = [] } = row;
    return {
      row,
      own,
      statuses: own.statuses ?? entry.statuses,
      body: template && fillOf(template, context),
      headers: Object.entries(headers).map(([name, variable]) => [
        name,
        variableFill(variable, context),
      ]),
      required: fieldNames(entry.fields).filter(
        (name) => entry.fields?.[name] !== undefined && !omits.includes(name),
      ),
    };
  }

  #write(
    writer: Writer,
    error: object,
    message: string,
    wanted: number,
    options: EncodeOptions,
  ): EncodedAnswer {
    const { statuses, body: fill } = writer;
    const usual = statuses.includes(wanted) ? wanted : (statuses[0] as number);
    const scope: Scope = { error, message, status: this.encodeSpec.status ?? usual };
    const body = fill?.(scope);
    return { status: scope.status, headers: this.#headers(writer, scope, body, options), body };
  }

  #headers(
    { row, own, headers }: Writer,
    scope: Scope,
    body: unknown,
    options: EncodeOptions,
  ): Record<string, string> {
    const result: Record<string, string> = {};
    if (body !== undefined) result["Content-Type"] = this.encodeSpec.media ?? "application/json";
    for (const [name, fill] of headers) addHeader(result, name, fill(scope));
    const { delay } = row.entry;
    const { headers: templates, challenge } = own;
    if (delay !== undefined && result["Retry-After"] === undefined) {
      addHeader(result, "Retry-After", delayIn(scope.error, delay));
    }
    for (const name in templates)
      addHeader(result, name, formatMessage([templates[name] as string], scope.error as object));
    if (challenge !== undefined || scope.status === 401) {
      addHeader(
        result,
        "WWW-Authenticate",
        challengeHeader(challenge ?? {}, memberOf(scope.error, challenge?.scope ?? ""), options),
      );
    }
    // RFC 6585 section 4: a cache must not store it.
    if (scope.status === 429) result["Cache-Control"] = "no-store";
    return result;
  }

  /** Gives back what was received, with what changed since. */
  #repeat(
    error: CatalogError,
    received: NonNullable<CatalogError["received"]>,
    options: EncodeOptions,
  ): EncodedAnswer {
    const { headers, body } = received;
    const type = headers["content-type"];
    const kept: Record<string, string> = type === undefined ? {} : { "Content-Type": type };
    const writer = this.#writerFor(error);
    if (writer === undefined) return { status: received.status || 500, headers: kept, body };
    const after = this.#write(writer, error, error.message, error.status, options);
    for (const name of Object.keys(after.headers)) {
      const value = headers[name.toLowerCase()];
      if (value !== undefined) kept[name] = value;
    }
    const status = received.status || after.status;
    const before = this.decode(received);
    if (
      before.code === error.code &&
      before.message === error.message &&
      isSameIn(fieldNames(writer.row.entry.fields), before, error)
    ) {
      return { status, headers: { ...after.headers, ...kept }, body };
    }
    const old = this.#write(writer, before, before.message, before.status, options);
    return {
      status: old.status === after.status ? status : after.status,
      headers: {
        ...kept,
        ...after.headers,
        ...(type === undefined ? {} : { "Content-Type": type }),
      },
      body: patch(body, old.body, after.body),
    };
  }
}

/** Whether the error has what its entry requires; one from another wire may lack it. */
function hasFields(error: object, { required }: Writer): boolean {
  return required.every((name) => memberOf(error, name) !== undefined);
}

function isSameIn(names: readonly string[], a: object, b: object): boolean {
  return names.every((name) => isSame(memberOf(a, name), memberOf(b, name)));
}

function addHeader(headers: Record<string, string>, name: string, value: unknown): void {
  if (value === undefined || value === null || isRecord(value)) return;
  const text = Array.isArray(value) ? value.join(", ") : String(value);
  // What cannot stand in a header is left out: a line end would begin another header.
  if (/^[\t\u0020-\u007e\u0080-\u00ff]+$/.test(text)) headers[name] = text;
}
