/** Runs the code of documents as it stands there, with the sources of this project and the packages that are installed. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { root } from "../shipped-catalog.js";

/** What users import. The longest names first, since esbuild takes the first that fits. */
const entries = {
  "errdex/image-hosting/wire": "src/image-hosting/wire.ts",
  "errdex/image-hosting": "src/image-hosting/index.ts",
  "errdex/generated": "src/runtime/generated.ts",
  errdex: "src/runtime/index.ts",
};

/** What the code exports. `more` is added to it, for a test that needs something of the same packages. */
export async function runSnippet(code: string, more = ""): Promise<Record<string, never>> {
  const { outputFiles } = await build({
    stdin: { contents: `${code}\n${more}`, loader: "ts", resolveDir: root },
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
    target: "es2022",
    logLevel: "silent",
    alias: Object.fromEntries(
      Object.entries(entries).map(([name, path]) => [name, join(root, path)]),
    ),
    // Packages that are CommonJS load modules of Node.js by it.
    banner: {
      js: 'import { createRequire as $require } from "node:module"; const require = $require(import.meta.url);',
    },
  });
  const folder = await mkdtemp(join(tmpdir(), "errdex-snippet-"));
  try {
    const file = join(folder, "snippet.mjs");
    await writeFile(file, outputFiles[0]?.contents ?? "");
    return await import(/* @vite-ignore */ pathToFileURL(file).href);
  } finally {
    await rm(folder, { recursive: true });
  }
}
