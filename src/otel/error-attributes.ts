/** Errors as attributes of spans and metrics. */
import { valueIn } from "../logging/catalog-facts.js";
import { severityOf } from "../logging/log-level.js";
import type { LogOptions } from "../logging/logged-error.js";
import { errorType, readMember } from "../logging/thrown-value.js";
import { type CatalogErrorObject, entryOf } from "../runtime/catalog-error.js";
import { isCatalogError } from "../runtime/guards.js";
import { memberIn } from "../runtime/own-member.js";

/** Attributes of few values: nothing that somebody sent is in them. */
export type ErrorAttributes = Record<string, string | number>;

/** Kinds of spans, in the order of `SpanKind`. */
export const spanKinds = ["internal", "server", "client", "producer", "consumer"] as const;

/**
 * `error.type` and, for servers and clients, `http.response.status_code`.
 *
 * @param status of the answer, where it is known better than by the error.
 */
export function errorAttributes(
  thrown: unknown,
  kind: (typeof spanKinds)[number],
  status: number | undefined,
): ErrorAttributes {
  const isHttp = kind === "server" || kind === "client";
  const known = status ?? (isCatalogError(thrown) ? statusOf(thrown, kind) : undefined);
  const isStatus = Number.isInteger(known) && (known as number) >= 100 && (known as number) <= 599;
  return {
    "error.type": errorType(thrown),
    ...(isHttp && isStatus && { "http.response.status_code": known as number }),
  };
}

/** What the catalog says of the code besides: words that it chose, and nothing that anybody sent. */
export function ownAttributes(
  thrown: unknown,
  resolvers: LogOptions["resolvers"],
): Readonly<Record<string, string>> {
  if (!isCatalogError(thrown)) return {};
  const entry = (thrown as CatalogErrorObject)[entryOf];
  const severity = severityOf(thrown);
  const grpc = memberIn(entry, "grpc");
  const resolver = valueIn(resolvers, memberIn(entry, "catalog") ?? "", thrown.code);
  return {
    ...(resolver !== undefined && { "errdex.resolver": resolver }),
    ...(severity !== undefined && { "errdex.severity": severity }),
    ...(grpc !== undefined && { "errdex.grpc": grpc }),
  };
}

// What arrived at a client may be another status than the one that the catalog has for the code.
function statusOf(error: unknown, kind: string): number | undefined {
  const arrived = kind === "client" ? readMember(readMember(error, "received"), "status") : 0;
  return (arrived || readMember(error, "status")) as number | undefined;
}
