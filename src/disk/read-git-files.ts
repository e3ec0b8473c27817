/** Reads a catalog's folder as it was at some commit. */
import { execFile } from "node:child_process";
import { type CatalogFile, maxFileBytes } from "../load/decode-file.js";
import { hidesFiles, isOfCatalog } from "./read-catalog-files.js";
import { UnreadableError } from "./unreadable-error.js";

/** Why a commit or a folder in it could not be read; the message is for the user. */
class GitError extends UnreadableError {
  override readonly name = "GitError";
}

interface Blob {
  readonly path: string;
  readonly id: string;
  readonly size: number;
  readonly isLink: boolean;
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
  if (ref === "" || ref.startsWith("-")) throw new GitError(`${JSON.stringify(ref)} is no commit.`);
  const commit = await resolveCommit(folder, ref);
  const prefix = (await git(folder, ["rev-parse", "--show-prefix"])).toString().trim();
  const listing = await git(folder, ["ls-tree", "-r", "-l", "-z", commit, "--", "."]);
  const listed = listing.toString().split("\0").flatMap(readLine);
  const found = listed.map((blob) => {
    if (!blob.isLink) return isOfCatalog(blob.path) ? [blob] : [];
    return followLink(folder, { tree: `${commit}:${prefix}`, shown: `${ref}:${prefix}` }, blob);
  });
  const blobs = (await Promise.all(found)).flat();
  if (listing.length === 0) return [];
  if (blobs.length === 0) throw new GitError(`There is no catalog in ${prefix || "."} at ${ref}.`);
  const contents = await readBlobs(folder, blobs);
  return blobs.map(({ path }, index) => ({
    path,
    shownPath: `${ref}:${prefix}${path}`,
    content: contents[index] ?? new Uint8Array(),
  }));
}

async function resolveCommit(folder: string, ref: string): Promise<string> {
  const args = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`];
  const found = await git(folder, args).catch((error: unknown) => {
    if (error instanceof GitError && error.message === "") return undefined;
    throw error;
  });
  if (found === undefined) throw new GitError(`There is no commit ${JSON.stringify(ref)}.`);
  return found.toString().trim();
}

/** `100644 blob <id> <size>\t<path>`, of a link 120000; submodules are no files. */
function readLine(line: string): readonly Blob[] {
  const [, mode, id = "", size = "", path = ""] =
    /^(100\d{3}|120000) blob ([0-9a-f]+) +(\d+)\t(.+)$/s.exec(line) ?? [];
  return path === "" ? [] : [{ path, id, size: Number(size), isLink: mode === "120000" }];
}

/** What a link leads to at the same commit, where the catalog has it. */
async function followLink(
  folder: string,
  { tree, shown }: { readonly tree: string; readonly shown: string },
  blob: Blob,
): Promise<readonly Blob[]> {
  const args = ["cat-file", "--batch-check", "--follow-symlinks"];
  const answer = (await git(folder, args, `${tree}${blob.path}\n`)).toString();
  const [, id = "", type, size] = /^([0-9a-f]+) (blob|tree) (\d+)\n$/.exec(answer) ?? [];
  const leadsTo = type === "blob" ? "file" : type === "tree" ? "folder" : "nothing";
  if (hidesFiles(blob.path, leadsTo)) {
    const what = leadsTo === "folder" ? "a folder" : "nothing in the repository";
    throw new GitError(`${shown}${blob.path} is a link to ${what}.`);
  }
  return leadsTo === "file" && isOfCatalog(blob.path) ? [{ ...blob, id, size: Number(size) }] : [];
}

// One process for all files; a file that will be refused for its size is not read.
async function readBlobs(folder: string, blobs: readonly Blob[]): Promise<readonly Uint8Array[]> {
  const small = blobs.filter(({ size }) => size <= maxFileBytes);
  const input = small.map(({ id }) => `${id}\n`).join("");
  const output = await git(folder, ["cat-file", "--batch"], input);
  let from = 0;
  const read = new Map(
    small.map((blob): [Blob, Uint8Array] => {
      const start = output.indexOf(10, from) + 1;
      from = start + blob.size + 1;
      return [blob, output.subarray(start, start + blob.size)];
    }),
  );
  return blobs.map((blob) => read.get(blob) ?? new Uint8Array(maxFileBytes + 1));
}

function git(folder: string, args: readonly string[], input = ""): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      "git",
      ["-C", folder, "--no-optional-locks", ...args],
      { encoding: "buffer", maxBuffer: 1024 * 1024 * 1024 },
      (error, stdout, stderr) => {
        if (error === null) resolve(stdout);
        else if (error.code === "ENOENT") reject(new GitError("There is no git here."));
        else reject(new GitError(stderr.toString().trim()));
      },
    );
    // Git may end before it has read all; what it says of that comes with its exit.
    child.stdin?.on("error", () => {});
    child.stdin?.end(input);
  });
}
