/** The one class behind every error of every catalog; only its interface is public. */
import type { ErrorJson } from "./error-json.js";
import { memberIn } from "./own-member.js";
import type { Issue, Received } from "./received.js";
import { redact, type SecretPath } from "./redact.js";

/**
 * Marks an error of a catalog and gives its entry.
 *
 * Registered with `Symbol.for`: two copies of this runtime in one process must still know each other's errors.
 */
export const entryOf: unique symbol = Symbol.for("errdex") as never;

const inspectSymbol: unique symbol = Symbol.for("nodejs.util.inspect.custom") as never;

/** What an error knows about its catalog entry. Generated modules write one for each code. */
export interface ErrorEntry {
  readonly catalog: string;
  readonly code: string;
  /** The default HTTP status. */
  readonly status: number;
  /** Names of the public fields. */
  readonly fields?: readonly string[];
  /** Names of the fields that stay in the process. */
  readonly internal?: readonly string[];
  /** Paths of secret values inside the public fields. */
  readonly secret?: readonly SecretPath[] | undefined;
  /** Paths of the seconds to wait, in order of preference. */
  readonly delay?: readonly (readonly string[])[] | undefined;
  /** `false`: errors of this entry capture no stack unless a call asks for one. */
  readonly stack?: false;
}

/** What every error of every catalog has. `error.code` tells which one it is. */
export interface CatalogError extends Error {
  /** The stable machine string of the entry. */
  readonly code: string;
  /** An HTTP status, 400 to 599. */
  readonly status: number;
  /** `true` where the code was not on the wire and was inferred from the HTTP status. */
  readonly inferred?: true | undefined;
  /** The answer that the error was decoded from. */
  readonly received?: Received | undefined;
  /** Optional fields that arrived broken and were left out. */
  readonly issues?: readonly Issue[] | undefined;
  /** The neutral form for workers, queues and processes. Has no internal field, cause or stack. */
  toJSON(): ErrorJson;
}

/** The last parameter of every constructor. */
export interface CatalogErrorOptions<Status extends number = number> {
  /** What led to this error. Stays in the process. */
  readonly cause?: unknown;
  /** Used instead of the catalog's message. */
  readonly message?: string;
  /** One of the entry's statuses, instead of the first. */
  readonly status?: Status;
  /** `false` captures no stack, which is about ten times faster; `true` captures one in any case. */
  readonly stack?: boolean;
}

type Inspect = (value: unknown, options: object) => string;

/** Implements {@link CatalogError}. Compared by brand and code, never by `instanceof`. */
export class CatalogErrorObject extends Error implements CatalogError {
  readonly #entry: ErrorEntry;
  #hidden: Map<string, unknown> | undefined;
  declare readonly code: string;
  declare readonly status: number;

  constructor(entry: ErrorEntry, message: string, options?: CatalogErrorOptions) {
    super(options?.message ?? message, options);
    this.#entry = entry;
    this.code = entry.code;
    this.status = options?.status ?? entry.status;
  }

  /** A field of this name of errors with this prototype is no property of theirs: nothing that copies or lists them finds it. */
  static hide(prototype: object, name: string): void {
    const field = {
      __proto__: null,
      get(this: CatalogErrorObject) {
        return #hidden in this ? this.#hidden?.get(name) : undefined;
      },
      set(this: CatalogErrorObject, value: unknown) {
        this.#hidden ??= new Map();
        this.#hidden.set(name, value);
      },
    };
    Object.defineProperty(prototype, name, field as PropertyDescriptor);
  }

  // A getter, because a stack that is captured or printed takes its first line from it.
  override get name(): string {
    return this.code;
  }

  get [entryOf](): ErrorEntry | undefined {
    return #entry in this ? this.#entry : undefined;
  }

  /** Whatever the values are, `JSON.stringify` can write it: a bigint is its digits, and what it cannot write is left out. */
  toJSON(): ErrorJson {
    const { code, status, message } = this;
    const fields = publicFields(this);
    for (const [name, value] of Object.entries(fields)) {
      if (typeof value === "bigint") fields[name] = `${value}`;
      else if (!isJson(value)) delete fields[name];
    }
    // One that somebody gave to all objects would write something else.
    if ("toJSON" in Object.prototype) Object.setPrototypeOf(fields, null);
    return { code, status, message, fields };
  }

  [inspectSymbol](depth: number | null, options: object, inspect: Inspect): string {
    const cause = memberIn(this, "cause");
    const { code, status } = this;
    const fields = Object.assign({ code, status }, publicFields(this), this);
    const shown = cause === undefined ? fields : { ...fields, cause };
    // The depth that is left: a cycle of causes ends with it.
    const inside = { ...options, depth: depth ?? 100 };
    return `${this.stack || this} ${inspect(redact(shown, memberIn(this[entryOf], "secret")), inside)}`;
  }
}

/** The fields that an error may show. */
export function publicFields(error: CatalogErrorObject): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const name of memberIn(error[entryOf], "fields") ?? []) {
    const value = memberIn(error as unknown as Record<string, unknown>, name);
    if (value !== undefined) fields[name] = value;
  }
  return fields;
}

/** Whether JSON can say it: no cycles, no bigints, not too deep. Bytes it writes at length, so that is not tried. */
export function isJson(value: unknown): boolean {
  if (ArrayBuffer.isView(value)) return true;
  try {
    JSON.stringify(value);
    return true;
  } catch {
    return false;
  }
}
