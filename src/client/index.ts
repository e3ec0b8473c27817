/** The entry `errdex/client`: what a client does with the errors of a service. */
export {
  type KyHooks,
  kyHooks,
  type OpenapiMiddleware,
  openapiMiddleware,
} from "./client-hooks.js";
export {
  createFetch,
  type ErrorFetch,
  type FailedAttempt,
  type FetchOptions,
  type Result,
  type TimeLimits,
} from "./create-fetch.js";
export {
  type ErrorAnswer,
  type Failure,
  type FailureKind,
  isFailure,
  type NoAnswer,
} from "./failure.js";
export { type FormErrors, toFormErrors } from "./form-errors.js";
export { canRetry, type QueryRetry, queryRetry, type RetryOptions } from "./retry.js";
export { orFailure, rejectWithFailure, toFailure } from "./to-failure.js";
