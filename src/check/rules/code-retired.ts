/** An operation answers with what can still be raised. */
import { quoted } from "../../diagnostics/suggest.js";
import { defineRule } from "../rule.js";

export const codeRetired = defineRule({
  name: "code-retired",
  severity: "error",
  summary: "An operation answers with codes that are not retired.",
  catalog: ({ entries, operations, groups }, report) => {
    const retired = new Set(
      entries.flatMap(({ code, retired: ending }) => (ending === undefined ? [] : [code])),
    );
    for (const { value, at } of [...operations, ...groups].flatMap(({ codes }) => codes))
      if (retired.has(value))
        report(at, `The code ${quoted(value)} is retired, so nothing answers with it.`);
  },
});
