/** What is wrong with habits: order, likeness, full stops, what HTTP expects, operations and settings. */
import { entryText, errorsText, strictHeadText } from "../../support/catalog-of.js";
import type { Row } from "./row.js";

/** A catalog in which every rule is at work. */
const strictly = (
  name: string,
  entries: readonly string[],
  finds: readonly string[],
  ...says: string[]
): Row => ({
  name,
  files: { "catalog.yaml": strictHeadText(), "errors/a.yaml": errorsText(...entries) },
  finds,
  says,
});

const withOperations = (text: string, finds: readonly string[], ...says: string[]): Row => ({
  name: `the operations ${text}`,
  files: {
    "catalog.yaml": strictHeadText(),
    "errors/a.yaml": errorsText(entryText("sold_out")),
    "operations.yaml": `operations: ${text}\n`,
  },
  finds,
  says,
});

const withSettings = (text: string, finds: readonly string[], ...says: string[]): Row => ({
  name: `the settings ${text}`,
  files: {
    "catalog.yaml": strictHeadText(`rules: { ${text} }`),
    "errors/a.yaml": errorsText(entryText("sold_out", { causes: undefined })),
  },
  finds,
  says,
});

export const habitRows: readonly Row[] = [
  strictly(
    "keys out of order, once an entry",
    [
      entryText("late", { since: undefined, title: undefined }).replace(
        "    message",
        "    since: 1.0.0\n    title: Late\n    message",
      ),
    ],
    ["key-order errors/a.yaml:6:5"],
    "In late, `title` comes before `since`. | The order is status, title,",
  ),
  strictly(
    "titles that differ in a letter, in marks or in an article",
    [
      entryText("one", { title: "Storage unreachable", message: "One." }),
      entryText("two", { title: "Storage unreachible", message: "Two." }),
      entryText("three", { title: "'Storage: unreachable!'", message: "Three." }),
      entryText("four", { title: "The storage unreachable", message: "Four." }),
    ],
    [16, 27, 38].map((line) => `title-similar errors/a.yaml:${line}:12`),
    "one says nearly the same as two.",
  ),
  strictly(
    "a message of two entries",
    [
      entryText("one", { title: "One" }),
      entryText("two", { title: "Two", message: "'Nothing is left!'" }),
    ],
    ["message-similar errors/a.yaml:17:14"],
    "one says nearly the same as two.",
  ),
  strictly(
    "a title with a full stop, and messages without one",
    [entryText("late", { title: "Late.", message: "[Nothing is left, 'Wait,']" })],
    [
      "title-full-stop errors/a.yaml:5:12",
      "message-full-stop errors/a.yaml:6:15",
      "message-unreachable errors/a.yaml:6:15",
      "message-full-stop errors/a.yaml:6:32",
    ],
  ),
  strictly(
    "statuses without what HTTP expects of them",
    [entryText("late", { status: "[429, 503, 401, 405]" })],
    [
      "delay-expected errors/a.yaml:4:14",
      "delay-expected errors/a.yaml:4:19",
      "challenge-expected errors/a.yaml:4:24",
      "allow-expected errors/a.yaml:4:29",
    ],
    "late is a 429 and does not say how long to wait.",
  ),
  withOperations(
    "{ buy: { title: Buy } }",
    ["code-unanswered errors/a.yaml:3:3", "operation-empty operations.yaml:1:15"],
    "buy answers with no code.",
    "No operation answers with sold_out.",
  ),
  withOperations("{ buy: { method: PTCH } }", ["wrong-type operations.yaml:1:30"]),
  withSettings("missing-causes: warning", ["missing-causes errors/a.yaml:3:3"]),
  withSettings("missing-causes: off", []),
  withSettings(
    "missing-cause: off, yaml-syntax: off, code-form: warning, missing-causes: off",
    [
      "setting-unknown catalog.yaml:5:10",
      "setting-locked catalog.yaml:5:30",
      "setting-locked catalog.yaml:5:48",
    ],
    'There is no rule "missing-cause". | Did you mean "missing-causes"?',
    "yaml-syntax is always an error: a build relies on it.",
  ),
  withSettings(
    "title-duplicate: of, missing-causes: off",
    ["wrong-type catalog.yaml:5:27"],
    'Did you mean "off"?',
  ),
];
