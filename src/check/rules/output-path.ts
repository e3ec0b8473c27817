/** What `errdex build` writes has a place of its own. */
import { posix } from "node:path";
import { quoted } from "../../diagnostics/suggest.js";
import { isWrittenFile } from "../../load/decode-file.js";
import type { Catalog, UsedCatalog, UsedSource } from "../../model/catalog.js";
import type { Output } from "../../model/output.js";
import type { Span } from "../../model/source.js";
import { outputsByKey } from "../../outputs/outputs.js";
import { defineRule } from "../rule.js";

export const outputPath = defineRule({
  name: "output-path",
  severity: "error",
  summary:
    "An output has a path of its own; that of an OpenAPI document ends with .yaml, .yml or .json.",
  catalog: (catalog, report) => {
    const others = catalog.uses.flatMap(({ name, source }) =>
      source === undefined ? [] : [{ name, ...source }],
    );
    const seen = filesOfOthers(others);
    for (const output of catalog.outputs) {
      const { kind, path } = output;
      const definition = outputsByKey.get(kind);
      if (definition === undefined) continue;
      const { endings } = definition;
      if (endings?.every((ending) => !path.value.endsWith(ending)))
        report(path.at, `${quoted(path.value)} does not say by its ending what it is.`, {
          help: `End it with ${alternatives(endings)}.`,
        });
      const files = filesOf(output, catalog);
      if (endings !== undefined && files.every(isOfCatalog))
        report(path.at, "This file would be taken for a part of the catalog.", {
          help: "Write it beside the catalog's folder, such as ../openapi.yaml.",
        });
      const around = others.find(({ folder }) =>
        files.some((each) => isOfCatalog(posix.relative(folder, each))),
      );
      if (around !== undefined)
        report(path.at, `This file would be taken for a part of the catalog ${around.name}.`, {
          help: "Write it outside the folder of that catalog.",
        });
      const file = files.find((each) => seen.has(plain(each)));
      const first = file === undefined ? undefined : seen.get(plain(file));
      if (first !== undefined)
        report(path.at, `${first.what} writes ${file} already.`, {
          related: [{ at: first.at, message: "The first is here." }],
        });
      const what = `Another output, ${kind},`;
      for (const each of files) seen.set(plain(each), { what, at: path.at });
    }
  },
});

/** Who writes a file. */
interface Writer {
  readonly what: string;
  readonly at: Span;
}

/** A used catalog that is there. */
type Other = Pick<UsedCatalog, "name"> & UsedSource;

/** What used catalogs write, as seen from the folder of this one. */
function filesOfOthers(others: readonly Other[]): Map<string, Writer> {
  return new Map(
    others.flatMap(({ name, catalog, folder }) =>
      catalog.outputs.flatMap((output) =>
        filesOf(output, catalog).map((file): [string, Writer] => [
          plain(posix.join(folder, file)),
          { what: `The output ${output.kind} of ${name}`, at: output.path.at },
        ]),
      ),
    ),
  );
}

function filesOf(output: Output, catalog: Catalog): readonly string[] {
  const files = outputsByKey.get(output.kind)?.files(output, catalog) ?? [];
  return files.map((name) => posix.join(output.path.value, name));
}

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
