/** Reading what was thrown, whatever it is, without ever failing. */
import { isCatalogError } from "../runtime/guards.js";
import { memberIn } from "../runtime/own-member.js";

/** A member of what may be a proxy, may have a getter that throws, or may be no object. */
export function readMember(value: unknown, name: string): unknown {
  if ((typeof value !== "object" && typeof value !== "function") || value === null)
    return undefined;
  try {
    return memberIn(value as Readonly<Record<string, unknown>>, name);
  } catch {
    return undefined;
  }
}

/** Whether the value is an error, of this realm or another, or of a catalog. */
export function isErrorObject(value: unknown): value is Error {
  try {
    return (
      value instanceof Error ||
      isCatalogError(value) ||
      Object.prototype.toString.call(value) === "[object Error]"
    );
  } catch {
    return false;
  }
}

/**
 * What kind of error was thrown, in few words: the code of a catalog error, the name of a class, `string`. It is
 * `error.type` of the semantic conventions of OpenTelemetry, so it never holds a text that somebody sent.
 */
export function errorType(thrown: unknown): string {
  if (isCatalogError(thrown)) return nameIn(readMember(thrown, "code")) ?? "Error";
  if (typeof thrown !== "object" || thrown === null)
    return thrown === null ? "null" : typeof thrown;
  const [name, ofClass] = [thrown, readMember(thrown, "constructor")].map((each) =>
    nameIn(readMember(each, "name")),
  );
  // A class that sets no name inherits `Error`.
  return (name === "Error" ? undefined : name) ?? ofClass ?? name ?? "object";
}

function nameIn(value: unknown): string | undefined {
  return typeof value === "string" && /^[\p{L}_$][\p{L}\p{N}_$.:-]{0,99}$/u.test(value)
    ? value
    : undefined;
}
