/** Errors as lines of JSON, for services that log to the console. */
import { escapeControls } from "../runtime/escape-controls.js";
import type { LogOptions } from "./logged-error.js";
import { toLog } from "./to-log.js";

/**
 * One line of JSON: what {@link toLog} gives, with control characters and marks that turn the writing direction escaped.
 * Never throws.
 */
export function logLine(thrown: unknown, options?: LogOptions): string {
  return escapeControls(JSON.stringify(toLog(thrown, options)));
}
