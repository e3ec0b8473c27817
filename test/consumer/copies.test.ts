import { cpSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { inspect } from "node:util";
import { createContext, runInContext } from "node:vm";
import { Worker } from "node:worker_threads";
import { buildSync } from "esbuild";
import { describe, expect, inject, it } from "vitest";

type Runtime = typeof import("../../src/runtime/index.js");
type Module = typeof import("../../src/image-hosting/index.js");
type Copy = Module & Pick<Runtime, "isCatalogError" | "format">;

const consumer = inject("consumer");
const installed = join(consumer, "node_modules/errdex");
const require = createRequire(join(consumer, "package.json"));
const source =
  'export * from "errdex/image-hosting"; export { isCatalogError, format } from "errdex";';

async function esm(folder: string): Promise<Copy> {
  const files = ["image-hosting.js", "index.js"].map((file) => join(folder, "dist", file));
  const [module, runtime] = await Promise.all(
    files.map((file) => import(/* @vite-ignore */ pathToFileURL(file).href)),
  );
  return { ...runtime, ...module };
}

async function bundled(name: string, options: object): Promise<Copy> {
  const outfile = join(consumer, `${name}.mjs`);
  buildSync({
    stdin: { contents: source, resolveDir: consumer },
    bundle: true,
    format: "esm",
    outfile,
    ...options,
  });
  return import(/* @vite-ignore */ pathToFileURL(outfile).href);
}

function inOtherRealm(): Copy {
  const { outputFiles } = buildSync({
    stdin: { contents: source, resolveDir: consumer },
    bundle: true,
    format: "cjs",
    write: false,
  });
  const context = createContext({ module: { exports: {} } });
  runInContext(outputFiles[0]?.text ?? "", context);
  return (context as { readonly module: { readonly exports: Copy } }).module.exports;
}

const folder = join(consumer, "copied");
cpSync(installed, folder, { recursive: true });

const copies: Readonly<Record<string, Copy>> = {
  "the package, imported": await esm(installed),
  "the package, required": { ...require("errdex"), ...require("errdex/image-hosting") },
  "a copy of its folder": await esm(folder),
  "a minified bundle": await bundled("minified", { minify: true, keepNames: false }),
  "a bundle for older engines": await bundled("older", { minify: true, target: "es2019" }),
  "another realm": inOtherRealm(),
};

const names = Object.keys(copies);
const pairs = names.flatMap((maker) =>
  names.filter((reader) => reader !== maker).map((reader) => ({ maker, reader })),
);

function of(name: string): Copy {
  return copies[name] as Copy;
}

function denied({ quotaExceeded }: Copy) {
  return quotaExceeded({
    action: { type: "upgrade", url: "https://img.example/?sig=s3cr3t", label: "Upgrade" },
    usage: { plan: "free", uploads_used: 1, uploads_limit: 1 },
  });
}

describe("copies of the package know each other's errors", () => {
  it("although they are different copies", () => {
    expect(new Set(names.map((name) => of(name).quotaExceeded)).size).toBe(names.length);
  });

  it.each(pairs)("made by $maker, read by $reader", ({ maker, reader }) => {
    const error = denied(of(maker));
    const { hasCode, isCatalogError, isImageHostingError, isLimitsError, isRetryable, match } =
      of(reader);
    expect(isCatalogError(error)).toBe(true);
    expect(isImageHostingError(error)).toBe(true);
    expect(isLimitsError(error)).toBe(true);
    expect(isRetryable(error)).toBe(false);
    expect(hasCode(error, "quota_exceeded")).toBe(true);
    expect(hasCode(error, "not_found")).toBe(false);
    expect(match(error, { quota_exceeded: ({ usage }) => usage.plan })).toBe("free");
  });

  it.each(pairs)("made by $maker, printed and carried over by $reader", ({ maker, reader }) => {
    const error = denied(of(maker));
    const { format, fromJSON } = of(reader);
    expect(format(error)).toContain('"url":"[redacted]"');
    expect(format(error)).toBe(of(maker).format(error));
    expect(inspect(error)).not.toContain("s3cr3t");
    expect(fromJSON(structuredClone(error.toJSON())).toJSON()).toEqual(error.toJSON());
  });
});

describe("a worker thread", () => {
  it("sends an error as JSON that its parent reads, and reads one from it", async () => {
    const file = join(consumer, "worker.mjs");
    writeFileSync(
      file,
      `import { parentPort } from "node:worker_threads";
       import { fromJSON, hasCode, notFound } from "errdex/image-hosting";
       parentPort.once("message", (json) => {
         const error = fromJSON(json);
         parentPort.postMessage([hasCode(error, "quota_exceeded"), error.toJSON(), notFound().toJSON()]);
       });`,
    );
    const worker = new Worker(file, { execArgv: [] });
    const { fromJSON, hasCode } = of("the package, imported");
    const sent = denied(of("the package, imported")).toJSON();
    const answer = new Promise<[boolean, unknown, unknown]>((resolve, reject) => {
      worker.once("message", resolve).once("error", reject);
    });
    worker.postMessage(sent);
    const [known, echoed, other] = await answer;
    await worker.terminate();
    expect(known).toBe(true);
    expect(echoed).toEqual(sent);
    expect(hasCode(fromJSON(other), "not_found")).toBe(true);
  });
});
