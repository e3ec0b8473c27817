/** Assertions for errors: does a value, or what a function throws, have a code and fields? */
import { AssertionError } from "node:assert";
import { channel } from "node:diagnostics_channel";
import { inspect, isDeepStrictEqual } from "node:util";
import type { CatalogError } from "../runtime/catalog-error.js";
import { isCatalogError } from "../runtime/guards.js";
import {
  type ExpectedFields,
  isPromise,
  type MatcherContext,
  matchError,
  thrownBy,
} from "../testing/error-matchers.js";
import type { KnownCode, KnownFields } from "../testing/known-errors.js";
import { type MetMessage, metChannel } from "./channels.js";

/** Fields that an error should have. As in `assert.throws`, a regular expression is tested against a text. */
export type AssertedFields<Code extends KnownCode> = {
  readonly [Field in keyof KnownFields<Code>]: Extract<
    KnownFields<Code>[Field],
    string
  > extends never
    ? KnownFields<Code>[Field]
    : KnownFields<Code>[Field] | RegExp;
};

/** What may follow a code: fields, where it is the code of a catalog. */
export type FieldsAfter<Code> = Code extends KnownCode ? [fields?: AssertedFields<Code>] : [];

/** An error of a catalog with this code. */
export type WithCode<Code extends string> = CatalogError & { readonly code: Code };

/**
 * The value is an error of a catalog with this code, and with these fields if any are given. Fields that are not given
 * may be anything; those that are given are compared by `util.isDeepStrictEqual`. An unrecognized error has the code
 * `unrecognized`.
 *
 * @throws AssertionError that says what it is instead, secrets redacted.
 */
export function assertErrorCode<Code extends KnownCode | "unrecognized">(
  value: unknown,
  code: Code,
  ...[fields]: FieldsAfter<Code>
): asserts value is WithCode<Code> {
  judge(value, code, { fields, assertion: assertErrorCode });
}

/**
 * The function throws such an error. Returns the error.
 *
 * @throws AssertionError where it throws nothing or something else; TypeError where it is no function, or returns a
 * promise.
 */
export function assertThrowsErrorCode<Code extends KnownCode | "unrecognized">(
  call: () => unknown,
  code: Code,
  ...[fields]: FieldsAfter<Code>
): WithCode<Code> {
  const assertion = assertThrowsErrorCode;
  const thrown = thrownBy(call, {
    noFunction: "assertThrowsErrorCode takes a function.",
    promise: "The function returned a promise. Use `await assertRejectsErrorCode(…)` for it.",
  });
  if ("complaint" in thrown) throw failed(thrown.complaint, { assertion, expected: code });
  return judge(thrown.error, code, { fields, assertion });
}

/**
 * The promise, or the one that the function returns, is rejected with such an error. Resolves to the error.
 *
 * @throws AssertionError where it is fulfilled, or rejected with something else; TypeError where there is no promise.
 * What the function throws before it returns one is thrown on, as `assert.rejects` does.
 */
export async function assertRejectsErrorCode<Code extends KnownCode | "unrecognized">(
  promise: PromiseLike<unknown> | (() => PromiseLike<unknown>),
  code: Code,
  ...[fields]: FieldsAfter<Code>
): Promise<WithCode<Code>> {
  const assertion = assertRejectsErrorCode;
  const awaited: unknown = typeof promise === "function" ? promise() : promise;
  if (!isPromise(awaited))
    throw new TypeError("assertRejectsErrorCode takes a promise, or a function that returns one.");
  const rejected = await awaited.then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  if (rejected === undefined)
    throw failed("The promise was fulfilled.", { assertion, expected: code });
  return judge(rejected.error, code, { fields, assertion });
}

type Assertion = (...given: never) => unknown;

function judge<Code extends string>(
  value: unknown,
  code: Code,
  {
    fields,
    assertion,
  }: { readonly fields: ExpectedFields | undefined; readonly assertion: Assertion },
): WithCode<Code> {
  if (isCatalogError(value)) {
    const message: MetMessage = { error: value, isCounted: false };
    channel(metChannel).publish(message);
  }
  const { pass, message } = matchError(context, value, code, fields);
  if (!pass) {
    const [expected = "", actual = ""] = message().split("\n");
    throw failed(message(), { assertion, expected, actual });
  }
  return value as WithCode<Code>;
}

const context: MatcherContext = {
  equals: (received, expected) =>
    expected instanceof RegExp && typeof received === "string"
      ? expected.test(received)
      : isDeepStrictEqual(received, expected),
  inOneLine: (value) => inspect(value, { depth: 10, breakLength: Number.POSITIVE_INFINITY }),
};

// The texts only: the values themselves may hold what is to stay in the process, and runners print them.
function failed(
  message: string,
  {
    assertion,
    expected,
    actual,
  }: { readonly assertion: Assertion; readonly expected: string; readonly actual?: string },
): AssertionError {
  return new AssertionError({
    message,
    expected,
    actual,
    operator: assertion.name,
    stackStartFn: assertion,
  });
}
