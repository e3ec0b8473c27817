import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, type Options } from "tsup";
import { copyStarters } from "./copy-starters.js";
import { writeShippedDeclarations } from "./shipped-declarations.js";
import { writeNotices } from "./write-notices.js";

// The script of the search carries MiniSearch, whose licence asks for its notice in every copy.
const licence: string = readFileSync(
  new URL("../node_modules/minisearch/LICENSE.txt", import.meta.url),
  "utf8",
);

const root: string = fileURLToPath(new URL("..", import.meta.url));

const shared: Options = {
  outDir: "dist",
  target: "es2022",
  platform: "node",
  splitting: true,
};

// The declaration build sets an option that TypeScript 6 calls deprecated.
const declarations = { compilerOptions: { ignoreDeprecations: "6.0" } };

const library: Options = { format: ["esm", "cjs"], dts: declarations };

const compiler = {
  compiler: "src/compiler.ts",
  coverage: "src/coverage.ts",
  "vitest/reporter": "src/vitest/reporter.ts",
  "node-test/reporter": "src/node-test/reporter.ts",
  "jest/reporter": "src/jest/reporter.ts",
};

const script: Options = {
  ...shared,
  format: ["iife"],
  platform: "browser",
  dts: false,
  minify: true,
  noExternal: [/./],
  outExtension: () => ({ js: ".js" }),
};

/** The library in both module systems with declarations, the command, which nobody imports, with the catalogs that it begins with, and what sites load. */
const config: Options[] = [
  {
    ...shared,
    entry: {
      index: "src/runtime/index.ts",
      generated: "src/runtime/generated.ts",
      "image-hosting": "src/image-hosting/index.ts",
      "image-hosting/client": "src/image-hosting/client.ts",
      "image-hosting/guidance": "src/image-hosting/guidance.ts",
      "image-hosting/locales/de": "src/image-hosting/locales/de.ts",
      "image-hosting/server": "src/image-hosting/server.ts",
      "image-hosting/wire": "src/image-hosting/wire.ts",
      "image-hosting/zod": "src/image-hosting/zod.ts",
      http: "src/http/index.ts",
      "http/client": "src/http/client.ts",
      "http/guidance": "src/http/guidance.ts",
      "http/locales/de": "src/http/locales/de.ts",
      "http/server": "src/http/server.ts",
      "http/wire": "src/http/wire.ts",
      "http/zod": "src/http/zod.ts",
      links: "src/links/index.ts",
      logging: "src/logging/index.ts",
      otel: "src/otel/index.ts",
      vitest: "src/vitest/index.ts",
      "node-test": "src/node-test/index.ts",
      jest: "src/jest/index.ts",
      client: "src/client/index.ts",
      server: "src/server/index.ts",
      fetch: "src/adapters/fetch.ts",
      node: "src/adapters/node.ts",
      express: "src/adapters/express.ts",
      fastify: "src/adapters/fastify.ts",
      hono: "src/adapters/hono.ts",
      nest: "src/adapters/nest.ts",
    },
    ...library,
    dts: {
      ...declarations,
      entry: {
        index: "src/runtime/index.ts",
        generated: "src/runtime/generated.ts",
        links: "src/links/index.ts",
        logging: "src/logging/index.ts",
        otel: "src/otel/index.ts",
        vitest: "src/vitest/index.ts",
        "node-test": "src/node-test/index.ts",
        jest: "src/jest/index.ts",
        client: "src/client/index.ts",
        server: "src/server/index.ts",
        fetch: "src/adapters/fetch.ts",
        node: "src/adapters/node.ts",
        express: "src/adapters/express.ts",
        fastify: "src/adapters/fastify.ts",
        hono: "src/adapters/hono.ts",
        nest: "src/adapters/nest.ts",
      },
    },
    // Rolled into one, declarations would lose their maps.
    onSuccess: () => writeShippedDeclarations(root),
  },
  // Apart, because the compiler takes the runtime as a whole: in one build, whoever imports a part would get all of it.
  {
    ...shared,
    entry: { ...compiler, cli: "src/cli/main.ts" },
    format: ["esm"],
    dts: false,
    // In a few files, for Node takes longer to find hundreds of modules than to run them. Native code cannot be
    // bundled, and what requires modules of Node cannot either.
    noExternal: [/^(?!node:|oxc-|commander)/],
    external: [/^(oxc-|commander)/],
    esbuildOptions(options) {
      options.chunkNames = "cli/[name]-[hash]";
    },
    onSuccess: async () => {
      await copyStarters(root);
      await writeNotices(root);
    },
  },
  { ...shared, entry: compiler, format: ["cjs"], dts: false },
  { ...shared, entry: compiler, format: ["esm", "cjs"], dts: { ...declarations, only: true } },
  // What help sites load: a script and a style, and the script of the search with its first letter.
  { ...script, entry: { "site/site": "src/site/main.ts" } },
  {
    ...script,
    entry: { "site/search": "src/site/search-main.ts" },
    banner: { js: `/*! MiniSearch. ${licence.trim()} */` },
  },
  { ...shared, entry: { "site/site": "src/site/site.css" }, dts: false, minify: true },
];

export default defineConfig(config) as Options[];
