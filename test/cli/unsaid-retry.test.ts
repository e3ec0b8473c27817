import { expect, it } from "vitest";
import { entryText, errorsText, headText } from "../support/catalog-of.js";
import { inCatalog, workplace } from "../support/workplace.js";

const catalog = (entry: string) =>
  inCatalog({
    "catalog.yaml": headText(
      "docs: https://errors.example.com/{code}",
      "allow: [{ rule: missing-retry, codes: [late], reason: Nobody knows. }]",
      "outputs: { site: ../site, openapi: ../openapi.json }",
    ),
    "errors/a.yaml": errorsText(entry),
  });
const said = entryText("late", { status: "504", title: "Late", retry: "never" });
const unsaid = entryText("late", { status: "504", title: "Late", retry: undefined });

it("says that it is not said", async () => {
  const place = workplace(catalog(unsaid));
  const json = async (...words: string[]) =>
    JSON.parse((await place.errdex([...words, "--format", "json"])).out);
  expect((await json("list")).codes[0].retry).toBeNull();
  expect((await json("explain", "late")).retry).toBeNull();
  expect((await place.errdex(["explain", "late"])).out).toContain("Try again: not said\n");
  expect((await place.errdex(["build"])).code).toBe(0);
  expect(place.read("site/late.md")).toContain("Not said.");
  expect(JSON.parse(place.read("site/index.json")).codes[0].retry).toBeNull();
  for (const path of place.files("site")) expect(place.read(path)).not.toContain("Do not retry");
  expect(place.read("openapi.json")).not.toContain("retry");
});

it("tells what was said from what was not", async () => {
  const place = workplace(catalog(said));
  expect((await place.errdex(["build"])).code).toBe(0);
  expect(place.read("openapi.json")).toContain('"x-errdex-retry": "never"');
  expect((await place.errdex(["release"])).err).toBe("");
  place.write(catalog(unsaid));
  const { out } = await place.errdex(["diff", "released"]);
  expect(out).toContain('`retry` of late is not said instead of "never".');
});
