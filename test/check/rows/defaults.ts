/** What is wrong with what is said once for many entries. */
import { released } from "../../diff/compared.js";
import { entryText, errorsText, headText, lines } from "../../support/catalog-of.js";
import type { Row } from "./row.js";

const bare = { resolver: undefined, retry: undefined, since: undefined };
const whole = "defaults: { category: orders, resolver: user, retry: never, since: 1.0.0 }";
const two = [entryText("sold_out", bare), entryText("late", { ...bare, title: "Too late" })];
const files = (head: string, ...entries: readonly string[]) => ({
  "catalog.yaml": headText(head),
  "errors/a.yaml": lines("errors:") + entries.join(""),
});

export const defaultRows: readonly Row[] = [
  {
    name: "a file without a category, which nothing else says",
    files: files("fallback: sold_out", entryText("sold_out")),
    finds: ["wrong-type errors/a.yaml:1:1"],
    says: [
      'The key "category" is missing. | It may stand in `defaults` of catalog.yaml, once for all files.',
    ],
  },
  {
    name: "a default that every entry and every file says for itself",
    files: {
      "catalog.yaml": headText("defaults: { category: orders, resolver: user, stack: false }"),
      "errors/a.yaml": errorsText(entryText("sold_out", { stack: "true" })).replace(
        "errors:",
        "defaults: { category: orders, retry: never }\nerrors:",
      ),
    },
    finds: [
      "default-unused catalog.yaml:5:13",
      "default-unused catalog.yaml:5:31",
      "default-unused catalog.yaml:5:47",
      "default-unused errors/a.yaml:2:13",
      "default-unused errors/a.yaml:2:31",
    ],
    says: ["No entry goes by this resolver. | Delete it."],
  },
  {
    name: "defaults among the codes, and in an entry",
    files: {
      "catalog.yaml": headText(),
      "errors/a.yaml": errorsText(
        entryText("sold_out"),
        "  defaults: { category: orders, resolver: user, retry: never }\n",
        entryText("late", { title: "Too late", defaults: "{ retry: never }" }),
      ),
    },
    finds: ["unknown-key errors/a.yaml:14:3", "unknown-key errors/a.yaml:26:5"],
    says: [
      "`defaults` stands among the codes here. | It stands in catalog.yaml, or at the head",
      'The key "defaults" is not known here. | It stands in catalog.yaml, or at the head',
    ],
  },
  {
    name: "a default of catalog.yaml that the head of the only file replaces",
    files: {
      ...files(whole, ...two),
      "errors/a.yaml": `defaults: { resolver: operator }\nerrors:\n${two.join("")}`,
    },
    finds: ["default-unused catalog.yaml:5:31"],
  },
  {
    name: "a default that takes nothing from what entries do without it",
    files: files("defaults: { category: orders, stack: true }", entryText("sold_out")),
    finds: ["default-unused catalog.yaml:5:31"],
    says: ["Errors capture a stack without this. | Delete it."],
  },
  {
    name: "defaults that could not be read, once",
    files: files(
      "defaults: { category: 1, resolver: users, retry: never, since: 1.0, colour: red }",
      ...two,
    ),
    finds: [
      "wrong-type catalog.yaml:5:23",
      "wrong-type catalog.yaml:5:36",
      "wrong-type catalog.yaml:5:64",
      "unknown-key catalog.yaml:5:69",
    ],
    says: ['Did you mean "user"?', 'Put it in quotes: "1.0".'],
  },
  {
    name: "defaults of a file that could not be read, once",
    files: {
      ...files(whole),
      "errors/a.yaml": `defaults: { retry: 5, since: [1.0.0] }\nerrors:\n${two.join("")}`,
    },
    finds: ["wrong-type errors/a.yaml:1:20", "wrong-type errors/a.yaml:1:30"],
  },
  {
    name: "defaults that are no mapping",
    files: files("defaults: never", ...two),
    finds: ["wrong-type catalog.yaml:5:11"],
  },
  {
    name: "a default category that catalog.yaml does not have",
    files: files(whole.replace("orders", "order"), ...two),
    finds: ["category-empty catalog.yaml:4:15", "category-unknown catalog.yaml:5:23"],
  },
  {
    name: "a default version that is none, or is later than the catalog's",
    files: {
      ...files(whole.replace("1.0.0", "one"), ...two),
      "errors/b.yaml": `defaults: { since: 2.0.0 }\nerrors:\n${entryText("gone", { ...bare, title: "Gone" })}`,
    },
    finds: ["version-form catalog.yaml:5:68", "version-form errors/b.yaml:1:20"],
    says: [
      "What takes this has `since` 2.0.0, which is later than the catalog's 1.0.0.",
      '"one" is not a version such as 1.0.0.',
    ],
  },
  {
    name: "a default retry after a delay, of entries without one",
    files: files(whole.replace("never", "after"), ...two),
    finds: ["retry-delay errors/a.yaml:2:3", "retry-delay errors/a.yaml:10:3"],
  },
  {
    name: "a delay beside a default that has none",
    files: files(
      whole,
      entryText("sold_out", {
        ...bare,
        delay: "wait",
        fields: "{ wait?: integer }",
        examples: "[{ title: A, fields: { wait: 1 } }]",
      }),
    ),
    finds: ["retry-delay errors/a.yaml:10:12"],
    says: ["A delay belongs to `retry: after`, not to `retry: never`."],
  },
  {
    name: "a new code that takes the version of a release that did not have it",
    files: {
      ...files(whole, ...two),
      "catalog.yaml": headText(whole).replace("version: 1.0.0", "version: 1.1.0"),
      "released.json": released(files(whole, two[0] ?? "")),
    },
    finds: ["released-since errors/a.yaml:10:3"],
    says: [
      "late takes `since: 1.0.0` from `defaults`, and 1.0.0, which is released, has no such code. | Say in the entry which version brings it; `errdex check --fix` does.",
    ],
  },
];
