/** Errors inside what a service hands to its logger. */
import { ownMembers, setOwn } from "../runtime/own-member.js";
import type { LogOptions } from "./logged-error.js";
import { isErrorObject, readMember } from "./thrown-value.js";
import { toLog } from "./to-log.js";

/** A copy of the record with errors as {@link toLog} gives them, whatever the names of their members. */
export function withErrorsLogged(
  record: Readonly<Record<string, unknown>>,
  options?: LogOptions,
): Record<string, unknown> {
  const copy: Record<string, unknown> = ownMembers({});
  for (const name of Object.keys(record))
    setOwn(copy, name, loggedValue(readMember(record, name), options));
  return copy;
}

function loggedValue(value: unknown, options: LogOptions | undefined): unknown {
  if (isErrorObject(value)) return toLog(value, options);
  return Array.isArray(value) && value.some(isErrorObject)
    ? value.map((each) => loggedValue(each, options))
    : value;
}
