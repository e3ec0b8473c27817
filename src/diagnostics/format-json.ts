/** Diagnostics for programs. */
import { placeFinder, type Span } from "../model/source.js";
import type { Finding } from "./finding.js";

/**
 * `{ diagnostics: [{ rule, severity, message, help?, path, line, column, endLine, endColumn, related }] }`.
 *
 * @param more what else the document says.
 */
export function formatJson(
  diagnostics: readonly Finding[],
  more: Readonly<Record<string, unknown>> = {},
): string {
  const placeOf = placeFinder();
  const place = (at: Span) => {
    const { line: endLine, column: endColumn } = placeOf({ ...at, start: at.end });
    return { path: at.file.path, ...placeOf(at), endLine, endColumn };
  };
  const listed = diagnostics.map(({ rule, severity, message, help, at, related = [] }) => ({
    rule,
    severity,
    message,
    ...(help === undefined ? {} : { help }),
    ...place(at),
    related: related.map((other) => ({ message: other.message, ...place(other.at) })),
  }));
  return JSON.stringify({ diagnostics: listed, ...more }, null, 2);
}
