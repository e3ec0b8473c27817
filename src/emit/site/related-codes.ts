/** Which codes are worth a look beside another one. */
import { type Catalog, type Entry, liveEntries } from "../../model/catalog.js";
import { remembered } from "../../model/remembered.js";

/** At most this many, so that a list stays one. */
const limit = 6;

/** Finds the related codes of each code, nearest first. The groups are worked out once for the whole catalog. */
export function relatedCodes(catalog: Catalog): (code: string) => readonly string[] {
  const entries = liveEntries(catalog).filter(({ retired }) => retired === undefined);
  const live = new Set(entries.map(({ code }) => code));
  const byCode = new Map(catalog.entries.map((entry) => [entry.code, entry]));
  const alike = grouped(entries, (entry) => [kindOf(entry)]);
  const neighbours = grouped(entries, ({ category }) => [category.value]);
  const folds = catalog.wireFormats.flatMap((format) => format.folds);
  const targets = grouped(folds, ({ code }) => [code]);
  const folded = grouped(folds, ({ target }) => [target.value]);
  const replaced = grouped(catalog.entries, ({ deprecated, retired }) =>
    [deprecated?.replacedBy?.value, retired?.replacedBy?.value].filter(
      (each) => each !== undefined,
    ),
  );
  return (code) => {
    const entry = byCode.get(code);
    const own = targets.get(code)?.map(({ target }) => target.value) ?? [];
    const found = [
      entry?.retired?.replacedBy?.value,
      entry?.deprecated?.replacedBy?.value,
      ...(replaced.get(code) ?? []).map((each) => each.code),
      ...(entry === undefined ? [] : after(alike.get(kindOf(entry)) ?? [], entry).slice(0, 4)),
      ...(entry === undefined
        ? []
        : after(neighbours.get(entry.category.value) ?? [], entry).slice(0, 2)),
      ...own.slice(0, 2),
      ...(folded.get(code) ?? []).slice(0, limit).map((fold) => fold.code),
      ...own.flatMap((target) =>
        (folded.get(target) ?? []).slice(0, limit).map((fold) => fold.code),
      ),
    ];
    const known = found.filter((each) => each !== undefined && each !== code && live.has(each));
    return [...new Set(known as string[])].slice(0, limit);
  };
}

// Same heading and same status: what is easily taken for one another.
function kindOf({ category, statuses }: Entry): string {
  return `${statuses[0]?.value} ${category.value}`;
}

/** Those that follow in a group, round its end, so that a large group does not always show the same few. */
function after(group: readonly Entry[], entry: Entry): readonly string[] {
  const at = ranksIn(group).get(entry) ?? -1;
  return [
    ...group.slice(at + 1, at + 1 + limit),
    ...group.slice(0, Math.min(Math.max(0, at), limit)),
  ]
    .slice(0, limit)
    .map(({ code }) => code);
}

const ranksIn = remembered(
  (group: readonly Entry[]) => new Map(group.map((entry, index) => [entry, index])),
);

function grouped<T>(
  items: readonly T[],
  keysOf: (item: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
  }
  return groups;
}
