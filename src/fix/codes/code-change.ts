/** What a change of codes does to the files of a catalog. Nothing of it is written here. */
import { grouped } from "../../model/grouped.js";
import type { Edit } from "../edit.js";
import type { TreeFile } from "./catalog-tree.js";

/** Edits of files that are there, and files that are new. */
export interface CodeChange {
  readonly edits: readonly FileEdit[];
  /** Text by path in the catalog's folder. */
  readonly created: ReadonlyMap<string, string>;
  /** What was decided, and what is left to people: a sentence each. */
  readonly notes: readonly string[];
}

/** An edit of a file. */
export interface FileEdit extends Edit {
  readonly file: TreeFile;
}

/** Why a change cannot be made. */
export class RefusedChangeError extends Error {
  override readonly name = "RefusedChangeError";
}

/** The edit, where there is one. */
export function inFile(file: TreeFile, edit: Edit | undefined, what: string): FileEdit {
  if (edit !== undefined) return { ...edit, file };
  throw new RefusedChangeError(
    `${file.shownPath} writes ${what} in a way that cannot be edited. Do it by hand.`,
  );
}

/** The edits of each file. */
export function editsByFile(
  edits: readonly FileEdit[],
): ReadonlyMap<TreeFile, readonly FileEdit[]> {
  return grouped(edits, ({ file }) => file);
}
