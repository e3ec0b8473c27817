/** The text of a pattern, such as `"{code}[ : {explanation}]"`, → its parts. */
import { shortened } from "../diagnostics/suggest.js";
import type { PatternPart } from "../model/pattern.js";

/** A stretch of the text, from `start` up to but not including `end`, in UTF-16 units. */
export interface PatternSpan {
  readonly start: number;
  readonly end: number;
}

/** What is wrong with a pattern. */
export interface PatternProblem {
  readonly at: PatternSpan;
  readonly message: string;
  readonly help?: string;
}

/** A pattern as it was read; with problems as far as it could be. */
export interface ReadPattern {
  readonly parts: readonly PatternPart[];
  /** The values that it names, in the order of the text, each time that one stands there; without the braces. */
  readonly names: readonly { readonly name: string; readonly at: PatternSpan }[];
  /** In the order in which they were found. */
  readonly problems: readonly PatternProblem[];
}

/** How many parts may be optional: each of them doubles the ways in which a text is looked at. */
const mostOptional = 6;

/** How deep they may stand in one another. */
const deepest = 3;

/** Escapes, what stands in braces, single braces and brackets, and text. */
const tokens =
  /\\(?<escaped>[[\]{}\\])|\{(?<inside>(?:[^{}\\]|\\[[\]{}\\]|\\(?![[\]{}\\]))*)\}|(?<mark>[[\]{}])|[^[\]{}\\]+|\\/g;

const literally = "Before a bracket or a brace that belongs to the text stands a backslash.";

/** Reads a pattern. Never throws. */
export function readPattern(text: string): ReadPattern {
  const names: { name: string; at: PatternSpan }[] = [];
  const problems: PatternProblem[] = [];
  const complain = (start: number, end: number, message: string, help?: string) => {
    problems.push({ at: { start, end }, message, ...(help !== undefined && { help }) });
  };
  const root: Group = { start: 0, parts: [] };
  const open = [root];
  let optional = 0;

  for (const { 0: token, index, groups } of text.matchAll(tokens)) {
    const { escaped, inside, mark } = groups ?? {};
    const end = index + token.length;
    const group = open.at(-1) ?? root;
    if (inside !== undefined) {
      const part = placeholderOf(inside);
      if (part === undefined)
        complain(index, end, `${shortened(token)} is no placeholder.`, guessOf(inside));
      else group.parts.push({ part, start: index, end });
      if (part !== undefined && "name" in part)
        names.push({ name: part.name, at: { start: index + 1, end: end - 1 } });
    } else if (mark === "[") {
      optional += 1;
      if (optional === mostOptional + 1)
        complain(index, end, `More than ${mostOptional} parts are optional.`);
      if (open.length === deepest + 1)
        complain(index, end, `More than ${deepest} brackets stand in one another here.`);
      const inner: Group = { start: index, parts: [] };
      // What is too deep is left out: no reader of the parts has to bear it.
      if (open.length <= deepest) group.parts.push(inner);
      open.push(inner);
    } else if (mark === "]") {
      if (open.length === 1) complain(index, end, "This bracket closes nothing.", literally);
      else if (open.pop()?.start === index - 1)
        complain(index - 1, end, "Nothing is optional here.", literally);
    } else if (mark !== undefined)
      complain(
        index,
        end,
        `This brace ${mark === "{" ? "is not closed" : "closes nothing"}.`,
        literally,
      );
    else group.parts.push(escaped ?? token);
  }
  for (const { start } of open.slice(1))
    complain(start, start + 1, "This bracket is not closed.", literally);

  const all = { start: 0, end: text.length };
  if (text === "") complain(all.start, all.end, "An empty pattern stands for no text.");
  else if (problems.length === 0 && !hasPlaceholder(root))
    complain(all.start, all.end, "This pattern has no placeholder.", "Write the text itself.");
  const shown = ({ start, end }: PatternSpan) => shortened(text.slice(start, end));
  // So few that each can be compared with each.
  if (optional <= mostOptional)
    for (const [second, first] of meetings(root))
      complain(
        second.start,
        second.end,
        `Nothing tells where ${shown(first)} ends and ${shown(second)} begins: this is ambiguous.`,
        "Write a text between them.",
      );
  return { parts: partsOf(root), names, problems };
}

/** A placeholder and where it stands. */
interface Placed extends PatternSpan {
  readonly part: { readonly name: string } | { readonly skip: string };
}

/** What stands between two brackets, or in the whole text. */
interface Group {
  readonly start: number;
  readonly parts: (string | Placed | Group)[];
}

function placeholderOf(inside: string): Placed["part"] | undefined {
  if (/^\.?\w+(?:\.\w+)*$/.test(inside)) return { name: inside };
  if (!/^\*(?:=|$)/.test(inside)) return undefined;
  return { skip: inside.slice(2).replace(/\\([[\]{}\\])/g, "$1") };
}

function guessOf(inside: string): string {
  const [, path] = /^[\s$]*(\.?\w+(?:\.\w+)*)\s*$/.exec(inside) ?? [];
  return path === undefined
    ? "Write {code}, {item.x}, {*} for any text, or {*=x} for any text that is written as x."
    : `Write {${shortened(path)}}.`;
}

function hasPlaceholder({ parts }: Group): boolean {
  return parts.some(
    (part) => typeof part === "object" && (!("parts" in part) || hasPlaceholder(part)),
  );
}

/** Placeholders that may stand directly behind another, each with the first of those. */
function meetings(root: Group): ReadonlyMap<Placed, Placed> {
  const result = new Map<Placed, Placed>();
  // From what may stand directly before a group to what may stand directly before what comes next.
  const walk = (group: Group, before: readonly Placed[]): readonly Placed[] => {
    let last = before;
    for (const part of group.parts) {
      if (typeof part === "string") last = [];
      else if ("parts" in part) last = [...new Set([...last, ...walk(part, last)])];
      else {
        if (last[0] !== undefined) result.set(part, last[0]);
        last = [part];
      }
    }
    return last;
  };
  walk(root, []);
  return result;
}

/** The parts without places; texts that stand side by side are one. */
function partsOf({ parts }: Group): readonly PatternPart[] {
  const result: PatternPart[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (typeof part !== "string")
      result.push("parts" in part ? { maybe: partsOf(part) } : part.part);
    else if (typeof last === "string") result[result.length - 1] = last + part;
    else result.push(part);
  }
  return result;
}
