import { expect, it } from "vitest";
import { entryText, errorsText, headText } from "../support/catalog-of.js";
import { inCatalog, workplace } from "../support/workplace.js";

const texts = inCatalog({
  "catalog.yaml": headText(
    "docs: https://errors.example.com/{code}",
    "fallback: fault",
    "outputs: { typescript: ../src, zod: ../src, site: ../site, openapi: ../openapi.yaml, json-schema: ../schema, fixtures: ../fixtures }",
  ),
  "errors/a.yaml": errorsText(
    entryText("no_connection", {
      severity: "critical",
      grpc: "UNAVAILABLE",
      exit: "69",
      status: "none",
      title: "No connection",
      message: "It is down.",
    }),
    entryText("fault", { severity: "warning", grpc: "INTERNAL", status: "500", title: "A fault" }),
  ),
  "operations.yaml": "operations: { buy: { method: POST, path: /orders, codes: [fault] } }\n",
});

it("a code without an HTTP status is on the pages, and in nothing that is about answers", async () => {
  const place = workplace(texts);
  expect(await place.errdex(["check"])).toMatchObject({ code: 0, err: "" });
  expect((await place.errdex(["build"])).code).toBe(0);

  expect((await place.errdex(["list"])).out).toContain("no_connection  none     No connection");
  const listed = JSON.parse((await place.errdex(["list", "--format", "json"])).out);
  expect(listed.codes[1]).toMatchObject({ code: "no_connection", statuses: [] });
  const explained = (await place.errdex(["explain", "no_connection"])).out;
  expect(explained).toContain("no_connection · no HTTP status · Orders");

  expect(listed.codes[1]).toMatchObject({ severity: "critical", grpc: "UNAVAILABLE", exit: 69 });
  expect(explained).toContain("gRPC status: UNAVAILABLE\nExit code: 69\n");
  expect(place.read("site/no_connection.md")).toContain("- Exit code: `69`\n");
  const said = ["x-errdex-resolver: user", "x-errdex-severity: warning", "x-errdex-grpc: INTERNAL"];
  for (const line of said) expect(place.read("openapi.yaml")).toContain(line);

  const page = place.read("site/no_connection.html");
  expect(page).toContain("<dt>Status</dt><dd>none: no answer of HTTP says it</dd>");
  expect(page).not.toContain('<p class="status');
  expect(place.read("site/index.html")).toContain('<span class="number ">–</span>');
  expect(JSON.parse(place.read("site/index.json")).codes[1]).toMatchObject({ statuses: [] });
  expect(place.read("src/zod.ts")).toContain("status: $zod.literal([0])");
  for (const path of [
    "openapi.yaml",
    "schema/flat.producers.schema.json",
    "fixtures/flat.json",
    "src/formats.ts",
  ])
    expect([path, place.read(path)]).toEqual([path, expect.not.stringContaining("no_connection")]);
});

it("stays without one in the ledger", async () => {
  const place = workplace(texts);
  expect((await place.errdex(["release"])).code).toBe(0);
  const { codes } = JSON.parse(place.read("catalog/released.json"));
  expect(codes.no_connection).toMatchObject({ statuses: "none" });
  expect(codes.no_connection).not.toHaveProperty("never_sent");
  const diff = await place.errdex(["diff", "released"]);
  expect(diff).toMatchObject({ code: 0, err: "" });
  expect(diff.out).toBe("No changes.\n");
});
