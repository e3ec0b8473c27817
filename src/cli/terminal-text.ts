/** Texts of a catalog for the terminal. */
import { inlineMarkdown, plainText } from "../runtime/inline-markdown.js";

/** The text without the marks of Markdown; the address of a link stands behind its text. */
export function terminalText(text: string): string {
  return plainText(inlineMarkdown(text), { address: true });
}
