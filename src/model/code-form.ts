/** What a code is made of, and how a text becomes one. */

/** Whether the text can be a code. */
export function isCode(text: string): boolean {
  return /^[A-Za-z0-9_.-]{1,128}$/.test(text);
}

/** The text with `_` in the place of what cannot stand in a code; empty where nobody would guess how it is spelled. */
export function respelled(text: string): string {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("ß", "ss");
  // Letters of other scripts have no spelling that anybody would guess.
  return /(?![A-Za-z])\p{L}/u.test(plain)
    ? ""
    : plain.replace(/[^A-Za-z0-9_.-]+/g, "_").replace(/^_+|_+$/g, "");
}

/** The words of an identifier or a code with `_` between them, in small letters: `ErrNotFound` → `err_not_found`. */
export function snakeCase(text: string): string {
  return text
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1_$2")
    .replace(/[^A-Za-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "")
    .toLowerCase();
}
