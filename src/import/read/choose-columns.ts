/** Which column of a table holds what: as somebody said, else by the names in its first row, else by what is in it. */

import { didYouMean, quoted } from "../../diagnostics/suggest.js";
import { isCode } from "../../model/code-form.js";
import type { Located } from "../../model/source.js";
import { type ListKey, listKeys } from "../listed-code.js";
import { keysOfNames, plainName } from "./key-of-name.js";

/** A cell of a table. */
export type Cell = Located<string>;

/** What was chosen for a table. */
export interface ChosenColumns {
  readonly columns: ReadonlyMap<ListKey, number>;
  /** Whether the first row has the names of the columns. */
  readonly hasNames: boolean;
  /** Those that nobody named. */
  readonly guessed: readonly ListKey[];
}

/** A column that somebody asked for and that is not there. */
export class UnknownColumnError extends Error {
  override readonly name = "UnknownColumnError";
}

/**
 * Chooses the columns.
 *
 * @param asked key → name of a column, or its number from 1; `-` for none.
 * @throws UnknownColumnError where a column that was asked for is not there.
 */
export function chooseColumns(
  rows: readonly (readonly Cell[])[],
  asked: ReadonlyMap<ListKey, string>,
): ChosenColumns {
  const [first = [], ...rest] = rows;
  const names = first.map(({ value }) => value.trim());
  const byName = keysOfNames(names);
  // Who names a column by its name has seen the name.
  const isNamed = [...asked.values()].some((name) => !/^(\d+|-)$/.test(name));
  const hasNames = isNamed || (byName.size > 0 && !looksLikeData(first));
  const found = new Map(hasNames ? byName : keysOfCells(rows));
  for (const [key, name] of asked) {
    const index = name === "-" ? -1 : indexOf(name, hasNames ? names : [], first.length);
    for (const [other, taken] of found) if (taken === index) found.delete(other);
    if (index === -1) found.delete(key);
    else found.set(key, index);
  }
  if (!found.has("code")) {
    const guess = keysOfCells(rest).get("code");
    const taken = new Set(found.values());
    if (guess !== undefined && !taken.has(guess)) found.set("code", guess);
  }
  const columns = new Map(
    listKeys.flatMap((key) => {
      const index = found.get(key);
      return index === undefined ? [] : [[key, index] as const];
    }),
  );
  return { columns, hasNames, guessed: [...columns.keys()].filter((key) => !asked.has(key)) };
}

function indexOf(name: string, names: readonly string[], width: number): number {
  const exact = names.indexOf(name);
  if (exact !== -1) return exact;
  const near = names.findIndex(
    (each) => plainName(each) === plainName(name) && plainName(name) !== "",
  );
  if (near !== -1) return near;
  if (/^\d+$/.test(name) && Number(name) >= 1 && Number(name) <= width) return Number(name) - 1;
  const guess = didYouMean(name, names);
  throw new UnknownColumnError(
    `The list has no column ${quoted(name)}.${"help" in guess ? ` ${guess.help}` : ""}`,
  );
}

// `error,message` may be names, and `not_found,404` is a row.
function looksLikeData(row: readonly Cell[]): boolean {
  return row.some(({ value }) => /^\d{3}$/.test(value.trim()));
}

/** By what is in the columns: the code differs in each row, a status is a number, a message has spaces. */
function keysOfCells(rows: readonly (readonly Cell[])[]): ReadonlyMap<ListKey, number> {
  const sample = rows.slice(0, 200);
  const width = Math.max(0, ...sample.map(({ length }) => length));
  const columns = Array.from({ length: width }, (_, index) =>
    sample.flatMap((row) => row[index]?.value.trim() || []),
  );
  const found = new Map<ListKey, number>();
  const take = (key: ListKey, fits: (values: readonly string[]) => boolean) => {
    const index = columns.findIndex(
      (values, at) => values.length > 0 && ![...found.values()].includes(at) && fits(values),
    );
    if (index !== -1) found.set(key, index);
  };
  const share = (values: readonly string[], is: (value: string) => boolean) =>
    values.filter(is).length / values.length;
  take("status", (values) => {
    const isRepeated = new Set(values).size < values.length || values.length === 1;
    return isRepeated && share(values, (value) => /^[1-5]\d\d$/.test(value)) > 0.9;
  });
  const isSpelling = (value: string) => isCode(value) || /^[\w.:/#-]{1,128}$/.test(value);
  take(
    "code",
    (values) => share(values, isSpelling) > 0.9 && new Set(values).size > 0.9 * values.length,
  );
  const longest = columns
    .map((values, index) => ({ index, words: share(values, (value) => /\S\s+\S/.test(value)) }))
    .filter(({ index, words }) => words > 0.5 && ![...found.values()].includes(index));
  const [message] = longest.sort((a, b) => b.words - a.words);
  if (message !== undefined) found.set("message", message.index);
  return found;
}
