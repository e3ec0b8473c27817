/** Answers as text and as `Response`. */
import { plain } from "../plain.js";
import type { PlatformResponse } from "./platform-response.js";
import type { EncodedAnswer } from "./wire-options.js";

/**
 * The body as it is sent: text and bytes as they are, everything else as JSON, as far as JSON can say it. Undefined where
 * there is none. Never throws.
 */
export function bodyText(body: unknown): string | Uint8Array | undefined {
  if (typeof body === "string") return body;
  // Of all that decodes, only bytes that are no text are still bytes.
  if (ArrayBuffer.isView(body) || body instanceof ArrayBuffer) return body as Uint8Array;
  return JSON.stringify(plain(body));
}

/** The answer as a `Response`. Never throws: a status that no answer can have becomes 500. */
export function toResponse({ status, headers, body }: EncodedAnswer): PlatformResponse {
  const sent = status >= 200 && status <= 599 ? status : 500;
  // RFC 9110 sections 15.3.5, 15.3.6 and 15.4.5: these have no body.
  const isBare = sent === 204 || sent === 205 || sent === 304;
  const text = isBare ? undefined : bodyText(body);
  return new Response((text as string | undefined) ?? null, {
    ...{ status: sent, headers },
    __proto__: null,
  } as ResponseInit);
}
