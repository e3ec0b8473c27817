/** Puts together what the test files of a run recorded. */
import { compareText } from "../../model/catalog.js";
import type { RecordedCode } from "../coverage.js";
import type { Recording } from "./recording.js";

/** What the tests of one file did with errors: counts by catalog and code. */
export interface RecordedFile {
  readonly path: string;
  readonly counts: Readonly<Record<string, Readonly<Record<string, Omit<RecordedCode, "tests">>>>>;
}

/** One recording of all, sorted by catalog and code. */
export function mergeRecording(files: readonly RecordedFile[]): Recording {
  const merged = new Map<string, Map<string, RecordedCode & { readonly tests: string[] }>>();
  for (const { path, counts } of files) {
    for (const [catalog, codes] of Object.entries(counts)) {
      const known = merged.get(catalog) ?? new Map<string, never>();
      merged.set(catalog, known);
      for (const [code, { raised, decoded, met }] of Object.entries(codes)) {
        const before = known.get(code) ?? { raised: 0, decoded: 0, met: 0, tests: [] };
        before.tests.push(path);
        known.set(code, {
          raised: before.raised + raised,
          decoded: before.decoded + decoded,
          met: before.met + met,
          tests: before.tests,
        });
      }
    }
  }
  const listed = (codes: ReadonlyMap<string, RecordedCode>) =>
    sorted(codes).map(([code, { tests, ...counts }]) => [
      code,
      { ...counts, tests: [...new Set(tests)].sort(compareText) },
    ]);
  const catalogs = sorted(merged).map(
    ([catalog, codes]) => [catalog, Object.fromEntries(listed(codes))] as const,
  );
  return { version: 1, catalogs: Object.fromEntries(catalogs) };
}

function sorted<Value>(map: ReadonlyMap<string, Value>): readonly (readonly [string, Value])[] {
  return [...map].sort(([a], [b]) => compareText(a, b));
}
