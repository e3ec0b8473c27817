/** What a service says of its answers to failures, and what it hears of them. */
import type { CatalogError } from "../runtime/catalog-error.js";
import type { Guidance } from "../runtime/guidance.js";
import type { ServerCatalog } from "../runtime/server-catalog.js";
import type { Translation } from "../runtime/translation/translation.js";
import type { ChallengeOptions } from "../runtime/wire/challenge.js";
import type { EncodedAnswer, EncodeOptions, PassThrough } from "../runtime/wire/wire-options.js";

/** A wire format to answer in: any of those that the generated module `wire` has. */
export interface ServerFormat<Known extends CatalogError> {
  readonly name: string;
  readonly media: string;
  carries(error: Known): boolean;
  encode(error: Known | AggregateError, options?: EncodeOptions): EncodedAnswer;
  decode(answer: EncodedAnswer): CatalogError;
}

/** An answer, ready to be sent by whatever framework. */
export interface ServerAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined where the answer has none, as to a HEAD request. */
  readonly body: string | Uint8Array | undefined;
}

/** What happened to a request that failed. `Native` is the framework's own request. */
export interface FailureReport<Known extends CatalogError, Native> {
  /** What the answer says. Its `cause` is what was thrown, where that was no error of the catalog. */
  readonly error: Known;
  /** What was thrown, whatever it was. */
  readonly thrown: unknown;
  readonly request: Native;
  /** Undefined where nothing was sent: the client was gone. */
  readonly answer: ServerAnswer | undefined;
  /** What is missing from the answer or wrong with it, for developers. */
  readonly issues: readonly string[];
}

/** What a service says of its answers to failures. `Unread`: what reports have where the request could not be read. */
export interface ErrorHandlerOptions<
  Known extends CatalogError,
  Native,
  Context,
  Unread extends undefined = never,
> {
  /** The wire formats to answer in. The first is the default, the others go by `Accept`. */
  readonly formats: readonly [ServerFormat<Known>, ...ServerFormat<Known>[]];
  /** Languages to answer in besides the catalog's English, by `Accept-Language`. */
  readonly translations?: readonly Translation[] | undefined;
  /** The catalog's guidance: requests for `text/markdown`, as agents make them, are told what to do next. */
  readonly guidance?: Guidance | undefined;
  /** `true`: browsers get the guidance as a page. */
  readonly html?: boolean | undefined;
  /** Values of the request that the catalog declares. Where it throws, the answer has none. */
  readonly context?: ((request: Native) => Context | undefined) | undefined;
  /** Hears of every failure, once. What it throws is dropped: a log that fails must not cost an answer. */
  readonly report?: ((report: FailureReport<Known, Native | Unread>) => void) | undefined;
  /** How to sign in here. */
  readonly challenge?: ChallengeOptions | undefined;
  /** What of an upstream's error that is thrown on leaves from here. Default: `false`. */
  readonly passThrough?: PassThrough | undefined;
  /**
   * Whether an error that an operation does not declare fails by name, as it should in tests. Default: unless
   * `NODE_ENV` is `production`.
   */
  readonly strict?: boolean | undefined;
}

/** The catalog of a service, with what a service says of its answers. */
export interface ErrorHandlerSettings<
  Known extends CatalogError,
  Constructors extends object,
  Operations extends object,
  Context,
  Native,
  Unread extends undefined = never,
> extends ErrorHandlerOptions<Known, Native, Context, Unread> {
  /** What the generated module `server` has. */
  readonly catalog: ServerCatalog<Known, Constructors, Operations, Context>;
}
