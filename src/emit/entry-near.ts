/** Whose entry a place of a generated file belongs to. */
import type { Catalog, Entry } from "../model/catalog.js";
import { constructorName, interfaceName } from "../model/identifier.js";

// What is declared, a member or the first of a list, and the code or constant of a row.
const named =
  /\b(?:interface|function|const|type) \$*(\w+)|^[ \t[]*(?:readonly )?"?(?!code\b)([\w.-]+)"?\??[:,]|\bcode"?: "([\w.-]+)"|\bentry: (?:\$entries\.)?(\w+)/gm;

/**
 * The entry whose name is the last at or before the place. A comment stands before the name that it belongs to: where
 * there is no name yet between the last empty line and the place, the next one counts. Undefined where none is near.
 */
export function entryNear(text: string, place: number, catalog: Catalog): Entry | undefined {
  const entries = entriesByName(catalog);
  const found = [...text.matchAll(named)].flatMap((match) => {
    const name = match.slice(1).find((each) => each !== undefined) ?? "";
    // Of what an entry has several, each has a number.
    const entry = entries.get(name) ?? entries.get(name.replace(/-\d+$/, ""));
    return entry === undefined ? [] : [{ entry, at: match.index }];
  });
  const start = text.lastIndexOf("\n\n", place);
  const end = endOf(text, "\n\n", place);
  const lineEnd = endOf(text, "\n", place);
  const own = found.filter(({ at }) => at > start && at < end);
  const before = (all: typeof found) => all.findLast(({ at }) => at <= lineEnd);
  return (before(own) ?? own[0] ?? before(found))?.entry;
}

function endOf(text: string, mark: string, place: number): number {
  const at = text.indexOf(mark, place);
  return at === -1 ? text.length : at;
}

function entriesByName({ entries }: Catalog): ReadonlyMap<string, Entry> {
  return new Map(
    entries.flatMap((entry) =>
      [entry.code, interfaceName(entry), constructorName(entry)].map((name) => [name, entry]),
    ),
  );
}
