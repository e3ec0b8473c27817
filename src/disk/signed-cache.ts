/** A cache below node_modules that is believed only where it bears the signature of this user: anybody may have put a file there. */
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { lstat, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, isAbsolute, join } from "node:path";
import { geteuid } from "node:process";
import { abandonedDrafts, draftIn } from "./drafts.js";
import { inBatches } from "./in-batches.js";
import { readRegularText } from "./read-regular-file.js";
import { realPlace } from "./real-place.js";
import { isInside } from "./repository.js";

/** Where a cache belongs, and to whom. */
export interface CachePlace {
  /** The catalog's folder, without links. */
  readonly folder: string;
  /** The top folder of its repository, without links. */
  readonly top: string;
  /** The environment, which says where the user keeps caches. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** What one run leaves for the next. Neither way ever throws: without a cache everything is done. */
export interface SignedCache {
  /** What was written last; undefined where there is nothing, or where it is not this user's. */
  read(): Promise<string | undefined>;
  write(text: string): Promise<void>;
}

const mostBytes = 64 * 2 ** 20;

/** The cache of a catalog; undefined where there is no node_modules to keep it in, or no place for the user's key. */
export async function signedCache(
  name: string,
  { folder, top, env }: CachePlace,
): Promise<SignedCache | undefined> {
  const modules = await nodeModules(folder, top);
  const keys = await keyFolder(env, top);
  if (modules === undefined || keys === undefined) return undefined;
  const own = join(modules, ".cache", "errdex");
  const path = join(own, `${name}.json`);
  const sign = (text: string, key: string) =>
    createHmac("sha256", key).update(`${path}\n${text}`).digest("hex");
  return {
    read: () =>
      orNothing(async () => {
        const key = await readKey(keys);
        if (key === undefined || !(await isOwnFolder(own, modules))) return undefined;
        const whole = await readRegularText({ path, shown: path, most: mostBytes });
        const text = whole.slice(whole.indexOf("\n") + 1);
        const [given, right] = [whole.slice(0, 64), sign(text, key)].map((each) =>
          Buffer.from(each),
        );
        const isSigned = given?.length === 64 && right && timingSafeEqual(given, right);
        return isSigned ? text : undefined;
      }),
    write: async (text) => {
      await orNothing(async () => {
        const key = await madeKey(keys);
        if (key === undefined || text.length > mostBytes) return;
        await mkdir(own, { recursive: true });
        if (!(await isOwnFolder(own, modules))) return;
        await replace(path, `${sign(text, key)}\n${text}`);
        await inBatches(await abandonedDrafts(own), (draft) => rm(draft, { force: true }));
      });
    },
  };
}

async function replace(path: string, text: string): Promise<void> {
  const draft = draftIn(dirname(path));
  try {
    await writeFile(draft, text, { flag: "wx" });
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
}

/** The nearest node_modules of the repository. A link may lead anywhere, so it is none. */
async function nodeModules(folder: string, top: string): Promise<string | undefined> {
  for (let above = folder; isInside(top, above); above = dirname(above)) {
    const path = join(above, "node_modules");
    const found = await lstat(path).catch(() => undefined);
    if (found !== undefined) return found.isDirectory() ? path : undefined;
    if (dirname(above) === above) break;
  }
  return undefined;
}

async function isOwnFolder(own: string, modules: string): Promise<boolean> {
  const found = await Promise.all([dirname(own), own, modules].map((path) => lstat(path)));
  return found.every((each) => each.isDirectory());
}

/** The folder of the user's key: where no pull request can write. */
async function keyFolder(env: CachePlace["env"], top: string): Promise<string | undefined> {
  const { XDG_CACHE_HOME: own, LOCALAPPDATA: local, HOME: home } = env;
  const base = own || local || (home && join(home, ".cache"));
  if (!base || !isAbsolute(base)) return undefined;
  const place = await orNothing(() => realPlace(base));
  if (place === undefined || !("path" in place) || isInside(top, place.path)) return undefined;
  return join(place.path, "errdex");
}

async function readKey(folder: string): Promise<string | undefined> {
  const path = join(folder, "cache-key");
  const found = await lstat(path).catch(() => undefined);
  if (!found?.isFile() || found.size !== 64) return undefined;
  // Windows has neither.
  const user = geteuid?.();
  if (user !== undefined && (found.uid !== user || (found.mode & 0o077) !== 0)) return undefined;
  return readFile(path, "utf8");
}

async function madeKey(folder: string): Promise<string | undefined> {
  const known = await readKey(folder);
  if (known !== undefined) return known;
  // Nobody's home may be a folder that is not there, and stays so.
  for (const path of [dirname(folder), folder])
    await mkdir(path, { mode: 0o700 }).catch(() => undefined);
  await writeFile(join(folder, "cache-key"), randomBytes(32).toString("hex"), {
    flag: "wx",
    mode: 0o600,
  });
  return readKey(folder);
}

async function orNothing<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch {
    return undefined;
  }
}
