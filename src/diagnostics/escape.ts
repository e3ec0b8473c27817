/** Text from files on its way to a terminal. */

const unsafe = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** Shows control characters and direction marks as `\uXXXX`; a tab becomes a space, so that columns stay. */
export function escapeForTerminal(text: string): string {
  return text.replace(unsafe, (char) =>
    char === "\t" ? " " : `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
