/** Text from files on its way to a terminal. */

const unsafe = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

// Runners of GitHub take these for commands in whatever is printed: the first where a line begins, the second anywhere.
const commands = /^\s*:(?=:)|#(?=#\[)/g;

/**
 * Shows control characters and direction marks as `\uXXXX`, and what a runner of CI would take for a command; a tab
 * becomes a space, so that columns stay.
 */
export function escapeForTerminal(text: string): string {
  return text
    .replace(unsafe, (char) => (char === "\t" ? " " : escaped(char)))
    .replace(commands, (found) => found.slice(0, -1) + escaped(found.slice(-1)));
}

/** A sound text of a catalog as a line of a terminal: its marks of direction, which Arabic and Hebrew need, stay. */
export function lineForTerminal(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(commands, (found) => found.slice(0, -1) + escaped(found.slice(-1)));
}

function escaped(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** Makes a text stand for itself in Markdown, in a table's cell too (CommonMark section 2.4: every mark takes a backslash). */
export function escapeForMarkdown(text: string): string {
  return escapeForTerminal(wellFormed(text)).replace(/[!-/:-@[-`{-~]/g, "\\$&");
}

/** Makes a text stand for itself in XML 1.0, which has no control characters even as references. */
export function escapeForXml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&apos;",
  };
  return escapeForTerminal(wellFormed(text))
    .replace(/[\ufffe\uffff]/g, "\ufffd")
    .replace(/[&<>"']/g, (char) => entities[char] ?? "");
}

/** Replaces halves of surrogate pairs, which UTF-8 cannot hold. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}
