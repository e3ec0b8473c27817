/** Errors as plain objects for the logs of a service. */
import { isCatalogError } from "../runtime/guards.js";
import { memberIn, ownMembers } from "../runtime/own-member.js";
import { catalogFacts } from "./catalog-facts.js";
import { foreignFacts, foreignMessage } from "./foreign-facts.js";
import { leftOut, logData } from "./log-data.js";
import type { LogFacts, LoggedError, LogOptions } from "./logged-error.js";
import { loggedStack } from "./logged-stack.js";
import { safeText } from "./safe-text.js";
import { errorType, readMember } from "./thrown-value.js";

/** Errors in all: a tree of causes may be wide and deep. */
const mostErrors = 50;

/** Where reading stands. */
interface Reading {
  readonly options: LogOptions | undefined;
  /** The errors that led to the one that is being read. */
  readonly around: Set<unknown>;
  /** How many more are read. */
  left: number;
}

/**
 * What a service writes into its log of whatever was thrown: plain data without a secret value.
 *
 * Stacks and causes are in it, internal fields where `internal` asks for them. Of a foreign error it has type, code,
 * status, message and the frames of the stack, and in its texts `[redacted]` stands for what has the shape of a
 * credential. Never throws.
 */
export function toLog(thrown: unknown, options?: LogOptions): LoggedError {
  try {
    const logged = readError(thrown, { options, around: new Set(), left: mostErrors });
    const context = logData(memberIn(options, "context"));
    return context === undefined ? logged : { ...logged, context: context as object };
  } catch {
    return { type: "object", message: leftOut };
  }
}

function readError(thrown: unknown, reading: Reading): LoggedError {
  const { around, options } = reading;
  const type = errorType(thrown);
  if (around.has(thrown)) return { type, message: "[circular]" };
  reading.left -= 1;
  if (reading.left < 0) return { type, message: leftOut };
  around.add(thrown);
  const isKnown = isCatalogError(thrown);
  const facts = factsOf(thrown, options);
  const message = safeText(foreignMessage(thrown));
  const { code, catalog, status, category, severity, resolver, grpc, exit } = ownMembers(facts);
  const hasStack = memberIn(options, "stack") ?? true;
  const hasCause = memberIn(options, "cause") ?? true;
  const logged = withoutAbsent({
    ...{ type, code, catalog, status, category, severity, resolver, grpc, exit, message },
    ...facts,
    others: isKnown ? readList(readMember(thrown, "others"), reading) : undefined,
    // A field of a catalog error may have the name.
    errors: isKnown ? undefined : readList(readMember(thrown, "errors"), reading),
    cause: hasCause ? readCause(readMember(thrown, "cause"), reading) : undefined,
    stack: hasStack ? loggedStack(thrown, `${type}: ${message}`) : undefined,
  });
  around.delete(thrown);
  return logged as LoggedError;
}

function factsOf(thrown: unknown, options: LogOptions | undefined): LogFacts {
  try {
    return isCatalogError(thrown) ? catalogFacts(thrown as never, options) : foreignFacts(thrown);
  } catch {
    return {}; // somebody made a getter of a field, and it throws
  }
}

// Some libraries have a function for it, which may do anything.
function readCause(cause: unknown, reading: Reading): LoggedError | undefined {
  return cause === undefined || typeof cause === "function" ? undefined : readError(cause, reading);
}

function readList(errors: unknown, reading: Reading): readonly LoggedError[] | undefined {
  try {
    if (!Array.isArray(errors) || errors.length === 0) return undefined;
    // One more than are read, so that it is said where some are left out.
    return errors.slice(0, Math.max(reading.left, 0) + 1).map((each) => readError(each, reading));
  } catch {
    return undefined;
  }
}

function withoutAbsent(facts: LogFacts): LogFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}
