/** Which of several readings of an answer is meant: a part of the runtime for formats that have several bodies. */
import { memberName } from "../reader-of.js";
import type { FieldShapes } from "../shape.js";
import { type FieldValues, missing } from "./field-values.js";
import { type Layout, valueAt } from "./layout.js";

/** An answer as one body of a format reads it. */
export interface BodyReading {
  readonly layout: Layout;
  /** Of a known code, or of one that was inferred. */
  readonly row: { readonly row: { readonly entry: { readonly fields?: FieldShapes } } } | undefined;
  readonly spelling: string | undefined;
  readonly fields: FieldValues | undefined;
}

/** Whether a reading fits better than one of a body that stands before its own. */
export type FitsBetter = (reading: BodyReading, best: BodyReading, body: unknown) => boolean;

/**
 * A known code with valid fields comes before one with broken fields, before an unknown one, before none; then what has
 * fewer members of another shape; then what explains more of the body; then what has more constants.
 */
export const fitsBetter: FitsBetter = (reading, best, body) => {
  const more = rankOf(reading) - rankOf(best);
  if (more !== 0) return more > 0;
  const [fit, misfit] = fitOf(reading, body);
  const [bestFit, bestMisfit] = fitOf(best, body);
  if (misfit !== bestMisfit) return misfit < bestMisfit;
  return fit === bestFit ? constantsIn(reading) > constantsIn(best) : fit > bestFit;
};

// A constant says more than a variable, which takes any value.
function constantsIn({ layout: { tests = [] } }: BodyReading): number {
  return tests.filter(([, value]) => value !== undefined).length;
}

function rankOf({ fields, spelling }: BodyReading): number {
  if (fields !== undefined) return fields.broken ? 2 : 3;
  return spelling === undefined ? 0 : 1;
}

/** How many members of the body are as the layout has them, and how many are not. */
function fitOf({ layout, row, spelling, fields }: BodyReading, body: unknown): [number, number] {
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
    count(!Number.isNaN(Number(status ?? Number.NaN)), status !== undefined && status !== null);
  }
  const broken = new Set<unknown>();
  for (const { message, path } of fields?.issues ?? [])
    if (message !== missing || path.length > 1) broken.add(path[0]);
  Object.keys(row?.row.entry.fields ?? {}).forEach((key, index) => {
    count(fields?.values[index] !== undefined, broken.has(memberName(key).name));
  });
  return [fit, misfit];
}
