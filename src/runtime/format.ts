/** Errors as text for people and logs. */
import {
  type CatalogError,
  type CatalogErrorObject,
  entryOf,
  publicFields,
} from "./catalog-error.js";
import { escapeControls } from "./escape-controls.js";
import { memberIn } from "./own-member.js";
import { plain } from "./plain.js";
import { redact } from "./redact.js";

/** What stands in a text for a value that JSON cannot say. */
const instead = "[left out]";

/**
 * One line: code, status, message and fields. Secret values are redacted; internal fields, cause and stack are left out.
 * Control characters and marks that turn the writing direction are escaped, so that no text from a wire reaches a terminal
 * raw. Never throws: a value that JSON cannot say is `[left out]`, and a bigint its digits.
 */
export function format(error: CatalogError): string {
  try {
    const object = error as CatalogErrorObject;
    const fields = redact(
      plain(publicFields(object as never), instead),
      memberIn(object[entryOf], "secret"),
    );
    const data = Object.keys(fields).length === 0 ? "" : ` ${JSON.stringify(plain(fields))}`;
    return escapeControls(`${error.code} ${error.status}: ${error.message}${data}`);
  } catch {
    return instead; // a proxy, or a member that is no text and cannot become one
  }
}
