/** Statuses are errors of HTTP. */
import { registeredStatuses } from "../../model/http-status.js";
import { defineRule } from "../rule.js";

export const statusRange = defineRule({
  name: "status-range",
  severity: "error",
  summary: "A status is 400 to 599 and registered, or marked as never sent.",
  reads: ["status", "never_sent"],
  entry: ({ statuses, neverSent }, _catalog, report) => {
    for (const { value, at } of statuses) {
      if (!isStatus(value)) report(at, `A status is a whole number from 400 to 599, not ${value}.`);
      else if (!neverSent && !registeredStatuses.has(value))
        report(at, `The status ${value} is not registered with IANA.`, {
          help: "Where only logs see it, add `never_sent: true`.",
        });
    }
  },
  catalog: ({ wireFormats }, report) => {
    const statuses = wireFormats.flatMap(({ rows, status }) => [
      ...rows.flatMap((row) => row.statuses),
      ...(status === undefined ? [] : [status]),
    ]);
    for (const { at, value } of statuses)
      if (value < 200 || value > 599)
        report(at, `A status of an answer is 200 to 599, not ${value}.`);
  },
});

/** Whether the number can be the status of an error. */
export function isStatus(value: number): boolean {
  return Number.isInteger(value) && value >= 400 && value <= 599;
}
