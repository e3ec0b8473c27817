/** Opens base and head for `errdex ci`, and has them judged. */
import { dirname } from "node:path";
import { type GitTree, withStagedTree } from "../../disk/git-tree.js";
import { repositoryAround } from "../../disk/repository.js";
import { openGitRepository } from "../../disk/run-git.js";
import type { Settings } from "../../model/settings.js";
import { findSettings } from "../find-settings.js";
import type { Host } from "../host.js";
import { baseOf } from "./base-of.js";
import { type Outlook, settingsIn } from "./catalog-sides.js";
import { headInIndex, headOnDisk } from "./head-catalogs.js";
import { type Gated, type GateOptions, judged } from "./judge.js";
import { noProblems } from "./problems.js";

/** @throws UsageError or GitError where there is no base, or nothing to judge. */
export async function gateAll(options: GateOptions, host: Host): Promise<Gated> {
  const { top, isGit } = await repositoryAround(host.cwd);
  const repository = isGit ? await openGitRepository(host.cwd) : undefined;
  const base = await baseOf(options, repository, host);
  const side = { options, repository, base };
  const problems = noProblems();
  if (options.staged !== true) {
    const found = await findSettings(host);
    const outlook: Outlook = { host, top, root: found?.folder ?? host.cwd, problems };
    const settings = found?.settings;
    const head = await headOnDisk(found, repository, outlook);
    return judged({ ...side, head, settings, outlook, index: undefined });
  }
  return withStagedTree(host.cwd, host.env.GIT_INDEX_FILE, async (index) => {
    const { settings, outlook } = await stagedSettings(index, { host, top, problems });
    return judged({
      ...side,
      head: await headInIndex(index, settings, outlook),
      settings,
      outlook,
      index,
    });
  });
}

/** The nearest settings of the index, from where the command runs up to the top. */
async function stagedSettings(
  index: GitTree,
  where: Omit<Outlook, "root">,
): Promise<{ readonly settings: Settings | undefined; readonly outlook: Outlook }> {
  const { host, top } = where;
  for (let root = host.cwd; ; root = dirname(root)) {
    const outlook: Outlook = { ...where, root };
    const settings = await settingsIn(index, outlook);
    if (settings !== undefined || root === top || dirname(root) === root)
      return { settings, outlook };
  }
}
