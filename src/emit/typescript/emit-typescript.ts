/** Catalog → module. A total function: a catalog that passed its checks always becomes one. */
import { type Catalog, compareText } from "../../model/catalog.js";
import type { GeneratedFile } from "../../model/generated-file.js";
import type { ImportExtension } from "../../model/output.js";
import type { SourceFile } from "../../model/source.js";
import { generatedNote } from "../generated-note.js";
import { javaScriptFiles, type ModulePlace, withEnding } from "../module-syntax.js";
import { catalogModule } from "./catalog-module.js";
import { clientModule } from "./client-module.js";
import { withDeclarationMap } from "./declaration-map.js";
import type { Declaration } from "./declarations.js";
import { declaredPlaces } from "./declared-places.js";
import { entriesModule } from "./entries-module.js";
import { formatsModule } from "./formats-module.js";
import { guidanceModule } from "./guidance-module.js";
import { indexModule } from "./index-module.js";
import { type Dress, moduleFile } from "./module-file.js";
import { serverModules } from "./server-module.js";
import { type NamedModule, textModules } from "./text-modules.js";
import { wireModule } from "./wire-module.js";
import { zodModule } from "./zod-module.js";

/** What the module as TypeScript depends on besides its catalog. */
export interface TypeScriptOptions {
  /** Default: `js`, which every compiler that follows Node wants. */
  readonly extension?: ImportExtension | undefined;
}

const endings = { js: ".js", ts: ".ts", none: "" } as const satisfies Record<
  ImportExtension,
  string
>;

/** The module as TypeScript. Needs nothing but `errdex` where it is compiled. */
export function emitTypeScript(
  catalog: Catalog,
  { extension = "js" }: TypeScriptOptions = {},
): readonly GeneratedFile[] {
  return modules(catalog).map(({ name, declarations }) => ({
    path: `${name}.ts`,
    text: withEnding(print(catalog, declarations, "ts"), endings[extension]),
  }));
}

/** What the module as JavaScript depends on besides its catalog. */
export interface JavaScriptOptions extends ModulePlace {
  /**
   * The path of a file of the catalog as seen from the folder, with `/`. With it, declarations have maps that lead
   * editors to the catalog.
   */
  readonly pathOf?: ((file: SourceFile) => string) | undefined;
  /** With the zod schemas beside the module. */
  readonly zod?: boolean | undefined;
}

/** The module as JavaScript with declarations, for those who do not compile. */
export function emitJavaScript(
  catalog: Catalog,
  { pathOf, zod = false, ...place }: JavaScriptOptions = {},
): readonly GeneratedFile[] {
  const places = declaredPlaces(catalog);
  const note = generatedNote(catalog);
  const beside = zod ? [{ name: "zod", declarations: zodModule(catalog) }] : [];
  return [...modules(catalog), ...beside].flatMap(({ name, declarations }) => {
    const [types, code] = javaScriptFiles(name, place, {
      types: print(catalog, declarations, "dts"),
      code: print(catalog, declarations, "js"),
    });
    if (pathOf === undefined) return [types, code];
    const up = "../".repeat(name.split("/").length - 1);
    const options = { places, note, pathOf: (file: SourceFile) => up + pathOf(file) };
    return [...withDeclarationMap(types, options), code];
  });
}

/** The union as zod schemas, beside the module. Needs zod where it is compiled. */
export function emitZod(
  catalog: Catalog,
  { extension = "js" }: TypeScriptOptions = {},
): readonly GeneratedFile[] {
  const text = print(catalog, zodModule(catalog), "ts");
  return [{ path: "zod.ts", text: withEnding(text, endings[extension]) }];
}

function modules(catalog: Catalog): readonly NamedModule[] {
  return [
    { name: "catalog", declarations: catalogModule(catalog) },
    { name: "client", declarations: clientModule(catalog) },
    { name: "entries", declarations: entriesModule(catalog) },
    { name: "formats", declarations: formatsModule(catalog) },
    { name: "index", declarations: indexModule(catalog) },
    ...textModules(catalog),
    ...(catalog.consumes === undefined ? answeringModules(catalog) : []),
  ].sort((a, b) => compareText(a.name, b.name));
}

/** What only those need who make answers. */
function answeringModules(catalog: Catalog): readonly NamedModule[] {
  return [
    { name: "guidance", declarations: guidanceModule(catalog) },
    ...serverModules(catalog),
    { name: "wire", declarations: wireModule(catalog) },
  ];
}

// Linters and coverage look at what people wrote.
const forTools = `/* eslint-disable */ /* istanbul ignore file */ /* v8 ignore file */ /* c8 ignore start */
// biome-ignore-all lint: @generated`;

// The catalog's version is left out: a release that changes nothing else must not change the output.
function print(catalog: Catalog, declarations: readonly Declaration[], dress: Dress): string {
  const file = moduleFile(dress);
  const texts = declarations.map((declaration) => declaration(file)).filter((text) => text !== "");
  const imports = file.imports().join("\n");
  const head = [`// ${generatedNote(catalog)}`, forTools, imports].filter(Boolean).join("\n");
  // Joined once: of 100,000 codes each copy has 200 MB.
  const last = texts.pop() ?? "";
  return [head, ...texts, `${last}\n`].join("\n\n");
}
