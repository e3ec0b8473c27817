import { gzipSync } from "node:zlib";
import { type BuildResult, build } from "esbuild";
import { describe, expect, inject, it } from "vitest";

const consumer = inject("consumer");
const limitOfOneConstructor = 750;
const limitOfOneThatHides = 1100;

async function bundle(contents: string): Promise<BuildResult<{ metafile: true; write: false }>> {
  return build({
    stdin: { contents, resolveDir: consumer },
    bundle: true,
    minify: true,
    format: "esm",
    // Its own modules are all that Node adds: errdex/compiler reads files.
    platform: "node",
    target: "es2022",
    metafile: true,
    write: false,
    logLevel: "silent",
  });
}

async function codeOf(contents: string): Promise<string> {
  return (await bundle(contents)).outputFiles[0]?.text ?? "";
}

describe("a bundle", () => {
  it.each([
    "errdex",
    "errdex/generated",
    "errdex/image-hosting",
    "errdex/image-hosting/wire",
    "errdex/links",
    "errdex/logging",
    "errdex/otel",
  ])("of all of %s holds files of this package alone", async (entry) => {
    const { metafile } = await bundle(`export * from "${entry}";`);
    const inputs = Object.keys(metafile.inputs).filter((path) => path !== "<stdin>");
    expect(inputs.length).toBeGreaterThan(0);
    for (const path of inputs) expect(path).toMatch(/(^|\/)node_modules\/errdex\/dist\//);
    for (const { imports } of Object.values(metafile.outputs)) expect(imports).toEqual([]);
  });

  it.each([
    "errdex",
    "errdex/generated",
    "errdex/image-hosting",
    "errdex/image-hosting/wire",
    "errdex/links",
    "errdex/logging",
    "errdex/otel",
    "errdex/compiler",
  ])("with a bare import of %s is empty", async (entry) => {
    expect((await codeOf(`import "${entry}";`)).trim()).toBe("");
  });

  it.each([
    ["authRequired", limitOfOneConstructor],
    ["insufficientScope", limitOfOneConstructor],
    ["quotaExceeded", limitOfOneThatHides],
  ])("of %s alone stays small, with all the runtime that it needs", async (name, limit) => {
    const code = await codeOf(`export { ${name} } from "errdex/image-hosting";`);
    expect(gzipSync(code).length).toBeLessThanOrEqual(limit);
  });

  it("of one constructor knows no other code", async () => {
    const code = await codeOf('export { quotaExceeded } from "errdex/image-hosting";');
    expect(code).toContain("quota_exceeded");
    expect(code).not.toMatch(/rate_limited|not_found|uploads_left/);
  });

  it("of one wire format knows no other", async () => {
    const code = await codeOf('export { picora } from "errdex/image-hosting/wire";');
    expect(code).toContain('"picora"');
    expect(code).not.toMatch(/"(img-pro|imagizer|pinarkive|imagebin|problem)"/);
  });

  it("of a client has nothing of what its format does not use", async () => {
    const code = await codeOf('export { imgPro } from "errdex/image-hosting/client";');
    // XML, forms and percent-encoded texts; what else came along would make it too long.
    expect(code).not.toMatch(/CDATA|URLSearchParams|%\[0-7\]/);
    expect(gzipSync(code).length).toBeLessThanOrEqual(7750);
  });

  it("of requests adds no more to a client than it needs", async () => {
    const code = await codeOf(`import { createFetch } from "errdex/client";
      import { imgPro } from "errdex/image-hosting/client";
      export const api = createFetch(imgPro);`);
    expect(code).not.toMatch(/isAxiosError|beforeError|failures/);
    expect(gzipSync(code).length).toBeLessThanOrEqual(10_700);
    const forms = await codeOf('export { toFormErrors } from "errdex/client";');
    expect(gzipSync(forms).length).toBeLessThanOrEqual(1100);
  });

  it("of a wire format knows no language, until one is imported", async () => {
    const wire = 'export { flat } from "errdex/image-hosting/wire";';
    const german = 'export { de } from "errdex/image-hosting/locales/de";';
    const alone = await codeOf(wire);
    expect(alone).not.toMatch(/PluralRules|Keine Erlaubnis/);
    expect(await codeOf(wire + german)).toMatch(/PluralRules[\s\S]*Keine Erlaubnis/);
    expect((await codeOf('import "errdex/image-hosting/locales/de";')).trim()).toBe("");
  });

  it("of a guard holds no constructor", async () => {
    const code = await codeOf('export { hasCode } from "errdex/image-hosting";');
    expect(gzipSync(code).length).toBeLessThanOrEqual(limitOfOneConstructor);
    expect(code).not.toMatch(/rate_limited|not_found/);
  });
});
