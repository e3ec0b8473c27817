/** What becomes of a request that did not succeed. */
import type { CatalogError } from "../runtime/catalog-error.js";
import { isUnrecognized } from "../runtime/guards.js";
import { memberIn } from "../runtime/own-member.js";
import type { AnyDecoder, ErrorOf } from "../runtime/wire/decoder-types.js";
import type { PlatformResponse } from "../runtime/wire/platform-response.js";

/** A request without an answer: the connection failed or broke off, somebody aborted it, or it took too long. */
export interface NoAnswer<
  Kind extends "network" | "aborted" | "timeout" = "network" | "aborted" | "timeout",
> extends Error {
  readonly kind: Kind;
  /** What was thrown. */
  readonly cause: unknown;
  readonly error?: undefined;
  readonly response?: undefined;
}

/** A request whose answer is an error. */
export interface ErrorAnswer<Known, Response> extends Error {
  readonly kind: "answer";
  /** The answer, decoded. */
  readonly error: Known;
  /** The answer as the client has it. Its body was read: `error.received` has it. */
  readonly response: Response;
}

/** What a client throws. `kind` tells which it is; `error` of an answer is typed by its decoder. */
export type Failure<Known = CatalogError, Response = PlatformResponse> =
  | NoAnswer<"network">
  | NoAnswer<"aborted">
  | NoAnswer<"timeout">
  | ErrorAnswer<Known, Response>;

/** Why a request failed. */
export type FailureKind = Failure["kind"];

const brand: unique symbol = Symbol.for("errdex failure") as never;

const messages: Readonly<Record<NoAnswer["kind"], string>> = {
  network: "No answer arrived.",
  aborted: "The request was aborted.",
  timeout: "The answer took too long.",
};

class FailureError extends Error {
  readonly kind: FailureKind;
  // No properties: loggers print those, and JSON of an error has the secrets that are in it.
  readonly #error: CatalogError | undefined;
  readonly #response: unknown;

  constructor(
    kind: FailureKind,
    message: string,
    options?: { readonly cause: unknown },
    error?: CatalogError,
    response?: unknown,
  ) {
    super(message, options);
    this.kind = kind;
    this.#error = error;
    this.#response = response;
  }

  override get name(): string {
    return "Failure";
  }

  get [brand](): true {
    return true;
  }

  get error(): CatalogError | undefined {
    return this.#error;
  }

  get response(): unknown {
    return this.#response;
  }
}

/** The failure of a request without an answer. */
export function noAnswer(
  kind: NoAnswer["kind"],
  cause: unknown,
  message: string = messages[kind],
): Extract<Failure, NoAnswer> {
  return new FailureError(kind, message, { cause }) as Extract<Failure, NoAnswer>;
}

/** The failure of a request whose answer is an error. */
export function errorAnswer<Known extends CatalogError, Response>(
  error: Known,
  response: Response,
): ErrorAnswer<Known, Response> {
  const status = memberIn(error, "received")?.status ?? error.status;
  const message = `The answer is an error: ${error.code} (HTTP ${status}).`;
  return new FailureError("answer", message, undefined, error, response) as never;
}

/** Whether the value is a failure of a request, whichever copy of the package made it. */
export function isFailure(value: unknown): value is Failure<CatalogError, unknown>;
/** Whether the value is a failure whose error the decoder gave: then its type is known. */
export function isFailure<Of extends AnyDecoder>(
  value: unknown,
  decoder: Of,
): value is Failure<ErrorOf<Of>, unknown>;
export function isFailure(value: unknown, decoder?: AnyDecoder): boolean {
  try {
    const failure = value as FailureError;
    if (failure[brand] !== true) return false;
    const { error } = failure;
    return !decoder || !error || isUnrecognized(error) || decoder.is(error);
  } catch {
    // What is nothing at all, or stands in front of a failure.
    return false;
  }
}
