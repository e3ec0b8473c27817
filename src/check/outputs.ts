/** What `errdex build` is to write, and in which wire formats. */
import type { Report } from "../diagnostics/report.js";
import { didYouMean, quoted } from "../diagnostics/suggest.js";
import type { Catalog } from "../model/catalog.js";
import type { Output } from "../model/output.js";
import type { Located } from "../model/source.js";
import type { CatalogCheck } from "./rule.js";

/** Reports wire formats that there are not, and outputs that have no path of their own or the wrong ending. */
export const checkOutputs: CatalogCheck = (catalog, report) => {
  checkWire(catalog.wire, catalog, report);
  const seen = new Map<string, Output>();
  for (const output of catalog.outputs) {
    if ("wire" in output && output.wire !== undefined) checkWire(output.wire, catalog, report);
    const { kind, path } = output;
    if (kind === "openapi" && !/\.(ya?ml|json)$/.test(path.value)) {
      report("output-path", path.at, `${quoted(path.value)} is neither YAML nor JSON.`, {
        help: "End it with .yaml, .yml or .json.",
      });
    }
    const key = filesOf(output, catalog);
    const first = seen.get(key);
    if (first !== undefined) {
      report("output-path", path.at, `Another ${kind} output is written here already.`, {
        related: [{ at: first.path.at, message: "The first is here." }],
      });
    }
    seen.set(key, output);
  }
};

/** What two outputs have in common that write the same files. */
function filesOf(output: Output, { wire }: Catalog): string {
  const name = output.kind === "json-schema" ? (output.wire ?? wire).value : "";
  const path = output.path.value.replace(/(^|\/)(\.\/)+/g, "$1").replace(/\/+$/, "");
  return JSON.stringify([output.kind, path, name]);
}

function checkWire({ value, at }: Located<string>, catalog: Catalog, report: Report): void {
  const formats = catalog.wireFormats.map(({ name }) => name.value);
  if (formats.includes(value) || catalog.broken.has("wire")) return;
  report(
    "wire-unknown",
    at,
    `There is no wire format ${quoted(value)}.`,
    didYouMean(value, formats),
  );
}
