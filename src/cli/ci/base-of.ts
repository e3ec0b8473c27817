/** What the catalogs of a repository are compared with. */
import { type GitTree, treeAt, treeWhereParted } from "../../disk/git-tree.js";
import type { GitRepository } from "../../disk/run-git.js";
import { UsageError } from "../exit-code.js";
import type { Host } from "../host.js";

/** The base: a tree of git, or the ledgers alone. */
export interface NamedBase {
  /** As a reader calls it. */
  readonly name: string;
  /** Undefined where the ledgers are all there is to compare with. */
  readonly tree: GitTree | undefined;
  /** What the ref has by now, where it has gone on. */
  readonly tip?: GitTree;
}

/** What is told of the base. */
export interface BaseOptions {
  /** `git:REF` or `released`. */
  readonly base?: string;
  readonly staged?: boolean;
}

/**
 * The base that was named; of what is staged the last commit; of a pull request the branch that it goes into, as GitHub
 * and GitLab say it.
 *
 * @throws UsageError where there is none; GitError where it is not in this clone.
 */
export async function baseOf(
  { base, staged = false }: BaseOptions,
  repository: GitRepository | undefined,
  { env }: Host,
): Promise<NamedBase> {
  const { GITHUB_BASE_REF, CI_MERGE_REQUEST_TARGET_BRANCH_NAME } = env;
  const target = GITHUB_BASE_REF || CI_MERGE_REQUEST_TARGET_BRANCH_NAME;
  const named = base ?? (staged ? "git:HEAD" : target && `git:origin/${target}`);
  if (named === undefined)
    throw new UsageError(
      "There is no base. Name one: `--base git:origin/main`, or `--base released` for the ledgers alone.",
    );
  if (named === "released") return { name: "the ledgers", tree: undefined };
  const ref = /^git:(.+)$/s.exec(named)?.[1];
  if (ref === undefined) throw new UsageError("A base is git:REF, or released.");
  if (repository === undefined)
    throw new UsageError("There is no git repository here. `--base released` needs none.");
  if (!staged) {
    const tree = await treeWhereParted(repository, ref);
    const [tip, head] = [await treeAt(repository, ref), await treeAt(repository, "HEAD")];
    const when = tree.id === head.id ? "which is HEAD" : `as of ${tree.id.slice(0, 10)}`;
    return { name: `${ref}, ${when}`, tree, ...(tip.id !== tree.id && { tip }) };
  }
  // Before the first commit there is nothing to compare with.
  const isFirst = ref === "HEAD" && (await hasNoCommit(repository));
  return isFirst
    ? { name: "nothing, since this is the first commit", tree: undefined }
    : { name: ref, tree: await treeAt(repository, ref) };
}

async function hasNoCommit({ git }: GitRepository): Promise<boolean> {
  const found = await git(["for-each-ref", "--count=1"]);
  return found.length === 0;
}
