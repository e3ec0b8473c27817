/** Looks over the settings of a repository that lead from module to module, before the resolver does. */
import { readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { isInside } from "./repository.js";
import { GitError, openGitRepository } from "./run-git.js";
import { UnreadableError } from "./unreadable-error.js";

// The resolver is native code, which ends the process where its stack is used up. With the 8 MB of a main thread it was
// at some 20,000 nested brackets, and at some 4,000 files that each extend the next; on Windows the stack is 1 MB.
const deepestBrackets = 200;
const longestChain = 50;
// It compares every path of `paths` with every other.
const largestFile = 2 ** 20;

/**
 * Refuses `package.json` and `tsconfig.json` files, and what these extend, that no person writes. Only of what git
 * keeps: what strangers send comes by git.
 *
 * @param top the top folder of the repository, without links.
 * @throws UnreadableError
 */
export async function refuseSettings(top: string): Promise<void> {
  const chains: Chains = { top, lengths: new Map() };
  for (const path of await trackedFiles(top))
    if (/(^|\/)(package|[^/]*tsconfig[^/]*)\.json$/.test(path)) chainOf(join(top, path), chains);
}

interface Chains {
  readonly top: string;
  /** How many files follow each other from a file on; 0 while it is looked at. */
  readonly lengths: Map<string, number>;
}

async function trackedFiles(top: string): Promise<readonly string[]> {
  try {
    const { git } = await openGitRepository(top);
    return (await git(["ls-files", "-z"])).toString().split("\0");
  } catch (error) {
    // Without git nobody can send anything by it.
    if (error instanceof GitError) return [];
    throw error;
  }
}

function chainOf(path: string, chains: Chains, before = 0): number {
  const { top, lengths } = chains;
  const real = settingsAt(path);
  if (real === undefined || !isInside(top, real)) return 0;
  const known = lengths.get(real);
  if (known !== undefined) return known;
  lengths.set(real, 0);
  const shown = relative(top, real).split(sep).join("/");
  const text = soundText(real, shown);
  let length = 1;
  if (!real.endsWith(`${sep}package.json`))
    for (const named of textsIn(text).flatMap((each) => pathsOf(each, dirname(real), top)))
      length = Math.max(length, 1 + chainOf(named, chains, before + 1));
  if (before + length > longestChain)
    throw new UnreadableError(`${shown} extends more than ${longestChain} files, one the other.`);
  lengths.set(real, length);
  return length;
}

function soundText(real: string, shown: string): string {
  if (statSync(real).size > largestFile)
    throw new UnreadableError(`${shown} is larger than 1 MiB.`);
  const text = readFileSync(real, "utf8");
  if (depthOf(text) > deepestBrackets) throw new UnreadableError(`${shown} is nested too deeply.`);
  return text;
}

function settingsAt(path: string): string | undefined {
  try {
    const real = realpathSync(path);
    return statSync(real).isFile() ? real : undefined;
  } catch {
    return undefined;
  }
}

/** The files that a text of a tsconfig.json may name. */
function pathsOf(text: string, folder: string, top: string): readonly string[] {
  const isPath = /^(\.{1,2}[/\\]|[/\\]|\w:)/.test(text);
  const folders = isPath
    ? [folder]
    : upwards(folder, top).map((each) => join(each, "node_modules"));
  return folders
    .map((each) => resolve(each, text))
    .flatMap((path) => [path, `${path}.json`, join(path, "tsconfig.json")]);
}

function upwards(folder: string, top: string): readonly string[] {
  return folder === top || !isInside(top, folder)
    ? [folder]
    : [folder, ...upwards(dirname(folder), top)];
}

/** How many brackets are open at once, strings and comments left out. */
function depthOf(text: string): number {
  let [depth, deepest] = [0, 0];
  for (const [token] of text.matchAll(tokens)) {
    if (token === "{" || token === "[") depth += 1;
    else if (token === "}" || token === "]") depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function textsIn(text: string): readonly string[] {
  return [...text.matchAll(tokens)].flatMap(([token]) => {
    if (!token.startsWith('"') || token.length > 1000) return [];
    try {
      return [`${JSON.parse(token)}`];
    } catch {
      return [];
    }
  });
}

const tokens = /(?:\/\/|#)[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\\n]|\\.)*"?|[{}[\]]/g;
