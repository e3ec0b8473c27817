/** Examples are what their entry declares. */
import { type ComplainOfValue, checkMembers, shownPath } from "../check-value.js";
import { defineRule } from "../rule.js";

export const exampleInvalid = defineRule({
  name: "example-invalid",
  severity: "error",
  summary: "An example has the fields that its entry declares.",
  reads: ["fields", "status"],
  entry: ({ code, fields, statuses, hasNoStatus, examples }, { types }, report) => {
    for (const example of examples) {
      const hasFields = Object.keys(example.fields).length > 0;
      const complain: ComplainOfValue = (path, message, help = () => ({})) => {
        const at = path.length > 0 && hasFields ? example.placeOf(path) : example.at;
        report(at, `${path.length === 0 ? code : shownPath(path)}: ${message()}`, help());
      };
      checkMembers(fields, undefined, example.fields, [], types, complain);
      const { status } = example;
      if (status !== undefined && statuses.every(({ value }) => value !== status.value))
        report(status.at, `${code} has no status ${status.value}.`, {
          help: hasNoStatus
            ? "It has none: leave this out."
            : `Its statuses: ${[...new Set(statuses.map(({ value }) => value))].join(", ")}.`,
        });
    }
  },
});
