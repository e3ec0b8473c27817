/** Reads a catalog's folder as it was at some commit. */
import { relative } from "node:path";
import { type CatalogFile, maxBytesOf } from "../load/decode-file.js";
import { type GitTree, treeAt } from "./git-tree.js";
import { hidesFiles, isOfCatalog } from "./read-catalog-files.js";
import { isInside, reservedFolder } from "./repository.js";
import { GitError, openGitRepository } from "./run-git.js";
import { slashed } from "./slashed.js";
import { catalogsIn } from "./tree-catalogs.js";
import type { ReadFiles } from "./used-catalogs.js";

/** Something in the folder at that commit. */
interface Listed {
  /** Relative to the catalog's folder. */
  readonly path: string;
  readonly id: string;
  readonly isLink: boolean;
}

interface Blob {
  readonly path: string;
  readonly id: string;
  readonly size: number;
}

/** Files of a catalog at a commit, and where they were. */
export interface GitFiles {
  /** None where the commit has no file below the folder, and no catalog of the name. */
  readonly files: readonly CatalogFile[];
  /** The folder that they were in, where it was another, from the top of the repository. */
  readonly movedFrom: string | undefined;
  /** Reads other folders of the repository at the commit. */
  readonly readFiles: ReadFiles;
}

/**
 * Every YAML file of a catalog's folder at a commit, and its ledger. Where the commit has no such folder, those of the
 * catalog that has the same name.
 *
 * @param folder the catalog's folder, inside a working tree.
 * @param ref a branch, tag or commit, or one with the path of the catalog in it: `v1.2.0:packages/x/catalog`.
 * @param name what the catalog is called.
 * @throws GitError where git is missing, the folder is in no repository, the commit or the folder in it is not there, or
 * several catalogs have the name.
 */
export async function readGitFiles(folder: string, ref: string, name: string): Promise<GitFiles> {
  const repository = await openGitRepository(folder);
  const [, commit = ref, path] = /^([^:]+):(.+)$/s.exec(ref) ?? [];
  const tree = await treeAt(repository, commit);
  const readFiles = filesInTree(tree, repository.top);
  if (path !== undefined) {
    const files = await readTreeFiles(tree, path.replace(/^(\.\/)+|\/+$/g, ""));
    if (files.length > 0) return { files, movedFrom: undefined, readFiles };
    throw new GitError(`There is no folder ${JSON.stringify(path)} at ${commit}.`);
  }
  const files = await readTreeFiles(tree, repository.inside);
  if (files.length > 0) return { files, movedFrom: undefined, readFiles };
  const [first, second] = (await catalogsIn(tree)).filter((each) => each.name === name);
  if (second !== undefined)
    throw new GitError(
      `Several catalogs at ${ref} are called ${name}. Say which is meant: git:${ref}:${first?.folder}.`,
    );
  if (first === undefined) return { files, movedFrom: undefined, readFiles };
  return { files: await readTreeFiles(tree, first.folder), movedFrom: first.folder, readFiles };
}

/** Reads folders of a repository as they were in a tree; what is installed is on the disk alone. */
export function filesInTree(tree: GitTree, top: string): ReadFiles {
  return async (place) => {
    if (!isInside(top, place) || reservedFolder(top, place) !== undefined) return undefined;
    const files = await readTreeFiles(tree, slashed(relative(top, place)));
    return files.length > 0 ? files : undefined;
  };
}

/**
 * Every YAML file of a folder of a tree, and its ledger; none where the tree has no file below the folder.
 *
 * @param inside from the top of the repository, with `/`.
 * @throws GitError where the folder is none, or not all of it is in this clone.
 */
export async function readTreeFiles(
  tree: GitTree,
  inside: string,
): Promise<readonly CatalogFile[]> {
  const at: TreeFolder = { tree, inside };
  const listed = await list(at);
  if (listed.length === 0) return [];
  const blobs = (await Promise.all(listed.map((each) => blobOf(at, each)))).flat();
  if (blobs.length === 0)
    throw new GitError(
      `There is no catalog in ${inside === "" ? "." : `${inside}/`} at ${tree.name}.`,
    );
  const contents = await readBlobs(at, blobs);
  return contents.map(({ path, content }) => ({
    path,
    shownPath: shownPath(at, path),
    content,
  }));
}

/** A folder of a tree. */
interface TreeFolder {
  readonly tree: GitTree;
  /** From the top of the repository, with `/`. */
  readonly inside: string;
}

