/** JSON in a text, RFC 8259. */
import { passedByLength, passedBySize } from "../decode-limits.js";
import type { Syntax } from "./syntax.js";

/** Any value that JSON has, within the limits of an answer's body. */
export const json: Syntax = {
  read(text) {
    if (passedByLength(text.length) !== undefined) return undefined;
    try {
      const value: unknown = JSON.parse(text);
      return passedBySize(value, undefined, text) === undefined ? value : undefined;
    } catch {
      return undefined;
    }
  },
  write(value) {
    if (passedBySize(value) !== undefined) return undefined;
    try {
      // Undefined where it is nothing that JSON has, whatever its type says.
      const text: string | undefined = JSON.stringify(value);
      return text === undefined || passedByLength(text.length) !== undefined ? undefined : text;
    } catch {
      return undefined; // a bigint, or a `toJSON` that throws
    }
  },
};
