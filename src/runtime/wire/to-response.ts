/** Answers as text and as `Response`. */
import type { EncodedAnswer } from "./wire-format.js";

/** The body as it is sent: a text as it is, everything else as JSON; undefined where there is none. */
export function bodyText(body: unknown): string | undefined {
  return typeof body === "string" ? body : JSON.stringify(body);
}

/** The answer as a `Response`. */
export function toResponse({ status, headers, body }: EncodedAnswer): Response {
  return new Response(bodyText(body) ?? null, { status, headers });
}
