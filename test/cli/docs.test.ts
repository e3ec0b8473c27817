import { describe, expect, it } from "vitest";
import { siteTexts } from "../support/site-catalog.js";
import { inCatalog, workplace } from "../support/workplace.js";

const texts = siteTexts("https://errors.example.com/shop/{code}") as Record<string, string>;
const sources = inCatalog(texts);
const changed = (change: (text: string) => string) => ({
  ...sources,
  "catalog/catalog.yaml": change(texts["catalog.yaml"] ?? ""),
});
const without = changed((text) => text.replace(", site: ../site", ""));

describe("errdex docs", () => {
  it("writes the site that the catalog asks for, and only what changed the second time", async () => {
    const place = workplace(sources);
    const { code, out, err } = await place.errdex(["docs"]);
    expect([code, err]).toEqual([0, ""]);
    const files = place.files("site");
    expect(out.split("\n").filter(Boolean).sort()).toEqual(files.map((file) => `wrote ${file}`));
    expect(place.read("site/index.html")).toContain("Errors of the shop");
    expect(place.read("site/site.css")).toContain("--paper");
    const again = await place.errdex(["docs"]);
    expect(again.out).toBe(`site: ${files.length} files up to date\n`);
  });

  it("writes elsewhere, also for a catalog that asks for no site", async () => {
    const place = workplace(without);
    expect(await place.errdex(["docs"])).toMatchObject({
      code: 2,
      err: expect.stringContaining("the catalog has no `outputs.site`"),
    });
    expect((await place.errdex(["docs", "--out", "public/errors"])).code).toBe(0);
    expect(place.files("public/errors")).toContain("public/errors/sold_out.html");
  });

  it("refuses codes that can have no page, whatever the catalog asks for", async () => {
    const place = workplace({
      ...without,
      "catalog/errors/b.yaml": "category: orders\nerrors:\n  ..: { retired: { since: 1.0.0 } }\n",
    });
    const { code, out, err } = await place.errdex(["docs", "--out", "public"]);
    expect([code, err]).toEqual([1, "Nothing was written.\n"]);
    expect(out).toContain("site-address");
    expect(place.files()).not.toContain("public/index.html");
  });

  it("says with --check what would be written", async () => {
    const place = workplace(sources);
    expect((await place.errdex(["docs", "--check"])).code).toBe(1);
    await place.errdex(["docs"]);
    expect((await place.errdex(["docs", "--check"])).code).toBe(0);
  });

  it("is a part of errdex build", async () => {
    const place = workplace(sources);
    expect((await place.errdex(["build"])).code).toBe(0);
    expect((await place.errdex(["build", "--check"])).code).toBe(0);
    place.write(changed((text) => text.replace("Errors of the shop", "Errors of a shop")));
    const { code, out } = await place.errdex(["build", "--check"]);
    expect(code).toBe(1);
    expect(out).toContain("differs site/index.html");
  });

  it("takes no address away: pages of an earlier build stay", async () => {
    const place = workplace(sources);
    place.write({ "site/very_old.html": "<!doctype html>\n<title>Very old</title>\n" });
    await place.errdex(["docs"]);
    await place.errdex(["build"]);
    expect(place.read("site/very_old.html")).toContain("Very old");
  });
});
