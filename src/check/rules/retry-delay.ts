/** A retry after a delay says where the delay stands. */
import { variantsOf } from "../../model/field.js";
import { followPath } from "../../model/field-path.js";
import { defineRule } from "../rule.js";

export const retryDelay = defineRule({
  name: "retry-delay",
  severity: "error",
  summary: "`retry: after` says in `delay` where the delay stands.",
  reads: ["fields", "retry", "delay"],
  entry: ({ retry, delay, fields }, { types }, report) => {
    if (retry?.value === "after" && delay.length === 0)
      report(retry.at, "`retry: after` needs a `delay` that says where the seconds stand.", {
        help: "Such as `delay: retry_after`, with the field `retry_after?: integer`.",
      });
    for (const { value: path, at } of delay) {
      if (retry !== undefined && retry.value !== "after")
        report(at, `A delay belongs to \`retry: after\`, not to \`retry: ${retry.value}\`.`);
      const found = followPath(fields, path, types);
      const shown = path.join(".");
      if (!found.found) continue; // another rule's
      if (found.hidden) report(at, `${shown} is internal or secret, so it cannot be sent.`);
      else if (!variantsOf(found.type, types).every(isNumber))
        report(at, `${shown} is not a number of seconds.`);
    }
  },
});

function isNumber(type: { readonly kind: string; readonly type?: unknown }): boolean {
  return type.kind === "scalar" && (type.type === "integer" || type.type === "number");
}
