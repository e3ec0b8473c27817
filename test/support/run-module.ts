/** Bundles modules that exist in memory alone, and runs them. */
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const runtime = fileURLToPath(new URL("../../src/runtime/", import.meta.url));

/** What the first of the files exports. They import each other by relative paths, and `errdex`. */
export async function runModule(
  files: Readonly<Record<string, string>>,
): Promise<Record<string, unknown>> {
  const [first = ""] = Object.keys(files);
  const { outputFiles } = await build({
    entryPoints: [first],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    logLevel: "silent",
    alias: { "errdex/generated": `${runtime}generated.ts`, errdex: `${runtime}index.ts` },
    plugins: [
      {
        name: "memory",
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^\.|^[^/]+$/ }, ({ path, importer, kind, namespace }) => {
            if (kind === "entry-point") return { path, namespace: "memory" };
            if (namespace !== "memory" || !path.startsWith(".")) return undefined;
            const target = posix.join(posix.dirname(importer), path);
            const found = [target, target.replace(/\.js$/, ".ts")].find((each) => each in files);
            return found === undefined ? undefined : { path: found, namespace: "memory" };
          });
          onLoad({ filter: /.*/, namespace: "memory" }, ({ path }) => ({
            contents: files[path] ?? "",
            loader: path.endsWith(".ts") ? "ts" : "js",
            resolveDir: process.cwd(),
          }));
        },
      },
    ],
  });
  const code = outputFiles[0]?.contents ?? new Uint8Array();
  return import(
    /* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`
  );
}
