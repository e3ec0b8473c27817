/** Catalog → module. A total function: a catalog that passed its checks always becomes one. */
import type { Catalog } from "../../model/catalog.js";
import type { GeneratedFile } from "../generated-file.js";
import { generatedNote } from "../generated-note.js";
import { clientModule } from "./client-module.js";
import type { Declaration } from "./declarations.js";
import { entriesModule } from "./entries-module.js";
import { formatsModule } from "./formats-module.js";
import { indexModule } from "./index-module.js";
import { type Dress, moduleFile } from "./module-file.js";
import { type NamedModule, textModules } from "./text-modules.js";
import { wireModule } from "./wire-module.js";
import { zodModule } from "./zod-module.js";

/** The module as TypeScript. Needs nothing but `errdex` where it is compiled. */
export function emitTypeScript(catalog: Catalog): readonly GeneratedFile[] {
  return modules(catalog).map(({ name, declarations }) => ({
    path: `${name}.ts`,
    text: print(catalog, declarations, "ts"),
  }));
}

/** The module as JavaScript with declarations, for those who do not compile. */
export function emitJavaScript(catalog: Catalog): readonly GeneratedFile[] {
  return modules(catalog).flatMap(({ name, declarations }) => [
    { path: `${name}.d.ts`, text: print(catalog, declarations, "dts") },
    { path: `${name}.js`, text: print(catalog, declarations, "js") },
  ]);
}

/** The union as zod schemas, beside the module. Needs zod where it is compiled. */
export function emitZod(catalog: Catalog): readonly GeneratedFile[] {
  return [{ path: "zod.ts", text: print(catalog, zodModule(catalog), "ts") }];
}

function modules(catalog: Catalog): readonly NamedModule[] {
  return [
    { name: "client", declarations: clientModule(catalog) },
    { name: "entries", declarations: entriesModule(catalog) },
    { name: "formats", declarations: formatsModule(catalog) },
    { name: "index", declarations: indexModule(catalog) },
    ...textModules(catalog),
    { name: "wire", declarations: wireModule(catalog) },
  ];
}

// The catalog's version is left out: a release that changes nothing else must not change the output.
function print(catalog: Catalog, declarations: readonly Declaration[], dress: Dress): string {
  const file = moduleFile(dress);
  const texts = declarations.map((declaration) => declaration(file)).filter((text) => text !== "");
  const imports = file.imports().join("\n");
  return `${[`// ${generatedNote(catalog)}`, imports].filter(Boolean).join("\n")}\n\n${texts.join("\n\n")}\n`;
}
