/** Error → answer. */
import type { CatalogError } from "../catalog-error.js";
import { memberName } from "../check-of.js";
import { formatMessage } from "../format-message.js";
import { isCatalogError } from "../guards.js";
import { isRecord } from "../is-record.js";
import { delayIn } from "../retry-delay.js";
import { challengeHeader } from "./challenge.js";
import type { Decode } from "./decode.js";
import { fieldsOf, fill, resolveVariable, type Scope } from "./fill.js";
import { isSame, patch } from "./patch.js";
import type { Prepared, PreparedRow } from "./prepare.js";
import type { EncodedAnswer, EncodeOptions } from "./wire-format.js";

/** Encodes an error. */
export type Encode = (error: CatalogError, options?: EncodeOptions) => EncodedAnswer;

/** The encoder of a wire format. */
export function createEncoder(prepare: () => Prepared, decode: Decode): Encode {
  return (error, options = {}) => {
    const prepared = prepare();
    const isOwn = isCatalogError(error) && error.received?.wire === prepared.spec.name;
    if (isOwn && options.passThrough !== false) return repeat(error, prepared, decode, options);
    return write(error, prepared, options);
  };
}

/** Writes an answer from the error's fields alone. */
function write(error: CatalogError, prepared: Prepared, options: EncodeOptions): EncodedAnswer {
  const row = rowFor(error, prepared);
  if (row !== undefined && hasFields(error, row))
    return writeRow(row, error, error.message, error.status, prepared, options);
  const { spec } = prepared;
  const isOurs = isCatalogError(error);
  const status = isOurs ? error.status : 500;
  const fallback = fallbackRow(status, prepared);
  // Only a catalog's message is meant for the wire; what else was thrown may name tables, paths and hosts.
  const message = isOurs ? error.message : spec.fallback.message;
  if (fallback === undefined) return { status, headers: {}, body: undefined };
  return writeRow(fallback, {}, message, status, prepared, options);
}

function rowFor(error: CatalogError, { spec, byCode }: Prepared): PreparedRow | undefined {
  if (!isCatalogError(error, spec.catalog)) return undefined;
  const own = byCode.get(error.code);
  if (own !== undefined) return own.neverSent ? undefined : own;
  const fold = spec.folds?.[error.code];
  return fold === undefined ? undefined : byCode.get(fold);
}

/** Whether the error has what the row's entry requires; an error from another wire may lack it. */
function hasFields(error: object, { entry, omits = [] }: PreparedRow): boolean {
  return Object.keys(entry.fields ?? {}).every((key) => {
    const { name, optional } = memberName(key);
    return (
      optional || omits.includes(name) || (error as Record<string, unknown>)[name] !== undefined
    );
  });
}

function fallbackRow(status: number, { spec, byCode }: Prepared): PreparedRow | undefined {
  const rowOf = (code: string | undefined) =>
    code === undefined ? undefined : byCode.get(spec.folds?.[code] ?? code);
  const { byStatus, code } = spec.fallback;
  const near = rowOf(byStatus[status]);
  return near !== undefined && !near.neverSent && hasFields({}, near) ? near : rowOf(code);
}

function writeRow(
  row: PreparedRow,
  error: object,
  message: string,
  wanted: number,
  { spec }: Prepared,
  options: EncodeOptions,
): EncodedAnswer {
  const { entry } = row;
  const statuses = row.statuses ?? entry.statuses;
  const status = spec.status ?? (statuses.includes(wanted) ? wanted : (statuses[0] as number));
  const fields = fieldsOf(error, entry.fields);
  const { docs } = spec;
  const page = docs?.replace("{code}", () => entry.code);
  const lookUp = (name: string): unknown => {
    switch (name) {
      case "$code":
        return row.spelling ?? undefined;
      case "$message":
        return message;
      case "$status":
        return status;
      case "$title":
        return row.title;
      case "$type":
      case "$docs":
        return page;
      case "$phrase":
        return spec.phrases?.[status];
      case "$row":
        return row.columns;
      default:
        return fields[name];
    }
  };
  const scope: Scope = { fields, valueOf: lookUp };
  const template = row.body ?? spec.body;
  const body = template === undefined ? undefined : fill(template, scope);
  return { status, headers: headersOf(row, scope, status, body, spec, options), body };
}

function headersOf(
  { entry }: PreparedRow,
  scope: Scope,
  status: number,
  body: unknown,
  { headers = {}, media = "application/json" }: Prepared["spec"],
  options: EncodeOptions,
): Record<string, string> {
  const result: Record<string, string> = {};
  const add = (name: string, value: unknown) => {
    if (value === undefined || value === null || isRecord(value)) return;
    const text = Array.isArray(value) ? value.join(", ") : String(value);
    // What cannot stand in a header is left out: a line end would begin another header.
    if (/^[\t\u0020-\u007e\u0080-\u00ff]*$/.test(text) && text !== "") result[name] = text;
  };
  if (body !== undefined) add("Content-Type", media);
  for (const [name, variable] of Object.entries(headers))
    add(name, resolveVariable(variable, scope));
  if (entry.delay !== undefined && result["Retry-After"] === undefined) {
    const delay = delayIn(scope.fields, entry.delay);
    if (delay !== undefined) add("Retry-After", Math.ceil(delay));
  }
  for (const [name, template] of Object.entries(entry.headers ?? {}))
    add(name, formatMessage([template], scope.fields));
  if (status === 401 || entry.challenge !== undefined) {
    const { challenge = {} } = entry;
    add(
      "WWW-Authenticate",
      challengeHeader(challenge, scope.fields[challenge.scope ?? ""], options),
    );
  }
  // RFC 6585 section 4: a cache must not store it.
  if (status === 429) add("Cache-Control", "no-store");
  return result;
}

/** Gives back what was received, with what changed since. */
function repeat(
  error: CatalogError,
  prepared: Prepared,
  decode: Decode,
  options: EncodeOptions,
): EncodedAnswer {
  const { received } = error;
  if (received === undefined) return write(error, prepared, options);
  const type = received.headers["content-type"];
  const contentType = type === undefined ? {} : { "Content-Type": type };
  const before = decode(received);
  const row = rowFor(error, prepared);
  if (row === undefined)
    return { status: received.status || 500, headers: contentType, body: received.body };
  const isUnchanged =
    before.code === error.code &&
    before.message === error.message &&
    isSame(fieldsOf(before, row.entry.fields), fieldsOf(error, row.entry.fields));
  const after = writeRow(row, error, error.message, error.status, prepared, options);
  const kept: Record<string, string> = { ...contentType };
  for (const name of Object.keys(after.headers)) {
    const value = received.headers[name.toLowerCase()];
    if (value !== undefined) kept[name] = value;
  }
  const status = received.status || after.status;
  if (isUnchanged) return { status, headers: { ...after.headers, ...kept }, body: received.body };
  const old = writeRow(row, before, before.message, before.status, prepared, options);
  return {
    status: old.status === after.status ? status : after.status,
    headers: { ...kept, ...after.headers, ...contentType },
    body: patch(received.body, old.body, after.body),
  };
}
