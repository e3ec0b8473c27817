/** What breaks with the last release. */

import { released } from "../../diff/compared.js";
import { entryText, headText } from "../../support/catalog-of.js";
import { type Row, withEntries, withEntry } from "./row.js";

const soldOut = withEntry({});
const both = withEntries([entryText("sold_out"), entryText("late", { title: "Too late" })]);
const retired = withEntries([entryText("sold_out"), "  late: { retired: { since: 1.0.0 } }\n"]);
const german = `locale: de
categories: { orders: Bestellungen }
errors:
  sold_out: { title: Weg, message: Weg., meaning: Weg, causes: [Weg], fixes: [Weg] }
`;
const wire = (codes: string) => ({ ...both, "wire/v.yaml": `wire: v\ncodes: ${codes}\n` });
const configured = (codes: string) => ({
  ...both,
  "wire/v.yaml": `wire: problem\ncodes: ${codes}\n`,
});

/** One row for each rule. */
export const releasedRows: readonly Row[] = [
  {
    name: "a ledger that is no JSON",
    files: { ...soldOut, "released.json": "{ catalog: shop }" },
    finds: ["released-form released.json:1:3"],
    says: ["The ledger is not JSON.", "errdex release"],
  },
  {
    name: "a retired code that is used again",
    files: {
      ...withEntries([
        entryText("sold_out"),
        entryText("late", { title: "Too late", status: "410" }),
      ]),
      "released.json": released(retired, both),
    },
    finds: ["released-reused errors/a.yaml:14:3"],
    says: ['late meant "Too late" until it was retired in 1.0.0, and is used again.'],
  },
  {
    name: "a retired code that is back as it was, without a reason",
    files: { ...both, "released.json": released(retired, both) },
    finds: ["released-reused errors/a.yaml:14:3"],
    says: [
      'late meant "Too late" until it was retired in 1.0.0, and is back as it was.',
      "Say why: `suppress: [{ change: code-returned, codes: [late], ",
    ],
  },
  {
    name: "a code that is given another meaning",
    files: {
      ...withEntry({
        title: "Password too weak",
        message: "Choose a longer one.",
        meaning: "The password has fewer than twelve characters.",
      }),
      "catalog.yaml": String(soldOut["catalog.yaml"]).replace("1.0.0", "2.0.0"),
      "released.json": released(soldOut),
    },
    finds: ["released-repurposed errors/a.yaml:5:12"],
    says: [
      'sold_out meant "Out of stock", and means "Password too weak" now.',
      "Choose a new code and retire this one.",
    ],
  },
  {
    name: "a translation that stayed as it was while its English changed",
    files: {
      ...withEntry({ causes: "[The last one was sold.]" }),
      "locales/de.yaml": german,
      "released.json": released({ ...soldOut, "locales/de.yaml": german }),
    },
    finds: ["translation-stale locales/de.yaml:4:3"],
    says: ["The English of sold_out changed, and de did not."],
  },
  {
    name: "a spelling that stands for another code now",
    files: {
      ...wire("{ sold_out: B, late: A }"),
      "released.json": released(wire("{ sold_out: A, late: C }")),
    },
    finds: ["released-version catalog.yaml:3:10", "released-spelling wire/v.yaml:2:23"],
    says: ["v: A stood for sold_out, and stands for late now."],
  },
  {
    name: "a spelling of a built-in format that a file configures, which stands for another code now",
    files: {
      ...configured("{ sold_out: B, late: A }"),
      "released.json": released(configured("{ sold_out: A, late: C }")),
    },
    finds: ["released-version catalog.yaml:3:10", "released-spelling wire/v.yaml:2:23"],
    says: ["problem: A stood for sold_out, and stands for late now."],
  },
  {
    name: "a released code that is gone",
    files: { ...soldOut, "released.json": released(both) },
    finds: ["released-version catalog.yaml:3:10", "released-vanished released.json:16:5"],
    says: [
      "late is gone without a tombstone.",
      "Keep the entry of late and add `retired: { since: 2.0.0 }`.",
      "asks for 2.0.0 or later",
    ],
  },
  {
    name: "a code that is there since later than the release that had it",
    files: {
      ...withEntry({ since: "1.0.1" }),
      "catalog.yaml": String(soldOut["catalog.yaml"]).replace("1.0.0", "1.0.1"),
      "released.json": released(soldOut),
    },
    finds: ["released-since errors/a.yaml:13:12"],
    says: ["sold_out has `since` 1.0.1, and 1.0.0 had it already."],
  },
  ...(["deprecated", "retired"] as const).map((ending) => ({
    name: `a code that is ${ending} since a release that had it without that`,
    files: {
      ...withEntry({ [ending]: "{ since: 1.0.0 }" }),
      "catalog.yaml": String(soldOut["catalog.yaml"]).replace("1.0.0", "2.0.0"),
      "released.json": released(soldOut),
    },
    finds: ["released-since errors/a.yaml:14:5"],
    says: [`sold_out is ${ending} since 1.0.0, and 1.0.0 had it without that.`],
  })),
  {
    name: "a version that does not cover what changed",
    files: { ...withEntry({ status: "410" }), "released.json": released(soldOut) },
    finds: ["released-version catalog.yaml:3:10"],
    says: ["What changed since 1.0.0 asks for 2.0.0 or later", "sold_out is 409 no more"],
  },
  ...[
    [
      "with a misspelt key",
      "category: orders\nerorrs:\n  late: {}\n",
      "wrong-type errors/b.yaml:1:1",
      "unknown-key errors/b.yaml:2:1",
    ],
    ["that is a list", "- late\n", "wrong-type errors/b.yaml:1:1"],
    ["that is empty", "", "yaml-syntax errors/b.yaml:1:1"],
    ["without a brace", "category: orders\nerrors: { late: {\n", "yaml-syntax errors/b.yaml:3:1"],
  ].map(([what, text, ...finds]) => ({
    name: `a file of entries ${what}, and not that its codes are gone`,
    files: {
      ...soldOut,
      "errors/b.yaml": String(text),
      "operations.yaml": "operations: { buy: { codes: [sold_out, late] } }\n",
      "released.json": released(both),
    },
    finds,
  })),
  {
    name: "a wire format that is broken in part, and not that it seems to have changed",
    files: {
      ...wire("{ sold_out: [A] }"),
      "released.json": released(wire("{ sold_out: A, late: C }")),
    },
    finds: ["wrong-type wire/v.yaml:2:20"],
  },
  {
    name: "a wire format that is no YAML, and not that it is missed",
    files: {
      ...wire("{ late: C"),
      "catalog.yaml": headText("wire: v"),
      "released.json": released({ ...wire("{ late: C }"), "catalog.yaml": headText("wire: v") }),
    },
    finds: ["yaml-syntax wire/v.yaml:3:1"],
  },
  {
    name: "a suppression of a kind of change that there is not, and one that is not needed",
    files: {
      ...withEntry(
        {},
        "suppress:",
        "  - { change: status-aded, until: 1.1.0, reason: Nobody looks. }",
        "  - { change: status-added, until: 1.1.0, reason: Nobody looks. }",
      ),
      "released.json": released(soldOut),
    },
    finds: ["suppression-unknown catalog.yaml:6:15", "suppression-unused catalog.yaml:7:5"],
    says: ['Did you mean "status-added"?', "Nothing that changed since 1.0.0 needs this."],
  },
];
