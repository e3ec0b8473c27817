import { describe, expect, it } from "vitest";
import { rules } from "../../src/check/check-rules.js";
import { pageSays } from "../docs/shown-files.js";
import { catalogOf, shown } from "../support/catalog-of.js";
import { defaultRows } from "./rows/defaults.js";
import { entryRows } from "./rows/entries.js";
import { fileRows } from "./rows/files.js";
import { habitRows } from "./rows/habits.js";
import { keyRows } from "./rows/keys.js";
import { localeRows } from "./rows/locales.js";
import { messageRows } from "./rows/messages.js";
import { releasedRows } from "./rows/released.js";
import { roleRows } from "./rows/roles.js";
import { typeRows } from "./rows/types.js";
import { usesRows } from "./rows/uses.js";

const rows = [
  ...habitRows,
  ...fileRows,
  ...keyRows,
  ...roleRows,
  ...localeRows,
  ...entryRows,
  ...defaultRows,
  ...typeRows,
  ...usesRows,
  ...messageRows,
  ...releasedRows,
];

describe("reports, with file, line and column,", () => {
  it.each(rows)("$name", ({ files, finds, says = [] }) => {
    const said = shown(catalogOf(files).diagnostics);
    expect(said.map((text) => text.split(" ", 2).join(" "))).toEqual(finds);
    for (const text of says) expect(said.join("\n")).toContain(text);
  });
});

it("has a failing row for every rule, unless the page of the rule says where it complains", () => {
  const found = new Set(rows.flatMap(({ finds }) => finds.map((find) => find.split(" ")[0])));
  // What is wrong with wire formats has rows of its own.
  const missing = Object.keys(rules).filter(
    (name) => !found.has(name) && !/^wire-(?!unknown)/.test(name) && !pageSays(name),
  );
  expect(missing).toEqual([]);
});
