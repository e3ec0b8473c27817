/** Finds the answer that counts in what somebody pasted: the last one of a transcript. */
import { withoutMarks } from "./transcript.js";

/** An answer as text. */
export interface AnswerText {
  /** Undefined where there is no status line. */
  readonly status: number | undefined;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

/**
 * The last answer of a text: of a redirect the one that it led to, of a proxy the one behind it. A text without a head
 * is a body, and so is a stream of events, whose lines look like headers.
 */
export function lastAnswer(text: string): AnswerText {
  const whole = withoutMarks(text.replace(/\r\n?/g, "\n"));
  let head = headAt(whole, 0);
  for (;;) {
    const next = headAt(whole, head.end);
    if (next.status === undefined) break;
    head = next;
  }
  const { status, headers, end } = head;
  const isStream = headers.every(([name]) => /^(?:event|data|id|retry)$/.test(name));
  return status === undefined && isStream
    ? { status, headers: [], body: whole }
    : { status, headers, body: whole.slice(end) };
}

interface Head extends Pick<AnswerText, "status" | "headers"> {
  /** Where the body begins. */
  readonly end: number;
}

function headAt(text: string, at: number): Head {
  const start = skip(text, at, /\s*/y);
  const [line, digits] = matchAt(/HTTP\/[\d.]+[ \t]+(\d{3})\b.*\n?/y, text, start) ?? [];
  const headers: (readonly [string, string])[] = [];
  let status = digits === undefined ? undefined : Number(digits);
  let end = line === undefined ? at : start + line.length;
  for (;;) {
    const [whole, name, value] =
      matchAt(/[ \t]*(:?[!#$%&'*+.^_`|~\w-]+):(?!\/\/)[ \t]*(.*)(?:\n|$)/y, text, end) ?? [];
    if (whole === undefined || name === undefined || value === undefined) break;
    // What browsers show of HTTP/2 has the status among the headers.
    if (name === ":status") status ??= /^\d{3}/.test(value) ? Number(value.slice(0, 3)) : undefined;
    else if (!name.startsWith(":")) headers.push([name, value]);
    end += whole.length;
  }
  return { status, headers, end: skip(text, end, /[ \t]*\n/y) };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return at > text.length ? null : pattern.exec(text);
}

function skip(text: string, at: number, pattern: RegExp): number {
  return at + (matchAt(pattern, text, at)?.[0].length ?? 0);
}
