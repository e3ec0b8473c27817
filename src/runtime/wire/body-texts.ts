/** Bodies that are texts and no JSON: a part of the runtime for formats that have such. */
import { syntaxOf, type TextSpec } from "./text-spec.js";

/** What a body says, read in each syntax that it may have; the body itself where it is no text. */
export type ReadTexts = (syntaxes: readonly TextSpec[], body: unknown) => readonly unknown[];

/** A stream of events says several things: each is a body. */
export const readTexts: ReadTexts = (syntaxes, body) => {
  if (typeof body !== "string") return [body];
  for (const each of syntaxes) {
    const value = syntaxOf(each).read(body);
    if (value !== undefined) return each.isStream ? (value as readonly unknown[]) : [value];
  }
  return [body];
};
