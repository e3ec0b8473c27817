/** Several errors in one answer: a part of the runtime for formats that have such. */
import { type ChooseError, type ErrorReading, type SplitErrors, valueAt } from "./layout.js";

/** How many errors of an answer are read. */
export const mostErrors = 1000;

/** A source for each element of the list. */
export const splitErrors: SplitErrors = ({ at, alone }, source) => {
  const list = valueAt(source.body, at);
  if (!Array.isArray(list)) return undefined;
  return list
    .slice(0, mostErrors)
    .map((element: unknown) =>
      alone ? { ...source, body: element, error: undefined } : { ...source, error: element },
    );
};

/** What a condition prefers, then a known code with valid fields, then one with broken ones, then the first. */
export const chooseError: ChooseError = ({ prefer = [], holds }, readings, status) => {
  const placeOf = ({ source }: ErrorReading) => {
    const place = prefer.findIndex((test) => holds?.(test, source, status));
    return place < 0 ? prefer.length : place;
  };
  let best: (typeof readings)[number] | undefined;
  for (const each of readings) {
    const isFirst = best === undefined || placeOf(each) < placeOf(best);
    const isAlike = best !== undefined && placeOf(each) === placeOf(best);
    if (isFirst || (isAlike && rankOf(each) > rankOf(best as ErrorReading))) best = each;
  }
  if (best === undefined) return undefined;
  const others = readings.filter((each) => each !== best);
  return { ...best, others: others.length > 0 ? others : undefined };
};

function rankOf({ fields, spelling }: ErrorReading): number {
  if (fields !== undefined) return fields.broken ? 2 : 3;
  return spelling === undefined ? 0 : 1;
}
