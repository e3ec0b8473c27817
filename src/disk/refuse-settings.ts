/** Looks over the settings of a repository that lead from module to module, before the resolver does. */
import { readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { isInside } from "./repository.js";
import { GitError, openGitRepository } from "./run-git.js";
import { slashed } from "./slashed.js";
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
  const settings: Settings = { top, lengths: new Map(), referred: [] };
  for (const path of await trackedFiles(top))
    if (/(^|\/)(package|[^/]*tsconfig[^/]*)\.json$/.test(path)) chainOf(join(top, path), settings);
  for (const path of settings.referred) chainOf(path, settings);
}

interface Settings {
  readonly top: string;
  /** How many files extend each other from a file on; 0 while it is looked at. */
  readonly lengths: Map<string, number>;
  /** What was met in `references`; it grows while it is gone through. */
  readonly referred: string[];
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

function chainOf(path: string, settings: Settings, before = 0): number {
  const { top, lengths, referred } = settings;
  const real = settingsAt(path);
  if (real === undefined || !isInside(top, real)) return 0;
  const known = lengths.get(real);
  if (known !== undefined) return known;
  lengths.set(real, 0);
  const shown = slashed(relative(top, real));
  const text = soundText(real, shown);
  const named = real.endsWith(`${sep}package.json`) ? nothingNamed : namedIn(text);
  const filesOf = (texts: readonly string[]) =>
    texts.flatMap((each) => filesNamed(each, dirname(real), top));
  for (const each of filesOf(named.references)) referred.push(each);
  let length = 1;
  for (const each of filesOf(named.extends)) {
    if (before + length > longestChain) break;
    length = Math.max(length, 1 + chainOf(each, settings, before + 1));
  }
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

/** The files that a tsconfig.json may name by a text. */
function filesNamed(text: string, folder: string, top: string): readonly string[] {
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

interface Named {
  readonly extends: readonly string[];
  readonly references: readonly string[];
}

const nothingNamed: Named = { extends: [], references: [] };

/** The texts behind `extends` and `path`: one, or a list of them. */
function namedIn(text: string): Named {
  const found = { extends: [] as string[], path: [] as string[] };
  let key: keyof typeof found | undefined;
  let isList = false;
  for (const [token] of text.matchAll(tokens)) {
    const value = token.startsWith('"') ? textOf(token) : undefined;
    if (value === undefined) {
      if (token === "[" && key !== undefined) isList = true;
      else if (/^[{}\]]/.test(token)) [key, isList] = [undefined, false];
    } else if (key !== undefined) {
      found[key].push(value);
      if (!isList) key = undefined;
    } else if (value === "extends" || value === "path") key = value;
  }
  return { extends: found.extends, references: found.path };
}

function textOf(token: string): string {
  try {
    return `${JSON.parse(token)}`;
  } catch {
    return "";
  }
}

const tokens = /(?:\/\/|#)[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\\n]|\\.)*"?|[{}[\]]/g;
