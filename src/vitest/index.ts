/** Matchers for errors, and a record of the codes that tests meet: the entry `errdex/vitest`. */
import { beforeEach, expect } from "vitest";
import type { CatalogError } from "../runtime/catalog-error.js";
import { isCatalogError } from "../runtime/guards.js";
import {
  type ExpectedFields,
  type MatcherAnswer,
  type MatcherContext,
  matchError,
  thrownBy,
} from "./error-matchers.js";
import type { ErrorMatchers } from "./known-errors.js";
import { type EventCounts, recordErrors } from "./record-errors.js";

export type { ErrorMatchers, KnownCode, KnownErrors, KnownFields } from "./known-errors.js";

declare module "vitest" {
  interface Matchers<T> extends ErrorMatchers {}
  interface TaskMeta {
    /** What the tests of a file did with errors; the reporter of errdex reads it. */
    errdex?: EventCounts;
  }
}

/**
 * Adds the matchers to `expect` and records, for the reporter, which codes the tests of a file raise, decode and match.
 * Call it in a file that `setupFiles` names.
 */
export function setUpErrors(): void {
  const recorder = recordErrors();
  expect.extend(matchersOf(recorder.meet));
  beforeEach(({ task }) => {
    task.file.meta.errdex = recorder.counts;
  });
}

function matchersOf(meet: (error: CatalogError) => void) {
  const judge = (
    context: MatcherContext,
    received: unknown,
    code: string,
    fields?: ExpectedFields,
  ): MatcherAnswer => {
    if (isCatalogError(received)) meet(received);
    return matchError(context, received, code, fields);
  };
  return {
    toBeErrorCode(
      this: MatcherContext,
      received: unknown,
      code: string,
      fields?: ExpectedFields,
    ): MatcherAnswer {
      return judge(this, received, code, fields);
    },
    toThrowErrorCode(
      this: MatcherContext,
      received: unknown,
      code: string,
      fields?: ExpectedFields,
    ): MatcherAnswer {
      const thrown = thrownBy(this, received);
      if ("error" in thrown) return judge(this, thrown.error, code, fields);
      return { pass: false, message: () => thrown.complaint };
    },
  };
}
