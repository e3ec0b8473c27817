/** The matchers: does a value, or what a function throws, have a code and fields? */
import { type CatalogError, type CatalogErrorObject, entryOf } from "../runtime/catalog-error.js";
import { escapeControls } from "../runtime/escape-controls.js";
import { format } from "../runtime/format.js";
import { isCatalogError } from "../runtime/guards.js";
import { redact, type SecretPath } from "../runtime/redact.js";

/** What a matcher of Vitest is given as `this`. */
export interface MatcherContext {
  readonly isNot?: boolean;
  /** `rejects` or `resolves`, where one was asked for. */
  readonly promise?: string;
  equals(left: unknown, right: unknown): boolean;
  readonly utils: {
    stringify(value: unknown, depth?: number, options?: { readonly min?: boolean }): string;
  };
}

/** What a matcher answers. */
export interface MatcherAnswer {
  readonly pass: boolean;
  readonly message: () => string;
}

/** Fields that an error should have. */
export type ExpectedFields = Readonly<Record<string, unknown>>;

/** Told of every error that a matcher is given. */
export type MeetError = (error: CatalogError) => void;

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

/** What a function throws. */
export type Thrown = { readonly error: unknown } | { readonly complaint: string };

/**
 * Calls the function, or takes what a promise was rejected with.
 *
 * @throws TypeError where the matcher is misused: an answer would pass behind `not`.
 */
export function thrownBy({ promise }: MatcherContext, received: unknown): Thrown {
  if (promise === "rejects") return { error: received };
  if (typeof received !== "function") {
    throw new TypeError("toThrowErrorCode takes a function, or a promise after `rejects`.");
  }
  let result: unknown;
  try {
    result = received();
  } catch (error) {
    return { error };
  }
  if (!isPromise(result)) return { complaint: "The function threw nothing." };
  // Nobody else will: without this the test run would end with an unhandled rejection.
  result.then(undefined, () => {});
  throw new TypeError(
    "The function returned a promise. Use `await expect(…).rejects.toThrowErrorCode(…)` for it.",
  );
}

function inOneLine(utils: MatcherContext["utils"], value: unknown): string {
  return utils.stringify(value, 10, { min: true });
}

/** Expected fields without their secrets. An asymmetric matcher may hold one where nobody can tell. */
function hidden(fields: ExpectedFields, secrets: readonly SecretPath[]): ExpectedFields {
  const bare = Object.entries(fields).map(([name, value]) => {
    const isOpaque = typeof value === "object" && value !== null && "asymmetricMatch" in value;
    const holdsSecret = secrets.some(([first]) => first === name);
    return [name, isOpaque && holdsSecret ? "[redacted]" : value] as const;
  });
  return redact(Object.fromEntries(bare), secrets);
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof value === "object" && value !== null && "then" in value;
}

function secretsOf(value: unknown): readonly SecretPath[] {
  return isCatalogError(value) ? ((value as CatalogErrorObject)[entryOf]?.secret ?? []) : [];
}

function wantedText(
  { isNot, utils }: MatcherContext,
  code: string,
  fields: ExpectedFields,
  secrets: readonly SecretPath[],
): string {
  const some = Object.keys(fields).length > 0;
  const values = some ? ` ${escapeControls(inOneLine(utils, hidden(fields, secrets)))}` : "";
  return `Expected: ${isNot ? "not " : ""}${code}${values}`;
}

/** The received value in one line, secrets redacted. */
function shown({ utils }: MatcherContext, value: unknown): string {
  if (isCatalogError(value)) return format(value);
  const text = value instanceof Error ? String(value) : inOneLine(utils, value);
  return escapeControls(`${text} (no error of a catalog)`);
}

function difference(
  { utils, equals }: MatcherContext,
  received: CatalogError,
  name: string,
  fields: ExpectedFields,
): string {
  const secrets = secretsOf(received);
  const value = redact({ [name]: (received as unknown as ExpectedFields)[name] }, secrets)[name];
  const wanted = hidden({ [name]: fields[name] }, secrets)[name];
  const text = (of: unknown): string => escapeControls(inOneLine(utils, of));
  // Both sides read the same once the secrets are gone.
  if (wanted === "[redacted]" || equals(value, wanted))
    return `  ${name}: differs in a secret value`;
  return `  ${name}: expected ${text(wanted)}, received ${text(value)}`;
}
