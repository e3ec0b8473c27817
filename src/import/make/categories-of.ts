/** Categories by what a list calls them. */
import { isCode, respelled, snakeCase } from "../../model/code-form.js";
import { isIdentifier, pascalCase } from "../../model/identifier.js";
import type { TakenNames } from "../../model/taken-names.js";
import type { MadeCategory } from "./made-entry.js";
import { titleOfWords } from "./propose-words.js";

/** What categories are made with. */
export interface CategoryContext {
  /** The list, as a category of what has none. */
  readonly list: string;
  /** The categories that are there. */
  readonly known: readonly MadeCategory[];
  readonly names: TakenNames;
}

/** Gives each category of a list an id whose names in a module are free. */
export function categoriesOf({
  list,
  known,
  names,
}: CategoryContext): (listed: string | undefined) => MadeCategory {
  const made = new Map<string, MadeCategory>();
  return (listed) => {
    const words = listed ?? usualName(list);
    const found =
      made.get(words) ??
      known.find(({ id, title }) => [id, title].includes(words)) ??
      known.find(({ id }) => id === idOf(words));
    if (found !== undefined) return found;
    const id = freeId(idOf(words), known, names);
    const category = { id, title: listed ?? titleOfWords(words) };
    made.set(words, category);
    return category;
  };
}

function usualName(list: string): string {
  return /^(err(or)?[-_]?)?(codes?|errors?|list)?$/i.test(list) ? "general" : list;
}

function idOf(words: string): string {
  const plain = snakeCase(respelled(words)).slice(0, 60) || "general";
  return /^[a-z]/.test(plain) && isCode(plain) ? plain : `group_${plain}`;
}

/** A category is an interface and a guard in the module: `OrdersError`, `isOrdersError`. */
function freeId(id: string, known: readonly MadeCategory[], names: TakenNames): string {
  for (let number = 1; ; number += 1) {
    const numbered = number === 1 ? id : `${id}_${number}`;
    const union = `${pascalCase(numbered)}Error`;
    const isTaken = known.some((each) => each.id === numbered) || !names.isFree(union);
    if (isTaken || !isIdentifier(union)) continue;
    names.take(union);
    names.take(`is${union}`);
    return numbered;
  }
}
