/** Rows of a list that are no errors: successes and information. */
import type { ListedCode } from "../listed-code.js";
import { writtenStatuses } from "./guess-status.js";

/** Why the row is no error; undefined where it is one. */
export function isNoError({ code, status, severity, ...row }: ListedCode): string | undefined {
  const [written] = status === undefined ? [] : (writtenStatuses(status.value)?.statuses ?? []);
  if (written !== undefined && written < 400) return `the status ${written} is no error`;
  const level = severity?.value.trim().toLowerCase() ?? "";
  if (/^(success|ok|info|information|informational|notice|debug|s|i)$/.test(level))
    return `the list calls it ${level}`;
  const spelling = code.value.trim();
  const said = row.message ?? row.title ?? row.name;
  const isZero = /^0+$/.test(spelling) && (said === undefined || success.test(said.value));
  return isZero || /^(ok|success|successful|no_?error)$/i.test(spelling)
    ? "its code stands for success"
    : undefined;
}

const success = /^\W*(ok|okay|success|successful|succeeded|no.?error|none|completed?)\b|success/i;
