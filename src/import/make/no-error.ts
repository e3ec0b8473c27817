/** Rows of a list that are no errors: successes and information. */
import type { ListedCode } from "../listed-code.js";
import { writtenStatus } from "./guess-status.js";

/** Why the row is no error; undefined where it is one. */
export function isNoError({ code, status, severity }: ListedCode): string | undefined {
  const written = status === undefined ? undefined : writtenStatus(status.value);
  if (written !== undefined && written.status < 400)
    return `the status ${written.status} is no error`;
  const level = severity?.value.trim().toLowerCase() ?? "";
  if (/^(success|ok|info|information|informational|notice|debug|s|i)$/.test(level))
    return `the list calls it ${level}`;
  return /^(0+|ok|success|successful|no_?error)$/i.test(code.value.trim())
    ? "its code stands for success"
    : undefined;
}
