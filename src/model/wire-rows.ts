/** Which codes a wire format carries, and how. */
import { type Contract, type Entry, liveEntries } from "./catalog.js";
import { spell, type WireFormat, type WireRow } from "./wire-format.js";

/** A code on a wire. */
export interface ResolvedRow {
  readonly entry: Entry;
  /** Absent: spelled by the rule. */
  readonly row: WireRow | undefined;
  /** `null`: the wire sends none. */
  readonly spelling: string | number | null;
  /** Required and optional fields that this wire does not have. */
  readonly omits: ReadonlySet<string>;
}

const noFields: ReadonlySet<string> = new Set();

/** The codes that a format has, by code; those that it folds into others are not among them. */
export function resolveRows(format: WireFormat, catalog: Contract): readonly ResolvedRow[] {
  const rows = new Map(format.rows.map((row) => [row.code, row]));
  const folded = new Set(format.folds.map(({ code }) => code));
  const everywhere = new Set(format.omits.map(({ value }) => value));
  return liveEntries(catalog).flatMap((entry): ResolvedRow[] => {
    const row = rows.get(entry.code);
    if (entry.hasNoStatus) return [];
    if (row === undefined && (format.rest === "none" || folded.has(entry.code))) return [];
    const spelling =
      row?.spelling === undefined ? spell(entry.code, format.spelling) : row.spelling;
    const own = new Set(row?.omits.map(({ value }) => value));
    const omitsAny = everywhere.size > 0 || own.size > 0;
    const isOmitted = (name: string) => everywhere.has(name) || own.has(name);
    return [
      {
        entry,
        row,
        spelling,
        omits: omitsAny
          ? new Set(entry.fields.map(({ name }) => name).filter(isOmitted))
          : noFields,
      },
    ];
  });
}

/** What a format infers: a built-in one what the catalog says, every other what it lists itself. */
export function inferencesOf(format: WireFormat, catalog: Contract): WireFormat["infer"] {
  return format.builtIn ? catalog.infer : format.infer;
}
