/** Answers as text and as `Response`. */
import type { EncodedAnswer } from "./wire-options.js";

/** The body as it is sent: text and bytes as they are, everything else as JSON; undefined where there is none. */
export function bodyText(body: unknown): string | Uint8Array<ArrayBuffer> | undefined {
  if (typeof body === "string") return body;
  // Of all that decodes, only bytes that are no text are still bytes.
  return ArrayBuffer.isView(body) || body instanceof ArrayBuffer
    ? (body as Uint8Array<ArrayBuffer>)
    : JSON.stringify(body);
}

/** The answer as a `Response`. */
export function toResponse({ status, headers, body }: EncodedAnswer): Response {
  // RFC 9110 sections 15.3.5, 15.3.6 and 15.4.5: these have no body.
  const isBare = status === 204 || status === 205 || status === 304;
  return new Response((isBare ? null : bodyText(body)) ?? null, { status, headers });
}
