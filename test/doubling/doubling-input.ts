/** What an input that is doubled is made of. */
import { loadCatalog } from "../../src/load/load-catalog.js";
import type { Catalog } from "../../src/model/catalog.js";
import { type CatalogTexts, entryText, headText } from "../support/catalog-of.js";

/** An input whose cost is to be linear in its size. */
export interface DoublingInput {
  /** What the table in docs/benchmark.md calls it. */
  readonly name: string;
  /** The smallest size that is measured. */
  readonly size: number;
  /** Makes an input of the size. What comes back does the work, and may be called many times. */
  readonly prepare: (size: number) => () => unknown;
}

/** A name for each number, all alike and of one length. */
export function nameOf(index: number): string {
  let name = "";
  for (let rest = index, step = 0; step < 5; rest = Math.floor(rest / 26), step += 1)
    name += String.fromCharCode(97 + (rest % 26));
  return name;
}

/** The numbers from 0 up to the count. */
export function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** Members as a flow mapping. */
export function flow(count: number, member: (name: string, index: number) => string): string {
  return `{ ${numbers(count)
    .map((index) => member(nameOf(index), index))
    .join(", ")} }`;
}

/** A catalog of codes that differ in title and message, each with members of its own. */
export function catalogTexts(
  count: number,
  members: (index: number) => Readonly<Record<string, string | undefined>> = () => ({}),
  ...head: readonly string[]
): CatalogTexts {
  const entries = numbers(count).map((index) =>
    entryText(`c${nameOf(index)}`, {
      title: `Problem ${index}`,
      message: `This is problem ${index}.`,
      ...members(index),
    }),
  );
  return {
    "catalog.yaml": headText(...head),
    "errors/a.yaml": `category: orders\nerrors:\n${entries.join("")}`,
  };
}

/** A catalog of one code, `late`, with the members. */
export function oneEntry(
  members: Readonly<Record<string, string | undefined>>,
  ...head: readonly string[]
): CatalogTexts {
  return {
    "catalog.yaml": headText(...head),
    "errors/a.yaml": `category: orders\nerrors:\n${entryText("late", members)}`,
  };
}

/** The catalog of texts, whatever is wrong with it. */
export function loaded(texts: CatalogTexts): Catalog {
  const files = Object.entries(texts).map(([path, content]) => ({
    path,
    shownPath: path,
    content,
  }));
  const { catalog } = loadCatalog(files);
  if (catalog === undefined) throw new Error("The catalog of this input cannot be read.");
  return catalog;
}
