/** Errors as text for people and logs. */
import { type CatalogError, type CatalogErrorObject, entryOf } from "./catalog-error.js";
import { redact } from "./redact.js";

/**
 * One line: code, status, message and fields. Secret values are redacted; internal fields, cause and stack are left out.
 * Control characters and marks that turn the writing direction are escaped, so that no text from a wire reaches a terminal raw.
 */
export function format(error: CatalogError): string {
  const fields = redact(error.toJSON().fields, (error as CatalogErrorObject)[entryOf].secret);
  const data = Object.keys(fields).length === 0 ? "" : ` ${JSON.stringify(fields)}`;
  return escapeControls(`${error.code} ${error.status}: ${error.message}${data}`);
}

const controls = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** Writes control characters, line ends and direction marks as `\uXXXX`. */
export function escapeControls(text: string): string {
  return text.replace(controls, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
