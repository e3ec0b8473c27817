/** Errors on spans, by the semantic conventions of OpenTelemetry 1.44. */
import type { LogOptions } from "../logging/logged-error.js";
import { readMember } from "../logging/thrown-value.js";
import { memberIn } from "../runtime/own-member.js";
import { errorAttributes, ownAttributes, spanKinds } from "./error-attributes.js";
import type { ErrorCounter } from "./error-counter.js";

/** What is needed of a span of `@opentelemetry/api`. */
export interface ErrorSpan {
  isRecording(): boolean;
  setAttribute(key: string, value: string | number): unknown;
  setStatus(status: { code: number }): unknown;
}

/** A kind of span, by its name or by its number, as `SpanKind` has it. */
export type SpanKindLike = "internal" | "server" | "client" | "producer" | "consumer" | number;

/** What is known besides the error. */
export interface RecordErrorOptions {
  /** Default: the kind of the span, where it says so, as spans of the SDK do; else `internal`. */
  readonly kind?: SpanKindLike;
  /** The HTTP status of the answer, where it is not the one of the error. */
  readonly status?: number;
  /** `resolvers` of the generated module: who can mend the error becomes the attribute `errdex.resolver`. */
  readonly resolvers?: LogOptions["resolvers"];
  /** Counts the error as well: see `errorCounter`. */
  readonly counter?: ErrorCounter;
}

/** `SpanStatusCode.ERROR`. */
const failed = 2;

/**
 * Notes on a span what it ended with:
 *
 * - `error.type`: the code of a catalog error, of any other the name of its class.
 * - `http.response.status_code`, on spans of servers and clients, where it is known.
 * - `errdex.resolver`, where `resolvers` is given; `errdex.severity` and `errdex.grpc`, where the catalog says them.
 * - The status of the span. A server's span stays as it is where the status is a 4xx, since the caller is at fault.
 *
 * No message, no stack, no field: neither as a description nor as an event. Does nothing without a span or with one
 * that is not recorded. Never throws.
 */
export function recordError(
  span: ErrorSpan | undefined,
  thrown: unknown,
  options?: RecordErrorOptions,
): void {
  try {
    const kind = kindNamed(memberIn(options, "kind") ?? readMember(span, "kind"));
    const attributes = errorAttributes(thrown, kind, memberIn(options, "status"));
    memberIn(options, "counter")?.add(1, attributes);
    if (!span?.isRecording()) return;
    const own = ownAttributes(thrown, memberIn(options, "resolvers"));
    for (const [name, value] of Object.entries({ ...attributes, ...own }))
      span.setAttribute(name, value);
    const status = attributes["http.response.status_code"];
    const isOfCaller = typeof status === "number" && status >= 400 && status < 500;
    if (kind !== "server" || !isOfCaller) span.setStatus({ code: failed });
  } catch {
    // Telemetry is never the reason why an answer fails.
  }
}

function kindNamed(kind: unknown): (typeof spanKinds)[number] {
  return spanKinds.find((name, index) => kind === name || kind === index) ?? "internal";
}
