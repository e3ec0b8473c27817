/** Fields have names that an error can bear, and are seen somewhere. */
import { quoted } from "../diagnostics/suggest.js";
import type { EntryCheck } from "./rule.js";

/** Names that no field can have. */
export const reservedFields: ReadonlySet<string> = new Set([
  ...["name", "message", "stack", "cause", "code", "status", "inferred", "received", "issues"],
  ...[
    "toString",
    "toJSON",
    "toLocaleString",
    "valueOf",
    "constructor",
    "prototype",
    "then",
    "__proto__",
  ],
  ...["hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable"],
]);

/** Reports field names that are reserved, malformed or there twice. */
export const checkFields: EntryCheck = ({ fields }, _catalog, report) => {
  const seen = new Set<string>();
  for (const { name, at } of fields) {
    if (reservedFields.has(name)) {
      report("field-reserved", at, `Every error has a member ${quoted(name)} already.`, {
        help: "Choose another name.",
      });
    } else if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(name)) {
      report(
        "field-form",
        at,
        `${quoted(name)} is not letters, digits and _ that begin with a letter.`,
      );
    } else if (seen.has(name)) {
      report("field-form", at, `The field ${quoted(name)} stands here a second time.`);
    }
    seen.add(name);
  }
};

/** Warns of public fields that nobody meets in a message, a header, a delay, a challenge or an example. */
export const checkUnseenFields: EntryCheck = (entry, _catalog, report) => {
  const { fields, messages, headers, delay, examples, challenge } = entry;
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
      "field-unseen",
      at,
      `No message, header, delay or example of ${entry.code} shows the field ${quoted(name)}.`,
    );
  }
};
