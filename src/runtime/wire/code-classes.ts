/** Classes of spellings: a part of the runtime for formats that have such. */
import type { CodeClasses } from "./wire-spec.js";

/** Of several classes the first that is listed counts: `08*` begins with 08, `-32099..-32000` is a range of numbers. */
export const codeClasses: CodeClasses = (rows) => {
  const classes = rows.flatMap(({ entry, classes: own = [] }) =>
    own.map((text) => ({ code: entry.code, has: testOf(text) })),
  );
  return (spelling) => classes.find(({ has }) => has(spelling))?.code;
};

function testOf(text: string): (spelling: string) => boolean {
  const [, from, to] = /^(-?\d+)\.\.(-?\d+)$/.exec(text) ?? [];
  if (to === undefined) return (spelling) => spelling.startsWith(text.slice(0, -1));
  return (spelling) =>
    /^-?\d+$/.test(spelling) && Number(spelling) >= Number(from) && Number(spelling) <= Number(to);
}
