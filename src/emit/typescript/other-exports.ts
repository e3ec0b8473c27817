/** What a module exports of the catalogs that its own uses. */
import { type Catalog, liveEntries } from "../../model/catalog.js";
import { grouped } from "../../model/grouped.js";
import { constructorName, interfaceName } from "../../model/identifier.js";
import { quote } from "../text/quote.js";
import { type Declaration, typed } from "./declarations.js";
import { moduleOfOther } from "./other-module.js";

/** The constructors and interfaces of used catalogs: whoever raises an error imports one module. */
export function otherExports(catalog: Catalog): readonly Declaration[] {
  const byOwner = grouped(
    liveEntries(catalog).filter(({ owner }) => owner !== undefined),
    ({ owner }) => owner?.name ?? "",
  );
  return [...byOwner].map(
    ([owner, entries]): Declaration =>
      (file) => {
        const from = moduleOfOther(owner, catalog);
        const made = entries.filter(({ retired }) => retired === undefined).map(constructorName);
        const values = file.dress === "dts" ? "" : exportLines("export", made, from);
        const types = [...(file.dress === "dts" ? made : []), ...entries.map(interfaceName)];
        // In declarations a name is whatever it is there.
        const keyword = file.dress === "dts" ? "export" : "export type";
        return [values, typed(file, exportLines(keyword, types, from))].filter(Boolean).join("\n");
      },
  );
}

function exportLines(keyword: string, names: readonly string[], from: string): string {
  if (names.length === 0) return "";
  const lines = [...names].sort().map((name) => `  ${name},\n`);
  return `${keyword} {\n${lines.join("")}} from ${quote(from)};`;
}
