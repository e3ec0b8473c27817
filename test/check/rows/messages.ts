/** What is wrong with messages, retries and examples. */
import { type Row, withEntry } from "./row.js";

const actions =
  "types: { Go: { properties: { type: { const: go }, url: { type: string, secret: true } } }, Wait: { properties: { type: { const: wait }, seconds: integer, until?: date-time } } }";

/** An entry whose fields are a `Go` or `Wait`, and others. */
const message = (name: string, text: string, finds: readonly string[], ...says: string[]): Row => ({
  name,
  files: withEntry(
    {
      message: text,
      fields:
        '{ action: { oneOf: [Go, Wait] }, count: integer, left?: integer, trace: { type: string, internal: true }, key: { type: string, secret: true }, maybe: { type: [string, "null"] }, list: { items: Go } }',
      examples:
        "[{ title: A, fields: { action: { type: wait, seconds: 1 }, count: 1, left: 2, trace: x, key: y, maybe: null, list: [] } }]",
    },
    actions,
  ),
  finds,
  says,
});

/** An entry with a field of each kind, and one example on line 12, whose fields begin at column 36. */
const example = (name: string, text: string, finds: readonly string[], ...says: string[]): Row => ({
  name,
  files: withEntry(
    {
      status: "[409, 410]",
      fields:
        "{ when?: date-time, page?: uri, id?: uuid, day?: date, mail?: email, action?: { oneOf: [Go, Wait] }, either?: { oneOf: [string, integer] }, items?: { type: array, maxItems: 2, items: { properties: { count: { type: integer, minimum: 1 } } } }, map?: { additionalProperties: boolean }, size?: { enum: [s, l] }, short?: { type: string, maxLength: 2 }, closed?: { type: object, additionalProperties: false } }",
      examples: `[{ title: A case, fields: ${text} }]`,
    },
    actions,
    "allow: [{ rule: field-unseen, codes: [sold_out], reason: Short. }]",
  ),
  finds: finds,
  says,
});

/** An entry with the fields `left` and `price`, whose message is on line 6 and begins at column 15. */
const sale = (name: string, text: string, columns: readonly number[], ...says: string[]): Row => ({
  name,
  files: withEntry({
    message: JSON.stringify(text),
    fields: "{ left: integer, price: number, plan: { properties: { name: string } } }",
    examples: "[{ title: A, fields: { left: 1, price: 5, plan: { name: x } } }]",
  }),
  finds: columns.map((column) => `placeholder-foreign errors/a.yaml:6:${column}`),
  says,
});

