/** What a wire format needs at hand, made when it is first used. */
import type { ErrorEntry } from "../catalog-error.js";
import { descriptorOf } from "../decoded-error.js";
import { type Layout, layoutOf } from "./layout.js";
import { type FieldValues, fieldsReader, type Source } from "./read-fields.js";
import type { CodeRow, Template, WireSpec } from "./wire-spec.js";

/** A body that decoding tries. */
export interface Candidate {
  readonly template: Template;
  readonly layout: Layout;
  /** The one row that it is the body of. */
  readonly only?: CodeRow;
}

/** A row with what is made from it. */
export interface PreparedRow extends CodeRow {
  readonly spelling: string | number | null;
  readonly descriptor: ErrorEntry;
  /** Reads the fields out of bodies of a layout, or out of headers alone. */
  readerOf(layout: Layout | undefined): (source: Source) => FieldValues;
}

/** A specification with its tables. */
export interface Prepared {
  readonly spec: WireSpec;
  readonly byCode: ReadonlyMap<string, PreparedRow>;
  readonly bySpelling: ReadonlyMap<string, PreparedRow>;
  /** By the address of the page, as it is and as it resolves. */
  readonly byPage: ReadonlyMap<string, PreparedRow>;
  /** In the order in which they are tried: bodies of rows, the body, what is accepted besides. */
  readonly candidates: readonly Candidate[];
}

/** The tables of a specification, made once, on the first call. */
export function prepare(spec: WireSpec): () => Prepared {
  let prepared: Prepared | undefined;
  return () => {
    prepared ??= makeTables(spec);
    return prepared;
  };
}

function makeTables(spec: WireSpec): Prepared {
  const byCode = new Map<string, PreparedRow>();
  const bySpelling = new Map<string, PreparedRow>();
  const byPage = new Map<string, PreparedRow>();
  const rowBodies: Candidate[] = [];
  for (const row of spec.rows) {
    const prepared = prepareRow(row, spec);
    byCode.set(row.entry.code, prepared);
    const page = pageOf(spec, row.entry.code);
    if (page !== undefined) {
      byPage.set(page, prepared);
      if (URL.canParse(page)) byPage.set(new URL(page).href, prepared);
    }
    if (prepared.spelling !== null) bySpelling.set(String(prepared.spelling), prepared);
    for (const old of row.also ?? []) bySpelling.set(String(old), prepared);
    if (row.body !== undefined)
      rowBodies.push({ template: row.body, layout: layoutOf(row.body), only: prepared });
  }
  const bodies = [...(spec.body === undefined ? [] : [spec.body]), ...(spec.accepts ?? [])];
  const candidates = [
    ...rowBodies,
    ...bodies.map((template) => ({ template, layout: layoutOf(template) })),
  ];
  return { spec, byCode, bySpelling, byPage, candidates };
}

/** The address of the page of a code. */
export function pageOf({ docs }: WireSpec, code: string): string | undefined {
  return docs?.replaceAll("{code}", code);
}

function prepareRow(row: CodeRow, spec: WireSpec): PreparedRow {
  const { entry, omits = [], spelling = entry.code } = row;
  const readers = new Map<Layout | undefined, (source: Source) => FieldValues>();
  return {
    ...row,
    spelling,
    descriptor: descriptorOf(spec.catalog, entry),
    readerOf(layout) {
      let reader = readers.get(layout);
      if (reader === undefined) {
        reader = fieldsReader(entry, omits, layout, spec.headers ?? {});
        readers.set(layout, reader);
      }
      return reader;
    },
  };
}
