/** How a text stands for a value. */

/** Reads a value from a text and writes it as one. Neither ever throws. */
export interface Syntax {
  /** The value that the text stands for; undefined where it is no text of this syntax. */
  read(text: string): unknown;
  /** The text that stands for the value; undefined where none does. */
  write(value: unknown): string | undefined;
}
