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
import { answerHeaders, type HeaderWriter } from "./answer-headers.js";
import { arrivalOf } from "./arrival.js";
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
  type WriteError,
} from "./fill.js";
import { inLanguage } from "./in-language.js";
import { passThrough } from "./pass-through.js";
import { addressesOf } from "./problem-type.js";
import type { Template } from "./template.js";
import { syntaxOf } from "./text-spec.js";
import type { EncodedAnswer, EncodeOptions } from "./wire-options.js";
import type { CodeRow, DecodeSpec, EncodeRow, EncodeSpec } from "./wire-spec.js";

// Has no prototype, as the rest of a specification.
const none = /*#__PURE__*/ Object.create(null);

/** A row with what fills its answers. */
interface Writer extends HeaderWriter {
  readonly row: CodeRow;
  readonly statuses: readonly number[];
  readonly template: Template | undefined;
  readonly body: Fill | undefined;
  /** The fields that an error must have. */
  readonly required: readonly string[];
}

/** An error, or the fields of one. */
type Fields = Scope["error"];

/** What is written. */
interface Letter {
  /** Absent: this wire has nothing for it. */
  readonly writer: Writer | undefined;
  readonly fields: Fields;
  /** Says what is wrong; without it the code of the writer does. */
  readonly error: CatalogError | undefined;
  /** Of an answer without a body. */
  readonly status?: number;
  /** The code as it came, where the writer is that of another. */
  readonly spelling?: string | undefined;
}

/** Writes answers. An object, because it keeps the writers that it has made. */
export class Encoder {
  readonly #writers = new Map<string, Writer | undefined>();
  #rows: ReadonlyMap<string, CodeRow> | undefined;

  constructor(
    readonly spec: DecodeSpec,
    readonly encodeSpec: EncodeSpec,
    readonly decode: Decode,
  ) {}

  encode(given: CatalogError | AggregateError, options: EncodeOptions): EncodedAnswer {
    detach(this.spec);
    detach(this.encodeSpec);
    const [error, ...others] = errorsIn(given);
    if (options.passThrough === true) {
      const isOurs = this.#isOurs(error);
      const writer = isOurs ? this.#writer(error.code) : undefined;
      const received = isOurs || isUnrecognized(error) ? error.received : undefined;
      if (received !== undefined && memberIn(received, "wire") === this.spec.name)
        return this.#passThrough(error, received, writer, options);
    }
    return this.#write(this.#letterOf(error, options), options, others);
  }

  carries(error: CatalogError): boolean {
    try {
      detach(this.spec);
      detach(this.encodeSpec);
      return this.#letterOf(error, {}).fields !== none;
    } catch {
      return false;
    }
  }

