/** Contract → catalog, as far as its wire formats need it: what was released is put to work again. */
import { defined } from "../diff/contract-type.js";
import type { CatalogFile } from "../load/decode-file.js";
import { loadCatalog } from "../load/load-catalog.js";
import type { Catalog } from "../model/catalog.js";
import type { Contract, ContractCode, ContractRow } from "../model/contract.js";
import { grouped } from "../model/grouped.js";

/** The catalog, written in the language of catalogs and read again; undefined where that does not go. */
export function catalogOfContract(contract: Contract): Catalog | undefined {
  const { catalog, version, docs, wire, fallback, infer, categories, types } = contract;
  const head = { catalog, title: catalog, version, categories, types };
  const files = [
    file("catalog.yaml", { ...head, ...defined({ docs, wire, fallback, infer }) }),
    ...entriesByCategory(contract).map(([category, errors]) =>
      file(`errors/${category}.yaml`, { category, errors }),
    ),
    ...Object.keys(contract.wires)
      .filter((name) => !builtIn.has(name))
      .map((name) => file(`wire/${name}.yaml`, wireFile(name, contract))),
  ];
  return loadCatalog(files).catalog;
}

const builtIn: ReadonlySet<string> = new Set(["flat", "problem"]);

// JSON is YAML.
function file(path: string, content: object): CatalogFile {
  return { path, shownPath: path, content: JSON.stringify(content) };
}

function entriesByCategory({
  categories,
  codes,
}: Contract): readonly (readonly [string, object])[] {
  const byCategory = grouped(Object.entries(codes), ([, code]) => code.category);
  return Object.keys(categories).map((category) => {
    const own = byCategory.get(category) ?? [];
    return [category, Object.fromEntries(own.map(([code, entry]) => [code, entryOf(entry)]))];
  });
}

function entryOf({
  statuses,
  category: _,
  internal: __,
  wires: ___,
  ...entry
}: ContractCode): object {
  return { status: statuses, ...entry };
}

function wireFile(name: string, { wires, codes }: Contract): object {
  const rows = Object.entries(codes).flatMap(([code, { wires: own }]): [string, ContractRow][] => {
    const row = own?.[name];
    return row === undefined ? [] : [[code, row]];
  });
  const folds = rows.flatMap(([code, { fold }]) => (fold === undefined ? [] : [[code, fold]]));
  const listed = rows.flatMap(([code, { row, fold, ...own }]) =>
    fold === undefined ? [[code, { ...own, ...row }]] : [],
  );
  return {
    wire: name,
    ...wires[name],
    codes: Object.fromEntries(listed),
    folds: Object.fromEntries(folds),
  };
}
