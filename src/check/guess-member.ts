/** What somebody meant who names a field or member that there is not. */
import { guesser } from "../diagnostics/suggest.js";
import type { Property } from "../model/field.js";
import { remembered } from "../model/remembered.js";

/** Guesses among members, however many names are looked for among the same. */
export const memberGuesser = remembered((properties: readonly Property[]) =>
  guesser(() => properties.map(({ name }) => name)),
);
