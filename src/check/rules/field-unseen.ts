/** Every public field is met somewhere. */
import { quoted } from "../../diagnostics/suggest.js";
import { defineRule } from "../rule.js";

export const fieldUnseen = defineRule({
  name: "field-unseen",
  severity: "warning",
  exemptible: true,
  forProducers: true,
  summary: "A field is seen in a message, a header, a delay or an example.",
  reads: ["fields", "message", "headers", "delay", "examples", "challenge"],
  entry: ({ code, fields, messages, headers, delay, examples, challenge }, _catalog, report) => {
    const templates = [...messages, ...headers.map(({ value }) => value)];
    const seen = new Set([
      ...templates.flatMap(({ parts }) =>
        parts.flatMap((part) => (part.kind === "placeholder" ? part.path.slice(0, 1) : [])),
      ),
      ...delay.map(({ value: [first] }) => first),
      ...examples.flatMap((example) => Object.keys(example.fields)),
      challenge?.scope?.value,
    ]);
    for (const { name, at, internal } of fields) {
      if (internal || seen.has(name)) continue;
      report(
        at,
        `No message, header, delay or example of ${code} shows the field ${quoted(name)}.`,
      );
    }
  },
});
