/** Catalogs in memory, made from a little YAML. */
import { checkCatalog } from "../../src/check/check-catalog.js";
import { type Diagnostic, hasErrors, sortDiagnostics } from "../../src/diagnostics/diagnostic.js";
import type { CatalogFile } from "../../src/load/decode-file.js";
import { loadCatalog } from "../../src/load/load-catalog.js";
import { type FoundCatalog, type UsedFolders, usesIn } from "../../src/load/read-uses.js";
import type { Catalog } from "../../src/model/catalog.js";
import { placeFinder } from "../../src/model/source.js";

/** Texts or bytes by their path in the catalog's folder; those of a catalog that it uses stand in `../name/`. */
export type CatalogTexts = Readonly<Record<string, string | Uint8Array>>;

/** A catalog and all that is wrong with it, in the order in which `errdex check` says it. */
export interface CheckedCatalog {
  readonly catalog: Catalog | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Loads and checks. */
export function catalogOf(texts: CatalogTexts): CheckedCatalog {
  const files = filesIn("", texts);
  const { catalog, diagnostics } = loadCatalog(files, usedIn(files, texts));
  if (catalog === undefined) return { catalog, diagnostics };
  const all = [...diagnostics, ...checkCatalog(catalog)];
  const paths = catalog.files.map(({ path }) => path);
  return { catalog, diagnostics: sortDiagnostics(all, paths) };
}

function filesIn(folder: string, texts: CatalogTexts): readonly CatalogFile[] {
  return Object.entries(texts).flatMap(([shownPath, content]) => {
    const path = shownPath.slice(folder.length);
    const isInside = shownPath.startsWith(folder) && !path.startsWith("../");
    return isInside ? [{ path, shownPath, content }] : [];
  });
}

function usedIn(files: readonly CatalogFile[], texts: CatalogTexts): UsedFolders {
  return new Map(
    usesIn(files).map(({ name: { value } }): [string, FoundCatalog] => {
      const place = `../${value}/`;
      const theirs = filesIn(place, texts);
      return theirs.length === 0
        ? [value, { problem: `There is no folder ${place}.` }]
        : [value, { files: theirs, place, folder: `../${value}`, used: usedIn(theirs, texts) }];
    }),
  );
}

/** The catalog, where it has no errors. */
export function soundCatalogOf(texts: CatalogTexts): Catalog {
  const { catalog, diagnostics } = catalogOf(texts);
  if (catalog !== undefined && !hasErrors(diagnostics)) return catalog;
  throw new Error(`The catalog of this test has errors:\n${shown(diagnostics).join("\n")}`);
}

/** `rule path:line:column message | help` for each. */
export function shown(diagnostics: readonly Diagnostic[]): readonly string[] {
  const placeOf = placeFinder();
  return diagnostics.map(({ rule, at, message, help }) => {
    const { line, column } = placeOf(at);
    return `${rule} ${at.file.path}:${line}:${column} ${message}${help === undefined ? "" : ` | ${help}`}`;
  });
}

/** `catalog.yaml` of a small catalog, and lines to add to it; what the entries of tests break on purpose is off. */
export function headText(...more: readonly string[]): string {
  return strictHeadText(
    ...more,
    "rules:",
    ...["key-order", "message-similar", "message-full-stop", "code-unanswered"].map(
      (rule) => `  ${rule}: off`,
    ),
  );
}

/** `catalog.yaml` of a small catalog with every rule at work. */
export function strictHeadText(...more: readonly string[]): string {
  return lines(
    "catalog: shop",
    "title: Errors of the shop",
    "version: 1.0.0",
    "categories: { orders: Orders }",
    ...more,
  );
}

/** The members that every entry needs; a test replaces some, and leaves out those it sets to undefined. */
const wholeEntry: Readonly<Record<string, string | undefined>> = {
  status: "409",
  title: "Out of stock",
  message: "Nothing is left.",
  meaning: "The shop has none.",
  causes: "[Somebody else bought it.]",
  fixes: "[Order another.]",
  resolver: "user",
  retry: "never",
  examples: "[{ title: A case }]",
  since: "1.0.0",
};

/** One entry, on the lines behind its code: each member on a line of its own, in this order, then what is added. */
export function entryText(
  code: string,
  members: Readonly<Record<string, string | undefined>> = {},
): string {
  const all = { ...wholeEntry, ...members };
  return lines(
    `  ${code}:`,
    ...Object.entries(all).flatMap(([name, value]) =>
      value === undefined ? [] : [`    ${name}: ${value}`],
    ),
  );
}

/** `errors/*.yaml` of entries. */
export function errorsText(...entries: readonly string[]): string {
  return `category: orders\nerrors:\n${entries.join("")}`;
}

/** Lines, each with its end. */
export function lines(...texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join("");
}
