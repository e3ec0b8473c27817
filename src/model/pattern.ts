/** Texts that hold more than one value. */

/** A piece of a pattern. */
export type PatternPart =
  /** Stands there as it is. */
  | string
  /** The path of a value, such as `code` or `item.x`. */
  | { readonly name: string }
  /** Any text on reading; `skip` is written. */
  | { readonly skip: string }
  /** May be absent as a whole. */
  | { readonly maybe: readonly PatternPart[] };
