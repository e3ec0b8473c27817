/** What a code is made of. */
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

/** Whether the text can be a code. */
export function isCode(text: string): boolean {
  return /^[A-Za-z0-9_.-]{1,128}$/.test(text);
}

/** The code with `_` in the place of what cannot stand in one. */
function respelled(code: string): string {
  const plain = code.normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("ß", "ss");
  // Letters of other scripts have no spelling that anybody would guess.
  return /(?![A-Za-z])\p{L}/u.test(plain)
    ? ""
    : plain.replace(/[^A-Za-z0-9_.-]+/g, "_").replace(/^_+|_+$/g, "");
}
