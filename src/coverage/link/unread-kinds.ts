/** Finds the kinds of files that may hold code, are not read, and have to do with a catalog. */
import type { SourceFile } from "../../model/source.js";
import type { Unseen } from "../coverage.js";
import type { ImportSearch } from "./unresolved-imports.js";

/** The endings of files that may hold code and are not read. */
export const unreadEndings: readonly string[] = [
  ...[".mdx", ".html", ".htm", ".ejs", ".marko", ".riot"],
  ...[".coffee", ".civet", ".imba"],
];

/** What is kept of such a file. */
export interface UnreadFile {
  readonly path: string;
  readonly specifiers: readonly string[];
  readonly words: ReadonlySet<string>;
}

/** What a file that is not read asks for, as far as a look at its text shows it; undefined where that is nothing. */
export function unreadFile({ path, text }: SourceFile): UnreadFile | undefined {
  const found = text.matchAll(/\b(?:from|import|require)[\s(]{0,20}(["'])([^"'\n]{1,300})\1/g);
  const specifiers = [...new Set([...found].map(([, , specifier = ""]) => specifier))];
  if (specifiers.length === 0) return undefined;
  return { path, specifiers, words: new Set(text.match(/[\w$]+/g)) };
}

/** The first file of each kind that asks for a catalog. */
export function unreadKinds(
  files: readonly UnreadFile[],
  { modules, catalogs, follow }: ImportSearch,
): readonly Unseen[] {
  const { targetOf, ownerOf } = modules;
  const constructorsIn = ({ words }: UnreadFile): readonly string[] =>
    [...words].filter((word) =>
      catalogs.some((names) => names.meaningOf([word])?.kind === "constructor"),
    );
  const kinds = new Map<string, Unseen>();
  for (const file of files) {
    const { path, specifiers } = file;
    const ending = /\.\w+$/.exec(path)?.[0] ?? "";
    if (kinds.has(ending)) continue;
    const asks = specifiers.some((specifier) => {
      const target = targetOf(specifier, path);
      if (target !== undefined && "catalog" in target) return true;
      const names = constructorsIn(file);
      if (target === undefined) return names.length > 0 && ownerOf(specifier, path) === "unknown";
      return names.some((name) => follow.catalogOf({ module: specifier, path: [name] }, file));
    });
    if (!asks) continue;
    const message = `Files that end in ${ending} are not read, and this one imports what may be the catalog's.`;
    const place = { path, line: 1, column: 1 };
    kinds.set(ending, { reason: "unparsed", message, place, hides: ["raised", "handled"] });
  }
  return [...kinds.values()];
}
