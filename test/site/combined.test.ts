import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { entryText, errorsText, headText } from "../support/catalog-of.js";
import { workplace } from "../support/workplace.js";
import { chromiumPath, openBrowser, openPage, serve } from "./chromium.js";

const catalogAt = (
  name: string,
  codes: readonly string[],
  docs: string | undefined = `https://errors.example.com/help/${name}/{code}`,
  ...head: readonly string[]
) => ({
  [`${name}/catalog.yaml`]: headText(
    ...(docs === "" ? [] : [`docs: ${docs}`]),
    "wire: problem",
    ...head,
  )
    .replace("catalog: shop", `catalog: ${name}`)
    .replace("of the shop", `of ${name}`),
  [`${name}/errors/a.yaml`]: errorsText(
    ...codes.map((code) =>
      entryText(code, { title: `Title of ${code}`, message: `It is ${code}.` }),
    ),
  ),
});

const german = {
  "platform/locales/de.yaml":
    "locale: de\nwords: { home: Alle Fehler, catalogs: Alle Kataloge }\nerrors:\n  late: { title: Zu spät }\n",
};
const catalogs = {
  ...catalogAt("platform", ["late", "limited"]),
  ...german,
  ...catalogAt("depot", ["sold_out"], undefined, "uses: { platform: ../platform }"),
  "package.json": JSON.stringify({ errdex: ["platform", "depot"] }),
};
const docs = ["docs", "--out", "public"];

describe("one site of several catalogs", () => {
  it("has an index over all, in every language that one of them has, and the site of each where its addresses are", async () => {
    const place = workplace(catalogs);
    expect(await place.errdex(docs)).toMatchObject({ code: 0 });
    const files = place.files("public").map((path) => path.slice("public/".length));
    expect(files).toEqual(
      expect.arrayContaining([
        "index.html",
        "search-index.js",
        "de/index.html",
        "platform/late.html",
        "platform/de/late.html",
        "depot/sold_out.html",
      ]),
    );
    expect(files).not.toContain("depot/late.html");
    expect(files).not.toContain("depot/search-index.js");
    expect(place.read("public/index.md")).toContain(
      "## [Errors of depot](./depot/index.md)\n\n- [Title of sold\\_out](./depot/sold_out.md) `sold_out`",
    );
    expect(place.read("public/de/index.html")).toContain('href="../depot/sold_out.html"');
    expect(place.read("public/de/index.html")).toContain(
      'href="../platform/de/late.html">Zu spät<',
    );
    expect(place.read("public/llms.txt")).toContain(
      "[Errors of platform](https://errors.example.com/help/platform/llms.txt): Codes: 2",
    );
    expect(JSON.parse(place.read("public/index.json")).catalogs).toEqual([
      {
        catalog: "platform",
        title: "Errors of platform",
        version: "1.0.0",
        count: 2,
        index: "https://errors.example.com/help/platform/index.json",
      },
      expect.objectContaining({ catalog: "depot", count: 1 }),
    ]);
    expect(place.read("public/404.html")).toContain('href="/help/depot/index.html"');
  });

  it("is written again where it was, and is up to date then", async () => {
    const place = workplace(catalogs);
    await place.errdex(docs);
    expect(await place.errdex([...docs, "--check"])).toMatchObject({ code: 0 });
    place.write(catalogAt("depot", ["sold_out", "closed"]));
    expect(await place.errdex([...docs, "--check"])).toMatchObject({ code: 1 });
    expect(await place.errdex(docs)).toMatchObject({ code: 0 });
    expect(place.read("public/llms.txt")).toContain("Codes: 2");
  });

  it("lists catalogs alone where a list of all codes would be too long", async () => {
    const many = Array.from({ length: 160 }, (_, index) => `code_${index}`);
    const place = workplace({
      ...catalogAt("one", many),
      ...catalogAt("two", many, ""),
      "package.json": JSON.stringify({ errdex: ["one", "two"] }),
    });
    expect(await place.errdex(docs)).toMatchObject({ code: 0 });
    expect(place.read("public/index.html")).not.toContain("code_7");
    expect(place.read("public/index.html")).toContain('href="two/index.html"');
    expect(place.read("public/two/index.html")).toContain("code_7");
  });

  it.each([
    ["at one address", "https://errors.example.com/all/{code}", /two .*where those of one are/],
    ["where the index is", "https://errors.example.com/{code}", /one .*where the index over all/],
  ])("is refused where catalogs are %s", async (_, other, said) => {
    const place = workplace({
      ...catalogAt("one", ["late"], other),
      ...catalogAt("two", ["early"], other),
      "package.json": JSON.stringify({ errdex: ["one", "two"] }),
    });
    const { code, err } = await place.errdex(docs);
    expect(code).toBe(2);
    expect(err).toMatch(said);
    expect(place.files().filter((path) => path.startsWith("public"))).toEqual([]);
  });
});

describe.runIf(chromiumPath !== undefined)("one site of several catalogs in Chromium", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  const served = async () => {
    const place = workplace(catalogs);
    await place.errdex(docs);
    const files = place.files("public");
    const host = await serve(
      new Map(files.map((path) => [path.slice("public/".length), place.read(path)])),
      "/help/",
    );
    onTestFinished(() => host.close());
    return { host, ...(await openPage(browser, host.address)) };
  };

  it("finds the codes of all from the page of one, and leads back to the index of all", async () => {
    const { host, page, complaints } = await served();
    await page.goto(`${host.address}depot/sold_out`);
    await page.fill("#search", "late");
    const option = page.locator("[role=option]").first();
    expect(await option.textContent()).toContain("Errors of platform");
    await page.keyboard.press("Enter");
    await page.waitForURL(`${host.address}platform/late.html`);
    await page.click("text=All catalogs");
    await page.waitForURL(`${host.address}index.html`);
    expect(complaints).toEqual([]);
  });

  it("leads from a catalog to the page of a code that it takes from another", async () => {
    const { host, page, complaints } = await served();
    await page.goto(`${host.address}depot/index.html`);
    await page.click("text=Title of late");
    await page.waitForURL(`${host.address}platform/late.html`);
    await page.goto(`${host.address}no/such/limited`);
    expect(await page.locator("[role=option]").first().textContent()).toContain("limited");
    expect(complaints.filter((each) => !each.includes("404"))).toEqual([]);
  });
});
