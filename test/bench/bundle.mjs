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
export async function run(folder, { few, many }) {
  const floor = await size(byHand, folder);
  const shipped = await size(
    `export { quotaExceeded } from ${JSON.stringify(join(dist, "image-hosting.js"))};`,
    folder,
  );
  const ofFew = await ofGenerated(few, folder);
  const ofMany = await ofGenerated(many, folder);
  const runtime = await size('export { createError } from "errdex/generated";', folder);
  const row = (name, { minified, gzip }) => [name, number(minified), number(gzip)];
  printTable(
    ["bytes", "minified", "gzip"],
    [
      row("by hand, a plain Error", floor),
      row("quotaExceeded of errdex/image-hosting (46 codes)", shipped),
      row(`one of ${number(few)} generated codes`, ofFew),
      row(`one of ${number(many)} generated codes`, ofMany),
      row("of which the runtime", runtime),
    ],
  );
  const bytes = (value) => `${number(value)} B`;
  return [
    target("bundle, one of 46 codes (shipped), gzip", shipped.gzip, { atMost: 700 }, bytes),
    target(`bundle, one of ${number(many)} codes, gzip`, ofMany.gzip, { atMost: 700 }, bytes),
    target(`bundle, ${number(many)} codes to ${number(few)}`, ofMany.minified / ofFew.minified, {
      atMost: 1.05,
    }),
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
    alias: { "errdex/generated": join(dist, "generated.js") },
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
