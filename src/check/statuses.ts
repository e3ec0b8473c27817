/** Statuses are errors of HTTP. */
import { registeredStatuses } from "../model/http-status.js";
import type { Located } from "../model/source.js";
import type { EntryCheck } from "./rule.js";

/** Reports statuses that are out of range, unregistered, or there twice; an example's must be one of its entry's. */
export const checkStatuses: EntryCheck = (
  { statuses, neverSent, examples, code },
  _catalog,
  report,
) => {
  const seen = new Set<number>();
  for (const { value, at } of statuses) {
    if (!Number.isInteger(value) || value < 400 || value > 599) {
      report("status-range", at, `A status is a whole number from 400 to 599, not ${value}.`);
    } else if (!neverSent && !registeredStatuses.has(value)) {
      report("status-range", at, `The status ${value} is not registered with IANA.`, {
        help: "Where only logs see it, add `never_sent: true`.",
      });
    } else if (seen.has(value)) {
      report("status-duplicate", at, `The status ${value} stands here a second time.`);
    }
    seen.add(value);
  }
  const known = [...seen].join(", ");
  const unknown = ({ value }: Located<number>) => !seen.has(value);
  for (const { status } of examples) {
    if (status !== undefined && unknown(status)) {
      report("example-invalid", status.at, `${code} has no status ${status.value}.`, {
        help: `Its statuses: ${known}.`,
      });
    }
  }
};
