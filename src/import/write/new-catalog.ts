/** The files of a catalog that an import begins. */
import { grouped } from "../../model/grouped.js";
import { yamlKey, yamlText } from "../../model/yaml-text.js";
import type { MadeEntry } from "../make/made-entry.js";
import { entryText, wireRowText } from "./entry-text.js";

/** What a new catalog is called. */
export interface NewCatalog {
  /** In kebab-case. */
  readonly name: string;
  /** The wire format of the list, in kebab-case. */
  readonly wire: string;
  /** The code for what is not in the catalog. */
  readonly fallback: string | undefined;
}

/** Text by path in the catalog's folder. */
export function newCatalogFiles(
  entries: readonly MadeEntry[],
  { name, wire, fallback }: NewCatalog,
): ReadonlyMap<string, string> {
  const byCategory = grouped(entries, ({ category }) => category.id);
  const rows = entries.flatMap((entry) => wireRowText(entry) ?? []);
  const categories = [...byCategory].map(
    ([id, [first]]) => `  ${yamlKey(id)}: ${yamlText(first?.category.title ?? id)}\n`,
  );
  const head = [
    `catalog: ${name}\n`,
    `title: Errors of ${name}\n`,
    "version: 1.0.0\n",
    ...(rows.length > 0 ? [`wire: ${wire}\n`] : []),
    `categories:\n${categories.join("")}`,
    ...(fallback === undefined ? [] : [`fallback: ${yamlText(fallback)}\n`]),
    "outputs:\n  typescript: ../src/errors # a folder; `errdex build` writes it\n",
  ];
  return new Map([
    ["catalog.yaml", head.join("")],
    ...[...byCategory].map(([id, own]) => [errorsPath(id), errorsFileText(id, own)] as const),
    ...(rows.length > 0 ? [[`wire/${wire}.yaml`, wireFileText(wire, rows)] as const] : []),
  ]);
}

/** Where the entries of a category go. */
export function errorsPath(category: string): string {
  return `errors/${category.replaceAll("_", "-")}.yaml`;
}

/** A file of entries: its codes come last, so that more can be added at its end. */
export function errorsFileText(category: string, entries: readonly MadeEntry[]): string {
  return `category: ${yamlText(category)}\nerrors:\n${entries.map(entryText).join("")}`;
}

/** A wire format that spells codes as the list does. */
export function wireFileText(name: string, rows: readonly string[]): string {
  return [
    `wire: ${name}\n`,
    "# How a body looks is no part of a list: put down what yours look like.\n",
    'body: { error: $code, message: $message, "*": $fields }\n',
    `codes:\n${rows.join("")}`,
  ].join("");
}
