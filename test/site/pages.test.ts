import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSiteAssets } from "../../src/disk/read-site-assets.js";
import { emitSite } from "../../src/emit/site/emit-site.js";
import { html } from "../../src/emit/text/html.js";
import { shippedCatalog } from "../shipped-catalog.js";
import { entryText, errorsText, headText, soundCatalogOf } from "../support/catalog-of.js";
import { hostileText } from "../support/hostile-text.js";
import { hostile, siteCatalog } from "../support/site-catalog.js";
import {
  chromiumPath,
  insists,
  openBrowser,
  openPage,
  type StaticHost,
  serve,
} from "./chromium.js";

const assets = await readSiteAssets();
const filesOf = (catalog: typeof shippedCatalog) =>
  new Map(emitSite(catalog, assets).map(({ path, text }) => [path, text]));
const shippedFiles = filesOf(shippedCatalog);

/** With more codes than an index lists. */
const largeCatalog = () =>
  soundCatalogOf({
    "catalog.yaml": headText("docs: https://errors.example.com/large/{code}"),
    "errors/a.yaml": errorsText(
      ...Array.from({ length: 301 }, (_, index) =>
        entryText(`code_${index}`, { title: `Problem of thing ${index}x` }),
      ),
    ),
  });

const isThere = chromiumPath !== undefined;
// Said once, so that nobody takes it for a success.
if (!isThere && !insists)
  console.warn("There is no Chromium (CHROMIUM_PATH): the pages of help sites are not looked at.");

it.runIf(insists)("Chromium is there where it has to be", () => {
  expect(chromiumPath, "install chromium, or set CHROMIUM_PATH").toBeDefined();
});

