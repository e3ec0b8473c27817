/** Gives back what was received, with what changed since. */
import type { CatalogError } from "../catalog-error.js";
import type { Received } from "../received.js";
import type { Decode } from "./decode.js";
import { fieldsOf } from "./fill.js";
import { isSame, patch } from "./patch.js";
import type { Prepared, PreparedRow } from "./prepare.js";
import type { EncodedAnswer, EncodeOptions } from "./wire-options.js";
import { isHeaderText, writeRow } from "./write-row.js";

/** The answer that an error was decoded from. Without a row it is given back as it is. */
export function repeat(
  error: CatalogError,
  received: Received,
  row: PreparedRow | undefined,
  prepared: Prepared,
  decode: Decode,
  options: EncodeOptions,
): EncodedAnswer {
  const { spec } = prepared;
  if (row === undefined) {
    const headers: Record<string, string> = {};
    const names = ["Retry-After", "WWW-Authenticate", "Allow", ...Object.keys(spec.headers ?? {})];
    for (const name of names) {
      const text = headerIn(received, name);
      if (text !== undefined) headers[name] = text;
    }
    const { body } = received;
    setType(headers, body, received, spec.media);
    return { status: received.status || 500, headers, body };
  }
  const before = decode(received, received.at === undefined ? {} : { now: received.at });
  const oldFields = fieldsOf(before, row.entry.fields);
  const fields = fieldsOf(error, row.entry.fields);
  const isUnchanged =
    before.code === error.code &&
    before.message === error.message &&
    before.status === error.status &&
    isSame(oldFields, fields);
  const after = writeRow(row, fields, error.message, error.status, prepared, options);
  const old = isUnchanged
    ? after
    : writeRow(row, oldFields, before.message, before.status, prepared, options);
  const headers: Record<string, string> = {};
  for (const [name, now] of Object.entries(after.headers))
    headers[name] = (old.headers[name] === now ? headerIn(received, name) : undefined) ?? now;
  const body = isUnchanged ? received.body : patch(received.body, old.body, after.body);
  setType(headers, body, received, spec.media);
  const isSameStatus = old.status === after.status && received.status !== 0;
  return { status: isSameStatus ? received.status : after.status, headers, body };
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
  const own = typeof body === "object" ? media : undefined;
  delete headers["Content-Type"];
  const text = type ?? own;
  if (text !== undefined) headers["Content-Type"] = text;
}
