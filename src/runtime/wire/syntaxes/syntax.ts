/** How a text holds a value. */

/** Reads a value from a text and writes it as one. Neither ever throws. */
export interface Syntax {
  /** The value that the text holds; undefined where the text is not of this syntax or passes a bound. */
  read(text: string): unknown;
  /** The text that holds the value; undefined where none would read back as it. */
  write(value: unknown): string | undefined;
}
