/** Values of fields as data for logs. */
import { plain } from "../runtime/plain.js";
import { redact, type SecretPath } from "../runtime/redact.js";

/** Stands in a log for what it cannot show. */
export const leftOut = "[left out]";

/**
 * A copy of the value in which secret values are redacted and what JSON cannot say is left out; undefined where there is
 * nothing to show. A copy, because a logger may write it later than the service goes on. Never throws.
 */
export function logData(value: unknown, secret?: readonly SecretPath[]): unknown {
  if (value === undefined) return undefined;
  try {
    const json = JSON.stringify(plain(value, leftOut));
    return json === undefined ? undefined : redact(JSON.parse(json), secret);
  } catch {
    return leftOut; // a getter that throws when it is asked again
  }
}

/** As {@link logData}, of an object; undefined where it has no members. */
export function logMembers(
  object: object,
  secret?: readonly SecretPath[],
): Readonly<Record<string, unknown>> | undefined {
  const data = Object(logData(object, secret));
  return Object.keys(data).length === 0 ? undefined : data;
}
