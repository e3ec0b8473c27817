import { load } from "js-yaml";
import { expect, it } from "vitest";
import { entryText, errorsText, headText } from "../support/catalog-of.js";
import { inCatalog, workplace } from "../support/workplace.js";

const catalog = (
  owner: string,
  head = "extensions: { x-owner: Owner, x-team: Team, x-pii: { title: Personal }, x-tier: Tier, x-links: Links }",
) =>
  inCatalog({
    "catalog.yaml": headText(
      "docs: https://errors.example.com/{code}",
      head,
      "x-team: shop",
      "outputs: { typescript: ../src, site: ../site, openapi: ../openapi.yaml, json-schema: ../schema }",
    ),
    "errors/a.yaml": errorsText(
      entryText("sold_out", {
        fields: "{ email?: { type: string, x-pii: true } }",
        examples: "[{ title: A case, fields: { email: a@example.com } }]",
        "x-owner": owner,
        "x-links": "[https://wiki.example.com/sold_out, 2]",
      }),
      entryText("late", { title: "Late", message: "It is late." }),
    ),
    "operations.yaml":
      "operations: { buy: { method: POST, path: /orders, codes: [sold_out, late], x-tier: { level: 1 } } }\n",
  });

it("are data of programs and facts of pages", async () => {
  const place = workplace(catalog("payments"));
  expect((await place.errdex(["check"])).err).toBe("");
  expect((await place.errdex(["build"])).code).toBe(0);

  const listed = JSON.parse((await place.errdex(["list", "--format", "json"])).out);
  expect(listed).toMatchObject({
    "x-team": "shop",
    operations: { buy: { "x-tier": { level: 1 } } },
  });
  expect(listed.codes[0]).not.toHaveProperty("fields");
  expect(listed.codes[1]).toMatchObject({
    code: "sold_out",
    "x-owner": "payments",
    "x-links": ["https://wiki.example.com/sold_out", 2],
    fields: { email: { "x-pii": true } },
  });
  expect((await place.errdex(["explain", "sold_out"])).out).toContain(
    "Owner: payments\nLinks: https://wiki.example.com/sold_out, 2\n",
  );

  const module = place.read("src/index.ts");
  expect(module).toContain('"x-owner": "payments"');
  for (const name of ["catalogExtensions", "extensions", "fieldExtensions", "operationExtensions"])
    expect(module).toContain(`export const ${name} = {`);

  expect(place.read("site/sold_out.html")).toContain("<dt>Owner</dt><dd>payments</dd>");
  expect(place.read("site/sold_out.html")).toContain("Personal: true");
  expect(place.read("site/sold_out.md")).toContain("- Owner: payments\n");
  expect(place.read("site/late.md")).not.toContain("Owner");
  expect(place.read("site/late.md")).toContain('Tier: `{"level":1}`.');
  const { codes } = JSON.parse(place.read("site/index.json"));
  expect(codes.find(({ code }: { code: string }) => code === "sold_out")["x-owner"]).toBe(
    "payments",
  );

  const document = load(place.read("openapi.yaml"));
  expect(document).toMatchObject({
    info: { "x-team": "shop" },
    paths: { "/orders": { post: { "x-tier": { level: 1 } } } },
    components: {
      schemas: {
        SoldOut: { "x-owner": "payments", properties: { email: { "x-pii": true } } },
      },
    },
  });
});

it("are absent where a catalog has none", async () => {
  const texts = inCatalog({
    "catalog.yaml": headText("outputs: { typescript: ../src }"),
    "errors/a.yaml": errorsText(entryText("extensions", { title: "Extensions" })),
  });
  const place = workplace(texts);
  expect((await place.errdex(["build"])).code).toBe(0);
  expect(place.read("src/index.ts")).not.toMatch(/xtensions = \{/);
});

it("are called by their keys where no title is declared, and are named by diff", async () => {
  const place = workplace(catalog("payments", "fallback: sold_out"));
  expect((await place.errdex(["build"])).code).toBe(0);
  expect(place.read("site/sold_out.md")).toContain("- x-owner: payments\n");
  expect((await place.errdex(["release"])).code).toBe(0);
  place.write(catalog("orders", "fallback: sold_out"));
  const { out, code } = await place.errdex(["diff", "released"]);
  expect(out).toContain('x-owner of sold_out is "orders" instead of "payments".');
  expect(code).toBe(0);
});
