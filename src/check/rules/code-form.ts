/** What a code is made of. */
import { isCode, respelled } from "../../model/code-form.js";
import { defineRule } from "../rule.js";

const summary = "A code is 1 to 128 letters, digits, `_`, `-` or `.`.";

export const codeForm = defineRule({
  name: "code-form",
  severity: "error",
  summary,
  entry: ({ code, at }, _catalog, report) => {
    if (isCode(code)) return;
    const other = respelled(code);
    report(at, summary, isCode(other) ? { help: `Write ${other}.` } : {});
  },
});
