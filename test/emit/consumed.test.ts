/** What is built of a catalog of somebody else's service. */
import { expect, it } from "vitest";
import { emitFixtures } from "../../src/emit/fixtures/emit-fixtures.js";
import { emitJsonSchema } from "../../src/emit/json-schema/emit-json-schema.js";
import { emitSite } from "../../src/emit/site/emit-site.js";
import { emitTypeScript } from "../../src/emit/typescript/emit-typescript.js";
import { lines, soundCatalogOf, strictHeadText } from "../support/catalog-of.js";
import { noAssets } from "../support/no-assets.js";
import { typeCheck } from "../support/type-check.js";

const catalog = soundCatalogOf({
  "catalog.yaml": strictHeadText("consumes: true", "wire: one"),
  "errors/orders.yaml": lines(
    "category: orders",
    "errors:",
    "  sold_out: { status: 409, fields: { product: string }, examples: [{ title: A cup, fields: { product: cup } }] }",
    "  closed: { status: 401 }",
  ),
  "wire/one.yaml": lines(
    "wire: one",
    "body: { error: $code, what: $product }",
    "rest: none",
    "codes: { sold_out: {} }",
  ),
  "wire/two.yaml": lines(
    "wire: two",
    "body: { code: $code }",
    "rest: none",
    "codes: { closed: 7 }",
  ),
});
const module = emitTypeScript(catalog);

it("the module reads, and has nothing that answers", () => {
  expect(module.map(({ path }) => path)).toEqual([
    ...["catalog.ts", "client.ts", "entries.ts", "formats.ts", "index.ts"],
  ]);
  const texts = Object.fromEntries(module.map(({ path, text }) => [`errors/${path}`, text]));
  const use = lines(
    'import { decode, encode, soldOut, type ShopError } from "./errors/index.js";',
    'import { one, two } from "./errors/client.js";',
    "const error = one.decode({});",
    'export const product: string = error.code === "sold_out" ? error.product : "";',
    'export const never = two.decode({}).code === "sold_out";',
    "export const all: readonly ShopError[] = [soldOut({ product })];",
    "export const read = [decode, encode];",
    "export const written = one.encode(error);",
  );
  const complaints = typeCheck({ ...texts, "use.ts": use });
  expect(complaints.map(({ line, code, message }) => `${line} ${code} ${message}`)).toEqual([
    expect.stringMatching(/^1 TS2724 .* no exported member named 'encode'/),
    expect.stringMatching(/^5 TS2367 /),
    expect.stringMatching(/^8 TS2551 Property 'encode' does not exist/),
  ]);
});

it("schemas are for those who read, and fixtures have what each service answers", () => {
  expect(emitJsonSchema(catalog).map(({ path }) => path)).toEqual(["one.consumers.schema.json"]);
  const data = emitFixtures(catalog).filter(({ path }) => path.endsWith(".json"));
  const answers = data.map(({ text }) => JSON.parse(text).answers);
  expect(answers).toEqual([
    {
      closed: [],
      sold_out: [expect.objectContaining({ body: { error: "sold_out", what: "cup" } })],
    },
    { closed: [expect.objectContaining({ body: { code: 7 } })], sold_out: [] },
  ]);
});

it("pages say how to handle a code in the formats that have it, and not how to raise it", () => {
  const page = emitSite(catalog, noAssets).find(({ path }) => path === "sold_out.md")?.text ?? "";
  expect(page).toContain('case "sold_out"');
  expect(page).not.toContain("throw soldOut");
  expect(page).not.toContain("two");
});
