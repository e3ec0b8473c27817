/** Texts from anywhere, for logs. */
import { escapeControls } from "../runtime/escape-controls.js";
import { maskCredentials } from "./mask-credentials.js";

const longest = 8_000;

/** The text on one line, without what has the shape of a credential, and cut where it is very long. */
export function safeText(text: string): string {
  const masked = maskCredentials(text);
  const more = masked.length - longest;
  return escapeControls(more > 0 ? `${masked.slice(0, longest)}… [${more} more]` : masked);
}
