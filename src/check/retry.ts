/** A retry has what it needs. */

import { variantsOf } from "../model/field.js";
import { followPath } from "../model/field-path.js";
import { reportMissing } from "./messages.js";
import type { EntryCheck } from "./rule.js";

/** Reports `retry: after` without a delay, a delay without `retry: after`, and delays that are no numbers. */
export const checkRetry: EntryCheck = (entry, catalog, report) => {
  const { retry, delay, fields, challenge } = entry;
  if (retry?.value === "after" && delay.length === 0) {
    report(
      "retry-delay",
      retry.at,
      "`retry: after` needs a `delay` that says where the seconds stand.",
      {
        help: "Such as `delay: retry_after`, with the field `retry_after?: integer`.",
      },
    );
  }
  for (const { value: path, at } of delay) {
    if (retry !== undefined && retry.value !== "after") {
      report(
        "retry-delay",
        at,
        `A delay belongs to \`retry: after\`, not to \`retry: ${retry.value}\`.`,
      );
    }
    const found = followPath(fields, path, catalog.types);
    const shown = path.join(".");
    if (!found.found) reportMissing(found, shown, at, entry, report);
    else if (found.hidden)
      report("retry-delay", at, `${shown} is internal or secret, so it cannot be sent.`);
    else if (!variantsOf(found.type, catalog.types).every(isNumber)) {
      report("retry-delay", at, `${shown} is not a number of seconds.`);
    }
  }
  if (challenge?.scope !== undefined) {
    const { value, at } = challenge.scope;
    const found = followPath(fields, [value], catalog.types);
    if (!found.found) reportMissing(found, value, at, entry, report);
  }
};

function isNumber(type: { readonly kind: string; readonly type?: unknown }): boolean {
  return type.kind === "scalar" && (type.type === "integer" || type.type === "number");
}