  #isOurs(error: unknown): error is CatalogError {
    return isCatalogError(error, this.spec.catalog, this.spec.owners);
  }

  /** What to write of an error: what it says, or the fallback where this wire cannot carry it. */
  #letterOf(error: CatalogError, options: EncodeOptions): Letter {
    const isOurs = this.#isOurs(error);
    const writer = isOurs ? this.#writer(error.code) : undefined;
    const fields = writer && fieldsFor(error, writer.row);
    if (writer === undefined || fields === undefined || !hasFields(fields, writer))
      return this.#fallbackFor(error);
    const isSentOn =
      Boolean(options.passThrough) && memberIn(error.received, "wire") === this.spec.name;
    // It is written where it was read.
    return { writer: isSentOn ? this.#as(error, writer) : writer, fields, error };
  }

  /** What to write of an error beside another: one that nobody recognized only as it came. */
  #letterBeside(error: CatalogError, options: EncodeOptions): Letter | undefined {
    if (!isUnrecognized(error)) return this.#letterOf(error, options);
    const { received, receivedCode } = error as UnrecognizedError;
    const isOfThisWire = memberIn(received, "wire") === this.spec.name;
    if (!options.passThrough || !isOfThisWire || receivedCode === undefined) return undefined;
    return { ...this.#fallbackFor(error), error, spelling: receivedCode };
  }

  #passThrough(
    error: CatalogError,
    received: Received,
    writer: Writer | undefined,
    options: EncodeOptions,
  ): EncodedAnswer {
    const write = (each: CatalogError, read: CatalogError) => {
      // A page or nothing at all has no members to change.
      const own = isRecord(received.body) ? this.#as(read, writer as Writer) : (writer as Writer);
      const letter = { writer: own, fields: each as unknown as Fields, error: each };
      return this.#write(letter, options, errorsIn(each).slice(1));
    };
    const challenge = challengeHeader({}, undefined, options);
    const { decode, encodeSpec } = this;
    return passThrough({
      error,
      received,
      write: writer && write,
      decode,
      encodeSpec,
      challenge,
    });
  }

  /** The writer, with the body that an error was read from. */
  #as(read: CatalogError, writer: Writer): Writer {
    const layout = arrivalOf(read)?.layout;
    return this.#asBody(
      layout === undefined ? -1 : (this.spec.bodies?.indexOf(layout) ?? -1),
      writer,
    );
  }

  /** The writer, with one of the bodies that are read. */
  #asBody(index: number, writer: Writer): Writer {
    const { body, accepts = [] } = this.encodeSpec;
    const template = [body, ...accepts].filter((each) => each !== undefined)[index];
    return template === undefined ? writer : { ...writer, ...this.#bodyOf(template, writer) };
  }

  #fallbackFor(error: CatalogError): Letter {
    const { fallback, rows = none } = this.encodeSpec;
    const isSent = isCatalogError(error) && error.status >= 400 && !rows[error.code]?.neverSent;
    const status = isSent ? error.status : 500;
    const near = this.#writer(fallback.byStatus[status]);
    const chosen = near !== undefined && hasFields(none, near) ? near : this.#writer(fallback.code);
    // Only a catalog's message is meant for the wire; what else was thrown may name tables, paths and hosts.
    return { writer: chosen, fields: none, error: isSent ? error : undefined, status };
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
  ): Pick<Writer, "template" | "body" | "headers"> {
    const { docs, type } = addressesOf(row.entry.code, this.spec);
    const { phrases, filled = {} } = this.encodeSpec;
    const placed = template === undefined ? [] : namesIn(template);
    const context = { row, extra, docs, type, phrases, placed };
    return {
      template,
      body: template && fillOf(template, context),
      headers: Object.entries(filled)
        .map(([name, each]) => ({ name, fill: fillOf(each, context) }))
        .filter(({ fill }) => fill !== absent),
    };
  }

  /** @param others errors beside it, which only some formats have a place for. */
  #write(
    { writer, fields, error, status = 500 }: Letter,
    options: EncodeOptions,
    others: readonly CatalogError[] = [],
  ): EncodedAnswer {
    if (writer === undefined) return { status, headers: {}, body: undefined };
    // What arrived stays in its language.
    const isArrived = error !== undefined && isForwarded(error, options);
    const asked =
      isArrived && options.translations ? { ...options, translations: undefined } : options;
    let scope = this.#scopeOf({ writer, fields, error }, asked);
    const { several, syntax, rename } = this.encodeSpec;
    let { body: fill, template } = writer;
    let body: unknown;
    if (several !== undefined && others.length > 0) {
      const letters = [
        { writer, fields, error },
        ...others.flatMap((each) => this.#letterBeside(each, options) ?? []),
      ];
      const isAlone = this.spec.bodies?.[several]?.several?.alone;
      let isWritten = false;
      const errors = letters.flatMap(({ writer: own, ...letter }): WriteError | [] =>
        own === undefined
          ? []
          : (make) => {
              isWritten = true;
              // What has a body of its own is no element of another.
              if (make && own.extra.body && !isAlone) return undefined;
              const each = make ? make(own) : own.body;
              return each?.(this.#scopeOf({ ...letter, writer: own }, asked));
            },
      );
      scope = { ...scope, errors };
      body = fill?.(scope);
      // A body that has no place for them makes room for one that has.
      if (!isWritten && (isAlone || writer.extra.body === undefined)) {
        ({ body: fill, template } = this.#asBody(several, writer));
        body = undefined;
      }
    }
    body ??= fill?.(scope);
    if (isArrived && template && rename)
      body = rename(template, body, error.received?.body, this.spec.syntaxes);
    const said = syntax?.isStream ? [body] : body;
    const text = syntax === undefined || body === undefined ? body : syntaxOf(syntax).write(said);
    const headers = answerHeaders(writer, this.encodeSpec, scope, text, asked);
    return plain({ status: scope.status, headers, body: text }, undefined, text);
  }

  #scopeOf(letter: Letter & { readonly writer: Writer }, options: EncodeOptions): Scope {
    const { writer, fields, error } = letter;
    const { statuses, row } = writer;
    const isArrived = error !== undefined && isForwarded(error, options);
    const { message, said } = this.#messageOf(error, row.entry.code, isArrived);
    const wanted = error?.status ?? 500;
    const usual = statuses.includes(wanted) ? wanted : (statuses[0] as number);
    const arrived = isArrived ? this.#statusArrived(error) : undefined;
    const { spelling = row.entry.code } = row;
    const sent =
      isArrived && error.code === row.entry.code
        ? arrivalOf(error)?.spelling
        : memberIn(letter, "spelling");
    const scope: Scope = {
      error: fields,
      message,
      title: undefined,
      language: undefined,
      status: this.encodeSpec.status ?? arrived ?? usual,
      delay: error && (delayIn(error, delayPaths(error)) ?? memberIn(error.received, "delay")),
      spelling: typeof spelling === "number" && sent !== undefined ? Number(sent) : sent,
      context: options.context ?? memberIn(error as { context?: unknown } | undefined, "context"),
      now: isArrived ? memberIn(error.received, "at") : undefined,
      item: undefined,
      key: undefined,
    };
    return options.translations?.length ? inLanguage(scope, said, row.entry.code, options) : scope;
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
      const isOurs = this.#isOurs(error);
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

/** Whether what arrived is sent on. */
function isForwarded(error: CatalogError, { passThrough: choice }: EncodeOptions): boolean {
  return error.received !== undefined && Boolean(choice);
}

/** The error that is meant, and the others beside it: those of a catalog that several have in common. */
function errorsIn(
  given: CatalogError | AggregateError,
): readonly [CatalogError, ...CatalogError[]] {
  if (isCatalogError(given)) {
    const others = memberIn(given, "others");
    return others ? [given, ...others] : [given];
  }
  const { errors } = (given ?? {}) as { errors?: unknown };
  const [first = given as unknown as CatalogError, ...rest] = Array.isArray(errors)
    ? errors.filter((each) => isCatalogError(each))
    : [];
  return [first, ...rest];
}

/** Whether an unrecognized error says no more than that nobody recognized it. */
function isUnsaid(error: CatalogError): boolean {
  const { receivedCode } = error as UnrecognizedError;
  return (
    isUnrecognized(error) &&
    error.message === unrecognizedMessage(error.received?.status ?? 0, receivedCode)
  );
}
