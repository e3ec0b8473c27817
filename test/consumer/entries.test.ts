import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";
import { describe, expect, inject, it } from "vitest";

const consumer = inject("consumer");
const installed = join(consumer, "node_modules/errdex");

interface PackageJson {
  readonly exports: Readonly<Record<string, unknown>>;
  readonly bin: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly sideEffects: boolean;
}

const packageJson = JSON.parse(
  readFileSync(join(installed, "package.json"), "utf8"),
) as PackageJson;
const entries = Object.keys(packageJson.exports)
  .filter((path) => path !== "./package.json")
  .map((path) => path.replace(/^\./, "errdex"));

function node(code: string, type: "module" | "commonjs"): string {
  return execFileSync(process.execPath, [`--input-type=${type}`, "--eval", code], {
    cwd: consumer,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
}

describe("the package", () => {
  it("lists its entries one by one", () => {
    expect(entries).toEqual(
      expect.arrayContaining([
        "errdex",
        "errdex/generated",
        "errdex/image-hosting",
        "errdex/image-hosting/wire",
        "errdex/http/wire",
        "errdex/compiler",
      ]),
    );
    expect(entries.filter((entry) => entry.includes("*"))).toEqual([]);
    expect(packageJson.sideEffects).toBe(false);
  });

  it("keeps its other files to itself", () => {
    for (const path of ["errdex/dist/index.js", "errdex/src/runtime/index.js", "errdex/cli"]) {
      expect(() => node(`await import("${path}")`, "module")).toThrow(
        "ERR_PACKAGE_PATH_NOT_EXPORTED",
      );
    }
  });

  it("brings the catalog, the licence and nothing of the workshop", () => {
    const files = readdirSync(installed, { recursive: true, encoding: "utf8" });
    expect(files).toEqual(
      expect.arrayContaining([
        "LICENSE",
        "package.json",
        join("catalog", "catalog.yaml"),
        join("src", "http", "catalog", "catalog.yaml"),
      ]),
    );
    expect(
      files.filter((path) => /^(test|node_modules|\.)|\.test\.|tsup|vitest\.config/.test(path)),
    ).toEqual([".github", join(".github", "SECURITY.md")]);
  });

  it("needs at run time nothing that it does not declare", async () => {
    const externals = await Promise.all([/\.js$/, /\.cjs$/].map(externalsOf));
    const { dependencies, peerDependencies } = packageJson;
    const declared = Object.keys({ ...dependencies, ...peerDependencies });
    const allowed = new Set([...declared, ...builtinModules]);
    const needed = externals.flat();
    expect(needed).toContain("zod");
    expect(needed.filter((name) => !allowed.has(name))).toEqual([]);
  });
});

describe.each(entries)("%s", (entry) => {
  it("can be imported", () => {
    const names = node(
      `import * as entry from "${entry}"; console.log(JSON.stringify(Object.keys(entry)));`,
      "module",
    );
    expect(JSON.parse(names).length).toBeGreaterThan(0);
  });

  it("can be required, and gives the same names", () => {
    const imported = node(
      `import * as entry from "${entry}"; console.log(JSON.stringify(Object.keys(entry).sort()));`,
      "module",
    );
    const required = node(
      `console.log(JSON.stringify(Object.keys(require("${entry}")).filter((name) => name !== "__esModule").sort()));`,
      "commonjs",
    );
    expect(JSON.parse(required)).toEqual(JSON.parse(imported));
  });
});

describe("the entries work", () => {
  const useImageHosting = `
    const error = quotaExceeded({
      action: { type: "verify", url: "https://img.example/v", label: "Verify" },
      usage: { plan: "free", uploads_used: 1, uploads_limit: 2 },
    });
    const back = fromJSON(JSON.parse(JSON.stringify(error)));
    console.log(JSON.stringify([back.code, hasCode(back, "quota_exceeded"), isCatalogError(back), format(back)]));`;
  const want = [
    "quota_exceeded",
    true,
    true,
    'quota_exceeded 403: You have used 1 of 2 uploads. {"action":{"type":"verify","url":"[redacted]","label":"Verify"},"usage":{"plan":"free","uploads_used":1,"uploads_limit":2}}',
  ];

  it("as ESM", () => {
    const imports = `import { quotaExceeded, fromJSON, hasCode } from "errdex/image-hosting";
      import { isCatalogError, format } from "errdex";`;
    expect(JSON.parse(node(imports + useImageHosting, "module"))).toEqual(want);
  });

  it("as CJS", () => {
    const requires = `const { quotaExceeded, fromJSON, hasCode } = require("errdex/image-hosting");
      const { isCatalogError, format } = require("errdex");`;
    expect(JSON.parse(node(requires + useImageHosting, "commonjs"))).toEqual(want);
  });

  it("as a compiler", () => {
    const use = `readCatalogFiles("node_modules/errdex/catalog").then((files) => {
      const { catalog, diagnostics } = loadCatalog(files);
      const complaints = [...diagnostics, ...checkCatalog(catalog)].filter(({ severity }) => severity === "error");
      console.log(JSON.stringify([complaints, emitTypeScript(catalog).map(({ path }) => path)]));
    });`;
    const names = "{ readCatalogFiles, loadCatalog, checkCatalog, emitTypeScript }";
    const results = [
      node(`import ${names} from "errdex/compiler"; ${use}`, "module"),
      node(`const ${names} = require("errdex/compiler"); ${use}`, "commonjs"),
    ];
    for (const result of results) {
      const [complaints, paths] = JSON.parse(result);
      expect(complaints).toEqual([]);
      expect(paths).toContain("index.ts");
    }
  });

  it("as a command", () => {
    const bin = join(consumer, "node_modules/.bin/errdex");
    const output = execFileSync(bin, ["list", "node_modules/errdex/catalog", "--format", "json"], {
      cwd: consumer,
      encoding: "utf8",
    });
    expect(JSON.parse(output).codes.length).toBeGreaterThanOrEqual(46);
  });
});

/** The packages that the built files import. */
async function externalsOf(extension: RegExp): Promise<readonly string[]> {
  const dist = join(installed, "dist");
  const files = readdirSync(dist, { encoding: "utf8", recursive: true }).filter((name) =>
    extension.test(name),
  );
  const { metafile } = await build({
    entryPoints: files.map((name) => join(dist, name)),
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    metafile: true,
    write: false,
    outdir: join(consumer, "unwritten"),
  });
  return Object.values(metafile.outputs)
    .flatMap(({ imports }) => imports)
    .filter(({ external }) => external)
    .map(({ path }) => path.replace(/^node:/, "").match(/^(@[^/]+\/)?[^/]+/)?.[0] ?? path);
}
