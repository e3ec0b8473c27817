/** Pasted text → answer. */
import type { Answer } from "../runtime/index.js";
import { lastAnswer } from "../site/last-answer.js";

/**
 * Reads a status line, header lines and a body, or a body alone. Of several answers, one after the other, the last.
 *
 * @param status used where the text has no status line.
 */
export function readAnswer(text: string, status: number | undefined): Answer {
  const { status: said, headers, body } = lastAnswer(text);
  const known = said ?? status;
  return { headers, body: body.trim(), ...(known === undefined ? {} : { status: known }) };
}
