/** What the variables of wire templates may name. */
import { type Guess, guesser } from "../diagnostics/suggest.js";
import type { Catalog } from "../model/catalog.js";
import { type Field, type FieldType, resolveType } from "../model/field.js";
import { type FoundPath, followPath } from "../model/field-path.js";
import { remembered } from "../model/remembered.js";
import { builtInVariables } from "../model/wire-format.js";

type Lost = Extract<FoundPath, { found: false }>;

/** Where a variable leads nowhere, and what may have been meant. */
export interface LostVariable {
  /** The step that leads nowhere; undefined where there is no such field at all. */
  readonly step: string | undefined;
  readonly guess: Guess;
}

/** Follows variables into the fields of all entries. */
export interface TemplateNames {
  /** Undefined where the path leads somewhere, or where nothing is known of what is inside. */
  lost(path: readonly string[]): LostVariable | undefined;
}

/** The names of a catalog, worked out once for all of its formats. */
export const templateNames = remembered((catalog: Catalog): TemplateNames => {
  const { entries, types } = catalog;
  const owners = new Map<string, Map<FieldType | undefined, readonly Field[]>>();
  for (const field of entries.flatMap(({ fields }) => fields)) {
    // Fields of one name and type are one: a field may stand in each of thousands of entries.
    const alike = owners.get(field.name) ?? new Map<FieldType | undefined, readonly Field[]>();
    owners.set(field.name, alike.set(resolveType(field.type, types), [field]));
  }
  const guessField = guesser(() => [
    ...owners.keys(),
    ...builtInVariables.map((name) => name.slice(1)),
  ]);
  const guesses = new Map<string, (word: string) => Guess>();
  return {
    lost: (path) => {
      const [first = ""] = path;
      const ways: Lost[] = [];
      for (const fields of owners.get(first)?.values() ?? []) {
        const way = followPath(fields, path, types);
        if (way.found || way.known.length === 0) return undefined;
        ways.push(way);
      }
      const step = ways[0]?.step;
      if (step === undefined) return { step, guess: guessField(first) };
      const key = path.slice(0, path.lastIndexOf(step)).join(".");
      const guess =
        guesses.get(key) ??
        guesser(() => new Set(ways.flatMap(({ known }) => known.map(({ name }) => name))));
      guesses.set(key, guess);
      return { step, guess: guess(step) };
    },
  };
});
