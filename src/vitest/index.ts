/** Matchers for errors, and a record of the codes that tests meet: the entry `errdex/vitest`. */
import { beforeEach, expect } from "vitest";
import { type MatcherContext, matchersOf } from "../testing/error-matchers.js";
import type { ErrorMatchers } from "../testing/known-errors.js";
import { type EventCounts, recordErrors } from "../testing/record-errors.js";

export type {
  ErrorMatchers,
  KnownCode,
  KnownErrors,
  KnownFields,
} from "../testing/known-errors.js";

declare module "vitest" {
  interface Matchers<T> extends ErrorMatchers {}
  interface TaskMeta {
    /** What the tests of a file did with errors; the reporter of errdex reads it. */
    errdex?: EventCounts;
  }
}

/** What Vitest gives a matcher as `this`. */
interface VitestContext extends Omit<MatcherContext, "inOneLine"> {
  readonly utils: {
    stringify(value: unknown, depth?: number, options?: { readonly min?: boolean }): string;
  };
}

/**
 * Adds the matchers to `expect` and records, for the reporter, which codes the tests of a file raise, decode and match.
 * Call it in a file that `setupFiles` names.
 */
export function setUpErrors(): void {
  const recorder = recordErrors();
  expect.extend(matchersOf(contextOf, recorder.meet));
  beforeEach(({ task }) => {
    task.file.meta.errdex = recorder.counts;
  });
}

function contextOf({ isNot, promise, equals, utils }: VitestContext): MatcherContext {
  const inOneLine = (value: unknown): string => utils.stringify(value, 10, { min: true });
  return { isNot, promise, equals, inOneLine };
}
