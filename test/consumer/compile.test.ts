import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildSync } from "esbuild";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { root } from "../shipped-catalog.js";

const consumer = inject("consumer");

const compilers = {
  "TypeScript 5.5": "typescript55/bin/tsc",
  "TypeScript 6": "typescript/bin/tsc",
  "TypeScript 7": "typescript7/bin/tsc",
};

const strict = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noImplicitOverride: true,
  noPropertyAccessFromIndexSignature: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  noImplicitReturns: true,
  isolatedModules: true,
  verbatimModuleSyntax: true,
  types: [],
  target: "es2022",
  rootDir: "src",
  outDir: "out",
  declaration: true,
};

const resolutions = {
  // The declarations of the package are checked too.
  node16: {
    module: "node16",
    moduleResolution: "node16",
    lib: ["es2022", "dom"],
    skipLibCheck: false,
  },
  // Neither a browser nor Node at hand, only the language.
  bundler: {
    module: "esnext",
    moduleResolution: "bundler",
    lib: ["es2022"],
    skipLibCheck: true,
  },
};

/** What a user writes around the module that `errdex init` and `errdex build` gave. */
const usage = `
export function run(): unknown[] {
  const cause = new RangeError("nothing on the shelf");
  const thrown: unknown = outOfStock({ product: "Blue cup", available: 2 }, { cause });
  if (!isShopError(thrown) || !hasCode(thrown, "out_of_stock")) throw new Error("a guard failed");
  const back: ShopError | UnrecognizedError = fromJSON(JSON.parse(JSON.stringify(thrown)));
  switch (back.code) {
    case "out_of_stock":
      return [back.product, back.available, back.message, httpStatus[back.code], thrown.cause === cause, isCatalogError(back)];
    case "rate_limited":
      return [back.retry_after];
    case "internal_error":
    case "unrecognized":
      return [back.message];
  }
}

export const matched: string | number = match(rateLimited({ retry_after: 60 }), {
  rate_limited: ({ retry_after }) => retry_after ?? "later",
});

export const handlers: Handlers<number> = {
  out_of_stock: ({ available }) => available,
  rate_limited: () => 0,
  internal_error: ({ status }) => status,
};

export const shipped = imageHosting.quotaExceeded({
  action: { type: "verify", url: "https://img.example/v", label: "Verify" },
  usage: { plan: "free", uploads_used: 1, uploads_limit: 1 },
});
export const compiler: typeof compile = compile;
`;

const asImports = `import { isCatalogError } from "errdex";
import { loadCatalog as compile } from "errdex/compiler";
import * as imageHosting from "errdex/image-hosting";
import {
  fromJSON, type Handlers, hasCode, httpStatus, isShopError, match, outOfStock, rateLimited,
  type ShopError, type UnrecognizedError,
} from "./errors/index.js";
${usage}`;

// Under verbatimModuleSyntax a CommonJS file says what it is.
const commonJs = { ...strict, verbatimModuleSyntax: false };

const want = ["Blue cup", 2, 'Only 2 of "Blue cup" are left.', 409, true, true];

const kinds = {
  module: { folder: join(consumer, "esm"), options: strict },
  commonjs: { folder: join(consumer, "cjs"), options: commonJs },
} as const;

function errdex(cwd: string, ...args: readonly string[]): string {
  return execFileSync(join(consumer, "node_modules/.bin/errdex"), args, { cwd, encoding: "utf8" });
}

function compile(
  compiler: string,
  folder: string,
  options: object,
  ...flags: readonly string[]
): string {
  const name = `tsconfig.${flags.length}.json`;
  const config = { compilerOptions: options, include: ["src"] };
  writeFileSync(join(folder, name), JSON.stringify(config));
  try {
    const tsc = join(root, "node_modules", compiler);
    return execFileSync(process.execPath, [tsc, "-p", name, "--pretty", "false", ...flags], {
      cwd: folder,
      encoding: "utf8",
    });
  } catch (error) {
    return (error as { readonly stdout: string }).stdout;
  }
}

beforeAll(() => {
  for (const [type, { folder }] of Object.entries(kinds)) {
    mkdirSync(folder);
    writeFileSync(
      join(folder, "package.json"),
      JSON.stringify({ name: "shop", private: true, type }),
    );
    errdex(folder, "init");
    errdex(folder, "build");
    writeFileSync(join(folder, "src/main.ts"), asImports);
  }
});

describe.each(Object.entries(kinds))("a project of type %s", (type, { folder, options }) => {
  it("is up to date right after errdex build", () => {
    expect(() => errdex(folder, "build", "--check")).not.toThrow();
    expect(() => errdex(folder, "check", "--max-warnings", "0")).not.toThrow();
  });

  describe.each(Object.entries(compilers))("with %s", (_, compiler) => {
    it("compiles under node16 and runs", async () => {
      expect(compile(compiler, folder, { ...options, ...resolutions.node16 })).toBe("");
      expect(await resultOf(join(folder, "out/main.js"), type)).toEqual(want);
    });
  });

  it.each(["esm", "cjs"] as const)("is bundled as %s and runs", async (format) => {
    const extension = format === "esm" ? "mjs" : "cjs";
    const outfile = join(folder, `bundle.${extension}`);
    buildSync({
      stdin: {
        contents: asImports.replaceAll("export const compiler: typeof compile = compile;", ""),
        resolveDir: join(folder, "src"),
        loader: "ts",
      },
      bundle: true,
      minify: true,
      format,
      platform: "node",
      outfile,
    });
    expect(await resultOf(outfile, format === "esm" ? "module" : "commonjs")).toEqual(want);
  });
});

describe.each(Object.entries(compilers))("with %s", (_, compiler) => {
  it("a bundler's resolution finds all types too", () => {
    const { folder, options } = kinds.module;
    const all = { ...options, ...resolutions.bundler };
    expect(compile(compiler, folder, all, "--noEmit")).toBe("");
  });
});

it("a catalog begins with a wire format that the package brings", () => {
  const folder = join(consumer, "with-wire");
  mkdirSync(folder);
  errdex(folder, "init", "--wire", "problem");
  expect(() => errdex(folder, "check", "--max-warnings", "0")).not.toThrow();
});

describe("the module as JavaScript", () => {
  it("needs no compiler, and its declarations are those of the TypeScript", async () => {
    const folder = join(consumer, "javascript");
    mkdirSync(folder);
    writeFileSync(
      join(folder, "package.json"),
      '{ "name": "shop", "private": true, "type": "module" }',
    );
    errdex(folder, "init");
    const path = join(folder, "catalog/catalog.yaml");
    const text = readFileSync(path, "utf8");
    writeFileSync(path, text.replace("typescript: ../src/errors", "javascript: ../src/errors"));
    errdex(folder, "build");
    writeFileSync(join(folder, "src/main.ts"), asImports);
    const options = { ...strict, ...resolutions.node16 };
    expect(compile(compilers["TypeScript 6"], folder, options)).toBe("");
    cpSync(join(folder, "src/errors"), join(folder, "out/errors"), { recursive: true });
    expect(await resultOf(join(folder, "out/main.js"), "module")).toEqual(want);
  });
});

async function resultOf(path: string, type: string): Promise<unknown> {
  const url = JSON.stringify(pathToFileURL(path).href);
  const load = type === "module" ? `await import(${url})` : `require(${JSON.stringify(path)})`;
  const output = execFileSync(
    process.execPath,
    [`--input-type=${type}`, "--eval", `console.log(JSON.stringify((${load}).run()))`],
    { cwd: consumer, encoding: "utf8" },
  );
  return JSON.parse(output);
}
