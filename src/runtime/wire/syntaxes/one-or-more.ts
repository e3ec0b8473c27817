/** Lists in texts: a part of the runtime for formats that have such. */

/** The list that a text has: an element that stands alone is one, an empty text has none. */
export const oneOrMore = (value: unknown): unknown =>
  value === "" ? [] : value === undefined || Array.isArray(value) ? value : [value];
