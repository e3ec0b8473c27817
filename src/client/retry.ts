/** When to try again, and how long to wait before. */
import type { CatalogError } from "../runtime/catalog-error.js";
import { isCatalogError } from "../runtime/guards.js";
import { memberIn } from "../runtime/own-member.js";
import { retryDelay } from "../runtime/retry-delay.js";
import { isRetryableError } from "../runtime/retryable.js";
import { isFailure } from "./failure.js";

/** How often to try, and how patiently. */
export interface RetryOptions {
  /** All attempts, the first among them. Default: 3. */
  readonly attempts?: number | undefined;
  /** Milliseconds: no pause is longer, whatever the answer asks for. Default: 60,000. */
  readonly max?: number | undefined;
  /** Milliseconds: no attempt begins later than this after the first. Default: 120,000. */
  readonly budget?: number | undefined;
  /**
   * `true`: requests of every method may be sent again. Default: those whose method has the same effect however often it
   * is sent (RFC 9110 section 9.2.2), and those with an `Idempotency-Key`.
   */
  readonly idempotent?: boolean | undefined;
}

/** All of them. */
export type RetrySettings = {
  readonly [Name in keyof RetryOptions]-?: NonNullable<RetryOptions[Name]>;
};

/** The options with their defaults. `false`: one attempt. */
export function retrySettings(options: RetryOptions | false | undefined): RetrySettings {
  const said = (name: keyof RetryOptions) => (options ? memberIn(options, name) : undefined);
  return {
    attempts: options === false ? 1 : ((said("attempts") as number | undefined) ?? 3),
    max: (said("max") as number | undefined) ?? 60_000,
    budget: (said("budget") as number | undefined) ?? 120_000,
    idempotent: said("idempotent") === true,
  };
}

/**
 * Whether trying again can help: a connection that failed and an answer that took too long may do better; of an answer
 * the catalog says it, and of one whose code nobody said the status. What was aborted is over.
 */
export function canRetry(thrown: unknown): boolean {
  if (isFailure(thrown) && thrown.kind !== "answer") return thrown.kind !== "aborted";
  const error = errorIn(thrown);
  return error !== undefined && isRetryableError(error);
}

/**
 * The milliseconds to wait after an attempt: what the answer asks for, else any time up to a limit that doubles with each
 * attempt, so that clients that failed together do not come back together.
 *
 * @param attempt from 1.
 */
export function pauseAfter(attempt: number, thrown: unknown, max: number): number {
  const error = errorIn(thrown);
  const asked = error && retryDelay(error, { max });
  return asked ?? Math.random() * Math.min(max, 250 * 2 ** attempt);
}

function errorIn(thrown: unknown): CatalogError | undefined {
  if (isFailure(thrown)) return thrown.error;
  return isCatalogError(thrown) ? thrown : undefined;
}

/** What TanStack Query and its like ask of `retry` and `retryDelay`. */
export interface QueryRetry {
  retry(failures: number, error: unknown): boolean;
  retryDelay(failures: number, error: unknown): number;
}

/** The options `retry` and `retryDelay` of TanStack Query. It counts failures from 0, and pauses when the page is hidden. */
export function queryRetry(options?: Pick<RetryOptions, "attempts" | "max">): QueryRetry {
  const { attempts, max } = retrySettings(options);
  return {
    retry: (failures, error) => failures + 1 < attempts && canRetry(error),
    retryDelay: (failures, error) => pauseAfter(failures + 1, error, max),
  };
}
