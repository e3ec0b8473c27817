/** `uses` of catalog.yaml → the catalogs that are meant. */
import { type Diagnostic, hasErrors } from "../diagnostics/diagnostic.js";
import { collect } from "../diagnostics/report.js";
import { quoted } from "../diagnostics/suggest.js";
import type { Catalog, UsedCatalog } from "../model/catalog.js";
import { remembered } from "../model/remembered.js";
import type { Located } from "../model/source.js";
import { addressesOf } from "../model/used-catalog.js";
import type { YamlNode } from "../model/yaml-node.js";
import { catalogFile } from "./catalog-schema.js";
import { type CatalogFile, decodeFile } from "./decode-file.js";
import { loadRules, type Report } from "./load-rules.js";
import { located, pairs, scalars } from "./read-entry.js";
import { readFile } from "./read-file.js";

/** The files of a used catalog, or why there are none. */
export type FoundCatalog = UsedFiles | { readonly problem: string; readonly help?: string };

/** The files of a used catalog. */
export interface UsedFiles {
  readonly files: readonly CatalogFile[];
  /** Tells one folder from another. */
  readonly place: string;
  /** The way from the folder of the catalog that uses it to its own, with `/`. */
  readonly folder: string;
  readonly used: UsedFolders;
}

/** What the catalogs of `uses` are, by their names. */
export type UsedFolders = ReadonlyMap<string, FoundCatalog>;

/** What a catalog uses, as it is written. */
export interface Use {
  readonly name: Located<string>;
  /** A package, or a folder as seen from the catalog's. */
  readonly from: Located<string>;
  readonly except: readonly Located<string>[];
}

/** What the files of a catalog say that it uses; what is wrong with them is not said. */
export function usesIn(files: readonly CatalogFile[]): readonly Use[] {
  const main = files.find(({ path }) => /^catalog\.ya?ml$/.test(path));
  if (main === undefined) return [];
  const { report } = collect(loadRules);
  return usesOf(readFile(decodeFile(main, report), catalogFile, report)?.pairs.get("uses")?.value);
}

/** The uses that a mapping names. */
export function usesOf(node: YamlNode | undefined): readonly Use[] {
  return pairs(node).flatMap(([name, { key, value }]): Use[] => {
    const from = value.kind === "map" ? value.pairs.get("from")?.value : value;
    const except = value.kind === "map" ? value.pairs.get("except")?.value : undefined;
    if (from === undefined) return [];
    return [
      {
        name: { value: name, at: key },
        from: located<string>(from),
        except: scalars(except).map(located<string>),
      },
    ];
  });
}

/** A package or something in it, or what package.json maps under `imports`. */
const importable = /^(?:#|@[\w.~-]+\/)?[\w.~-]+(?:\/[\w.~-]+)*$/;

/** How a catalog is loaded. */
type Load = (
  files: readonly CatalogFile[],
  used: UsedFolders,
) => { readonly catalog: Catalog | undefined; readonly diagnostics: readonly Diagnostic[] };

/** The catalogs that are used; what cannot be used is reported. */
export function readUses(
  uses: readonly Use[],
  folders: UsedFolders,
  { load, report }: { readonly load: Load; readonly report: Report },
): readonly UsedCatalog[] {
  const places = new Map<string, UsedFiles>();
  return uses.flatMap(({ name, from, except }): UsedCatalog[] => {
    const refuse = (what: string, help?: string) => {
      report("uses-unreadable", from.at, what, help === undefined ? {} : { help });
      return [];
    };
    const found = folders.get(name.value);
    if (found === undefined)
      return refuse(`Nobody has looked for the catalog ${quoted(from.value)}.`);
    if ("problem" in found) return refuse(found.problem, found.help);
    const catalog = loadUsed(found, load);
    if (typeof catalog === "string")
      return refuse(`The catalog ${quoted(name.value)} cannot be read: ${catalog}`);
    if (catalog.name.value !== name.value)
      return refuse(
        `The catalog there is called ${quoted(catalog.name.value)}, and not ${quoted(name.value)}.`,
        `A catalog is used by its own name: \`${catalog.name.value}: ${from.value}\`.`,
      );
    const module = catalog.module?.value ?? (from.value.startsWith(".") ? undefined : from.value);
    if (module !== undefined && !importable.test(module))
      return refuse(
        `Nothing can be imported as ${quoted(module)}, which is the \`module\` of ${name.value}.`,
      );
    const other = placeOf(found, name.value, places);
    if (other !== undefined)
      return refuse(
        `There are two of the catalog ${quoted(other)}: one of them is used through another catalog.`,
        "Bring the packages that use it to one version of it.",
      );
    return [
      {
        name: name.value,
        at: name.at,
        version: catalog.version.value,
        ...addressesOf(catalog),
        except,
        source: {
          catalog,
          folder: found.folder,
          module,
        },
      },
    ];
  });
}

// A catalog that several use is loaded once.
const known = remembered((_: readonly CatalogFile[]): { catalog?: Catalog | string } => ({}));

function loadUsed({ files, used }: UsedFiles, load: Load): Catalog | string {
  const memory = known(files);
  if (memory.catalog === undefined) {
    const { catalog, diagnostics } = load(files, used);
    const [first] = diagnostics.filter(({ severity }) => severity === "error");
    memory.catalog =
      catalog === undefined || hasErrors(diagnostics)
        ? (first?.message ?? "there is none.")
        : catalog;
  }
  return memory.catalog;
}

/** The name of a catalog that stands in two places, among those that are used and what they use. */
function placeOf(
  found: UsedFiles,
  name: string,
  places: Map<string, UsedFiles>,
): string | undefined {
  const before = places.get(name);
  if (before !== undefined && before.place !== found.place) return name;
  places.set(name, found);
  for (const [inner, each] of found.used) {
    const clash = "problem" in each ? undefined : placeOf(each, inner, places);
    if (clash !== undefined) return clash;
  }
  return undefined;
}
