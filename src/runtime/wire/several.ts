/** Several errors in one answer: a part of the runtime for formats that have such. */
import { type ErrorReading, type ReadErrors, type Several, valueAt } from "./layout.js";
import type { Source } from "./source.js";

/** How many errors of an answer are read. */
export const mostErrors = 1000;

/**
 * Reads each element of the list by itself. The error is what a condition prefers, then a known code with valid fields,
 * then one with broken ones, then the first. Where there is no list, or nothing in it, what stands around it is read.
 */
export const readErrors: ReadErrors = (several, source, status, readOne) => {
  const { at, alone, optional } = several;
  if (source.error !== undefined) return alone ? undefined : readOne(source);
  // What is one of several answers has no answers in it.
  if (alone && source.isPart) return undefined;
  const list = valueAt(source.body, at);
  if (list === undefined && !optional) return undefined;
  if (!Array.isArray(list) || list.length === 0)
    return alone ? undefined : readOne({ ...sourceOf(source, null), whole: source });
  const passed = list.length > mostErrors ? `${mostErrors} errors` : source.passed;
  const around = { ...source, passed };
  const readings = list.slice(0, mostErrors).flatMap((element: unknown) => {
    if (element === undefined || element === null) return [];
    return (
      readOne(alone ? { ...around, body: element, isPart: true } : sourceOf(around, element)) ?? []
    );
  });
  const best = bestOf(readings, several, status);
  if (best === undefined) return undefined;
  // Each answer of several may have several errors itself.
  const others = readings.flatMap((each) => {
    const { others: beside = [] }: { others?: readonly (typeof each)[] | undefined } =
      each as never;
    return each === best ? beside : [{ ...each, others: undefined }, ...beside];
  });
  return { ...best, others: others.length > 0 ? others : undefined };
};

/** Paths lead into the body, or into the error. */
function sourceOf(source: Source, error: unknown): Source {
  return { ...source, error: error ?? null, body: { body: source.body, error } };
}

function bestOf<Reading extends ErrorReading>(
  readings: readonly Reading[],
  { prefer = [], holds }: Several,
  status: number,
): Reading | undefined {
  const placeOf = ({ source }: ErrorReading) => {
    const place = prefer.findIndex((test) => holds?.(test, source, status));
    return place < 0 ? prefer.length : place;
  };
  let best: { readonly reading: Reading; readonly place: number } | undefined;
  for (const reading of readings) {
    const place = placeOf(reading);
    const isBetter =
      best === undefined ||
      place < best.place ||
      (place === best.place && rankOf(reading) > rankOf(best.reading));
    if (isBetter) best = { reading, place };
  }
  return best?.reading;
}

function rankOf({ fields, spelling }: ErrorReading): number {
  if (fields !== undefined) return fields.broken ? 2 : 3;
  return spelling === undefined ? 0 : 1;
}
