/** Why there was no answer, by what was thrown. */
import type { NoAnswer } from "./failure.js";

/** What clients say of themselves in what they throw. */
export interface Thrown {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly code?: unknown;
  readonly cause?: unknown;
}

/** The kind, by the names and codes of what was thrown and of its cause. `otherwise`: where they do not say it. */
export function kindOf(thrown: unknown, otherwise: NoAnswer["kind"]): NoAnswer["kind"] {
  const said = namesOf(thrown);
  // XMLHttpRequest of axios has the same code for both.
  if (/Request aborted|AbortError|Cancel/i.test(said)) return "aborted";
  return /Timeout|ETIMEDOUT|ECONNABORTED/i.test(said) ? "timeout" : otherwise;
}

/** Names, codes and messages, the cause's too. */
export function namesOf(thrown: unknown): string {
  const { name, code, message, cause } = Object(thrown) as Thrown;
  const { name: itsName, code: itsCode } = Object(cause) as Thrown;
  return [name, code, message, itsName, itsCode]
    .filter((each) => typeof each === "string")
    .join(" ");
}
