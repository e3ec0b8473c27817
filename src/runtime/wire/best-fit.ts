/** Which of several readings of an answer is meant. */
import { type Layout, valueAt } from "./layout.js";
import type { FieldValues } from "./read-fields.js";

/** An answer as one body of a format reads it. */
export interface Reading<Row> {
  readonly layout: Layout;
  /** Of a known code, or of one that was inferred. */
  readonly row: Row | undefined;
  readonly spelling: string | undefined;
  readonly fields: FieldValues | undefined;
}

/**
 * Whether a reading fits better than one of a body that stands before its own: a known code with valid fields before one
 * with broken fields, before an unknown one, before none; then what has fewer members of another shape; then what
 * explains more of the body.
 */
export function fitsBetter(
  reading: Reading<unknown>,
  best: Reading<unknown> | undefined,
  body: unknown,
): boolean {
  if (best === undefined) return true;
  const more = rankOf(reading) - rankOf(best);
  if (more !== 0) return more > 0;
  const [fit, misfit] = fitOf(reading, body);
  const [bestFit, bestMisfit] = fitOf(best, body);
  return misfit === bestMisfit ? fit > bestFit : misfit < bestMisfit;
}

function rankOf({ fields, spelling }: Reading<unknown>): number {
  if (fields !== undefined) return fields.broken ? 2 : 3;
  return spelling === undefined ? 0 : 1;
}

/** How many members of the body are as the layout has them, and how many are not. */
function fitOf({ layout, spelling, fields }: Reading<unknown>, body: unknown): [number, number] {
  const { tests = [], messages = [], statuses = [] } = layout;
  let fit = tests.length + (spelling === undefined ? 0 : 1) + (fields?.fitting ?? 0);
  let misfit = fields?.unfitting ?? 0;
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
  return [fit, misfit];
}

/** The message of a body. */
export function textIn({ messages = [] }: Layout, body: unknown): string | undefined {
  for (const path of messages) {
    const message = valueAt(body, path);
    if (typeof message === "string") return message;
  }
  return undefined;
}
