/** The wire formats that catalog.yaml names are there. */
import { guesser, quoted } from "../../diagnostics/suggest.js";
import { defineRule } from "../rule.js";

export const wireUnknown = defineRule({
  name: "wire-unknown",
  severity: "error",
  summary: "A wire format that is named exists.",
  catalog: ({ wire, outputs, wireFormats, broken }, report) => {
    if (broken.has("wire")) return;
    const formats = new Set(wireFormats.map(({ name }) => name.value));
    const guess = guesser(() => formats);
    const named = [wire, ...outputs.flatMap((output) => output.wire ?? [])];
    for (const { value, at } of named)
      if (!formats.has(value))
        report(at, `There is no wire format ${quoted(value)}.`, guess(value));
  },
});
