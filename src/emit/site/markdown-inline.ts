/** Pieces of a line as Markdown. */
import { match } from "ts-pattern";
import { linkAround, markdownCode, markdownLink, markdownText } from "../text/markdown.js";
import type { Inline, PageTarget } from "./page-text.js";

/** The pieces on one line. */
export function markdownInline(text: readonly Inline[]): string {
  const printed = mergeTexts(text).map((piece) => {
    if (typeof piece === "string") return keepSpaces(piece);
    return match(piece)
      .with({ kind: "code" }, (code) => markdownCode(code.text))
      .with({ kind: "link" }, (link) => markdownLink(link.text, addressOf(link.to)))
      .with({ kind: "emphasis" }, ({ inner }) => `*${markdownInline(inner)}*`)
      .with({ kind: "strong" }, ({ inner }) => `**${markdownInline(inner)}**`)
      .with({ kind: "address" }, ({ address, inner }) => linkAround(markdownInline(inner), address))
      .exhaustive();
  });
  return printed.join("").trim();
}

// Where two texts meet they are one: what is safe in each may not be in both.
function mergeTexts(pieces: readonly Inline[]): readonly Inline[] {
  const merged: Inline[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (typeof piece === "string" && typeof last === "string") merged.splice(-1, 1, last + piece);
    else merged.push(piece);
  }
  return merged;
}

// A piece between others keeps the space at its ends.
function keepSpaces(piece: string): string {
  const [, before = "", after = ""] = /^(\s?).*?(\s?)$/s.exec(piece) ?? [];
  const text = markdownText(piece);
  return text === "" ? before || after : before + text + after;
}

function addressOf(target: PageTarget): string {
  // Whatever shows Markdown makes the name of a heading's place of its text.
  if ("section" in target) return `#${target.section.replace(/^type-/, "").toLowerCase()}`;
  return "code" in target ? (target.elsewhere ?? `./${target.code}.md`) : "./index.md";
}
