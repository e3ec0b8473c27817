/** A text of a catalog as pieces of a line. */
import { type InlinePiece, inlineMarkdown } from "../../runtime/inline-markdown.js";
import type { Inline } from "./page-text.js";

/** The Markdown of a text, as pages have it. */
export function inlinePieces(text: string): readonly Inline[] {
  return inlineMarkdown(text).map(inlineOf);
}

function inlineOf(piece: InlinePiece): Inline {
  if (piece.kind === "text") return piece.text;
  if (piece.kind === "code") return { kind: "code", text: piece.text };
  const inner = piece.inner.map(inlineOf);
  return piece.kind === "link"
    ? { kind: "address", address: piece.address, inner }
    : { kind: piece.kind, inner };
}
