/** Bodies that are texts and no JSON: a part of the runtime for formats that have such. */
import { syntaxOf, type TextSpec } from "./text-spec.js";
import type { ReadTexts } from "./wire-spec.js";

/** Reads a body in the first syntax that it is of. A stream of events says several things: the first that fits is meant. */
export const readTexts: ReadTexts = (source, { syntaxes = [] }, status, { read }) => {
  for (const body of valuesOf(source.body, syntaxes)) {
    const reading = read(body === source.body ? source : { ...source, body }, status);
    if (reading !== undefined) return reading;
  }
  return undefined;
};

/** What a text says, each a body; the body itself where it is no text. */
export function valuesOf(body: unknown, syntaxes: readonly TextSpec[]): readonly unknown[] {
  if (typeof body !== "string") return [body];
  for (const each of syntaxes) {
    const value = syntaxOf(each).read(body);
    if (value !== undefined) return each.isStream ? (value as readonly unknown[]) : [value];
  }
  return [body];
}
