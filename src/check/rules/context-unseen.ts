/** What belongs to an answer is in one. */
import { quoted } from "../../diagnostics/suggest.js";
import { everyPlace } from "../../model/placement.js";
import { namedValue } from "../../model/role.js";
import { defineRule } from "../rule.js";

export const contextUnseen = defineRule({
  name: "context-unseen",
  severity: "warning",
  summary: "A value of `context` has a place in a wire format, or fills a field of a role.",
  catalog: ({ context, wireFormats, roles, broken }, report) => {
    if (context.length === 0 || broken.has("wire")) return;
    const placed = new Set(
      wireFormats
        .flatMap(everyPlace)
        .flatMap(({ variable }) => variable.paths)
        .flatMap(([first, second = "*"]) => (first === "$context" ? [second] : [])),
    );
    if (placed.has("*")) return;
    for (const { value } of roles.flatMap(({ fields }) => fields)) {
      const named = value.kind === "variable" ? namedValue(value.text) : undefined;
      if (named?.of === "context") placed.add(named.name);
    }
    for (const { name, at } of context)
      if (!placed.has(name))
        report(at, `No wire format has a place for the value ${quoted(name)}.`, {
          help: `Such as \`${name}?: $context.${name}\` in a template.`,
        });
  },
});
