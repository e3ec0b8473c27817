/** Statuses are errors of HTTP. */
import { registeredStatuses } from "../../model/http-status.js";
import type { WireFormat } from "../../model/wire-format.js";
import { defineRule } from "../rule.js";

export const statusRange = defineRule({
  name: "status-range",
  severity: "error",
  summary:
    "A status is 400 to 599 and registered, or in a row of a wire format, or marked as never sent.",
  reads: ["status", "never_sent"],
  entry: ({ code, statuses, neverSent }, { wireFormats }, report) => {
    for (const { value, at } of statuses) {
      if (!isStatus(value)) report(at, `A status is a whole number from 400 to 599, not ${value}.`);
      else if (!neverSent && !registeredStatuses.has(value) && !isSent(code, value, wireFormats))
        report(at, `The status ${value} is not registered with IANA.`, {
          help: "Where only logs see it, add `never_sent: true`; where a vendor sends it, list it in the row of the wire format.",
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

/** Whether a wire format lists the status for the code. */
function isSent(code: string, status: number, formats: readonly WireFormat[]): boolean {
  const rows = formats.flatMap((format) => format.rows.filter((row) => row.code === code));
  return rows.some((row) => row.statuses.some(({ value }) => value === status));
}

/** Whether the number can be the status of an error. */
export function isStatus(value: number): boolean {
  return Number.isInteger(value) && value >= 400 && value <= 599;
}
