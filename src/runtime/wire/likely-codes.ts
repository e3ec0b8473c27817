/** Spellings that stand for a code without being listed: a part of the runtime for formats that have such. */
import type { LikelyCodes } from "./wire-spec.js";

/**
 * What is listed in another case, where the format ignores that; then classes, of which the first that is listed counts:
 * `08*` begins with 08, `-32099..-32000` is a range of numbers.
 */
export const likelyCodes: LikelyCodes = ({ rows, ignoresCase }) => {
  const listed = new Map(
    rows.flatMap(({ entry: { code }, spelling = code, also = [] }) =>
      ignoresCase
        ? [spelling, ...also].map((each) => [String(each).toLowerCase(), code] as const)
        : [],
    ),
  );
  const classes = rows.flatMap(({ entry, classes: own = [] }) =>
    own.map((text) => ({ code: entry.code, has: testOf(text) })),
  );
  return (spelling) =>
    listed.get(spelling.toLowerCase()) ?? classes.find(({ has }) => has(spelling))?.code;
};

function testOf(text: string): (spelling: string) => boolean {
  const [, from, to] = /^(-?\d+)\.\.(-?\d+)$/.exec(text) ?? [];
  if (to === undefined) return (spelling) => spelling.startsWith(text.slice(0, -1));
  return (spelling) =>
    /^-?\d+$/.test(spelling) && Number(spelling) >= Number(from) && Number(spelling) <= Number(to);
}
