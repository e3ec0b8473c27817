/** The entry `errdex/logging`: errors for the logs and the error trackers of a service. Depends on nothing. */

export type { Severity } from "../runtime/catalog-error.js";
export { type LogLevel, logLevel } from "./log-level.js";
export { logLine } from "./log-line.js";
export type {
  CategoryTable,
  ExitTable,
  LoggedError,
  LogOptions,
  ResolverTable,
} from "./logged-error.js";
export { errSerializer, type PinoErrors, pinoErrors } from "./pino-errors.js";
export { type SentryHint, sentryEvent } from "./sentry-event.js";
export { toLog } from "./to-log.js";
export { type WinstonFormat, type WinstonInfo, winstonErrors } from "./winston-errors.js";
