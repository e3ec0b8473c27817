/** What `errdex build` writes has a place of its own. */
import { posix } from "node:path";
import { match } from "ts-pattern";
import { quoted } from "../../diagnostics/suggest.js";
import type { Catalog } from "../../model/catalog.js";
import type { ModuleFormat, Output } from "../../model/output.js";
import { siteFiles } from "../../model/site-address.js";
import { defineRule } from "../rule.js";

export const outputPath = defineRule({
  name: "output-path",
  severity: "error",
  summary:
    "An output has a path of its own; that of an OpenAPI document ends with .yaml, .yml or .json.",
  catalog: (catalog, report) => {
    const seen = new Map<string, Output>();
    for (const output of catalog.outputs) {
      const { kind, path } = output;
      if (kind === "openapi" && !/\.(ya?ml|json)$/.test(path.value))
        report(path.at, `${quoted(path.value)} is neither YAML nor JSON.`, {
          help: "End it with .yaml, .yml or .json.",
        });
      const files = filesOf(output, catalog);
      if (kind === "openapi" && files.every(isOfCatalog))
        report(path.at, "This file would be taken for a part of the catalog.", {
          help: "Write it beside the catalog's folder, such as ../openapi.yaml.",
        });
      const file = files.find((each) => seen.has(plain(each)));
      const first = file === undefined ? undefined : seen.get(plain(file));
      if (first !== undefined)
        report(path.at, `Another output, ${first.kind}, writes ${file} already.`, {
          related: [{ at: first.path.at, message: "The first is here." }],
        });
      for (const each of files) seen.set(plain(each), output);
    }
  },
});

// Letters of either case, and composed ones, are the same to the disks of macOS and Windows.
function plain(path: string): string {
  return path.normalize("NFC").toLowerCase();
}

/** Files by which outputs are told apart, relative to the catalog's folder: where two have one, one overwrites the other. */
function filesOf(output: Output, { wire, wireFormats }: Catalog): readonly string[] {
  const names = match(output)
    .returnType<readonly string[]>()
    .with({ kind: "typescript" }, () => ["index.ts"])
    .with({ kind: "javascript" }, ({ format }) => [`index.${codeEnding(format)}`])
    .with({ kind: "zod" }, () => ["zod.ts"])
    .with({ kind: "site" }, () => siteFiles)
    .with({ kind: "openapi" }, () => [""])
    .with({ kind: "json-schema" }, (own) => [`${(own.wire ?? wire).value}.producers.schema.json`])
    .with({ kind: "fixtures" }, (own) => [
      `index.${codeEnding(own.format)}`,
      ...wireFormats.flatMap(({ name: { value } }) =>
        own.wire === undefined || own.wire.value === value ? [`${value}.json`] : [],
      ),
    ])
    .exhaustive();
  return names.map((name) => posix.join(output.path.value, name));
}

// One folder may hold a module in both formats. Which of them is plain .js says the package.json that is found later.
function codeEnding(format: ModuleFormat | undefined): string {
  return format === undefined ? "js" : format === "module" ? "mjs" : "cjs";
}

// What is read as a part of the catalog, or reported as no part of it.
function isOfCatalog(file: string): boolean {
  const isInside = !file.startsWith("../") && !posix.isAbsolute(file);
  return isInside && (/\.ya?ml$/.test(file) || file === "released.json");
}
