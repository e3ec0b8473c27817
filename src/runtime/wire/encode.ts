/** Error → answer. */
import type { CatalogError } from "../catalog-error.js";
import { memberName } from "../check-of.js";
import { formatMessage } from "../format-message.js";
import { isCatalogError } from "../guards.js";
import type { Decode } from "./decode.js";
import { declaredFieldsOf, fieldsOf } from "./fill.js";
import type { Prepared, PreparedRow } from "./prepare.js";
import { repeat } from "./repeat.js";
import type { EncodedAnswer, EncodeOptions } from "./wire-options.js";
import { type Fields, writeRow } from "./write-row.js";

/** Encodes an error. */
export type Encode = (error: CatalogError, options?: EncodeOptions) => EncodedAnswer;

/** The encoder of a wire format. */
export function createEncoder(prepare: () => Prepared, decode: Decode): Encode {
  return (error, options = {}) => {
    const prepared = prepare();
    const { name, catalog } = prepared.spec;
    const isOurs = isCatalogError(error, catalog) || isUnrecognized(error);
    const received = isOurs ? error.received : undefined;
    if (received === undefined || received.wire !== name || options.passThrough === false)
      return write(error, prepared, options);
    return repeat(error, received, rowFor(error, prepared), prepared, decode, options);
  };
}

/** Writes an answer from the error's fields alone. */
function write(error: CatalogError, prepared: Prepared, options: EncodeOptions): EncodedAnswer {
  const row = rowFor(error, prepared);
  const fields = row === undefined ? {} : fieldsFor(row, error);
  if (row !== undefined && hasFields(fields, row))
    return writeRow(row, fields, error.message, error.status, prepared, options);
  const { fallback } = prepared.spec;
  const isOurs = isCatalogError(error);
  const isSent = isOurs && error.status >= 400 && !prepared.byCode.get(error.code)?.neverSent;
  const status = isSent ? error.status : 500;
  const other = fallbackRow(status, prepared);
  if (other === undefined) return { status, headers: {}, body: undefined };
  // Only a catalog's message is meant for the wire; what else was thrown may name tables, paths and hosts.
  const message =
    isOurs && !isUnrecognized(error)
      ? error.message
      : (formatMessage(other.messages ?? [], {}) ?? fallback.message);
  return writeRow(other, {}, message, status, prepared, options);
}

function isUnrecognized(error: unknown): boolean {
  return isCatalogError(error, "") && error.code === "unrecognized";
}

function rowFor(error: CatalogError, { spec, byCode }: Prepared): PreparedRow | undefined {
  if (!isCatalogError(error, spec.catalog)) return undefined;
  const own = byCode.get(error.code);
  if (own !== undefined) return own.neverSent ? undefined : own;
  const fold = spec.folds?.[error.code];
  return fold === undefined ? undefined : byCode.get(fold);
}

/** The fields of the row's entry. Neither another wire nor another code that is folded decides what is in them. */
function fieldsFor({ entry }: PreparedRow, error: CatalogError): Fields {
  if (error.code !== entry.code) return declaredFieldsOf(error, entry.fields, true);
  return error.received === undefined
    ? fieldsOf(error, entry.fields)
    : declaredFieldsOf(error, entry.fields, false);
}

/** Whether there is what the row's entry requires; an error from another wire may lack it. */
function hasFields(fields: Fields, { entry, omits = [] }: PreparedRow): boolean {
  return Object.keys(entry.fields ?? {}).every((key) => {
    const { name, optional } = memberName(key);
    return optional || omits.includes(name) || fields[name] !== undefined;
  });
}

function fallbackRow(status: number, { spec, byCode }: Prepared): PreparedRow | undefined {
  const rowOf = (code: string | undefined) =>
    code === undefined ? undefined : byCode.get(spec.folds?.[code] ?? code);
  const { byStatus, code } = spec.fallback;
  const near = rowOf(byStatus[status]);
  return near !== undefined && !near.neverSent && hasFields({}, near) ? near : rowOf(code);
}
