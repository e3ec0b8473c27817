/** Bundles modules that exist in memory alone, and runs them. */
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build, type Plugin } from "esbuild";

const source = fileURLToPath(new URL("../../src/", import.meta.url));

/** What the first of the files exports. They import each other by relative paths, and the runtime. */
export async function runModule(
  files: Readonly<Record<string, string>>,
): Promise<Record<string, unknown>> {
  const [first = ""] = Object.keys(files);
  loaded ??= loadRuntime();
  const names = await loaded;
  return runBundle({ entryPoints: [first], plugins: [sharedRuntime(names), inMemory(files)] });
}

const entries = {
  errdex: "runtime/index",
  "errdex/client": "client/index",
  "errdex/generated": "runtime/generated",
} as const;
type Entry = keyof typeof entries;
type Names = Readonly<Record<Entry, readonly string[]>>;

// One copy of the runtime for all modules, beside that of the test: bundling it each time takes longer than all the rest.
let loaded: Promise<Names> | undefined;
const place = "errdex: the runtime of modules in memory";

async function loadRuntime(): Promise<Names> {
  const imports = Object.entries(entries).map(
    ([entry, file]) => `export * as ${JSON.stringify(entry)} from "./${file}.ts";`,
  );
  const all = (await runBundle({
    stdin: { contents: imports.join("\n"), resolveDir: source, loader: "ts" },
  })) as Readonly<Record<Entry, object>>;
  Object.defineProperty(globalThis, Symbol.for(place), { value: all });
  return {
    errdex: Object.keys(all.errdex),
    "errdex/client": Object.keys(all["errdex/client"]),
    "errdex/generated": Object.keys(all["errdex/generated"]),
  };
}

function sharedRuntime(names: Names): Plugin {
  return {
    name: "runtime",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^errdex(\/(client|generated))?$/ }, ({ path }) => ({
        path,
        namespace: "runtime",
        sideEffects: false,
      }));
      onLoad({ filter: /.*/, namespace: "runtime" }, ({ path }) => ({
        contents: `export const { ${names[path as Entry].join()} } =
  globalThis[Symbol.for(${JSON.stringify(place)})][${JSON.stringify(path)}];`,
      }));
    },
  };
}

function inMemory(files: Readonly<Record<string, string>>): Plugin {
  return {
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
  };
}

async function runBundle(options: BuildOptions): Promise<Record<string, unknown>> {
  const { outputFiles = [] } = await build({
    ...options,
    bundle: true,
    external: ["node:*"],
    write: false,
    format: "esm",
    target: "es2022",
    logLevel: "silent",
  });
  const code = outputFiles[0]?.contents ?? new Uint8Array();
  return import(
    /* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`
  );
}
