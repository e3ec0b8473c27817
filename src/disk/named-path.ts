/** Paths that people type. Inside the repository a link may lead elsewhere, and it may be a stranger's. */
import { realpath } from "node:fs/promises";
import { relative, resolve, sep } from "node:path";
import { isInside, repositoryAround, reservedFolder } from "./repository.js";
import { UnreadableError } from "./unreadable-error.js";

/**
 * The absolute path. What is outside the repository was meant; what is inside has to lead inside.
 *
 * @throws UnreadableError where a link leads out of the repository, or into git's own folder.
 */
export async function namedPath(named: string, cwd: string): Promise<string> {
  const real = await realpath(cwd);
  const full = resolve(real, named);
  const { top } = await repositoryAround(cwd);
  const target = await realpath(full).catch(() => full);
  // What is installed is linked to from there, wherever the package manager keeps it.
  const isInstalled = relative(top, full).split(sep).includes("node_modules");
  if (!isInside(top, full) || target === full || isInstalled) return resolve(cwd, named);
  if (!isInside(top, target) || reservedFolder(top, target) === ".git")
    throw new UnreadableError(`${named} is a link out of the repository, which is ${top}.`);
  return resolve(cwd, named);
}
