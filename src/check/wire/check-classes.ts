/** Classes of spellings: `08*` begins with 08, `-32099..-32000` is a range of numbers. */
import type { Report } from "../../diagnostics/report.js";
import { quoted } from "../../diagnostics/suggest.js";
import type { Located, Span } from "../../model/source.js";
import type { WireFormat } from "../../model/wire-format.js";
import type { ResolvedRow } from "../../model/wire-rows.js";

/** A class, and the code that it stands for. */
interface SpellingClass {
  /** As it is compared. */
  readonly text: string;
  /** As it stands there. */
  readonly written: string;
  readonly code: string;
  readonly at: Span;
}

/** A stretch of something in order, both ends in it. */
interface Stretch {
  readonly of: SpellingClass;
  readonly from: number;
  readonly to: number;
}

const rangePattern = /^(-?\d+)\.\.(-?\d+)$/;

/** Whether a spelling stands for many. */
export function isClass(spelling: string | number | null | undefined): boolean {
  return typeof spelling === "string" && (/.\*$/.test(spelling) || rangePattern.test(spelling));
}

/** Reports classes that are none, and those of two codes that have spellings in common. Exact spellings come first, so they may stand in a class. */
export function checkClasses(
  { ignoresCase }: WireFormat,
  rows: readonly ResolvedRow[],
  report: Report<"wire-spelling">,
): void {
  const classes: SpellingClass[] = [];
  for (const { row, entry } of rows) {
    if (isClass(row?.spelling))
      report(
        "wire-spelling",
        row?.at as Span,
        `${quoted(String(row?.spelling))} stands for many spellings, so it is not written.`,
        {
          help: "Write one spelling in `code`, and this in `also`.",
        },
      );
    for (const each of row?.also ?? []) {
      if (each.value === "*")
        report(
          "wire-spelling",
          each.at,
          "A class of spellings begins with at least one letter or digit.",
        );
      if (isClass(each.value) && isRange(each as Located<string>, report))
        classes.push({
          written: String(each.value),
          text: ignoresCase ? String(each.value).toLowerCase() : String(each.value),
          code: entry.code,
          at: each.at,
        });
    }
  }
  const told = new Set<SpellingClass>();
  for (const [first, second] of [...sharedPrefixes(classes), ...sharedNumbers(classes)]) {
    // The later in the file is the one that gives way.
    const [before, after] = first.at.start <= second.at.start ? [first, second] : [second, first];
    if (told.has(after)) continue;
    told.add(after);
    report(
      "wire-spelling",
      after.at,
      `${quoted(after.written)} of ${after.code} and ${quoted(before.written)} of ${before.code} have spellings in common.`,
      { related: [{ at: before.at, message: "The other is here." }] },
    );
  }
}

function isRange({ value, at }: Located<string>, report: Report<"wire-spelling">): boolean {
  const [, from, to] = rangePattern.exec(value) ?? [];
  if (to === undefined || Number(from) < Number(to)) return true;
  if (Number(from) === Number(to))
    report("wire-spelling", at, `The range ${quoted(value)} is one number.`, {
      help: `Write ${from}.`,
    });
  else
    report("wire-spelling", at, `The range ${quoted(value)} ends before it begins.`, {
      help: `Write "${to}..${from}".`,
    });
  return false;
}

type Pair = readonly [SpellingClass, SpellingClass];

/** Of two that begin alike the shorter one stands before the other in the order of their letters, and all between begin so. */
function sharedPrefixes(classes: readonly SpellingClass[]): readonly Pair[] {
  const prefixed = classes
    .filter(({ text }) => !rangePattern.test(text))
    .map((each) => ({ each, prefix: each.text.slice(0, -1) }))
    .sort((one, other) => (one.prefix < other.prefix ? -1 : 1));
  const pairs: Pair[] = [];
  const open: typeof prefixed = [];
  for (const next of prefixed) {
    while (open.length > 0 && !next.prefix.startsWith(open.at(-1)?.prefix ?? "")) open.pop();
    const other = open.findLast(({ each }) => each.code !== next.each.code);
    if (other !== undefined) pairs.push([other.each, next.each]);
    open.push(next);
  }
  return pairs;
}

function sharedNumbers(classes: readonly SpellingClass[]): readonly Pair[] {
  const stretches = classes.flatMap(stretchesOf).sort((one, other) => one.from - other.from);
  const pairs: Pair[] = [];
  let last: Stretch | undefined;
  for (const next of stretches) {
    if (last !== undefined && next.from <= last.to && next.of.code !== last.of.code)
      pairs.push([last.of, next.of]);
    if (last === undefined || next.to >= last.to) last = next;
  }
  return pairs;
}

/** The numbers of a class; those that begin with 08 are no numbers. */
function stretchesOf(of: SpellingClass): readonly Stretch[] {
  const [, first, last] = rangePattern.exec(of.text) ?? [];
  if (last !== undefined) return [{ of, from: Number(first), to: Number(last) }];
  const [, sign, digits] = /^(-?)([1-9]\d{0,14})\*$/.exec(of.text) ?? [];
  if (digits === undefined) return [];
  return Array.from({ length: 16 - digits.length }, (_, zeros) => {
    const [low, high] = [Number(digits) * 10 ** zeros, (Number(digits) + 1) * 10 ** zeros - 1];
    return sign === "-" ? { of, from: -high, to: -low } : { of, from: low, to: high };
  });
}
