/** What `errdex build` writes has a place of its own. */
import { posix } from "node:path";
import { quoted } from "../../diagnostics/suggest.js";
import { isWrittenFile } from "../../load/decode-file.js";
import type { Output } from "../../model/output.js";
import { outputsByKey } from "../../outputs/outputs.js";
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
      const definition = outputsByKey.get(kind);
      if (definition === undefined) continue;
      const { endings } = definition;
      if (endings?.every((ending) => !path.value.endsWith(ending)))
        report(path.at, `${quoted(path.value)} does not say by its ending what it is.`, {
          help: `End it with ${alternatives(endings)}.`,
        });
      const files = definition.files(output, catalog).map((name) => posix.join(path.value, name));
      if (endings !== undefined && files.every(isOfCatalog))
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

function alternatives(texts: readonly string[]): string {
  return `${texts.slice(0, -1).join(", ")} or ${texts.at(-1)}`;
}

// Letters of either case, and composed ones, are the same to the disks of macOS and Windows.
function plain(path: string): string {
  return path.normalize("NFC").toLowerCase();
}

// What is read as a part of the catalog, or reported as no part of it.
function isOfCatalog(file: string): boolean {
  const isInside = !file.startsWith("../") && !posix.isAbsolute(file);
  return isInside && (/\.ya?ml$/.test(file) || isWrittenFile(file));
}
