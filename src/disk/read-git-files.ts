/** Reads a catalog's folder as it was at some commit. */
import { type CatalogFile, maxFileBytes } from "../load/decode-file.js";
import { hidesFiles, isOfCatalog } from "./read-catalog-files.js";
import { GitError, type GitRepository, openGitRepository } from "./run-git.js";

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

/** A commit, and how it is called. */
interface Commit {
  readonly id: string;
  readonly ref: string;
}

/**
 * Every YAML file of the folder at a commit, and its ledger; none where the commit has no file below the folder.
 *
 * @param folder the catalog's folder, inside a working tree.
 * @param ref a branch, tag or commit.
 * @throws GitError where git is missing, the folder is in no repository, or the commit or the folder in it is not there.
 */
export async function readGitFiles(folder: string, ref: string): Promise<readonly CatalogFile[]> {
  // What begins with a dash is an option to git, whatever stands before it.
  if (ref === "" || ref.startsWith("-") || /[\u0000-\u001f\u007f]/.test(ref))
    throw new GitError(`${JSON.stringify(ref)} is no commit.`);
  const repository = await openGitRepository(folder);
  const commit = { id: await resolveCommit(repository, ref), ref };
  const listed = await list(repository, commit);
  if (listed.length === 0) return [];
  const blobs = (await Promise.all(listed.map((each) => blobOf(repository, commit, each)))).flat();
  const { inside } = repository;
  if (blobs.length === 0)
    throw new GitError(`There is no catalog in ${inside === "" ? "." : `${inside}/`} at ${ref}.`);
  const contents = await readBlobs(repository, commit, blobs);
  return contents.map(({ path, content }) => ({
    path,
    shownPath: shownPath(repository, commit, path),
    content,
  }));
}

async function resolveCommit({ git }: GitRepository, ref: string): Promise<string> {
  const args = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`];
  const found = await git(args).catch((error: unknown) => {
    if (error instanceof GitError) return undefined;
    throw error;
  });
  const id = found?.toString().trim() ?? "";
  // A range or an exclusion is several commits or none, and prints other things.
  if (/^[0-9a-f]{40,64}$/.test(id)) return id;
  const shallow =
    (await git(["rev-parse", "--is-shallow-repository"])).toString().trim() === "true";
  const help = "The clone is shallow: fetch more of it, such as with `fetch-depth: 0`.";
  throw new GitError(`There is no commit ${JSON.stringify(ref)}.${shallow ? ` ${help}` : ""}`);
}

/** The files and links of the folder. Where it is no folder itself, it must not read as if it were empty. */
async function list(repository: GitRepository, commit: Commit): Promise<readonly Listed[]> {
  const { inside, git } = repository;
  const at = inside === "" ? [] : ["--", inside];
  const args = ["ls-tree", "-r", "-z", "--full-tree", commit.id, ...at];
  return (await said(git(args), repository, commit))
    .split("\0")
    .flatMap((line): readonly Listed[] => {
      const [, mode = "", id = "", full = ""] = /^(\d{6}) \w+ ([0-9a-f]+)\t(.+)$/s.exec(line) ?? [];
      if (full === "") return [];
      if (full === inside)
        throw new GitError(
          `${inside} at ${commit.ref} is ${modes[mode] ?? "a file"}, and no folder.`,
        );
      const path = inside === "" ? full : full.slice(inside.length + 1);
      if (mode === "160000") return [];
      return [{ path, id, isLink: mode === "120000" }];
    });
}

const modes: Readonly<Record<string, string>> = { "120000": "a link", "160000": "a submodule" };

/** The file that is meant, where it belongs to a catalog; of a link what it leads to at the same commit. */
async function blobOf(
  repository: GitRepository,
  commit: Commit,
  { path, id, isLink }: Listed,
): Promise<readonly Omit<Blob, "size">[]> {
  if (!isLink) return isOfCatalog(path) ? [{ path, id }] : [];
  const shown = shownPath(repository, commit, path);
  // Git reads a name up to the end of the line.
  if (path.includes("\n")) throw new GitError(`${JSON.stringify(shown)} is a link.`);
  const { inside, git } = repository;
  const args = ["cat-file", "--batch-check", "--follow-symlinks"];
  const name = `${commit.id}:${inside === "" ? "" : `${inside}/`}${path}\n`;
  const answer = await said(git(args, name), repository, commit);
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
  repository: GitRepository,
  commit: Commit,
  blobs: readonly Omit<Blob, "size">[],
): Promise<readonly { readonly path: string; readonly content: Uint8Array }[]> {
  const { git } = repository;
  const ids = (some: readonly { readonly id: string }[]) =>
    some.map(({ id }) => `${id}\n`).join("");
  const sizes = await said(git(["cat-file", "--batch-check"], ids(blobs)), repository, commit);
  const lines = sizes.split("\n");
  const sized = blobs.map((blob, index): Blob => {
    const [, size] = /^[0-9a-f]+ blob (\d+)$/.exec(lines[index] ?? "") ?? [];
    if (size === undefined) throw missing(repository, commit);
    return { ...blob, size: Number(size) };
  });
  const small = sized.filter(({ size }) => size <= maxFileBytes);
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
    content: read.get(blob) ?? new Uint8Array(maxFileBytes + 1),
  }));
}

function shownPath({ inside }: GitRepository, { ref }: Commit, path: string): string {
  return `${ref}:${inside === "" ? "" : `${inside}/`}${path}`;
}

/** What git printed. Where it failed, the commit was there and something of it was not. */
async function said(
  asked: Promise<Buffer>,
  repository: GitRepository,
  commit: Commit,
): Promise<string> {
  try {
    return (await asked).toString();
  } catch (error) {
    throw error instanceof GitError ? missing(repository, commit, error.message) : error;
  }
}

// Of a partial clone nothing is fetched here: its settings say from where, and by which program.
function missing({ inside }: GitRepository, { ref }: Commit, complaint = ""): GitError {
  const what = `Not all of ${inside || "."} at ${ref} is in this clone.`;
  const help =
    "Where the clone is a partial one (`--filter`), make it without the filter, or fetch the rest: `git fetch --refetch --no-filter`.";
  return new GitError(`${what} ${help}${complaint === "" ? "" : ` Git says: ${complaint}`}`);
}