describe.runIf(isThere)("in Chromium", () => {
  let browser: Browser;
  let shipped: StaticHost;
  let sample: StaticHost;
  let large: StaticHost;
  beforeAll(async () => {
    browser = await openBrowser();
    shipped = await serve(shippedFiles, "/image-hosting/");
    sample = await serve(filesOf(siteCatalog()), "/shop/");
    large = await serve(filesOf(largeCatalog()), "/large/");
  });
  afterAll(async () => {
    await browser?.close();
    shipped?.close();
    sample?.close();
    large?.close();
  });

  const focused = (page: Page) => page.evaluate(() => document.activeElement?.id);

  it("finds a code by a vendor's spelling, opens it by keyboard and copies it", async () => {
    const { page, complaints } = await openPage(browser, shipped.address, {
      permissions: ["clipboard-read", "clipboard-write"],
    });
    await page.goto(shipped.address);
    await page.keyboard.press("/");
    expect(await focused(page)).toBe("search");
    await page.keyboard.type("RATE_LIMIT");
    const first = page.locator("[role=option]").first();
    await first.waitFor();
    expect(await first.textContent()).toContain("rate_limited");
    expect(await page.locator("#search").getAttribute("aria-expanded")).toBe("true");
    expect(await page.locator("#search").getAttribute("aria-activedescendant")).toBe("found-0");
    expect(await page.locator(".search [role=status]").textContent()).toMatch(/^Found: \d+\./);
    await page.keyboard.press("Enter");
    await page.waitForURL(/rate_limited\.html$/);

    await page.locator(".chip .copy").click();
    await page.getByText("Copied").waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("rate_limited");
    expect(complaints).toEqual([]);
  });

  it("walks through what was found, and clears it with Escape", async () => {
    const { page, complaints } = await openPage(browser, shipped.address);
    await page.goto(`${shipped.address}quota_exceeded`);
    await page.keyboard.press("Control+k");
    await page.keyboard.type("2fa");
    await page.locator("[role=option]").nth(1).waitFor();
    const chosen = () => page.locator("[role=option][aria-selected=true] code").textContent();
    const before = await chosen();
    await page.keyboard.press("ArrowDown");
    const after = await chosen();
    expect([before, after].sort()).toEqual(["two_factor_invalid", "two_factor_required"]);
    await page.keyboard.press("ArrowUp");
    expect(await chosen()).toBe(before);
    await page.keyboard.press("Escape");
    expect(await page.locator("#found").isHidden()).toBe(true);
    expect(await page.locator("#search").inputValue()).toBe("");
    await page.keyboard.type("zzzzzz");
    await page.getByText("Nothing found for “zzzzzz”.").waitFor();
    expect(complaints).toEqual([]);
  });

  it("finds the code of an answer that is pasted with all its lines", async () => {
    const { page, complaints } = await openPage(browser, shipped.address, {
      permissions: ["clipboard-read", "clipboard-write"],
    });
    await page.goto(shipped.address);
    const answer = [
      "< HTTP/2 500",
      "< content-type: application/json",
      "<",
      '{"error":"upload_failed","message":"File too large: 150.00 MB."}',
      "* Connection #0 to host api.example.com left intact",
    ].join("\r\n");
    await page.evaluate((text) => navigator.clipboard.writeText(text), answer);
    await page.locator("#search").focus();
    await page.keyboard.press("Control+v");
    const codes = () => page.locator("[role=option] code").allTextContents();
    await page.locator("[role=option]").first().waitFor();
    expect((await codes()).slice(0, 2)).toEqual(["upload_failed", "file_too_large"]);
    const why = page.locator("[role=option] .why");
    expect(await why.first().textContent()).toBe("the answer says so");
    expect(await why.nth(1).textContent()).toBe("similar words");
    // What is changed by hand is searched as it stands there.
    await page.keyboard.press("Control+a");
    await page.keyboard.type("quota");
    await page.locator("[role=option]", { hasText: "quota_exceeded" }).waitFor();
    expect(await why.count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it("answers ?q=", async () => {
    const { page } = await openPage(browser, shipped.address);
    await page.goto(`${shipped.address}?q=2fa_required`);
    await page.locator("[role=option]", { hasText: "two_factor_required" }).waitFor();
  });

  it("searches for an address that it does not know, however deep", async () => {
    const { page, complaints } = await openPage(browser, shipped.address);
    await page.goto(`${shipped.address}RATE_LIMIT`);
    await page.locator("[role=option]", { hasText: "rate_limited" }).first().waitFor();
    await page.goto(`${shipped.address}old/pages/2fa_required.html`);
    await page.locator("[role=option]", { hasText: "two_factor_required" }).click();
    await page.waitForURL(/image-hosting\/two_factor_required\.html$/);
    // The answer of the host itself, 404, is a complaint of Chromium's.
    expect(complaints.filter((each) => !each.includes("404"))).toEqual([]);
  });

  it("shows one wire format at a time, by keyboard too, and remembers which", async () => {
    const { page, complaints } = await openPage(browser, shipped.address);
    await page.goto(`${shipped.address}rate_limited`);
    const shown = () =>
      page.locator("[role=tabpanel]:visible").evaluateAll((all) => all.map(({ id }) => id));
    const both = (name: string | undefined) => [`wire-${name}`, `handle-${name}`];
    expect(await shown()).toEqual(both("flat"));
    await page.locator("[role=tab]").first().focus();
    await page.keyboard.press("ArrowRight");
    expect(await shown()).toEqual(both("problem"));
    await page.keyboard.press("End");
    expect(await shown()).toEqual(both(shippedCatalog.wireFormats.at(-1)?.name.value));
    await page.keyboard.press("ArrowRight");
    expect(await shown()).toEqual(both("flat"));
    await page.locator("[role=tab]", { hasText: "Picora" }).first().click();
    const panels = page.locator("[role=tabpanel]:visible");
    expect(await panels.first().textContent()).toContain("RATE_LIMITED");
    expect(await panels.last().textContent()).toContain("picora.decode(");
    await page.goto(`${shipped.address}quota_exceeded`);
    expect(await shown()).toEqual(both("picora"));
    await page.goto(`${shipped.address}quota_exceeded#handle-img-pro`);
    await page.reload();
    expect(await shown()).toEqual(both("img-pro"));
    expect(complaints).toEqual([]);
  });

  it.each(["", "de/"])("shows where a strip of formats goes on: %s", async (folder) => {
    const { page } = await openPage(browser, shipped.address, {
      viewport: { width: 320, height: 700 },
    });
    await page.goto(`${shipped.address}${folder}rate_limited.html`);
    const bar = page.locator(".tab-bar").first();
    const fades = () =>
      bar.evaluate(({ classList }) => [...classList].filter((name) => name !== "tab-bar"));
    await page.locator(".tab-bar.more-right").first().waitFor();
    expect(await fades()).toEqual(["more-right"]);
    expect(await bar.evaluate((each) => getComputedStyle(each).maskImage)).toContain("gradient");
    await bar.locator("[role=tab]").first().focus();
    await page.keyboard.press("End");
    await page.locator(".tab-bar.more-left:not(.more-right)").first().waitFor();
    // What is chosen can be seen, here and in the other strip.
    for (const each of await page.locator("[role=tab][aria-selected=true]").all()) {
      const box = await each.boundingBox();
      expect((box?.x ?? 999) + (box?.width ?? 999)).toBeLessThanOrEqual(320);
    }
    await page.setViewportSize({ width: 1900, height: 700 });
    expect(await bar.locator("[role=tab]").count()).toBe(shippedCatalog.wireFormats.length);
  });

  it("stays where it is when a format is chosen further down", async () => {
    const { page } = await openPage(browser, shipped.address);
    await page.goto(`${shipped.address}quota_exceeded`);
    const strip = page.locator(".part-handle .tab-bar");
    await strip.scrollIntoViewIfNeeded();
    const before = await strip.boundingBox();
    await strip.locator("[role=tab]", { hasText: "Imagizer" }).click();
    const after = await strip.boundingBox();
    expect(Math.abs((after?.y ?? 0) - (before?.y ?? 999))).toBeLessThan(2);
  });

  it("leads to the same page in another language, from the top of it", async () => {
    const { page, complaints } = await openPage(browser, shipped.address);
    await page.goto(`${shipped.address}rate_limited`);
    const top = page.getByRole("banner").getByRole("navigation", { name: "Language" });
    expect(await top.locator("[aria-current]").textContent()).toBe("English");
    await top.getByRole("link", { name: "Deutsch" }).click();
    await page.waitForURL(/\/de\/rate_limited\.html$/);
    expect(await page.locator("h1").textContent()).toBe("Zu viele Anfragen");
    expect(complaints).toEqual([]);
  });

  it("works from a file", async () => {
    const folder = mkdtempSync(join(tmpdir(), "errdex-site-"));
    try {
      for (const [path, text] of shippedFiles) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
      const base = `${pathToFileURL(folder).href}/`;
      const { page, complaints } = await openPage(browser, base);
      await page.goto(`${base}index.html`);
      await page.keyboard.press("/");
      await page.keyboard.type("2fa_required");
      await page.locator("[role=option]").first().waitFor();
      await page.keyboard.press("Enter");
      await page.waitForURL(/two_factor_required\.html$/);
      await page.getByRole("link", { name: "Account and sign-in" }).first().click();
      await page.waitForURL(/index\.html#category-account$/);
      expect(complaints).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("can be read with JavaScript off", async () => {
    const { page, complaints } = await openPage(browser, shipped.address, {
      javaScriptEnabled: false,
    });
    await page.goto(shipped.address);
    expect(await page.locator("form.search").isVisible()).toBe(false);
    expect(await page.locator(".entry a").count()).toBe(46);
    await page.getByRole("link", { name: "Too many requests" }).click();
    await page.waitForURL(/rate_limited\.html$/);
    for (const format of shippedCatalog.wireFormats) {
      const name = format.title ?? format.name.value;
      const headings = page.getByRole("heading", { name, exact: true });
      expect(await headings.count(), name).toBe(2);
      expect(await headings.first().isVisible(), name).toBe(true);
      expect(await page.locator(`#wire-${format.name.value} pre`).first().isVisible()).toBe(true);
    }
    expect(await page.locator("button:visible").count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it("leads to the codes of a category where the index would be too long", async () => {
    const { page, complaints } = await openPage(browser, large.address);
    await page.goto(`${large.address}code_7`);
    await page.getByRole("link", { name: "Orders" }).first().click();
    await page.waitForURL(/category-orders\.html$/);
    expect(await page.locator(".entry").count()).toBe(301);
    await page.goto(large.address);
    expect(await page.locator(".entry").count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it("prints every format, and no controls", async () => {
    const { page } = await openPage(browser, shipped.address);
    await page.goto(`${shipped.address}rate_limited`);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".part-answers .tab:visible").count()).toBe(
      shippedCatalog.wireFormats.length,
    );
    expect(await page.locator(".part-handle .tab:visible").count()).toBe(1);
    expect(await page.locator("button:visible, input:visible").count()).toBe(0);
  });

  it("runs nothing that a catalog says", async () => {
    const { page, complaints } = await openPage(browser, sample.address);
    let dialogs = 0;
    page.on("dialog", (dialog) => {
      dialogs += 1;
      void dialog.dismiss();
    });
    await page.goto(`${sample.address}hostile`);
    expect(await page.locator("h1").textContent()).toBe(hostile);
    expect(await page.title()).toContain(hostile);
    await page.keyboard.press("/");
    await page.keyboard.type("hostile");
    await page.locator("[role=option]").first().waitFor();
    expect(await page.locator("[role=option] .title").first().textContent()).toBe(hostile);
    expect(await page.locator("img").count()).toBe(0);
    expect(dialogs).toBe(0);
    expect(complaints).toEqual([]);
  });

  it("reads every text back as it was, in content and in attributes", async () => {
    const { page } = await openPage(browser, "about:");
    const texts = fc.sample(hostileText, 2000);
    const printed = texts.map((text) => String(html`<p title="${text}">${text}</p>`));
    const read = await page.evaluate(
      (all) =>
        all.map((text) => {
          const { body } = new DOMParser().parseFromString(text, "text/html");
          const [first, ...rest] = body.childNodes;
          const element = first as HTMLElement;
          const isWhole = rest.length === 0 && element.children.length === 0;
          return [isWhole, element.title, element.textContent];
        }),
      printed,
    );
    const kept = texts.map((text) =>
      text
        .replace(/\p{Surrogate}/gu, "\ufffd")
        .replace(/\r\n?/g, "\n")
        .replace(
          /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff]/g,
          "\ufffd",
        ),
    );
    expect(read).toEqual(kept.map((text) => [true, text, text]));
  });

  const templates = [
    ["shipped", "index.html"],
    ["shipped", "rate_limited"],
    ["shipped", "fetch_failed"],
    ["shipped", "404.html"],
    ["sample", "index.html"],
    ["sample", "sold_out"],
    ["sample", "bare"],
    ["sample", "late"],
    ["sample", "told_twice"],
    ["sample", "forgotten"],
    ["sample", "gone"],
    ["sample", "hostile"],
    ["large", "index.html"],
    ["large", "category-orders"],
  ] as const;
  const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

  // The other colours are the other style alone, of the same elements.
  const rulesOf = { light: undefined, dark: ["color-contrast", "link-in-text-block"] } as const;

  describe.each([
    ["light", [320, 768, 1280]],
    ["dark", [320, 1280]],
  ] as const)("in %s colours", (colorScheme, widths) => {
    it.each(widths)("axe finds nothing at %d px, and nothing is wider", async (width) => {
      const { page } = await openPage(browser, "http://127.0.0.1", {
        colorScheme,
        viewport: { width, height: 900 },
        // For axe alone: the pages themselves are looked at under the policy above.
        bypassCSP: true,
      });
      const found: string[] = [];
      for (const [site, path] of templates) {
        const name = `${site} ${path}`;
        await page.goto({ shipped, sample, large }[site].address + path);
        await page.addScriptTag({ path: axe });
        if (path === "index.html") {
          await page.keyboard.press("/");
          await page.keyboard.type("o");
          await page.locator("[role=option]").first().waitFor();
        }
        const violations = await page.evaluate(async (rules) => {
          const { violations: all } = await (
            globalThis as unknown as {
              axe: {
                run(options: object): Promise<{
                  violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
                }>;
              };
            }
          ).axe.run(rules === undefined ? {} : { runOnly: { type: "rule", values: rules } });
          return all.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
        }, rulesOf[colorScheme]);
        found.push(...violations.map((each) => `${name}: ${each}`));
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        if (wide > width) found.push(`${name}: ${wide} px wide`);
      }
      expect(found).toEqual([]);
    });
  });
});
