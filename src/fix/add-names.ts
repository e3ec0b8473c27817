/** Names for codes that cannot become an identifier, such as those that begin with a digit. */
import { type Catalog, type Entry, isTombstone } from "../model/catalog.js";
import { isCode } from "../model/code-form.js";
import { constructorName, isFunctionName } from "../model/identifier.js";
import { moduleNames } from "../model/module-names.js";
import { nameOfTitle } from "../model/name-of-title.js";
import { TakenNames } from "../model/taken-names.js";

/** A name of its own for each code that needs one: by its title, else by its message. Nothing where neither has words. */
export function namesToAdd(catalog: Catalog): ReadonlyMap<string, string> {
  const needy = catalog.entries.filter(needsName);
  if (needy.length === 0) return new Map();
  const codes = new Set(needy.map(({ code }) => `the code ${code}`));
  const others = moduleNames(catalog).filter(({ bearer }) => !codes.has(bearer));
  const names = new TakenNames(others.map(({ name }) => name));
  return new Map(
    needy.flatMap(({ code, title, messages }) => {
      const words = nameOfTitle(
        title?.value ?? messages.at(-1)?.text.replace(/\{[^}]*\}/g, " ") ?? "",
      );
      if (words === "") return [];
      const name = names.free(words);
      names.take(name);
      return [[code, name] as const];
    }),
  );
}

function needsName(entry: Entry): boolean {
  const isMissing = entry.name === undefined && !isTombstone(entry) && isCode(entry.code);
  return isMissing && !isFunctionName(constructorName(entry));
}
