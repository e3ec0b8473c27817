/** Several errors in one answer, written: a part of the runtime for formats that have such. */
import { isRecord } from "../is-record.js";
import { setOwn } from "../own-member.js";
import { type Path, valueAt } from "./layout.js";

/** Where a format writes them. */
export interface WriteErrors {
  /** The way to the list; none: each is an answer of the format. */
  readonly at?: Path;
  /** Which of the bodies has the list. */
  readonly index: number;
  readonly join: JoinErrors;
}

/** Puts bodies together that have an error each. */
export type JoinErrors = (several: WriteErrors, bodies: readonly unknown[]) => unknown;

/** The first body, with the elements of the others in its list. */
export const joinErrors: JoinErrors = ({ at }, bodies) => {
  if (at === undefined) return bodies;
  const elements = bodies.flatMap((body) => valueAt(body, at) ?? []);
  return withValue(bodies[0], at, elements);
};

function withValue(body: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value;
  if (!isRecord(body) && !Array.isArray(body)) return body;
  const found = valueAt(body, [step]);
  const key =
    typeof step === "string"
      ? step
      : Object.keys(body).find((each) => (body as Record<string, unknown>)[each] === found);
  const copy: object = Array.isArray(body) ? [...(body as unknown[])] : { ...body };
  if (key !== undefined) setOwn(copy, key, withValue(found, rest, value));
  return copy;
}
