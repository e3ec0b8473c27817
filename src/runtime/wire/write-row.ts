/** Writes the answer of one row. */
import { formatMessage } from "../format-message.js";
import { isRecord } from "../is-record.js";
import { delayIn } from "../retry-delay.js";
import { challengeHeader } from "./challenge.js";
import { fill, resolveVariable, type Scope } from "./fill.js";
import { type Prepared, type PreparedRow, pageOf } from "./prepare.js";
import type { EncodedAnswer, EncodeOptions } from "./wire-options.js";

/** Public fields by name. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * The answer of a row.
 *
 * @param wanted the status to send where the row has it, else the row's first is sent.
 */
export function writeRow(
  row: PreparedRow,
  fields: Fields,
  message: string,
  wanted: number,
  { spec }: Prepared,
  options: EncodeOptions,
): EncodedAnswer {
  const { entry } = row;
  const statuses = row.statuses ?? entry.statuses;
  const status = spec.status ?? (statuses.includes(wanted) ? wanted : (statuses[0] as number));
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
        return pageOf(spec, entry.code);
      case "$phrase":
        return spec.phrases?.[status];
      case "$row":
        return row.columns;
      default:
        return fields[name];
    }
  };
  const scope: Scope = { fields, omits: row.omits ?? [], valueOf: lookUp };
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
  const nameOf = (name: string) =>
    Object.keys(result).find((each) => each.toLowerCase() === name.toLowerCase());
  const add = (name: string, value: unknown) => {
    if (value === undefined || value === null || isRecord(value)) return;
    const text = Array.isArray(value) ? value.join(", ") : String(value);
    if (isHeaderText(text)) result[nameOf(name) ?? name] = text;
  };
  if (body !== undefined) add("Content-Type", media);
  for (const [name, variable] of Object.entries(headers))
    add(name, resolveVariable(variable, scope));
  if (entry.delay !== undefined && nameOf("Retry-After") === undefined) {
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

/** What cannot stand in a header is left out: a line end would begin another header. */
export function isHeaderText(text: string): boolean {
  return /^[\t\u0020-\u007e\u0080-\u00ff]*$/.test(text);
}
