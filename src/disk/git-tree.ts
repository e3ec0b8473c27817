/** Files as git has them: at a commit, where two lines of history part, or in the index. */
import { copyFile, mkdir, mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { isInside } from "./repository.js";
import { GitError, type GitRepository, openGitRepository } from "./run-git.js";

/** A tree of git, and how it is called. */
export interface GitTree extends Pick<GitRepository, "git"> {
  readonly id: string;
  /** The ref, or `the index`. */
  readonly name: string;
}

/**
 * The tree of a commit.
 *
 * @param ref a branch, tag or commit.
 * @throws GitError where there is none.
 */
export async function treeAt({ git }: GitRepository, ref: string): Promise<GitTree> {
  return { git, id: await commitAt({ git }, ref), name: ref };
}

/**
 * The tree that HEAD and a ref both come from: what the ref has gained since is no change of HEAD.
 *
 * @throws GitError where there is none, or where the clone does not reach back to it.
 */
export async function treeWhereParted({ git }: GitRepository, ref: string): Promise<GitTree> {
  const [id, head] = [await commitAt({ git }, ref), await commitAt({ git }, "HEAD")];
  const found = await git(["merge-base", id, head]).catch(ignoreGitError);
  const base = found?.toString().trim() ?? "";
  if (/^[0-9a-f]{40,64}$/.test(base)) return { git, id: base, name: ref };
  const help = await shallowHelp({ git });
  throw new GitError(`HEAD and ${ref} have no commit in common.${help}`);
}

/**
 * The tree of what would be committed. Nothing in the repository is written for it.
 *
 * @param indexFile what git tells its hooks in `GIT_INDEX_FILE`, which `git commit --all` sets.
 * @throws GitError where the index holds conflicts.
 */
export async function withStagedTree<T>(
  folder: string,
  indexFile: string | undefined,
  work: (tree: GitTree) => Promise<T>,
): Promise<T> {
  const { top, gitFolder, git } = await openGitRepository(folder);
  const pathOf = async (name: string) =>
    resolve(top, (await git(["rev-parse", "--git-path", name])).toString().replace(/\r?\n$/, ""));
  const index = resolve(top, indexFile ?? (await pathOf("index")));
  if (!isInside(gitFolder, await realpath(index).catch(() => index)))
    throw new GitError(`${index} is no index of this repository.`);
  const own = await mkdtemp(join(tmpdir(), "errdex-index-"));
  try {
    // Git notes in an index what it has written of it, so it is given a copy.
    await copyFile(index, join(own, "index"));
    await mkdir(join(own, "objects"));
    const staged = await openGitRepository(folder, {
      GIT_INDEX_FILE: join(own, "index"),
      GIT_OBJECT_DIRECTORY: join(own, "objects"),
      GIT_ALTERNATE_OBJECT_DIRECTORIES: await pathOf("objects"),
    });
    const written = await staged.git(["write-tree"]).catch((error: unknown) => {
      if (!(error instanceof GitError) || !error.message.includes("unmerged")) throw error;
      throw new GitError("The index has conflicts. Resolve them, and add the files.");
    });
    const id = written.toString().trim();
    return await work({ git: staged.git, id, name: "the index" });
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}

/** The paths of all files of a tree, from the top of the repository, with `/`. */
export async function pathsOf({ git, id }: GitTree): Promise<readonly string[]> {
  const listed = await git(["ls-tree", "-r", "-z", "--name-only", "--full-tree", id]);
  return listed.toString().split("\0").filter(Boolean);
}

/** The texts of files of a tree by their paths; without those that it does not have. */
export async function textsIn(
  { git, id }: GitTree,
  paths: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  // Git reads a name up to the end of the line.
  const asked = paths.filter((path) => !path.includes("\n"));
  const names = asked.map((path) => `${id}:${path}\n`).join("");
  const output = await git(["cat-file", "--batch"], names);
  const texts = new Map<string, string>();
  let from = 0;
  for (const path of asked) {
    const end = output.indexOf(10, from);
    const [, size] = /^[0-9a-f]+ blob (\d+)$/.exec(output.toString("utf8", from, end)) ?? [];
    const start = end + 1;
    from = size === undefined ? start : start + Number(size) + 1;
    if (size !== undefined) texts.set(path, output.toString("utf8", start, from - 1));
  }
  return texts;
}

async function commitAt({ git }: Pick<GitRepository, "git">, ref: string): Promise<string> {
  // What begins with a dash is an option to git, whatever stands before it.
  if (ref === "" || ref.startsWith("-") || /[\u0000-\u001f\u007f]/.test(ref))
    throw new GitError(`${JSON.stringify(ref)} is no commit.`);
  const args = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`];
  const id = (await git(args).catch(ignoreGitError))?.toString().trim() ?? "";
  // A range or an exclusion is several commits or none, and prints other things.
  if (/^[0-9a-f]{40,64}$/.test(id)) return id;
  const [, remote, branch] = /^([\w.-]+)\/([\w./-]+)$/.exec(ref) ?? [];
  const fetched = remote === undefined ? "" : ` Fetch it: \`git fetch ${remote} ${branch}\`.`;
  const help = (await shallowHelp({ git })) || fetched;
  throw new GitError(`There is no commit ${JSON.stringify(ref)}.${help}`);
}

async function shallowHelp({ git }: Pick<GitRepository, "git">): Promise<string> {
  const shallow = (await git(["rev-parse", "--is-shallow-repository"])).toString().trim();
  return shallow === "true"
    ? " The clone is shallow: fetch more of it, such as with `fetch-depth: 0`."
    : "";
}

function ignoreGitError(error: unknown): undefined {
  if (error instanceof GitError) return undefined;
  throw error;
}
