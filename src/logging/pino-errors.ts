/** Errors in the lines of pino, and of bunyan, which has the same serializers. */
import { withErrorsLogged } from "./errors-inside.js";
import type { LoggedError, LogOptions } from "./logged-error.js";
import { maskCredentials } from "./mask-credentials.js";
import { toLog } from "./to-log.js";

/** What {@link pinoErrors} adds to the options of pino. */
export interface PinoErrors {
  readonly serializers: {
    readonly err: (thrown: unknown) => LoggedError;
    readonly msg: (text: unknown) => unknown;
  };
  readonly formatters: {
    readonly log: (record: Record<string, unknown>) => Record<string, unknown>;
  };
}

/** A serializer: `pino({ serializers: { err: errSerializer } })`. It is {@link toLog} with what that does by default. */
export function errSerializer(thrown: unknown): LoggedError {
  return toLog(thrown);
}

/**
 * Options of pino: `pino({ ...pinoErrors() })`. Errors are logged as {@link toLog} gives them, whatever the name of the
 * member: pino writes `toJSON` of those that are not `err`. What has the shape of a credential is masked in `msg` too,
 * which is the error's own message where a call gives no text.
 */
export function pinoErrors(options?: LogOptions): PinoErrors {
  return {
    serializers: {
      err: (thrown) => toLog(thrown, options),
      msg: (text) => (typeof text === "string" ? maskCredentials(text) : text),
    },
    formatters: {
      log: ({ err, ...record }) => ({
        ...withErrorsLogged(record, options),
        ...(err !== undefined && { err }), // which has a serializer
      }),
    },
  };
}
