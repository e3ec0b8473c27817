/**
 * `npm run pictures`: takes the pictures of the help site that the documents show. Needs Chromium.
 *
 * `npm run pictures -- <folder>` takes others, to look at: pages at several widths, light and dark.
 */
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const root = fileURLToPath(new URL("../..", import.meta.url));
const [asked] = process.argv.slice(2);
const images = asked === undefined ? join(root, "docs", "images") : resolve(asked);
const folder = await mkdtemp(join(tmpdir(), "errdex-site-"));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});

const address = (path) => pathToFileURL(join(folder, path)).href;

async function documented() {
  for (const [name, path] of [
    ["site-index", "index.html"],
    ["site-code", "rate_limited.html"],
  ]) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
    await page.goto(address(path));
    await page.screenshot({ path: join(images, `${name}.png`) });
  }
}

async function everyWidth() {
  const paste =
    '{"error":"Too large","message":"File too large: 150.00 MB.","code":"FILE_TOO_LARGE"}';
  for (const colorScheme of ["light", "dark"])
    for (const width of [320, 768, 1280]) {
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
      const page = await context.newPage();
      const shoot = (name, fullPage) =>
        page.screenshot({ path: join(images, `${name}-${width}-${colorScheme}.png`), fullPage });
      for (const [name, path] of [
        ["index", "index.html"],
        ["code", "quota_exceeded.html"],
        ["german", "de/rate_limited.html"],
      ]) {
        await page.goto(address(path));
        await shoot(name, name === "code");
      }
      await page.goto(address("index.html"));
      await page.locator("#search").fill(paste);
      await page.locator("[role=option]").first().waitFor();
      await shoot("search", false);
      await context.close();
    }
}

try {
  execFileSync(process.execPath, [join(root, "dist", "cli.js"), "docs", "--out", folder], {
    cwd: root,
  });
  await mkdir(images, { recursive: true });
  await (asked === undefined ? documented() : everyWidth());
} finally {
  await browser.close();
  await rm(folder, { recursive: true });
}
