/** What a log has of an error, and what somebody may ask for in it. */
import type { Severity } from "../runtime/catalog-error.js";
import type { Issue } from "../runtime/received.js";

/** Code → category, as the generated module has it under the name `categories`. */
export type CategoryTable = Readonly<Record<string, string | null>>;

/** Code → who can mend its errors, as the generated module has it under the name `resolvers`. */
export type ResolverTable = Readonly<Record<string, string>>;

/** Code → what a command ends with, as the generated module has it under the name `exitCodes`. */
export type ExitTable = Readonly<Record<string, number>>;

/** What a log shows of an error. */
export interface LogOptions {
  /**
   * `categories` of the generated module: an error does not know its category. Where errors of several catalogs come
   * together, their tables by the names of the catalogs.
   */
  readonly categories?: CategoryTable | Readonly<Record<string, CategoryTable>>;
  /** `resolvers` of the generated module, in the same way. */
  readonly resolvers?: ResolverTable | Readonly<Record<string, ResolverTable>>;
  /** `exitCodes` of the generated module, in the same way. */
  readonly exitCodes?: ExitTable | Readonly<Record<string, ExitTable>>;
  /** `true` shows internal fields too. Default: `false`. */
  readonly internal?: boolean;
  /** `false` leaves out what led to the error. Default: `true`. */
  readonly cause?: boolean;
  /** `false` leaves out stacks. Default: `true`. */
  readonly stack?: boolean;
  /** Values of the request to show beside the error, for example its number. */
  readonly context?: object;
}

/** An error in a log: plain data that every logger can write. Has no secret value. */
export interface LoggedError {
  /** The code of a catalog error, of any other error the name of its class, else what kind of value was thrown. */
  readonly type: string;
  /** The code. A foreign error may have one too, such as `ECONNREFUSED`. */
  readonly code?: string;
  readonly catalog?: string;
  readonly status?: number;
  readonly category?: string;
  /** How bad it is, where the catalog says that it is not an error as most are. */
  readonly severity?: Severity;
  /** Who can mend it. */
  readonly resolver?: string;
  /** The status of gRPC. */
  readonly grpc?: string;
  /** What a command ends with. */
  readonly exit?: number;
  readonly message: string;
  /** The public fields; secret values are `[redacted]`. */
  readonly fields?: Readonly<Record<string, unknown>>;
  /** The internal fields, where they were asked for. */
  readonly internal?: Readonly<Record<string, unknown>>;
  readonly issues?: readonly Issue[];
  readonly inferred?: true;
  /** Of an unrecognized error: the code as the wire spells it. */
  readonly receivedCode?: string;
  readonly context?: object;
  /** The errors beside this one in its answer. */
  readonly others?: readonly LoggedError[];
  /** Of an `AggregateError`: the errors in it. */
  readonly errors?: readonly LoggedError[];
  readonly cause?: LoggedError;
  readonly stack?: string;
}

/** What is read of an error; a member that is undefined is none. */
export type LogFacts = { readonly [Name in keyof LoggedError]?: LoggedError[Name] | undefined };
