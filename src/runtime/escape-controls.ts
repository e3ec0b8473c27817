/** Makes text safe for terminals and logs. */

/** Control characters, line ends and marks that turn the writing direction. */
export const controls: RegExp =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** Writes control characters, line ends and direction marks as `\uXXXX`. */
export function escapeControls(text: string): string {
  return text.replace(controls, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
