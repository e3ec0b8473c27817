/** `npm run gauntlet [-- -v] [format …]`: how each format of `formats/` fares. `-v` shows every failure. */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createViteServer } from "vitest/node";

const root = fileURLToPath(new URL("../..", import.meta.url));
const formats = readdirSync(new URL("formats", import.meta.url)).sort();
const { values, positionals: asked } = parseArgs({
  options: { verbose: { type: "boolean", short: "v", default: false } },
  allowPositionals: true,
});
const unknown = asked.filter((name) => !formats.includes(name));
if (unknown.length > 0) {
  console.error(`No format ${unknown.join(", ")}. There are: ${formats.join(", ")}.`);
  process.exit(2);
}

// The sources are TypeScript, which Node cannot run.
const server = await createViteServer({
  root,
  configFile: false,
  logLevel: "error",
  server: { middlewareMode: true, watch: null, ws: false },
  optimizeDeps: { noDiscovery: true },
});
try {
  const { runFormat } = await server.ssrLoadModule("/test/gauntlet/run-format.ts");
  const { tableOf } = await server.ssrLoadModule("/test/gauntlet/table-of.ts");
  const reports = [];
  for (const name of asked.length > 0 ? asked : formats) reports.push(await runFormat(name));
  process.stdout.write(tableOf(reports, values.verbose));
} finally {
  await server.close();
}