export const messageRows: readonly Row[] = [
  sale("placeholders of printf", "Only %d, %1$s or %@.", [20, 24, 32], "would see %1$s."),
  sale("placeholders of Python", "Only %(left)d.", [20], "see %(left)d. | Write {left}."),
  sale("placeholders of shells", "Only $left.", [20], "see $left. | Write {left}."),
  sale(
    "placeholders of template literals",
    "Only ${left} of ${plan.name}.",
    [20, 31],
    "would see the $ of ${plan.name}. | Write {plan.name}.",
  ),
  sale("placeholders of Ruby", "Only %{left}.", [20], "see the % of %{left}. | Write {left}."),
  sale(
    "placeholders with doubled braces",
    "Only {{left}}, {{ plan.name }}.",
    [20, 30],
    "would see {left}. | Write {left}, with one brace on each side.",
  ),
  sale("placeholders with a colon", "Only :left.", [20], "see :left. | Write {left}."),
  sale("placeholders with angles", "Only <left>.", [20], "see <left>. | Write {left}."),
  sale("placeholders of Go", "Only %[1]d.", [20], "would see %[1]d."),
  sale("placeholders of CoffeeScript", "Only #{left}.", [20], "see the # of #{left}."),
  ...[
    ["Cannot read $file.", 27],
    ["Cannot write {{file}}.", 28],
    ["Cannot drop :file.", 27],
  ].map(
    ([text, column]): Row => ({
      name: `a placeholder of an entry without fields: ${text}`,
      files: withEntry({ message: JSON.stringify(text) }),
      finds: [`placeholder-foreign errors/a.yaml:6:${column}`],
      says: ["Add a field file, and write {file}."],
    }),
  ),
  sale("several placeholders, none of them named", "%s %s.", [15, 18], "the name of a field"),
  ...[
    "It costs $5, US$5, US${left} or ${price}.",
    "Open from 10:30, 8:left or at:left, http://a.example/:8080.",
    "At 50%, 100%d, 5%s, %20 and 100% sure.",
    'Send {{"left":left, "a": [1]}} as JSON, :left: or ::left.',
    "Write {{left}}, $left, :left or <left> in the place of {left}.",
    "Use <b>, <left></left>, $name, :name, {{name}} and <name>.",
    "See https://a.example/%7Bleft%7D?a=%d0&b=$5.",
  ].map((text) => sale(`no placeholder in ${text}`, text, [])),
  message(
    "a placeholder without a field",
    "Only {cuont} of {action.sconds}.",
    ["placeholder-unknown errors/a.yaml:6:19", "placeholder-unknown errors/a.yaml:6:30"],
    '{cuont}: sold_out has no field "cuont" there. | Did you mean "count"?',
    'Did you mean "seconds"?',
  ),
  message(
    "a placeholder in a double-quoted message, behind a brace that is doubled",
    '"\\"{{gone}}\\" {gone}"',
    ["placeholder-unknown errors/a.yaml:6:28"],
  ),
  message("a placeholder in a single-quoted message", "'It''s {gone}'", [
    "placeholder-unknown errors/a.yaml:6:21",
  ]),
  message("a placeholder in a folded message", ">-\n      Some {count}\n      and {gone}\n", [
    "placeholder-unknown errors/a.yaml:8:11",
  ]),
  message("a placeholder in a literal message", "|-\n      Some {gone}", [
    "placeholder-unknown errors/a.yaml:7:12",
  ]),
  message("a placeholder that is written with an escape", '"Some \\x7bgone}"', [
    "placeholder-unknown errors/a.yaml:6:14",
  ]),
  message(
    "braces that enclose nothing",
    '"A { b } } {} {a.}"',
    [
      "placeholder-unknown errors/a.yaml:6:17",
      "message-syntax errors/a.yaml:6:23",
      "message-syntax errors/a.yaml:6:25",
      "message-syntax errors/a.yaml:6:28",
    ],
    "The placeholder {a.} is neither a field nor text. | Write {field} or {field.path}; for the brace itself, {{ or }}.",
  ),
  message(
    "an optional field in the only message",
    "Only {left}.",
    ["placeholder-optional errors/a.yaml:6:19"],
    "{left} may be absent, and no message comes after this one. | Add a last message that does without it.",
  ),
  message("an optional field in the last message", "['{left}', '{action.until}']", [
    "placeholder-optional errors/a.yaml:6:26",
  ]),
  message("a path that only some variants have, in the last message", "Wait {action.seconds} s.", [
    "placeholder-optional errors/a.yaml:6:19",
  ]),
  message("a field that may be null, in the last message", "Perhaps {maybe}.", [
    "placeholder-optional errors/a.yaml:6:22",
  ]),
  message("objects in a message", "Do {action} or {list}.", [
    "placeholder-object errors/a.yaml:6:17",
    "placeholder-object errors/a.yaml:6:29",
  ]),
  message(
    "internal and secret fields in a message",
    "['{trace} {key} {action.url} {left}', Nothing.]",
    [16, 24, 30].map((column) => `placeholder-hidden errors/a.yaml:6:${column}`),
  ),
  message("a message that hides those after it", "['{left} left', 'Some {count}', Nothing.]", [
    "message-unreachable errors/a.yaml:6:30",
  ]),
  {
    name: "a header with a placeholder that there is not",
    files: withEntry({ headers: "{ X-Left: '{left}' }" }),
    finds: ["placeholder-unknown errors/a.yaml:14:25"],
  },
  {
    name: "retry after without a delay",
    files: withEntry({ retry: "after" }),
    finds: ["retry-delay errors/a.yaml:11:12"],
    says: ["`retry: after` needs a `delay`"],
  },
  {
    name: "a delay without retry after, of a field that there is not",
    files: withEntry({
      delay: "wait",
      fields: "{ wiat?: integer }",
      examples: "[{ title: A, fields: { wiat: 1 } }]",
    }),
    finds: ["placeholder-unknown errors/a.yaml:14:12", "retry-delay errors/a.yaml:14:12"],
    says: ["A delay belongs to `retry: after`, not to `retry: never`.", 'Did you mean "wiat"?'],
  },
  {
    name: "delays that are no numbers, or hidden",
    files: withEntry({
      retry: "after",
      delay: "[at, how.long, key, seconds]",
      fields:
        "{ at?: date-time, how?: { properties: { long: string } }, key?: { type: integer, secret: true }, seconds?: number }",
      examples:
        "[{ title: A, fields: { at: '2026-01-01T00:00:00Z', how: { long: x }, key: 1, seconds: 1.5 } }]",
    }),
    finds: [
      "retry-delay errors/a.yaml:14:13",
      "retry-delay errors/a.yaml:14:17",
      "retry-delay errors/a.yaml:14:27",
    ],
    says: [
      "how.long is not a number of seconds.",
      "key is internal or secret, so it cannot be sent.",
    ],
  },
  {
    name: "a challenge that names a field that there is not",
    files: withEntry({ challenge: "{ scope: scpoe }", fields: "{ scope?: string }" }),
    finds: ["placeholder-unknown errors/a.yaml:14:25", "field-unseen errors/a.yaml:15:15"],
    says: ['Did you mean "scope"?'],
  },
  {
    name: "an example without a field",
    files: withEntry({
      fields: "{ left: integer, right: string }",
      examples: "[{ title: A }, { title: B, fields: { left: 1 } }]",
    }),
    finds: [
      "example-invalid errors/a.yaml:12:16",
      "example-invalid errors/a.yaml:12:16",
      "example-invalid errors/a.yaml:12:30",
      "field-unseen errors/a.yaml:14:30",
    ],
    says: ['sold_out: "right" is missing.'],
  },
  example(
    "an example with a field that there is not",
    "{ itmes: [1] }",
    ["example-invalid errors/a.yaml:12:50"],
    'itmes: there is no such field. | Did you mean "items"?',
  ),
  example(
    "an example with a value of another type deep inside",
    "{ items: [{ count: 1 }, { count: none }] }",
    ["example-invalid errors/a.yaml:12:74"],
    'items.1.count: expected a whole number, found "none".',
  ),
  example(
    "an example that lacks a member, has one too many and one out of range",
    "{ items: [{}, { count: 1, more: 2 }, { count: 0 }] }",
    [
      "example-invalid errors/a.yaml:12:50",
      "example-invalid errors/a.yaml:12:51",
      "example-invalid errors/a.yaml:12:73",
      "example-invalid errors/a.yaml:12:87",
    ],
    "items: expected a list of length to 2",
    "items.2.count: expected a number from 1, found 0.",
    'items.0: "count" is missing.',
  ),
  example(
    "an example with another variant",
    "{ action: { type: run, seconds: 1 } }",
    ["example-invalid errors/a.yaml:12:51"],
    'action: expected type "go" or "wait", found',
  ),
  example(
    "an example with a member of the other variant",
    "{ action: { type: wait, seconds: 1, url: x } }",
    ["example-invalid errors/a.yaml:12:82"],
    "action.url: there is no such field.",
  ),
  example(
    "an example with an object where the variants have none",
    "{ either: {} }",
    ["example-invalid errors/a.yaml:12:51"],
    "either: expected one of the variants, found {}.",
  ),
  example(
    "an example with texts in other formats",
    "{ when: 2026-02-30T10:00:00Z, page: nowhere, id: '123', day: 2026-13-01, mail: nobody }",
    [49, 77, 90, 102, 120].map((column) => `example-invalid errors/a.yaml:12:${column}`),
    'when: expected a text in the format date-time, found "2026-02-30T10:00:00Z".',
  ),
  example("an example with a time that there is not", "{ when: 2026-02-28T24:00:00Z }", [
    "example-invalid errors/a.yaml:12:49",
  ]),
  example(
    "an example with wrong values of other kinds",
    "{ items: {}, map: { a: yes }, size: m, short: abc, closed: { a: 1 } }",
    [50, 64, 77, 87, 105].map((column) => `example-invalid errors/a.yaml:12:${column}`),
    'size: expected "s" or "l", found "m".',
    "short: expected a text of length to 2",
  ),
  {
    name: "an example with another status",
    files: withEntry({ examples: "[{ title: A, status: 404 }]" }),
    finds: ["example-invalid errors/a.yaml:12:36"],
    says: ["sold_out has no status 404. | Its statuses: 409."],
  },
];
