/** Texts of a list as a catalog may have them: one line, no space at the ends, nothing invisible. */

const invisible =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** No message is longer. */
export const longestText: number = 4000;

/** The text as one line. */
export function plainText(text: string): string {
  return text.replace(invisible, " ").replace(/\s+/g, " ").trim();
}
