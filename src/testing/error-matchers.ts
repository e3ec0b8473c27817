/** The matchers: does a value, or what a function throws, have a code and fields? */
import { type CatalogError, type CatalogErrorObject, entryOf } from "../runtime/catalog-error.js";
import { escapeControls } from "../runtime/escape-controls.js";
import { format } from "../runtime/format.js";
import { isCatalogError } from "../runtime/guards.js";
import { redact, type SecretPath } from "../runtime/redact.js";

/** How a runner of tests compares and prints values, and how the matcher was called. */
export interface MatcherContext {
  readonly isNot?: boolean | undefined;
  /** `rejects` or `resolves`, where one was asked for. */
  readonly promise?: string | undefined;
  /** Whether a field is what was expected of it. */
  equals(received: unknown, expected: unknown): boolean;
  inOneLine(value: unknown): string;
}

/** What a matcher answers. */
export interface MatcherAnswer {
  readonly pass: boolean;
  readonly message: () => string;
}

/** Fields that an error should have. */
export type ExpectedFields = Readonly<Record<string, unknown>>;

/** Whether a value is an error with the code and fields. */
export function matchError(
  context: MatcherContext,
  received: unknown,
  code: string,
  fields: ExpectedFields = {},
): MatcherAnswer {
  const wanted = wantedText(context, code, fields, secretsOf(received));
  if (!isCatalogError(received) || received.code !== code) {
    return { pass: false, message: () => `${wanted}\nReceived: ${shown(context, received)}` };
  }
  const wrong = Object.keys(fields).filter(
    (name) => !context.equals((received as unknown as ExpectedFields)[name], fields[name]),
  );
  return {
    pass: wrong.length === 0,
    message: () =>
      [
        wanted,
        `Received: ${shown(context, received)}`,
        ...wrong.map((name) => difference(context, received, name, fields)),
      ].join("\n"),
  };
}

type Matcher<This> = (
  this: This,
  received: unknown,
  code: string,
  fields?: ExpectedFields,
) => MatcherAnswer;

/** The matchers of a runner that has `expect`. */
export type Matchers<This> = Record<"toBeErrorCode" | "toThrowErrorCode", Matcher<This>>;

/**
 * The matchers, for `expect.extend`.
 *
 * @param contextOf makes of the runner's `this` what the matchers need.
 * @param meet is told of every error that a matcher is given.
 */
export function matchersOf<This>(
  contextOf: (runner: This) => MatcherContext,
  meet: (error: CatalogError) => void,
): Matchers<This> {
  const judge: typeof matchError = (context, received, code, fields) => {
    if (isCatalogError(received)) meet(received);
    return matchError(context, received, code, fields);
  };
  return {
    toBeErrorCode(received, code, fields) {
      return judge(contextOf(this), received, code, fields);
    },
    toThrowErrorCode(received, code, fields) {
      const context = contextOf(this);
      const thrown =
        context.promise === "rejects"
          ? { error: received }
          : thrownBy(received, {
              noFunction: "toThrowErrorCode takes a function, or a promise after `rejects`.",
              promise:
                "The function returned a promise. Use `await expect(…).rejects.toThrowErrorCode(…)` for it.",
            });
      if ("error" in thrown) return judge(context, thrown.error, code, fields);
      return { pass: false, message: () => thrown.complaint };
    },
  };
}

/** What a function throws. */
export type Thrown = { readonly error: unknown } | { readonly complaint: string };

/** What is said of a call that cannot be judged. */
export interface MisuseTexts {
  readonly noFunction: string;
  readonly promise: string;
}

/**
 * Calls the function.
 *
 * @throws TypeError where there is none, or it returns a promise: an answer would pass behind `not`.
 */
export function thrownBy(received: unknown, misuse: MisuseTexts): Thrown {
  if (typeof received !== "function") throw new TypeError(misuse.noFunction);
  let result: unknown;
  try {
    result = received();
  } catch (error) {
    return { error };
  }
  if (!isPromise(result)) return { complaint: "The function threw nothing." };
  // Nobody else will: without this the test run would end with an unhandled rejection.
  result.then(undefined, () => {});
  throw new TypeError(misuse.promise);
}

/** Whether the value can be waited for. */
export function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof value === "object" && value !== null && "then" in value;
}

/** Expected fields without their secrets. A matcher or pattern may hold one where nobody can tell. */
function hidden(fields: ExpectedFields, secrets: readonly SecretPath[]): ExpectedFields {
  const bare = Object.entries(fields).map(([name, value]) => {
    const isMatcher = typeof value === "object" && value !== null && "asymmetricMatch" in value;
    const isOpaque = isMatcher || value instanceof RegExp;
    const holdsSecret = secrets.some(([first]) => first === name);
    return [name, isOpaque && holdsSecret ? "[redacted]" : value] as const;
  });
  return redact(Object.fromEntries(bare), secrets);
}

function secretsOf(value: unknown): readonly SecretPath[] {
  return isCatalogError(value) ? ((value as CatalogErrorObject)[entryOf]?.secret ?? []) : [];
}

function wantedText(
  { isNot, inOneLine }: MatcherContext,
  code: string,
  fields: ExpectedFields,
  secrets: readonly SecretPath[],
): string {
  const some = Object.keys(fields).length > 0;
  const values = some ? ` ${escapeControls(inOneLine(hidden(fields, secrets)))}` : "";
  return `Expected: ${isNot ? "not " : ""}${code}${values}`;
}

/** The received value in one line, secrets redacted. */
function shown({ inOneLine }: MatcherContext, value: unknown): string {
  if (isCatalogError(value)) return format(value);
  const text = value instanceof Error ? String(value) : inOneLine(value);
  return escapeControls(`${text} (no error of a catalog)`);
}

function difference(
  { inOneLine, equals }: MatcherContext,
  received: CatalogError,
  name: string,
  fields: ExpectedFields,
): string {
  const secrets = secretsOf(received);
  const value = redact({ [name]: (received as unknown as ExpectedFields)[name] }, secrets)[name];
  const wanted = hidden({ [name]: fields[name] }, secrets)[name];
  const text = (of: unknown): string => escapeControls(inOneLine(of));
  // Both sides read the same once the secrets are gone.
  if (wanted === "[redacted]" || equals(value, wanted))
    return `  ${name}: differs in a secret value`;
  return `  ${name}: expected ${text(wanted)}, received ${text(value)}`;
}
