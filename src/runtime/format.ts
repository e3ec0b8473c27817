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

/** As many issues as a line shows. */
const mostIssues = 10;

/**
 * One line: code, status if any, message, fields and issues. Secret values are redacted; internal fields, cause and stack are left out.
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
    // Without a status it is 0, which says nothing to anybody.
    const line = `${error.code}${error.status === 0 ? "" : ` ${error.status}`}: ${error.message}${data}`;
    return escapeControls(`${line}${issuesOf(error)}`);
  } catch {
    return instead; // a proxy, or a member that is no text and cannot become one
  }
}

/** ` issues: usage.plan: expected text`, where there are any. */
function issuesOf(error: CatalogError): string {
  try {
    const issues = memberIn(error, "issues") ?? [];
    if (issues.length === 0) return "";
    const shown = issues
      .slice(0, mostIssues)
      .map(({ path, message }) => [path.join("."), message].filter(Boolean).join(": "));
    const more = issues.length - shown.length;
    return ` issues: ${shown.join("; ")}${more > 0 ? `; ${more} more` : ""}`;
  } catch {
    return ` issues: ${instead}`;
  }
}
