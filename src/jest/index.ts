/** Matchers for errors, and a record of the codes that tests meet: the entry `errdex/jest`. */
import type { MatcherContext as JestContext } from "expect";
import { type MatcherContext, type Matchers, matchersOf } from "../testing/error-matchers.js";
import type { ErrorMatchers } from "../testing/known-errors.js";
import { recordErrors, recordingOf } from "../testing/record-errors.js";
import { folderVariable, partWriter } from "../testing/write-part.js";

export type {
  ErrorMatchers,
  KnownCode,
  KnownErrors,
  KnownFields,
} from "../testing/known-errors.js";

// What `@jest/globals` has.
declare module "expect" {
  interface Matchers<R> extends ErrorMatchers<R> {}
}

// What `@types/jest` declares for all files.
declare global {
  namespace jest {
    interface Matchers<R> extends ErrorMatchers<R> {}
  }
}

/** What the set-up needs of Jest; `@jest/globals` has it. */
export interface JestGlobals {
  readonly expect: {
    extend(matchers: Matchers<JestContext>): void;
    getState(): { readonly testPath?: string | undefined };
  };
  afterAll(hook: () => void): void;
}

/**
 * Adds the matchers to `expect` and records, for the reporter, which codes the tests of a file raise, decode and match.
 * Call it in a file that `setupFilesAfterEnv` names.
 *
 * @param globals are those of Jest. With `injectGlobals: false` they have to be given: `import * as globals from
 * "@jest/globals"`.
 * @throws TypeError where there is no `expect`.
 */
export function setUpErrors(globals: Partial<JestGlobals> = globalThis as never): void {
  const { expect, afterAll } = globals;
  if (expect === undefined || afterAll === undefined)
    throw new TypeError(
      "setUpErrors found no `expect`. Call it in a file of setupFilesAfterEnv, and without injected globals with those of @jest/globals.",
    );
  const write = partWriter();
  let isOver = false;
  const leave = (): void => {
    const folder = process.env[folderVariable];
    const { testPath = "" } = expect.getState();
    if (folder !== undefined) write(folder, recordingOf(testPath, recorder.counts));
  };
  const recorder = recordErrors(() => {
    if (isOver) leave();
  });
  expect.extend(matchersOf(contextOf, recorder.meet));
  afterAll(() => {
    // The hooks of the tests themselves come after this one.
    isOver = true;
    leave();
  });
}

function contextOf({ isNot, promise, equals, utils }: JestContext): MatcherContext {
  return { isNot, promise, equals, inOneLine: (value) => utils.stringify(value) };
}
