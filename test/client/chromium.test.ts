/** `createFetch` in a browser. */
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { root } from "../shipped-catalog.js";
import { chromiumPath, insists, openBrowser } from "../site/chromium.js";
import { playing } from "./playing-server.js";

const server = playing();
const busy = { status: 503, body: { error: "new_code", message: "m" } };

/** What the page does with each address, in the browser. */
const script = `
  import { createFetch } from "./src/client/index.js";
  import { imgPro } from "./src/image-hosting/client.js";
  const api = createFetch(imgPro, { retry: { attempts: 2, max: 5 }, timeout: { attempt: 200 } });
  window.ask = async (address, abortAfter) => {
    const signal = abortAfter ? AbortSignal.any([AbortSignal.timeout(1e6), window.abortIn(abortAfter)]) : null;
    const { response, failure } = await api.try(address, { signal });
    return response ? ["good", response.status] : [failure.kind, failure.error?.code];
  };
  window.abortIn = (ms) => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), ms);
    return controller.signal;
  };
`;

describe.runIf(chromiumPath !== undefined || insists)("in Chromium", () => {
  it("tells apart what it tells apart elsewhere", async () => {
    const { outputFiles } = await build({
      stdin: { contents: script, resolveDir: root, loader: "ts" },
      alias: { "errdex/generated": `${root}src/runtime/generated.ts` },
      bundle: true,
      format: "iife",
      write: false,
      logLevel: "silent",
    });
    const browser = await openBrowser();
    try {
      const page = await browser.newPage();
      await page.goto(server.at("/page"));
      await page.addScriptTag({ content: outputFiles[0]?.text ?? "" });
      const ask = (address: string, abortAfter?: number) =>
        page.evaluate(`ask(${JSON.stringify([address, abortAfter]).slice(1, -1)})`);
      const again = server.play(busy, { status: 200, body: {} });
      expect({
        good: await ask(server.at("/good")),
        redirect: await ask(server.at("/to-error")),
        gzip: await ask(server.at("/gzip")),
        proxy: await ask(server.at("/proxy")),
        again: await ask(again),
        cut: await ask(server.at("/cut")),
        truncated: await ask(server.at("/truncated")),
        silent: await ask(server.at("/silent")),
        aborted: await ask(server.at("/silent"), 50),
        abortedBody: await ask(server.at("/silent-body"), 50),
      }).toEqual({
        good: ["good", 200],
        redirect: ["answer", "not_found"],
        gzip: ["answer", "not_found"],
        proxy: ["answer", "unrecognized"],
        again: ["good", 200],
        cut: ["network", undefined],
        truncated: ["network", undefined],
        silent: ["timeout", undefined],
        aborted: ["aborted", undefined],
        abortedBody: ["aborted", undefined],
      });
    } finally {
      await browser.close();
    }
  });
});
