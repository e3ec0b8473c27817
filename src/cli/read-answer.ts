/** Pasted text → answer. */
import type { Answer } from "../runtime/index.js";

/**
 * Reads a status line, header lines and a body, or a body alone. A stream of events, whose lines look like headers, is
 * a body.
 *
 * @param status used where the text has no status line.
 */
export function readAnswer(text: string, status: number | undefined): Answer {
  const lines = text.replaceAll("\r\n", "\n");
  const [, first = ""] = /^HTTP\/[\d.]+ (\d{3})[^\n]*\n?/.exec(lines) ?? [];
  const rest = first === "" ? lines : lines.slice(lines.indexOf("\n") + 1 || lines.length);
  const headers: (readonly [string, string])[] = [];
  let from = 0;
  for (const line of rest.split("\n")) {
    const [, name, value] = /^([!#$%&'*+.^_`|~\w-]+):[ \t]*(.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) break;
    headers.push([name, value]);
    from += line.length + 1;
  }
  const isStream = headers.every(([name]) => /^(?:event|data|id|retry)$/.test(name));
  const isHead = first !== "" || !isStream;
  const body = (isHead ? rest.slice(from).replace(/^\n/, "") : rest).trim();
  const known = first === "" ? status : Number(first);
  return {
    headers: isHead ? headers : [],
    body,
    ...(known === undefined ? {} : { status: known }),
  };
}
