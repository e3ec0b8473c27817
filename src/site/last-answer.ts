/** Finds the answer that counts in what somebody pasted: the last one of a transcript, without the marks of curl. */

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
  let end = line === undefined ? at : start + line.length;
  for (;;) {
    const [whole, name, value] =
      matchAt(/[ \t]*([!#$%&'*+.^_`|~\w-]+):(?!\/\/)[ \t]*(.*)(?:\n|$)/y, text, end) ?? [];
    if (whole === undefined || name === undefined || value === undefined) break;
    headers.push([name, value]);
    end += whole.length;
  }
  const status = digits === undefined ? undefined : Number(digits);
  return { status, headers, end: skip(text, end, /[ \t]*\n/y) };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return at > text.length ? null : pattern.exec(text);
}

function skip(text: string, at: number, pattern: RegExp): number {
  return at + (matchAt(pattern, text, at)?.[0].length ?? 0);
}

const verboseHead = /^< ?HTTP\/[\d.]+ \d{3}/;
const remark = /^(?:\* |[{}] \[\d+ bytes data\]|[ \t]*% Total |[ \t]*Dload )/;
const lastRemark =
  /\* (?:Connection #\d+ to host \S+ left intact|Closing connection.*|Connection left intact)$/;
const progress = /^[ \d.kMG]{1,80}(?:[\d-]+:[\d-]+:[\d-]+ +){3}[\d.kMG]*/;

/** Of what `curl --verbose` prints the last head and the body, without the marks before their lines. */
function withoutMarks(text: string): string {
  const all = text.split("\n");
  const start = all.findLastIndex((line) => verboseHead.test(line));
  if (start < 0) return text;
  const lines = all.slice(start);
  const isMarked = (line: string | undefined) => line !== undefined && /^<(?: |$)/.test(line);
  const end = lines.findIndex((line) => !isMarked(line));
  const head = (end < 0 ? lines : lines.slice(0, end)).map((line) => line.slice(2).trimEnd());
  const body = end < 0 ? [] : lines.slice(end).map((line) => line.replace(progress, ""));
  // What curl remarks stands before and after the body: a line that looks like it inside the body is its own.
  const first = body.findIndex((line) => !remark.test(line) && line.trim() !== "");
  const last = body.findLastIndex((line) => !remark.test(line) && line.trim() !== "");
  const kept = first < 0 ? [] : body.slice(first, last + 1);
  const ended = kept.map((line, index) =>
    index === kept.length - 1 ? line.replace(lastRemark, "") : line,
  );
  return [...head.filter((line) => line !== ""), "", ...ended].join("\n");
}
