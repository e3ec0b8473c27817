/** Where parts of a decoded text stand in its source, which may be quoted, escaped or folded. */
import type { Span } from "./source.js";

/**
 * Finds one token after the other, each behind the one before.
 *
 * Once one is not found, because it was written with escapes, the places of those behind it are not known either: then
 * the place is that of the whole text.
 */
export function tokenFinder({ file, start, end }: Span): (token: string) => Span {
  const source = file.text.slice(start, end);
  let from = 0;
  return (token) => {
    const found = from === -1 ? -1 : source.indexOf(token, from);
    from = found === -1 ? -1 : found + token.length;
    return found === -1 ? { file, start, end } : { file, start: start + found, end: start + from };
  };
}
