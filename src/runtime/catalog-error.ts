/** The one class behind every error of every catalog; only its interface is public. */
import type { ErrorJson } from "./error-json.js";
import { ownMembers } from "./own-member.js";
import type { Issue, Received } from "./received.js";
import type { SecretPath } from "./redact.js";

/**
 * Marks an error of a catalog and gives its entry.
 *
 * Registered with `Symbol.for`: two copies of this runtime in one process must still know each other's errors.
 */
export const entryOf: unique symbol = Symbol.for("errdex") as never;

/** How bad an error is, by the words of RFC 5424. */
export type Severity = "critical" | "error" | "warning" | "info";

/** What an error knows about its catalog entry. Generated modules write one for each code. */
export interface ErrorEntry {
  readonly catalog: string;
  readonly code: string;
  /** The default HTTP status; 0 where there is none. */
  readonly status: number;
  /** Names of the public fields. */
  readonly fields?: readonly string[];
  /** Paths of secret values inside the public fields. */
  readonly secret?: readonly SecretPath[] | undefined;
  /** Paths of the seconds to wait, in order of preference. */
  readonly delay?: readonly (readonly string[])[] | undefined;
  /** Trying again can help. Known of errors that were decoded. */
  readonly retry?: true | undefined;
  /** How bad it is, where it is not an error as most are. */
  readonly severity?: Severity | undefined;
  /** The status of gRPC, by the names of google.rpc.Code. */
  readonly grpc?: string | undefined;
  /** `false`: errors of this entry capture no stack unless a call asks for one. */
  readonly stack?: false;
  /** Makes the class of an entry with fields that are internal or hold a secret: `hideFields` of their names. */
  readonly hide?: ((Base: typeof CatalogErrorObject) => typeof CatalogErrorObject) | undefined;
}

/** What every error of every catalog has. `error.code` tells which one it is. */
export interface CatalogError extends Error {
  /** The stable machine string of the entry. */
  readonly code: string;
  /** An HTTP status, 400 to 599; 0 where there is none. */
  readonly status: number;
  /** `true` where the code was not on the wire and was inferred from the HTTP status. */
  readonly inferred?: true | undefined;
  /** The answer that the error was decoded from. */
  readonly received?: Received | undefined;
  /** Optional fields that arrived broken and were left out. */
  readonly issues?: readonly Issue[] | undefined;
  /** Errors beside this one, in the same answer. */
  readonly others?: readonly CatalogError[] | undefined;
  /** Values of the request, as far as the answer has them. */
  readonly context?: object | undefined;
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
  /** Errors beside this one: a wire format that has a place for several sends them too. */
  readonly others?: readonly CatalogError[];
  /** `false` captures no stack, which is about ten times faster; `true` captures one in any case. */
  readonly stack?: boolean;
}

/** Implements {@link CatalogError}. Compared by brand and code, never by `instanceof`. */
export class CatalogErrorObject extends Error implements CatalogError {
  readonly #entry: ErrorEntry;
  declare readonly code: string;
  declare readonly status: number;
  declare readonly others?: readonly CatalogError[];

  constructor(entry: ErrorEntry, message: string, options?: CatalogErrorOptions) {
    super(message, options);
    this.#entry = entry;
    this.code = entry.code;
    this.status = options?.status ?? entry.status;
    if (options?.others) this.others = options.others;
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
    const fields = publicFields(this as never);
    for (const name in fields) {
      const value = fields[name];
      try {
        JSON.stringify(value);
      } catch {
        fields[name] = typeof value === "bigint" ? `${value}` : undefined;
      }
    }
    return {
      code: this.code,
      status: this.status,
      message: this.message,
      fields,
      ...(Object.hasOwn(this, "others") && {
        others: (this.others as readonly CatalogError[]).map((each) => each.toJSON()),
      }),
    };
  }
}

/** The fields that an error may show. */
export function publicFields(
  error: CatalogErrorObject & { readonly [field: string]: unknown },
): Record<string, unknown> {
  // Without a prototype where that has more than it should: whoever writes them as JSON would ask it for a `toJSON`.
  const fields: Record<string, unknown> = ownMembers({});
  for (const name of error[entryOf]?.fields ?? []) {
    const value = error[name];
    // What all objects have is nobody's field.
    if (value !== undefined && value !== (Object.prototype as Record<string, unknown>)[name])
      fields[name] = value;
  }
  return fields;
}
