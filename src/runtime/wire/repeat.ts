/** Gives back what was received, with what changed since. */
import type { CatalogError } from "../catalog-error.js";
import type { Received } from "../received.js";
import type { Decode } from "./decoder.js";
import { isSame, patch } from "./patch.js";
import type { EncodedAnswer } from "./wire-options.js";
import type { DecodeSpec, EncodeSpec } from "./wire-spec.js";

/** The answer that an error was decoded from. What this wire cannot write is given back as it is. */
export function repeat(
  error: CatalogError,
  received: Received,
  write: ((error: CatalogError) => EncodedAnswer) | undefined,
  decode: Decode,
  spec: DecodeSpec,
  { media }: EncodeSpec,
): EncodedAnswer {
  if (write === undefined) {
    const headers: Record<string, string> = {};
    for (const name of [
      "Retry-After",
      "WWW-Authenticate",
      "Allow",
      ...Object.keys(spec.headers ?? {}),
    ]) {
      const text = headerIn(received, name);
      if (text !== undefined) headers[name] = text;
    }
    const { body } = received;
    setType(headers, body, received, media);
    return { status: received.status || 500, headers, body };
  }
  const before = decode(received, received.at === undefined ? {} : { now: received.at });
  const after = write(error);
  const isUnchanged = isSame(jsonOf(before), jsonOf(error));
  const old = isUnchanged || before.code === "unrecognized" ? after : write(before);
  const headers: Record<string, string> = {};
  for (const [name, now] of Object.entries(after.headers)) {
    headers[name] = (old.headers[name] === now ? headerIn(received, name) : undefined) ?? now;
  }
  const body = isUnchanged ? received.body : patch(received.body, old.body, after.body);
  setType(headers, body, received, media);
  const isSameStatus = old.status === after.status && received.status !== 0;
  return { status: isSameStatus ? received.status : after.status, headers, body };
}

function jsonOf(error: CatalogError): unknown {
  const { code, status, message, fields } = error.toJSON();
  return { code, status, message, fields };
}

/** Whether a text can stand in a header: a line end would begin another one. */
export function isHeaderText(text: string): boolean {
  return /^[\t\u0020-\u007e\u0080-\u00ff]*$/.test(text);
}

function headerIn({ headers }: Received, name: string): string | undefined {
  const text = headers[name.toLowerCase()];
  return text !== undefined && isHeaderText(text) ? text : undefined;
}

/** The type of what was received belongs to a body of its kind: a page that became JSON is no page. */
function setType(
  headers: Record<string, string>,
  body: unknown,
  received: Received,
  media = "application/json",
): void {
  const isKind = typeof body === typeof received.body;
  // Text leaves as UTF-8, in whatever it arrived.
  const type = isKind
    ? headerIn(received, "Content-Type")?.replace(/charset="?(?!utf-8)[^\s;"]+"?/i, "charset=utf-8")
    : undefined;
  const text = type ?? (typeof body === "object" ? media : undefined);
  delete headers["Content-Type"];
  if (text !== undefined) headers["Content-Type"] = text;
}
