/** The only place where a text becomes Markdown. */

/**
 * A text of a catalog as a paragraph of CommonMark that shows exactly the text: on one line, without markup and HTML.
 */
export function markdownText(text: string): string {
  return (
    text
      .replace(/\s+/g, " ")
      .trim()
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replace(/[\\`*[\]>~|]/g, "\\$&")
      // Inside a word it marks nothing, and codes are full of them.
      .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, "\\_")
      // What would begin a heading, a list or a rule.
      .replace(/^([#+=-]|\d+(?=[.)]))/, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`))
  );
}

/** A code of a catalog as code. No code has a backtick in it. */
export function markdownCode(code: string): string {
  return `\`${code}\``;
}
