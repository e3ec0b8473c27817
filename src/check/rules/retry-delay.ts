/** A retry after a delay says where the delay stands. */
import { isInherited } from "../../model/default.js";
import { variantsOf } from "../../model/field.js";
import { followPath } from "../../model/field-path.js";
import { defineRule } from "../rule.js";

export const retryDelay = defineRule({
  name: "retry-delay",
  severity: "error",
  summary: "`retry: after` says in `delay` where the delay stands.",
  reads: ["fields", "retry", "delay"],
  entry: (entry, { types }, report) => {
    const { retry, delay, fields } = entry;
    const isOwn = !isInherited(entry, "retry");
    const related =
      retry === undefined || isOwn ? [] : [{ at: retry.at, message: "The default stands here." }];
    if (retry?.value === "after" && delay.length === 0)
      report(
        isOwn ? retry.at : entry.at,
        "`retry: after` needs a `delay` that says where the seconds stand.",
        {
          help: "Such as `delay: retry_after`, with the field `retry_after?: integer`.",
          related,
        },
      );
    for (const { value: path, at } of delay) {
      if (retry !== undefined && retry.value !== "after") {
        const what = `A delay belongs to \`retry: after\`, not to \`retry: ${retry.value}\`.`;
        report(at, what, { related });
      }
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
