/** Keys of a catalog's own as people read them. */
import type { DeclaredExtensions, Extension } from "../../model/extension.js";
import type { JsonValue } from "../../model/json-value.js";
import { codeText, type Inline } from "./page-text.js";

/** What the key is called: its title in catalog.yaml, or the key. */
export function extensionTitle(
  { name }: Extension,
  { declaredExtensions }: { readonly declaredExtensions: DeclaredExtensions },
): string {
  return declaredExtensions.get(name)?.title.value ?? name;
}

/** What it says, on one line: a text as it is, a list of plain values with commas, anything else as JSON. */
export function extensionText({ value }: Extension): string {
  if (Array.isArray(value) && value.every(isPlain)) return value.map(plainText).join(", ");
  return isPlain(value) ? plainText(value) : JSON.stringify(value);
}

/** The same on a page: JSON is code there. */
export function extensionInline(extension: Extension): Inline {
  const { value } = extension;
  const isText = isPlain(value) || (Array.isArray(value) && value.every(isPlain));
  return isText ? extensionText(extension) : codeText(extensionText(extension));
}

function isPlain(value: JsonValue): boolean {
  return typeof value !== "object" || value === null;
}

function plainText(value: JsonValue): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
