/** What a code is made of. */
import { defineRule } from "../rule.js";

const summary = "A code is 1 to 128 letters, digits, `_`, `-` or `.`.";

export const codeForm = defineRule({
  name: "code-form",
  severity: "error",
  summary,
  entry: ({ code, at }, _catalog, report) => {
    if (!isCode(code)) report(at, summary);
  },
});

/** Whether the text can be a code. */
export function isCode(text: string): boolean {
  return /^[A-Za-z0-9_.-]{1,128}$/.test(text);
}
