/** Chromium, and a host that serves a site as static hosts do. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { onTestFinished } from "vitest";

/** Where Chromium is; undefined where there is none. */
export const chromiumPath: string | undefined = [
  process.env.CHROMIUM_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  found("chromium"),
].find((path) => path !== undefined && existsSync(path));

/** Whether a machine without it is one that tests nothing: not where pages are promised to be looked at. */
export const insists: boolean =
  process.env.CI !== undefined || process.env.ERRDEX_REQUIRE_CHROMIUM === "1";

function found(name: string): string | undefined {
  try {
    return execFileSync("which", [name], { encoding: "utf8" }).trim();
  } catch {
    return undefined;
  }
}

/** Starts it. */
export async function openBrowser(): Promise<Browser> {
  // Its sandbox refuses root, and CI often is.
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return chromium.launch({ executablePath: chromiumPath ?? "chromium", args });
}

/** A page, and what went wrong on it. */
export interface WatchedPage {
  readonly page: Page;
  /** Errors, complaints of the policy, and requests that left the site. */
  readonly complaints: readonly string[];
}

/** A page of its own, closed at the end of the test. */
export async function openPage(
  browser: Browser,
  base: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(base)) complaints.push(`left the site: ${request.url()}`);
  });
  return { page, complaints };
}

const types: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  svg: "image/svg+xml",
  md: "text/markdown; charset=utf-8",
  txt: "text/plain; charset=utf-8",
};

/** A host of files below `folder`, with a strict policy. It ends with `close`. */
export interface StaticHost {
  /** The address of the folder, with a slash at its end. */
  readonly address: string;
  close(): void;
}

/** Serves files as static hosts do: `/code` is `code.html`, and what there is not is 404.html. */
export async function serve(
  files: ReadonlyMap<string, string>,
  folder = "/shop/",
): Promise<StaticHost> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const path = decodeURIComponent(pathname).slice(folder.length);
    const inside = pathname.startsWith(folder);
    const names = [path === "" ? "index.html" : path, `${path}.html`, `${path}index.html`];
    const name = inside ? names.find((each) => files.has(each)) : undefined;
    const shown = name ?? "404.html";
    response.writeHead(name === undefined ? 404 : 200, {
      "Content-Type": types[shown.split(".").at(-1) ?? ""] ?? "text/plain",
      "Content-Security-Policy": "default-src 'self'",
    });
    response.end(files.get(shown));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}${folder}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
