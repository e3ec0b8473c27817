/** How much one constructor adds to a bundle, with everything that it needs. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { emitTypeScript } from "../../dist/compiler.js";
import { sound, writeAll } from "./compile-catalog.mjs";
import { generateCatalog } from "./generate-catalog.mjs";
import { number, printTable, target } from "./harness.mjs";

const dist = fileURLToPath(new URL("../../dist/", import.meta.url));
const imported = "billingAccountLimitReached";

// The same error with its status, fields and message, as somebody would write it who needs nothing else.
const byHand = `export function ${imported}(fields, options) {
  const { used, limit, plan } = fields.usage;
  const error = new Error(\`You have used \${used} of \${limit} places of the \${plan} plan.\`, options);
  return Object.assign(error, { code: "billing_account_limit_reached", status: 403, ...fields });
}`;

/** Runs the section. */
export async function run(folder) {
  const floor = await size(byHand, folder);
  const shipped = await size(
    `export { quotaExceeded } from ${JSON.stringify(join(dist, "image-hosting.js"))};`,
    folder,
  );
  const of46 = await ofGenerated(46, folder);
  const of1000 = await ofGenerated(1000, folder);
  const runtime = await size('export { createError } from "errdex";', folder);
  const row = (name, { minified, gzip }) => [name, number(minified), number(gzip)];
  printTable(
    ["bytes", "minified", "gzip"],
    [
      row("by hand, a plain Error", floor),
      row("quotaExceeded of errdex/image-hosting (46 codes)", shipped),
      row("one of 46 generated codes", of46),
      row("one of 1 000 generated codes", of1000),
      row("of which the runtime", runtime),
    ],
  );
  const bytes = (value) => `${number(value)} B`;
  return [
    target("bundle, one of 46 codes (shipped), gzip", shipped.gzip, { atMost: 700 }, bytes),
    target("bundle, one of 1 000 codes, gzip", of1000.gzip, { atMost: 700 }, bytes),
    target("bundle, 1 000 codes to 46", of1000.minified / of46.minified, { atMost: 1.05 }),
  ];
}

async function ofGenerated(codes, folder) {
  const name = `bundle-${codes}`;
  await writeAll(join(folder, name), emitTypeScript(sound(generateCatalog(codes))));
  return size(`export { ${imported} } from "./${name}/index.js";`, folder);
}

async function size(contents, folder) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder, loader: "ts" },
    alias: { errdex: join(dist, "index.js") },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
    logLevel: "silent",
  });
  const [{ contents: code }] = outputFiles;
  return { minified: code.length, gzip: gzipSync(code, { level: 9 }).length };
}
