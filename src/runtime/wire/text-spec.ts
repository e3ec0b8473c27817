/** What texts are that hold values. */
import type { PatternPart, pattern } from "./syntaxes/pattern.js";
import type { Syntax } from "./syntaxes/syntax.js";

/** What a text is. */
export interface TextSpec {
  readonly syntax?: Syntax;
  /** A pattern, instead. */
  readonly of?: typeof pattern;
  readonly parts?: readonly PatternPart[];
  readonly quote?: "markup";
  /** It says several values, one after another. */
  readonly isStream?: true;
}

const patterns = /*#__PURE__*/ new WeakMap<object, Syntax>();

/** The syntax of a text. */
export function syntaxOf({ syntax, of, parts = [], quote }: TextSpec): Syntax {
  if (syntax !== undefined) return syntax;
  let made = patterns.get(parts);
  if (made === undefined) {
    made = (of as typeof pattern)(parts, quote);
    patterns.set(parts, made);
  }
  return made;
}
