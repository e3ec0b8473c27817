/** Which of several readings of an answer is meant: a part of the runtime for formats that have several bodies. */

import type { EntryRow } from "../decoded-error.js";
import { memberName } from "../reader-of.js";
import { type FieldValues, missing } from "./field-values.js";
import { type Layout, valueAt } from "./layout.js";
import type { Source } from "./source.js";

/** An answer as one body of a format reads it. */
export interface BodyReading {
  readonly layout: Layout;
  /** Of a known code, or of one that was inferred. */
  readonly row: { readonly row: { readonly entry: EntryRow } } | undefined;
  readonly spelling: string | undefined;
  readonly fields: FieldValues | undefined;
  readonly source: Source;
  /** It was chosen by what the answer looks like. */
  readonly isSure?: boolean | undefined;
}

/** Whether a reading fits better than one of a body that stands before its own. */
export type FitsBetter = (reading: BodyReading, best: BodyReading, status: number) => boolean;

/**
 * A known code with valid fields comes before one with broken fields, before an unknown one, before none; then what has
 * fewer members of another shape; then what explains more of the body; then what a condition chose; then what has more
 * constants; then a code that has the status.
 */
export const fitsBetter: FitsBetter = (reading, best, status) => {
  const more = rankOf(reading) - rankOf(best);
  if (more !== 0) return more > 0;
  const ranks = ranksOf(reading, status);
  const others = ranksOf(best, status);
  const first = ranks.findIndex((rank, index) => rank !== others[index]);
  return first >= 0 && (ranks[first] as number) > (others[first] as number);
};

function ranksOf(reading: BodyReading, status: number): readonly number[] {
  const { layout, row, isSure } = reading;
  const [fit, misfit] = fitOf(reading);
  // A constant says more than a variable, which takes any value.
  const constants = layout.tests?.filter(([, value]) => value !== undefined).length ?? 0;
  const hasStatus = row?.row.entry.statuses.includes(status) ?? false;
  return [-misfit, fit, Number(isSure ?? false), constants, Number(hasStatus)];
}

/** 3: a known code with valid fields; 2: with broken ones; 1: an unknown code; 0: none. */
function rankOf({ fields, spelling }: BodyReading): number {
  if (fields !== undefined) return fields.broken ? 2 : 3;
  return spelling === undefined ? 0 : 1;
}

/** How many members of the body are as the layout has them, and how many are not. */
function fitOf({ layout, row, spelling, fields, source: { body } }: BodyReading): [number, number] {
  const { tests = [], messages = [], statuses = [] } = layout;
  let fit = tests.length + (spelling === undefined ? 0 : 1);
  let misfit = 0;
  const count = (isFit: boolean, isThere: boolean) => {
    if (isFit) fit += 1;
    else if (isThere) misfit += 1;
  };
  for (const path of messages) {
    const text = valueAt(body, path);
    count(typeof text === "string", text !== undefined && text !== null);
  }
  for (const path of statuses) {
    const status = valueAt(body, path);
    // What an object says of itself as a number is not asked: its members come from outside.
    const isNumber = typeof status !== "object" && !Number.isNaN(Number(status));
    count(isNumber, status !== undefined && status !== null);
  }
  const broken = new Set<unknown>();
  for (const { message, path } of fields?.issues ?? [])
    if (message !== missing || path.length > 1) broken.add(path[0]);
  Object.keys(row?.row.entry.fields ?? {}).forEach((key, index) => {
    count(fields?.values[index] !== undefined, broken.has(memberName(key).name));
  });
  return [fit, misfit];
}
