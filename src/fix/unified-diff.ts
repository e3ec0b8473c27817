/** What edits change in a text, as a unified diff. */
import { applyEdits, type Edit } from "./edit.js";
import { lineEnd, lineStart } from "./node-end.js";

const context = 3;

/** The diff of a file. */
export function unifiedDiff(path: string, text: string, edits: readonly Edit[]): string {
  const hunks = mergedHunks(text, edits);
  let shift = 0;
  const printed = hunks.map((hunk) => {
    const before = linesOf(text.slice(hunk.start, hunk.end));
    const inside = hunk.edits.map(({ start, end, text: put }) => ({
      start: start - hunk.start,
      end: end - hunk.start,
      text: put,
    }));
    const after = linesOf(applyEdits(text.slice(hunk.start, hunk.end), inside));
    const first = linesOf(text.slice(0, hunk.start)).length + 1;
    const header = `@@ -${range(first, before.length)} +${range(first + shift, after.length)} @@`;
    shift += after.length - before.length;
    return [header, ...changedLines(before, after)].join("\n");
  });
  return [`--- ${path}`, `+++ ${path}`, ...printed].join("\n");
}

/** The diff of a file that is new. */
export function newFileDiff(path: string, text: string): string {
  const lines = linesOf(text);
  return [
    "--- /dev/null",
    `+++ ${path}`,
    `@@ -0,0 +1,${lines.length} @@`,
    ...lines.map((line) => `+${line}`),
  ].join("\n");
}

interface Hunk {
  readonly start: number;
  readonly end: number;
  readonly edits: readonly Edit[];
}

function mergedHunks(text: string, edits: readonly Edit[]): readonly Hunk[] {
  const hunks: Hunk[] = [];
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    let start = lineStart(text, edit.start);
    for (let line = 0; line < context && start > 0; line += 1) start = lineStart(text, start - 1);
    let end = edit.end > edit.start ? lineEnd(text, edit.end - 1) : edit.end;
    if (end === edit.end && end > 0 && text[end - 1] !== "\n") end = lineEnd(text, end);
    for (let line = 0; line < context && end < text.length; line += 1) end = lineEnd(text, end);
    const last = hunks.at(-1);
    if (last !== undefined && last.end >= start)
      hunks[hunks.length - 1] = {
        start: last.start,
        end: Math.max(last.end, end),
        edits: [...last.edits, edit],
      };
    else hunks.push({ start, end, edits: [edit] });
  }
  return hunks;
}

// A hunk is short, so the longest lines that both have in common are looked for one by one.
function changedLines(before: readonly string[], after: readonly string[]): readonly string[] {
  const common: number[][] = before.map(() => []);
  const at = (one: number, other: number) => common[one]?.[other] ?? 0;
  for (let one = before.length - 1; one >= 0; one -= 1)
    for (let other = after.length - 1; other >= 0; other -= 1) {
      const row = common[one] as number[];
      row[other] =
        before[one] === after[other]
          ? at(one + 1, other + 1) + 1
          : Math.max(at(one + 1, other), at(one, other + 1));
    }
  const lines: string[] = [];
  let [one, other] = [0, 0];
  while (one < before.length || other < after.length) {
    if (one < before.length && other < after.length && before[one] === after[other]) {
      lines.push(` ${before[one]}`);
      one += 1;
      other += 1;
    } else if (
      one < before.length &&
      (other >= after.length || at(one + 1, other) >= at(one, other + 1))
    ) {
      lines.push(`-${before[one]}`);
      one += 1;
    } else {
      lines.push(`+${after[other]}`);
      other += 1;
    }
  }
  return lines;
}

function linesOf(text: string): readonly string[] {
  const lines = text.split("\n");
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

function range(first: number, lines: number): string {
  return `${lines === 0 ? first - 1 : first},${lines}`;
}