/** The files and links of the folder. Where it is no folder itself, it must not read as if it were empty. */
async function list(at: TreeFolder): Promise<readonly Listed[]> {
  const { inside, tree } = at;
  const below = inside === "" ? [] : ["--", inside];
  const args = ["ls-tree", "-r", "-z", "--full-tree", tree.id, ...below];
  return (await said(tree.git(args), at)).split("\0").flatMap((line): readonly Listed[] => {
    const [, mode = "", id = "", full = ""] = /^(\d{6}) \w+ ([0-9a-f]+)\t(.+)$/s.exec(line) ?? [];
    if (full === "") return [];
    if (full === inside)
      throw new GitError(`${inside} at ${tree.name} is ${modes[mode] ?? "a file"}, and no folder.`);
    const path = inside === "" ? full : full.slice(inside.length + 1);
    if (mode === "160000") return [];
    return [{ path, id, isLink: mode === "120000" }];
  });
}

const modes: Readonly<Record<string, string>> = { "120000": "a link", "160000": "a submodule" };

/** The file that is meant, where it belongs to a catalog; of a link what it leads to at the same commit. */
async function blobOf(
  at: TreeFolder,
  { path, id, isLink }: Listed,
): Promise<readonly Omit<Blob, "size">[]> {
  if (!isLink) return isOfCatalog(path) ? [{ path, id }] : [];
  const shown = shownPath(at, path);
  // Git reads a name up to the end of the line.
  if (path.includes("\n")) throw new GitError(`${JSON.stringify(shown)} is a link.`);
  const { inside, tree } = at;
  const args = ["cat-file", "--batch-check", "--follow-symlinks"];
  const name = `${tree.id}:${inside === "" ? "" : `${inside}/`}${path}\n`;
  const answer = await said(tree.git(args, name), at);
  const [, target = "", type] = /^([0-9a-f]+) (blob|tree) \d+\n$/.exec(answer) ?? [];
  const leadsTo = type === "blob" ? "file" : type === "tree" ? "folder" : "nothing";
  if (hidesFiles(path, leadsTo)) {
    const what = leadsTo === "folder" ? "a folder" : "nothing in the repository";
    throw new GitError(`${shown} is a link to ${what}.`);
  }
  return leadsTo === "file" && isOfCatalog(path) ? [{ path, id: target }] : [];
}

// One process for all files; a file that will be refused for its size is not read.
async function readBlobs(
  at: TreeFolder,
  blobs: readonly Omit<Blob, "size">[],
): Promise<readonly { readonly path: string; readonly content: Uint8Array }[]> {
  const { git } = at.tree;
  const ids = (some: readonly { readonly id: string }[]) =>
    some.map(({ id }) => `${id}\n`).join("");
  const sizes = await said(git(["cat-file", "--batch-check"], ids(blobs)), at);
  const lines = sizes.split("\n");
  const sized = blobs.map((blob, index): Blob => {
    const [, size] = /^[0-9a-f]+ blob (\d+)$/.exec(lines[index] ?? "") ?? [];
    if (size === undefined) throw missing(at);
    return { ...blob, size: Number(size) };
  });
  const small = sized.filter(({ path, size }) => size <= maxBytesOf(path));
  const output = await git(["cat-file", "--batch"], ids(small));
  let from = 0;
  const read = new Map(
    small.map((blob): [Blob, Uint8Array] => {
      const start = output.indexOf(10, from) + 1;
      from = start + blob.size + 1;
      return [blob, output.subarray(start, start + blob.size)];
    }),
  );
  return sized.map((blob) => ({
    path: blob.path,
    content: read.get(blob) ?? new Uint8Array(maxBytesOf(blob.path) + 1),
  }));
}

function shownPath({ inside, tree: { name } }: TreeFolder, path: string): string {
  return `${name}:${inside === "" ? "" : `${inside}/`}${path}`;
}

/** What git printed. Where it failed, the commit was there and something of it was not. */
async function said(asked: Promise<Buffer>, at: TreeFolder): Promise<string> {
  try {
    return (await asked).toString();
  } catch (error) {
    throw error instanceof GitError ? missing(at, error.message) : error;
  }
}

// Of a partial clone nothing is fetched here: its settings say from where, and by which program.
function missing({ inside, tree: { name } }: TreeFolder, complaint = ""): GitError {
  const what = `Not all of ${inside || "."} at ${name} is in this clone.`;
  const help =
    "Where the clone is a partial one (`--filter`), make it without the filter, or fetch the rest: `git fetch --refetch --no-filter`.";
  return new GitError(`${what} ${help}${complaint === "" ? "" : ` Git says: ${complaint}`}`);
}
