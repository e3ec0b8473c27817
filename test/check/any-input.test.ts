import fc from "fast-check";
import ts from "typescript";
import { expect, it } from "vitest";
import { hasErrors } from "../../src/diagnostics/diagnostic.js";
import { formatJson } from "../../src/diagnostics/format-json.js";
import { emitTypeScript } from "../../src/emit/typescript/emit-typescript.js";
import { shippedCatalog } from "../shipped-catalog.js";
import { catalogOf, entryText, shown } from "../support/catalog-of.js";
import { hostileText } from "../support/hostile-text.js";
import { withEntries, withEntry } from "./rows/row.js";

const files = shippedCatalog.files.map(
  ({ path, text }) => [path.replace(/^.*?catalog\//, ""), text.split("\n")] as const,
);

const values = [
  "",
  "null",
  "true",
  "0",
  "-1",
  "1e9",
  "404.5",
  "[]",
  "{}",
  "[a]",
  "[[a]]",
  "{ a: b }",
  "{ a?: integer }",
  "'{code}'",
  "'{action.url}'",
  "string",
  "Usage",
  "{ oneOf: [Usage, FieldErrors] }",
  "{ items: Usage }",
  "{ type: [string, integer] }",
  "quota_exceeded",
  "constructor",
  "__proto__",
  "*alias",
  "!!str a",
  "2026-01-01",
];
const value = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...values) },
  { weight: 1, arbitrary: hostileText.map((text) => JSON.stringify(text)) },
);

/** The shipped catalog with one to four lines dropped, doubled, moved in, or given another value or key. */
const changed = fc
  .array(
    fc.record({
      file: fc.nat({ max: files.length - 1 }),
      line: fc.nat(),
      how: fc.constantFrom("value", "value", "value", "key", "drop", "double", "indent"),
      value,
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((changes) => {
    const texts = new Map(files.map(([path, lines]) => [path, [...lines]]));
    for (const { file, line, how, value: text } of changes) {
      const lines = texts.get(files[file]?.[0] ?? "") ?? [];
      const at = line % lines.length;
      const old = lines[at] ?? "";
      if (how === "value")
        lines[at] = old.replace(/(: |- ).*|$/, (_, start = " ") => `${start}${text}`);
      if (how === "key") lines[at] = old.replace(/[\w?]+:/, () => `${text || "x"}:`);
      if (how === "drop") lines.splice(at, 1);
      if (how === "double") lines.splice(at, 0, old);
      if (how === "indent") lines[at] = `  ${old}`;
    }
    return Object.fromEntries([...texts].map(([path, lines]) => [path, lines.join("\n")]));
  });

it("never throws on the shipped catalog with other lines in it, and emits code of what has no errors", () => {
  fc.assert(
    fc.property(changed, (texts) => {
      const { catalog, diagnostics } = catalogOf(texts);
      formatJson(diagnostics);
      for (const said of shown(diagnostics)) expect(said).not.toMatch(/undefined|\[object/);
      if (catalog === undefined || hasErrors(diagnostics)) return;
      for (const { path, text } of emitTypeScript(catalog)) {
        const { diagnostics: found = [] } = ts.transpileModule(text, {
          reportDiagnostics: true,
          fileName: path,
        });
        expect(found.map(({ messageText }) => messageText)).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
});

it("reads a message of very many braces that are written as escapes", () => {
  const { diagnostics } = catalogOf(withEntry({ message: `"${"\\x7ba}".repeat(100_000)}"` }));
  expect(diagnostics).toHaveLength(100_000);
});

it("reports very many mentions of codes that there are not", () => {
  const numbers = Array.from({ length: 2000 }, (_, index) => index);
  const entries = numbers.map((index) => entryText(`code_${index}`, { title: `Title ${index}` }));
  const mentions = numbers.map((index) => `cdoe_${index}_`);
  const { diagnostics } = catalogOf({
    ...withEntries(entries),
    "operations.yaml": `operations: { buy: { codes: [${mentions}] } }\n`,
  });
  expect(diagnostics).toHaveLength(2000);
});
