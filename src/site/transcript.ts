/** Takes the answer out of what a terminal shows of curl, wget and HTTPie: without requests, remarks and marks. */

/** The last answer of a transcript, as HTTP; a text that is no transcript as it is. Lines end with LF. */
export function withoutMarks(text: string): string {
  const lines = text.split("\n");
  return (ofCurl(lines) ?? ofWget(lines) ?? ofTerminal(lines) ?? lines).join("\n");
}

const verboseHead = /^< ?HTTP\/[\d.]+ \d{3}/;
const remark = /^(?:\* |[{}] \[\d+ bytes data\]|[ \t]*% Total |[ \t]*Dload )/;
const lastRemark =
  /\* (?:Connection #\d+ to host \S+ left intact|Closing connection.*|Connection left intact)$/;
const progress = /^[ \d.kMG]{1,80}(?:[\d-]+:[\d-]+:[\d-]+ +){3}[\d.kMG]*/;

/** Of what `curl --verbose` prints the last head and the body, without the marks before their lines. */
function ofCurl(all: readonly string[]): readonly string[] | undefined {
  const start = all.findLastIndex((line) => verboseHead.test(line));
  if (start < 0) return undefined;
  const lines = all.slice(start);
  const isMarked = (line: string | undefined) => line !== undefined && /^<(?: |$)/.test(line);
  const end = lines.findIndex((line) => !isMarked(line));
  const head = (end < 0 ? lines : lines.slice(0, end)).map((line) => line.slice(2).trimEnd());
  const body = end < 0 ? [] : lines.slice(end).map((line) => line.replace(progress, ""));
  // What curl remarks stands before and after the body: a line that looks like it inside the body is its own.
  const kept = trimmed(body, remark);
  const ended = kept.map((line, index) =>
    index === kept.length - 1 ? line.replace(lastRemark, "") : line,
  );
  return [...head.filter((line) => line !== ""), "", ...ended];
}

const wgetRemark =
  /^(?:\d{4}-\d\d-\d\d \d\d:\d\d:\d\d (?:ERROR|\()|--\d{4}-|Length: |Saving to: |Location: .* \[following\]|.{0,80}\d%\[|[ \d]+K[ .]+)/;

/** Of what `wget --server-response` prints the last head, which is moved in by two spaces, and the body. */
function ofWget(all: readonly string[]): readonly string[] | undefined {
  const start = all.findLastIndex((line) => /^ {2}HTTP\/[\d.]+ \d{3}/.test(line));
  if (start < 0) return undefined;
  const lines = all.slice(start);
  const end = lines.findIndex((line) => !line.startsWith("  "));
  const head = end < 0 ? lines : lines.slice(0, end);
  const body = end < 0 ? [] : lines.slice(end);
  return [...head.map((line) => line.slice(2)), "", ...trimmed(body, wgetRemark)];
}

const requestLine = /^[A-Z]+ \S+ HTTP\/[\d.]+$/;
const prompt = /^(?:PS )?(?:[^\s<{[]\S*)?[$%#>❯](?: |$)/;
const fence = /^(?:`{3,}|~{3,})/;
const headBegins = /^(?:HTTP\/[\d.]+ \d{3}|:status:)/;

/** What is typed before an answer, the request that HTTPie shows, a fence of Markdown: the answer without it. */
function ofTerminal(all: readonly string[]): readonly string[] | undefined {
  const first = all.find((line) => line.trim() !== "")?.trim() ?? "";
  if (fence.test(first)) {
    const [begin = 0, end] = all.flatMap((line, index) => (fence.test(line.trim()) ? index : []));
    const inside = all.slice(begin + 1, end);
    return ofTerminal(inside) ?? inside;
  }
  const isSent = requestLine.test(first);
  const isTyped = prompt.test(first) || remark.test(first);
  if (!isSent && !isTyped && !headBegins.test(first)) return undefined;
  // Of several requests the answer to the last.
  const from = isSent ? all.findLastIndex((line) => requestLine.test(line.trim())) : 0;
  const lines = isTyped ? all.map((line) => line.replace(progress, "")) : all.slice(from);
  const start = lines.findIndex((line) => headBegins.test(line.trim()));
  if (start < 0) return undefined;
  return trimmedEnd(lines.slice(start), isTyped ? prompt : /^Elapsed time: [\d.]+m?s$/);
}

/** Without the lines at either end that are empty or remarks. */
function trimmed(lines: readonly string[], isRemark: RegExp): readonly string[] {
  const first = lines.findIndex((line) => !isRemark.test(line) && line.trim() !== "");
  return first < 0 ? [] : trimmedEnd(lines.slice(first), isRemark);
}

function trimmedEnd(lines: readonly string[], isRemark: RegExp): readonly string[] {
  const last = lines.findLastIndex((line) => !isRemark.test(line) && line.trim() !== "");
  return lines.slice(0, last + 1);
}
