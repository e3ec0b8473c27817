/** The first of each kind in a long report, and how many more there are. */

/** As many of a kind does a person read before the rest looks the same. */
const most = 10;

/** What is shown of a long report. */
export interface FirstOfEach<T> {
  /** The first of each kind, in the order in which they were. */
  readonly shown: readonly T[];
  /** For each kind that was cut, how many more there are. */
  readonly more: ReadonlyMap<string, number>;
  /** For each kind, how many there are. */
  readonly all: ReadonlyMap<string, number>;
}

/**
 * Cuts each kind after the first ten.
 *
 * @param kindOf what counts as one kind: no error may be hidden by warnings, so the severity is a part of it.
 */
export function firstOfEach<T>(each: readonly T[], kindOf: (one: T) => string): FirstOfEach<T> {
  const counts = new Map<string, number>();
  const shown = each.filter((one) => {
    const kind = kindOf(one);
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return count <= most;
  });
  const more = new Map(
    [...counts].flatMap(([kind, count]) => (count > most ? [[kind, count - most] as const] : [])),
  );
  return { shown, more, all: counts };
}

/**
 * What a report that was cut has in all: a line for each kind, whether it was cut or not.
 *
 * @param wholeBy what the reader adds or types to see all.
 */
export function kindsText<T>({ more, all }: FirstOfEach<T>, wholeBy: string): string {
  const lines = [...all].map(([kind, count]) => {
    const rest = more.get(kind);
    return `${kind}: ${count} in all${rest === undefined ? "" : `, ${rest} more shown by ${wholeBy}`}`;
  });
  return lines.join("\n");
}
