/** The only place where a text becomes a doc comment. */

const controls =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

// Editors and TypeDoc read comments as Markdown. What is escaped already and what is code stays: it does nothing. The
// length of code has a limit, lest a text of many single backticks take the square of its length.
const markup =
  /\\[!-/:-@[-`{-~]|(?<!`)(`+)(?!`).{1,500}?(?<!`)\1(?!`)|<(?=[A-Za-z/!?])|!(?=\[)|(?<=\])\(|`|\\$/g;

/** A doc comment of paragraphs; empty ones are left out. The texts cannot end it and bring no tags into it. */
export function docComment(paragraphs: readonly string[], indent = ""): string {
  const lines = paragraphs
    .filter((paragraph) => paragraph.trim() !== "")
    .flatMap((paragraph, index) => [...(index === 0 ? [] : [""]), ...paragraph.split("\n")]);
  if (lines.length === 0) return "";
  if (lines.length === 1) return `${indent}/**${endless(` ${lines[0]} `)}*/\n`;
  const body = lines.map((line) => `${indent} * ${line}`.trimEnd()).join("\n");
  return `${indent}/**\n${endless(body)}\n${indent} */\n`;
}

/** A text of a catalog as a part of a doc comment, on one line. */
export function docText(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(controls, "\ufffd")
    .trim()
    .replace(markup, (found) => (found.length > 1 ? found : `\\${found}`))
    .replace(/(?<![A-Za-z0-9])@/g, "\\@");
}

// Of the whole, not of its parts: a mark of ours and the text behind it may end a comment where neither does.
function endless(body: string): string {
  // Node and bundlers look for the address of a map in comments of any kind, and load what it names.
  return body
    .replaceAll("*/", "*\\/")
    .replace(/(?<=\/[/*])(?=[#@]\s*source(?:Mapping)?URL=)/g, "\\");
}
