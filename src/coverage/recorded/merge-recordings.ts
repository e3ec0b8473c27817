/** Puts together what the test files of a run, or several runs, recorded. */
import { compareText } from "../../model/catalog.js";
import type { RecordedCode } from "../coverage.js";
import type { Recording } from "./recording.js";

/** One recording of all, sorted by catalog and code. */
export function mergeRecordings(recordings: readonly Recording[]): Recording {
  const merged = new Map<string, Map<string, RecordedCode[]>>();
  for (const { catalogs } of recordings) {
    for (const [catalog, codes] of Object.entries(catalogs)) {
      const known = merged.get(catalog) ?? new Map<string, RecordedCode[]>();
      merged.set(catalog, known);
      for (const [code, recorded] of Object.entries(codes)) {
        const all = known.get(code) ?? [];
        known.set(code, all);
        all.push(recorded);
      }
    }
  }
  const catalogs = sorted(merged).map(
    ([catalog, codes]) =>
      [
        catalog,
        Object.fromEntries(sorted(codes).map(([code, all]) => [code, sumOf(all)])),
      ] as const,
  );
  return { version: 1, catalogs: Object.fromEntries(catalogs) };
}

function sumOf(all: readonly RecordedCode[]): RecordedCode {
  const tests = new Set(all.flatMap((each) => each.tests));
  return {
    raised: all.reduce((sum, { raised }) => sum + raised, 0),
    decoded: all.reduce((sum, { decoded }) => sum + decoded, 0),
    met: all.reduce((sum, { met }) => sum + met, 0),
    tests: [...tests].sort(compareText),
  };
}

function sorted<Value>(map: ReadonlyMap<string, Value>): readonly (readonly [string, Value])[] {
  return [...map].sort(([a], [b]) => compareText(a, b));
}
