/** The code in a Markdown document. */

/** A fenced block of code. */
export interface Fence {
  /** In lower case: `ts`. */
  readonly language: string;
  /** What follows the language: `ignore`. */
  readonly info: readonly string[];
  /** The line of the opening fence, from 1. */
  readonly line: number;
  readonly code: string;
}

/** Every fenced block of a document, in order (CommonMark section 4.5). */
export function fencesOf(markdown: string): readonly Fence[] {
  const fences: Fence[] = [];
  let open:
    | {
        readonly indent: number;
        readonly marks: string;
        readonly head: string;
        readonly line: number;
      }
    | undefined;
  let code: string[] = [];
  for (const [index, line] of markdown.split(/\r?\n/).entries()) {
    const [, indent = "", marks = "", rest = ""] = /^(\s*)(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    if (open === undefined) {
      if (marks !== "") open = { indent: indent.length, marks, head: rest.trim(), line: index + 1 };
      code = [];
    } else if (marks.startsWith(open.marks) && rest.trim() === "") {
      const [language = "", ...info] = open.head.split(/\s+/);
      fences.push({
        language: language.toLowerCase(),
        info,
        line: open.line,
        code: `${code.join("\n")}\n`,
      });
      open = undefined;
    } else {
      code.push(line.replace(new RegExp(`^\\s{0,${open.indent}}`), ""));
    }
  }
  return fences;
}

/** The code moved down to where it stands in the document, so that complaints name the document's lines. */
export function inPlace({ code, line }: Fence): string {
  return "\n".repeat(line) + code;
}
