/** An answer as the bodies of a format read it, of which the best is meant. */
import type { ErrorEntry } from "../catalog-error.js";
import { descriptorOf, type MakeDecoded } from "../decoded-error.js";
import { ownerOf } from "../owners.js";
import type { FieldValues } from "./field-values.js";
import { codeIn, type Layout, noLayout, textIn } from "./layout.js";
import { fieldsReader, type ReadFields } from "./read-fields.js";
import type { Source } from "./source.js";
import type { CodeRow, DecodeSpec } from "./wire-spec.js";

/** A row with what is made from it. */
export interface PreparedRow {
  readonly row: CodeRow;
  readonly descriptor: ErrorEntry;
  /** How its fields are read out of each candidate; each is made when a body needs it first. */
  readonly readers: (ReadFields | undefined)[];
  make: MakeDecoded | undefined;
}

/** An answer as one body of the format reads it. */
export interface Reading {
  readonly layout: Layout;
  /** What it was read from. */
  readonly source: Source;
  /** Of a known code, or of one that was inferred. */
  readonly row: PreparedRow | undefined;
  readonly spelling: string | undefined;
  readonly fields: FieldValues | undefined;
  /** A condition chose it. */
  readonly isSure?: boolean | undefined;
  /** The errors beside it. */
  readonly others?: readonly Reading[] | undefined;
}

/** A body that is tried; `only` is the one row that it is the body of. */
interface Candidate {
  readonly index: number;
  readonly layout: Layout;
  readonly only: PreparedRow | undefined;
}

/** The readings that a format can make. */
export interface Readings {
  /** The best of all bodies. */
  read(source: Source, status: number): Reading | undefined;
  /** Of a code that is known from elsewhere: it may have a body of its own all the same. */
  readRow(row: PreparedRow, source: Source, status: number): Reading;
  /** Of what the status stands for. */
  infer(source: Source, status: number): Reading | undefined;
  /** The row of a code. */
  rowOf(layout: Layout, spelling: string): PreparedRow | undefined;
  /** The text of an answer, in any body that has one there. */
  textIn(source: Source): string | undefined;
}

/** The readings of a format; rows and candidates are made once. */
export function readingsOf(spec: DecodeSpec): Readings {
  const { choose } = spec;
  const byCode = new Map<string, PreparedRow>();
  const bySpelling = new Map<string, PreparedRow>();
  // A row's own bodies stand before the general ones: of two that fit alike the first is taken.
  const candidates: Candidate[] = [];
  const addCandidate = (layout: Layout, only?: PreparedRow) =>
    candidates.push({ index: candidates.length, layout, only });
  for (const row of spec.rows) {
    const { entry, spelling = entry.code, also = [], body } = row;
    const descriptor = descriptorOf(ownerOf(entry.code, spec.catalog, spec.owners), entry);
    const known: PreparedRow = { row, descriptor, readers: [], make: undefined };
    byCode.set(entry.code, known);
    for (const each of [spelling, ...also]) if (each !== null) bySpelling.set(String(each), known);
    if (body !== undefined) addCandidate(body, known);
  }
  for (const layout of spec.bodies ?? []) addCandidate(layout);
  const nowhere = { index: candidates.length, layout: noLayout, only: undefined };
  const spellingOf = spec.types?.(spec);
  const likely = spec.likely?.(spec);

  const rowOf = ({ isType }: Layout, spelling: string) => {
    const plain = (isType ? spellingOf?.(spelling) : spelling) ?? "";
    return bySpelling.get(plain) ?? byCode.get(likely?.(plain) ?? "");
  };

  const readAs = (
    candidate: Candidate,
    source: Source,
    row: PreparedRow | undefined,
    spelling: string | undefined,
  ): Reading => {
    const { layout, index } = candidate;
    let fields: FieldValues | undefined;
    if (row !== undefined) {
      row.readers[index] ??= fieldsReader(row.row, layout, spec);
      fields = row.readers[index](source);
    }
    return { layout, source, row, spelling, fields, isSure: undefined, others: undefined };
  };

  /** @param known the row to read, where no body has a code. */
  const read = (source: Source, status: number, known?: PreparedRow): Reading | undefined => {
    let best: Reading | undefined;
    for (const candidate of candidates) {
      const { several } = candidate.layout;
      const reading = several
        ? several.read(several, source, status, (each) =>
            several.alone ? read(each, status, known) : readOne(candidate, each, known),
          )
        : // One of several errors is read by what they are read by.
          source.error === undefined && readOne(candidate, source, known);
      if (reading && (best === undefined || choose?.(reading, best, status))) best = reading;
    }
    return best;
  };

  const readOne = (
    candidate: Candidate,
    source: Source,
    known: PreparedRow | undefined,
  ): Reading | undefined => {
    const { layout, only } = candidate;
    const found = codeIn(layout, source.body);
    // No list of errors, or none in it.
    const spelling = source.error === null ? found || undefined : found;
    if (spelling === false || (known && spelling !== undefined)) return undefined;
    // A body of a row that has no code is known by its constants.
    const isShown = only?.row.spelling === null && !layout.code && layout.tests;
    const row = known ?? (isShown ? only : spelling && rowOf(layout, spelling)) ?? undefined;
    if (only !== undefined && only !== row) return undefined;
    return readAs(candidate, source, row || undefined, spelling);
  };

  const readRow = (row: PreparedRow, source: Source, status: number) =>
    read(source, status, row) ?? readAs(nowhere, source, row, undefined);

  const readCode = (code: string, source: Source, status: number) => {
    const row = byCode.get(code);
    return row && readRow(row, source, status);
  };

  return {
    read,
    readRow,
    rowOf,
    infer: (source, status) =>
      spec.byStatus?.(source, status, spec, (code) => readCode(code, source, status)),
    textIn: ({ body }) =>
      candidates.map(({ layout }) => textIn(layout, body)).find((text) => text !== undefined),
  };
}
