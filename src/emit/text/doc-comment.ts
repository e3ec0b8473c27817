/** The only place where a text becomes a doc comment. */
import { type InlinePiece, inlineMarkdown } from "../../runtime/inline-markdown.js";
import { width } from "./width.js";

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
    .flatMap((paragraph, index) => [...(index === 0 ? [] : [""]), ...paragraph.split("\n")])
    .flatMap((line) => wrapped(line, width - indent.length - " * ".length));
  if (lines.length === 0) return "";
  if (lines.length === 1 && indent.length + `/** ${lines[0]} */`.length <= width)
    return `${indent}/**${endless(` ${lines[0]} `)}*/\n`;
  const body = lines.map((line) => `${indent} * ${line}`.trimEnd()).join("\n");
  return `${indent}/**\n${endless(body)}\n${indent} */\n`;
}

/** The line in parts no longer than there is room. Those of an item of a list stand under its text. */
function wrapped(line: string, room: number): readonly string[] {
  const parts: string[] = [];
  const indent = line.startsWith("- ") ? "  " : "";
  let start = 0;
  let before = "";
  while (before.length + line.length - start > room) {
    const end = breakIn(
      line,
      start + (before === "" ? indent.length : 0),
      start + room - before.length,
    );
    if (end === undefined) break;
    parts.push(before + line.slice(start, end));
    start = end + 1;
    before = indent;
  }
  return [...parts, before + line.slice(start)];
}

// The last space before the end, else the first behind it. No mark of a heading, a list, a quotation or a table may
// come to stand at the beginning of a line.
function breakIn(line: string, start: number, end: number): number | undefined {
  const fits = (at: number) =>
    line[at] === " " && !/^ (?:[-+*#>=|~_: ]|\d+[.)]|$)/.test(line.slice(at, at + 12));
  for (let at = end; at > start; at--) if (fits(at)) return at;
  for (let at = end + 1; at < line.length; at++) if (fits(at)) return at;
  return undefined;
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

/** A text with links, code and emphasis as a part of a doc comment: editors read Markdown there. */
export function docMarkdown(text: string): string {
  return docPieces(inlineMarkdown(text.replace(/\s+/g, " ").trim()));
}

function docPieces(pieces: readonly InlinePiece[]): string {
  return pieces
    .map((piece) => {
      if (piece.kind === "text") return spacedDoc(piece.text);
      if (piece.kind === "code") return docCode(piece.text);
      const inner = docPieces(piece.inner);
      if (piece.kind === "link") return `[${inner}](${docAddress(piece.address)})`;
      return piece.kind === "strong" ? `**${inner}**` : `*${inner}*`;
    })
    .join("");
}

// Between two pieces a space is theirs. What is no mark to us is none to editors.
function spacedDoc(text: string): string {
  const marked = text.replace(
    /\\(?=[!-/:-@[-`{-~])|[*[\]]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu,
    "\\$&",
  );
  const before = /^\s/.test(text) ? " " : "";
  const after = text.length > 1 && /\s$/.test(text) ? " " : "";
  return before + docText(marked) + after;
}

function docCode(code: string): string {
  const longest = Math.max(0, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const space = /^`|`$/.test(code) ? " " : "";
  return docText(`${fence}${space}${code}${space}${fence}`);
}

function docAddress(address: string): string {
  return encodeURI(address)
    .replace(/%25(?=[\dA-Fa-f]{2})/g, "%")
    .replace(/[()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

// Of the whole, not of its parts: a mark of ours and the text behind it may end a comment where neither does.
function endless(body: string): string {
  // Node and bundlers look for the address of a map in comments of any kind, and load what it names.
  return body
    .replaceAll("*/", "*\\/")
    .replace(/(?<=\/[/*])(?=[#@]\s*source(?:Mapping)?URL=)/g, "\\");
}
