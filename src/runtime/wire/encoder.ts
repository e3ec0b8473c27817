/** Error → answer. */
import type { CatalogError } from "../catalog-error.js";
import { formatMessage } from "../format-message.js";
import { isCatalogError } from "../guards.js";
import { isRecord } from "../is-record.js";
import { detach, memberIn } from "../own-member.js";
import { plain } from "../plain.js";
import type { Received } from "../received.js";
import { delayIn, delayPaths } from "../retry-delay.js";
import { type UnrecognizedError, unrecognizedMessage } from "../unrecognized-error.js";
import { layoutRead } from "./answer.js";
import { answerHeaders, type HeaderWriter } from "./answer-headers.js";
import { challengeHeader } from "./challenge.js";
import { declaredFields } from "./declared.js";
import type { Decode } from "./decoder.js";
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
import { passThrough } from "./pass-through.js";
import type { Template } from "./template.js";
import type { EncodedAnswer, EncodeOptions } from "./wire-options.js";
import type { CodeRow, DecodeSpec, EncodeRow, EncodeSpec } from "./wire-spec.js";

// Has no prototype, as the rest of a specification.
const none = /*#__PURE__*/ Object.create(null);

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
export class Encoder {
  readonly #writers = new Map<string, Writer | undefined>();
  #rows: ReadonlyMap<string, CodeRow> | undefined;

  constructor(
    readonly spec: DecodeSpec,
    readonly encodeSpec: EncodeSpec,
    readonly decode: Decode,
  ) {}

  encode(error: CatalogError, options: EncodeOptions): EncodedAnswer {
    detach(this.spec);
    detach(this.encodeSpec);
    const isOurs = isCatalogError(error, this.spec.catalog);
    const writer = isOurs ? this.#writer(error.code) : undefined;
    const received = isOurs || isUnrecognized(error) ? error.received : undefined;
    const isPassed = received !== undefined && options.passThrough === true;
    if (isPassed && memberIn(received, "wire") === this.spec.name)
      return this.#passThrough(error, received, writer, options);
    const fields = writer && fieldsFor(error, writer.row);
    if (writer !== undefined && fields !== undefined && hasFields(fields, writer))
      return this.#write(writer, fields, error, options);
    return this.#writeFallback(error, options);
  }

