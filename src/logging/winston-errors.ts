/** Errors in the records of winston. */
import { isRecord } from "../runtime/is-record.js";
import { withErrorsLogged } from "./errors-inside.js";
import type { LogOptions } from "./logged-error.js";
import { loggedStack } from "./logged-stack.js";
import { maskCredentials } from "./mask-credentials.js";
import { safeText } from "./safe-text.js";
import { isErrorObject, readMember } from "./thrown-value.js";
import { toLog } from "./to-log.js";

/** What winston hands from format to format. */
export interface WinstonInfo {
  readonly level: string;
  readonly message: unknown;
}

/** A format of winston. */
export interface WinstonFormat {
  readonly transform: <Info extends WinstonInfo>(info: Info) => Info;
}

type Info = Record<string | symbol, unknown>;

/** What is beside the text of a call. */
const splat: unique symbol = Symbol.for("splat") as never;

/** In a text, for what is beside it. */
const token = /%[scdjifoO]/g;

/**
 * A format for winston: `format.combine(winstonErrors(), format.json())`. It comes before every other format.
 *
 * The error of a call becomes the member `err`, as {@link toLog} gives it, and so do errors under other names in
 * theirs. What winston copied from the error into the record is taken out again. With `log.error(error)` winston makes
 * the error itself the record and writes `defaultMeta` into it, which is lost: give a text first.
 */
export function winstonErrors(options?: LogOptions): WinstonFormat {
  return { transform: (info) => transform(info as never, options) as never };
}

function transform(info: Info, options: LogOptions | undefined): Info {
  if (isErrorObject(info)) {
    const err = toLog(info, options);
    return { ...symbolsOf(info), level: info.level, message: err.message, err };
  }
  const { message } = info;
  if (isErrorObject(message)) {
    const err = toLog(message, options);
    return { ...recordOf(info, options), message: err.message, err };
  }
  const beside = errorBeside(info);
  if (beside === undefined) return recordOf(info, options);
  const { error, text, rest } = beside;
  const copied = new Set([...Object.keys(error), "stack", "cause", "level", "message"]);
  const own = Object.entries(info).filter(([name]) => !copied.has(name));
  const record = { level: info.level, message: text, ...Object.fromEntries(own), [splat]: rest };
  return { ...symbolsOf(info), ...recordOf(record, options), err: toLog(error, options) };
}

interface Beside {
  readonly error: Error;
  readonly text: string;
  /** What else was given. */
  readonly rest: readonly unknown[];
}

/** The error that was given after a text, and the text, behind which winston put what the error says. */
function errorBeside({ message, [splat]: given }: Info): Beside | undefined {
  if (typeof message !== "string" || !Array.isArray(given)) return undefined;
  const [error, ...rest]: readonly unknown[] = given;
  if (!isErrorObject(error)) return undefined;
  const said = ` ${readMember(error, "message")}`;
  const text = said !== " " && message.endsWith(said) ? message.slice(0, -said.length) : message;
  return tokensIn(text) > 0 ? undefined : { error, text, rest };
}

/** The record with the errors in it as they are logged, and texts of errors without credentials. */
function recordOf(info: Info, options: LogOptions | undefined): Info {
  const { message, stack, ...rest } = withErrorsLogged(info as never, options);
  const count = typeof message === "string" ? tokensIn(message) : 0;
  const { [splat]: given } = info;
  return {
    ...symbolsOf(info),
    ...rest,
    message: typeof message === "string" ? maskCredentials(message) : message,
    // A child logger makes a plain record of an error.
    ...(typeof stack === "string" && { stack: loggedStack({ stack }, safeText(`${message}`)) }),
    ...(Array.isArray(given) && {
      [splat]: given.map((each, index) => besideText(each, index < count, options)),
    }),
  };
}

/** What `format.splat` puts into the text, or else copies the members of into the record. */
function besideText(value: unknown, isInText: boolean, options: LogOptions | undefined): unknown {
  if (!isErrorObject(value)) return isRecord(value) ? withErrorsLogged(value, options) : value;
  const err = toLog(value, options);
  return isInText ? `${err.type}: ${err.message}` : { err };
}

function tokensIn(text: string): number {
  return text.match(token)?.length ?? 0;
}

// What winston itself goes by.
function symbolsOf(info: Info): Info {
  const symbols = Object.getOwnPropertySymbols(info);
  return Object.fromEntries(symbols.map((symbol) => [symbol, info[symbol]]));
}
