/** The modules of the catalogs that a catalog uses: what is theirs is imported from there. */
import { posix } from "node:path";
import type { Catalog, Entry, UsedCatalog } from "../../model/catalog.js";
import { camelCase, interfaceName, pascalCase } from "../../model/identifier.js";
import type { Output } from "../../model/output.js";
import { ownersOf, typeOfOther } from "../../model/used-catalog.js";
import { importedOutput } from "../../outputs/imported-output.js";
import { quote } from "../text/quote.js";
import { asNever } from "./declarations.js";
import type { ModuleFile } from "./module-file.js";

/** The catalog, with what its used catalogs are imported by: their `module`, else the way from one output to the other. */
export function withModules(catalog: Catalog, output: Output): Catalog {
  if (catalog.uses.every(({ source }) => source?.module !== undefined)) return catalog;
  const uses = catalog.uses.map((used): UsedCatalog => {
    const { source } = used;
    const theirs = source && importedOutput(output, source.catalog.outputs);
    if (source === undefined || source.module !== undefined || theirs === undefined) return used;
    const file = posix.join(source.folder, slashed(theirs.path.value), "index.js");
    const way = posix.relative(posix.normalize(slashed(output.path.value)), file);
    return { ...used, source: { ...source, module: way.startsWith(".") ? way : `./${way}` } };
  });
  return { ...catalog, uses };
}

function slashed(path: string): string {
  return path.replaceAll("\\", "/");
}

/** What the exports of a used catalog are imported by. */
export function moduleOfOther(owner: string, { uses }: Catalog): string {
  return uses.find(({ name }) => name === owner)?.source?.module ?? owner;
}

function nameOfOther(owner: string): string {
  return `$from${pascalCase(owner)}`;
}

/** The interface of an entry in the module of the catalog. */
export function entryType(entry: Entry, catalog: Catalog, file: ModuleFile): string {
  const { owner } = entry;
  if (owner === undefined) return interfaceName(entry);
  const module = moduleOfOther(owner.name, catalog);
  return `${file.typesOf(module, nameOfOther(owner.name))}.${interfaceName(entry)}`;
}

/** What decoding knows of an entry of a used catalog. */
export function otherRow({ code, owner }: Entry, catalog: Catalog, file: ModuleFile): string {
  const name = owner?.name ?? "";
  const values = file.valuesOf(moduleOfOther(name, catalog), nameOfOther(name));
  return `${values}.$rows.row(${quote(code)})${asNever(file)}`;
}

/** A type that a catalog names, where it is used outside its own module. `index`: of the catalog's own types. */
export function typeName(name: string, index: string, catalog: Catalog, file: ModuleFile): string {
  const other = typeOfOther(name);
  if (other === undefined) return `${index}.${name}`;
  const module = moduleOfOther(other.catalog, catalog);
  return `${file.typesOf(module, nameOfOther(other.catalog))}.${other.type}`;
}

/** The name of a type as a name of ours: that of a used catalog is no identifier. */
export function localTypeName(name: string): string {
  const other = typeOfOther(name);
  return other === undefined ? name : `${camelCase(other.catalog)}$${other.type}`;
}

/** The codes that the catalog takes from others, as an argument behind those before it; nothing where there are none. */
export function ownersArgument(
  catalog: Catalog,
  file: ModuleFile,
  folder = "./",
): readonly string[] {
  return ownersOf(catalog) === undefined ? [] : [file.valueFrom(`${folder}catalog.js`, "$owners")];
}