  #passThrough(
    error: CatalogError,
    received: Received,
    writer: Writer | undefined,
    options: EncodeOptions,
  ): EncodedAnswer {
    const write = (each: CatalogError, read: CatalogError) =>
      this.#write(
        // A page or nothing at all has no members to change.
        isRecord(received.body) ? this.#as(read, writer as Writer) : (writer as Writer),
        each as unknown as Fields,
        each,
        options,
      );
    const challenge = challengeHeader({}, undefined, options);
    const { decode, spec, encodeSpec } = this;
    return passThrough({
      error,
      received,
      write: writer && write,
      decode,
      spec,
      encodeSpec,
      challenge,
    });
  }

  /** The writer, with the body that an error was read from. */
  #as(read: CatalogError, writer: Writer): Writer {
    const { body, accepts = [] } = this.encodeSpec;
    const layout = layoutRead(read);
    const index = layout === undefined ? -1 : (this.spec.bodies?.indexOf(layout) ?? -1);
    const template = [body, ...accepts].filter((each) => each !== undefined)[index];
    return template === undefined ? writer : { ...writer, ...this.#bodyOf(template, writer) };
  }

  #writeFallback(error: CatalogError, options: EncodeOptions): EncodedAnswer {
    const { fallback, rows = none } = this.encodeSpec;
    const isSent = isCatalogError(error) && error.status >= 400 && !rows[error.code]?.neverSent;
    const status = isSent ? error.status : 500;
    const near = this.#writer(fallback.byStatus[status]);
    const chosen = near !== undefined && hasFields(none, near) ? near : this.#writer(fallback.code);
    if (chosen === undefined) return { status, headers: {}, body: undefined };
    // Only a catalog's message is meant for the wire; what else was thrown may name tables, paths and hosts.
    return this.#write(chosen, none, isSent ? error : undefined, options);
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
    const { folds = none, rows = none } = this.encodeSpec;
    const target = folds[code] ?? code;
    const row = this.#rows.get(target);
    const extra = rows[target] ?? (none as EncodeRow);
    if (row === undefined || extra.neverSent) return undefined;
    const { entry, omits = [] } = row;
    return {
      row,
      extra,
      statuses: extra.statuses ?? entry.statuses,
      ...this.#bodyOf(extra.body ?? this.encodeSpec.body, { row, extra }),
      required: fieldNames(entry.fields).filter(
        (name) => entry.fields?.[name] !== undefined && !omits.includes(name),
      ),
    };
  }

  #bodyOf(
    template: Template | undefined,
    { row, extra }: Pick<Writer, "row" | "extra">,
  ): Pick<Writer, "body" | "headers"> {
    const { docs, headers = {} } = this.spec;
    const { phrases } = this.encodeSpec;
    const placed = template === undefined ? [] : namesIn(template);
    const context = { row, extra, docs, phrases, placed };
    return {
      body: template && fillOf(template, context),
      headers: Object.entries(headers)
        .map(([name, variable]) => ({ name, fill: variableFill(variable, context) }))
        .filter(({ fill }) => fill !== absent),
    };
  }

  /** @param error says what is wrong; without it the code of the writer does. */
  #write(
    writer: Writer,
    fields: Fields,
    error: CatalogError | undefined,
    options: EncodeOptions,
  ): EncodedAnswer {
    const { statuses, body: fill, row } = writer;
    const isForwarded =
      error !== undefined && error.received !== undefined && Boolean(options.passThrough);
    const { message, said } = this.#messageOf(error, row.entry.code, isForwarded);
    const wanted = error?.status ?? 500;
    const usual = statuses.includes(wanted) ? wanted : (statuses[0] as number);
    const arrived = isForwarded ? this.#statusArrived(error) : undefined;
    const scope: Scope = {
      error: fields,
      message,
      title: undefined,
      language: undefined,
      status: this.encodeSpec.status ?? arrived ?? usual,
      delay: error && delayIn(error, delayPaths(error)),
      item: undefined,
      key: undefined,
    };
    // What arrived stays in its language.
    const asked =
      isForwarded && options.translations ? { ...options, translations: undefined } : options;
    const isTranslated = asked.translations?.length;
    const filled = isTranslated ? inLanguage(scope, said, row.entry.code, asked) : scope;
    const body = fill?.(filled);
    const headers = answerHeaders(writer, this.encodeSpec, filled, body, asked);
    return plain({ status: filled.status, headers, body }, undefined, body);
  }

  /** The message to write, and whose it is. What arrived is not ours to say, unless it is forwarded. */
  #messageOf(
    error: CatalogError | undefined,
    code: string,
    isForwarded: boolean,
  ): { readonly message: string; readonly said: { readonly code: string } } {
    if (error !== undefined) {
      const isSaid = error.received === undefined || (isForwarded && !isUnsaid(error));
      if (isSaid) return { message: error.message, said: error };
      const isOurs = isCatalogError(error, this.spec.catalog);
      const message = isOurs ? this.#ownMessage(error.code, error) : undefined;
      if (message !== undefined) return { message, said: error };
    }
    const message = this.#ownMessage(code, {}) ?? this.encodeSpec.fallback.message;
    return { message, said: { code } };
  }

  #ownMessage(code: string, fields: object): string | undefined {
    return formatMessage(this.encodeSpec.messages[code] ?? [], fields);
  }

  /** The status that the error arrived with, as far as it is one of errors and nobody has put another in its place. */
  #statusArrived(error: CatalogError): number | undefined {
    const status = error.received?.status ?? 0;
    const statuses = this.#rows?.get(error.code)?.entry.statuses ?? [];
    // Decoding takes the first of a code's statuses for one that the code does not have.
    const isUntouched =
      error.status === status || (error.status === statuses[0] && !statuses.includes(status));
    return isUntouched && status >= 400 && status <= 599 ? status : undefined;
  }
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

/** Whether an unrecognized error says no more than that nobody recognized it. */
function isUnsaid(error: CatalogError): boolean {
  const { receivedCode } = error as UnrecognizedError;
  return (
    isUnrecognized(error) &&
    error.message === unrecognizedMessage(error.received?.status ?? 0, receivedCode)
  );
}
