/** What belongs to an answer is in one. */
import { quoted } from "../../diagnostics/suggest.js";
import { everyPlace } from "../../model/placement.js";
import { defineRule } from "../rule.js";

export const contextUnseen = defineRule({
  name: "context-unseen",
  severity: "warning",
  summary: "A value of `context` has a place in a wire format.",
  catalog: ({ context, wireFormats, broken }, report) => {
    if (context.length === 0 || broken.has("wire")) return;
    const placed = new Set(
      wireFormats
        .flatMap(everyPlace)
        .flatMap(({ variable }) => variable.paths)
        .flatMap(([first, second = "*"]) => (first === "$context" ? [second] : [])),
    );
    if (placed.has("*")) return;
    for (const { name, at } of context)
      if (!placed.has(name))
        report(at, `No wire format has a place for the value ${quoted(name)}.`, {
          help: `Such as \`${name}?: $context.${name}\` in a template.`,
        });
  },
});
