/** Gives back what was received, with what changed since: a gateway's choice. */
import type { CatalogError } from "../catalog-error.js";
import { memberIn, own } from "../own-member.js";
import { plain } from "../plain.js";
import type { Received } from "../received.js";
import { isHeaderText } from "./answer-headers.js";
import type { Decode } from "./decoder.js";
import { isSame, patch } from "./patch.js";
import { parseRetryAfter } from "./retry-after.js";
import type { EncodedAnswer } from "./wire-options.js";
import type { EncodeSpec } from "./wire-spec.js";

/** What is passed through, and how. */
export interface PassedThrough {
  readonly error: CatalogError;
  readonly received: Received;
  /**
   * Writes an error anew, in the body that another was read from; absent where this wire cannot, and what was received is
   * given back as it is.
   */
  readonly write: ((error: CatalogError, read: CatalogError) => EncodedAnswer) | undefined;
  readonly decode: Decode;
  readonly encodeSpec: EncodeSpec;
  /** How to sign in here, wherever the answer came from. */
  readonly challenge: string;
}

/** The answer that an error was decoded from. Its body never leaves as markup, whatever it was called. */
export function passThrough(source: PassedThrough): EncodedAnswer {
  const { error, received, write, decode, encodeSpec, challenge } = source;
  const names = [...Object.keys(encodeSpec.filled ?? {}), "Retry-After", "Allow"];
  const headers: Record<string, string> = {};
  if (write === undefined) {
    for (const name of names) {
      const text = headerIn(received, name);
      if (text !== undefined) headers[name] = text;
    }
    const status = sentStatus(received.status) ?? sentStatus(error.status) ?? 500;
    if (status === 401) headers["WWW-Authenticate"] = challenge;
    return withType({ status, headers, body: received.body }, encodeSpec);
  }
  const at = memberIn(received, "at");
  const before = decode(received, at === undefined ? {} : { now: at });
  const after = write(error, before);
  const isUnchanged = isSame(jsonOf(before), jsonOf(error));
  const old = isUnchanged || before.code === "unrecognized" ? after : write(before, before);
  for (const [name, now] of Object.entries(after.headers)) {
    const isKept = names.includes(name) && own(old.headers, name) === now;
    headers[name] = (isKept ? headerIn(received, name) : undefined) ?? now;
  }
  const body = isUnchanged ? received.body : patch(received.body, old.body, after.body);
  const arrived = old.status === after.status ? sentStatus(received.status) : undefined;
  return withType({ status: arrived ?? after.status, headers, body }, encodeSpec);
}

function jsonOf(error: CatalogError): unknown {
  const { code, status, message, fields } = error.toJSON();
  return { code, status, message, fields };
}

function sentStatus(status: number): number | undefined {
  return status >= 200 && status <= 599 ? status : undefined;
}

function headerIn({ headers }: Received, name: string): string | undefined {
  const text = own(headers, name.toLowerCase());
  if (text === undefined || !isHeaderText(text)) return undefined;
  // RFC 9110 section 10.2.1: a list of tokens.
  if (name === "Allow" && !/^[\w!#$%&'*+.^`|~, -]*$/.test(text)) return undefined;
  if (name !== "Retry-After") return text;
  const seconds = parseRetryAfter(text.trim());
  if (seconds === undefined) return undefined;
  // What is more than the standard has leaves as the standard has it.
  return /^[\d., ]+$/.test(text) ? String(Math.ceil(seconds)) : text;
}

/** The answer with the type of its body: what is no JSON is text, which no browser may take for anything else. */
function withType(
  { status, headers, body }: EncodedAnswer & { readonly headers: Record<string, string> },
  { media = "application/json" }: EncodeSpec,
): EncodedAnswer {
  const isText = typeof body === "string";
  delete headers["Content-Type"];
  if (isText || ArrayBuffer.isView(body) || body instanceof ArrayBuffer) {
    headers["Content-Type"] = isText ? "text/plain; charset=utf-8" : "text/plain";
    headers["X-Content-Type-Options"] = "nosniff";
  } else if (body !== undefined) headers["Content-Type"] = media;
  return plain({ status, headers, body });
}
