/** What is said of a scalar that YAML turns into another. */
import type { RespelledScalar } from "../model/respelled.js";
import type { Report } from "./report.js";

/**
 * Reports the scalar, unless only its value counts and nobody can take it for another.
 *
 * A zero in front is reported even there: YAML 1.2 drops it, YAML 1.1 reads such a number in base 8, JSON has none.
 *
 * @param mayBeText whether a text would do as well at this place.
 */
export function reportRespelled(
  node: RespelledScalar,
  mayBeText: boolean,
  report: Report<"yaml-number">,
): void {
  const { written, value } = node;
  if (node.isLost || (!mayBeText && !/^[-+]?0\d/.test(written))) return;
  const what = typeof value === "number" ? `the number ${value}` : String(value);
  report("yaml-number", node, `YAML reads ${written} as ${what}.`, {
    help: mayBeText ? `Put it in quotes, "${written}", or write ${value}.` : `Write ${value}.`,
  });
}
