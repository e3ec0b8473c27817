/** Reads the neutral form of errors back as what a wire format decoded. */
import { type EntryRow, type EntryTable, entryTable } from "./decoded-error.js";
import { errorFromJson } from "./from-json.js";
import type { DecoderParts } from "./wire/decoder.js";
import type { ErrorOf, TypedDecoder } from "./wire/decoder-types.js";
import type { CodeRow, DecodeSpec } from "./wire/wire-spec.js";

const tables = /*#__PURE__*/ new WeakMap<DecodeSpec, EntryTable>();

/**
 * Reads what `toJSON` gave of an error that a wire format decoded: fields that the format does not send may be absent,
 * where `fromJSON` of a generated module asks for all that the catalog requires. Never throws: what it cannot read, and
 * a code that the format does not have, is an `UnrecognizedError`.
 */
export function fromJSON<Of extends TypedDecoder>(decoder: Of, value: unknown): ErrorOf<Of> {
  const spec = (decoder as unknown as DecoderParts)["~spec"];
  let table = tables.get(spec);
  if (table === undefined) {
    table = entryTable(spec.catalog, () => spec.rows.map(rowOf), spec.owners);
    tables.set(spec, table);
  }
  return errorFromJson(value, table) as never;
}

function rowOf({ entry, omits = [] }: CodeRow): EntryRow {
  if (omits.length === 0) return entry;
  const fields = Object.entries(entry.fields ?? {}).map(
    ([key, shape]) => [omits.includes(key) ? `${key}?` : key, shape] as const,
  );
  return { ...entry, fields: Object.fromEntries(fields) };
}
