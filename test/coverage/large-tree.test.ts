import { expect, it } from "vitest";
import { coverSources } from "../../src/coverage/cover-sources.js";
import { generateSources } from "../bench/generate-sources.mjs";
import { entryText, soundCatalogOf } from "../support/catalog-of.js";

const codes = Array.from({ length: 1000 }, (_, index) => `group_${index % 10}_error_${index}`);

const big = soundCatalogOf({
  "catalog.yaml": "catalog: big\ntitle: Errors\nversion: 1.0.0\ncategories: { orders: Orders }\n",
  "errors/all.yaml": `category: orders\nerrors:\n${codes.map((code, index) => entryText(code, { title: `Problem ${index}` })).join("\n")}`,
});

it("finds every place in a tree of 2,000 files and 1,000 codes", () => {
  const tree = generateSources("big", codes, 2000);
  const found = coverSources(tree.files, [big]);
  const [{ codes: all, raised, handled } = { codes: [], raised: 0, handled: 0 }] = found.catalogs;
  expect(found).toMatchObject({ files: 1999, unknown: [], undeclared: [], unseen: [] });
  expect(all.flatMap((code) => code.raised)).toHaveLength(tree.raised);
  expect(all.flatMap((code) => code.handled)).toHaveLength(tree.handled);
  const whole = { count: 1000, of: 1000, percent: 100, whole: true };
  expect([raised, handled]).toEqual([whole, whole]);
  // Two files raise each code in each of three ways; this one is raised last of all in file 1000.
  expect(all.find(({ code }) => code === "group_2_error_2")?.raised).toEqual([
    { path: "src/part-0/file-1000.ts", line: 17, column: 73 },
    { path: "src/part-1/file-1001.ts", line: 15, column: 58 },
    { path: "src/part-2/file-1002.ts", line: 12, column: 33 },
    { path: "src/part-2/file-2.ts", line: 12, column: 33 },
  ]);
});
