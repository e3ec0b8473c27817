/** Titles for codes that a list gives none. */
import { snakeCase } from "../../model/code-form.js";

const longestTitle = 72;

/** A title by a message: its first sentence without values. Empty where nothing is left of it. */
export function titleOfMessage(message: string): string {
  const [sentence = ""] = withoutValues(message).split(/[.!?;](?=\s|$)/, 1);
  return capital(shortened(sentence.replace(/[\s.,:;!?/–-]+$/, "")));
}

/** A title by the words of a code or a name: `out_of_stock` → `Out of stock`. */
export function titleOfWords(name: string): string {
  return capital(shortened(snakeCase(name).replaceAll("_", " ")));
}

function withoutValues(message: string): string {
  return message
    .slice(0, 2000)
    .replace(/\s*[([]?["'`]?[$#]?\{\w+\}["'`]?[)\]]?/g, "")
    .replace(/\s+\/(?=\s|$)/g, "")
    .replace(/\{\{|\}\}/g, "")
    .replace(/\s+/g, " ")
    .replace(/^[\s:,.;-]+/, "");
}

function shortened(text: string): string {
  if (text.length <= longestTitle) return text;
  const cut = text.slice(0, longestTitle + 1);
  return cut.slice(0, Math.max(cut.lastIndexOf(" "), 1)).replace(/[\s,:;(–-]+$/, "");
}

function capital(text: string): string {
  return /^[a-z]+\b(?![A-Z_./])/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
