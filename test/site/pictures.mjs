/** `npm run pictures`: takes the pictures of the help site that the documents show. Needs Chromium. */
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const root = fileURLToPath(new URL("../..", import.meta.url));
const images = join(root, "docs", "images");
const folder = await mkdtemp(join(tmpdir(), "errdex-site-"));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
try {
  execFileSync(process.execPath, [join(root, "dist", "cli.js"), "docs", "--out", folder], {
    cwd: root,
  });
  await mkdir(images, { recursive: true });
  for (const [name, path] of [
    ["site-index", "index.html"],
    ["site-code", "rate_limited.html"],
  ]) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
    await page.goto(pathToFileURL(join(folder, path)).href);
    await page.screenshot({ path: join(images, `${name}.png`) });
  }
} finally {
  await browser.close();
  await rm(folder, { recursive: true });
}
