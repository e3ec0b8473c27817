/** What a build left, so that the next one need not do it again where nothing changed. */
import { createHash } from "node:crypto";
import { readFile, realpath } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { version as nodeVersion, versions } from "node:process";
import { fileURLToPath } from "node:url";
import packageJson from "../../package.json" with { type: "json" };
import { inBatches } from "../disk/in-batches.js";
import { packageFormat } from "../disk/package-format.js";
import { packageRoot } from "../disk/package-root.js";
import { readRegularFile } from "../disk/read-regular-file.js";
import { readSiteAssets } from "../disk/read-site-assets.js";
import { repositoryOf } from "../disk/repository.js";
import { signedCache } from "../disk/signed-cache.js";
import type { ReadFolder } from "../disk/used-catalogs.js";
import { compareFolders, type FolderChanges, RefusedError } from "../disk/write-files.js";
import type { ModuleFormat } from "../model/output.js";
import { type AskedFolder, writeScope } from "./compare-outputs.js";
import { type DigestedFile, digestOf } from "./digested-file.js";
import type { Host } from "./host.js";
import { type KnownProofs, knownProofs } from "./known-proofs.js";
import { shown } from "./report-folders.js";
import { isForUser } from "./say-error.js";

/** Digests and what was said: nothing of it is ever written into an output. */
interface Remembered {
  /** Of everything that the build depends on, but the modules that its outputs are. */
  readonly inputs: string;
  /** The diagnostics, as they were printed. */
  readonly said: string;
  readonly outputs: readonly RememberedOutput[];
  /** Of the errdex and the Node that built. */
  readonly builder: string;
  /** The names of what was proven. */
  readonly proofs: readonly string[];
}

interface RememberedOutput {
  /** Relative to the catalog's folder. */
  readonly folder: string;
  readonly owned?: string;
  readonly packageFormat?: ModuleFormat;
  readonly files: readonly (readonly [path: string, digest: string])[];
}

/** An output as it was built. */
export interface BuiltFolder extends AskedFolder {
  readonly files: readonly DigestedFile[];
}

/** A build that need not be done. */
export interface KnownBuild {
  readonly said: string;
  readonly outputs: readonly AskedFolder[];
}

/** What is known about the build of one catalog. */
export interface BuildMemory {
  /** The last build, where everything is as it was: what it depends on, and every file that it wrote. */
  known(): Promise<KnownBuild | undefined>;
  /** What the last build has proven, and what the next one need not prove. */
  readonly proofs: KnownProofs;
  /** Keeps what a build said, made and has proven, after it was written. */
  keep(said: string, outputs: readonly BuiltFolder[]): Promise<void>;
}

/** A catalog that is about to be built. */
export interface BuildInput extends ReadFolder {
  readonly folder: string;
  readonly allowOutside: boolean;
}

/** The memory of a catalog's builds; undefined where nothing can be kept. */
export async function buildMemory(
  { folder, files, used, allowOutside }: BuildInput,
  host: Host,
): Promise<BuildMemory | undefined> {
  const real = await realpath(folder);
  const { top } = await repositoryOf(folder);
  const place = { folder: real, top, env: host.env };
  const cache = await signedCache(digestOf(relative(top, real)).slice(0, 16), place);
  const build = cache && (await buildOfErrdex());
  if (cache === undefined || build === undefined) return undefined;
  const builder = digestOf([build, nodeVersion, versions.icu].join("\n"));
  const text = await cache.read();
  const last = text === undefined ? undefined : (JSON.parse(text) as Remembered);
  const proofs = knownProofs(last?.builder === builder ? last.proofs : []);
  const hash = createHash("sha256");
  const add = (...parts: readonly (string | Uint8Array | boolean)[]) => {
    for (const part of parts) {
      const bytes = typeof part === "boolean" ? String(part) : part;
      hash.update(`${bytes.length}:`).update(bytes);
    }
  };
  add(builder, real, relative(folder, host.cwd), allowOutside);
  add(host.whole === true, host.colors.isColorSupported);
  const addFolder = (read: ReadFolder) => {
    for (const { path, shownPath, content } of read.files) add(path, shownPath, content);
    for (const [name, each] of read.used) {
      add(name, JSON.stringify("problem" in each ? each : each.folder));
      if ("files" in each) addFolder(each);
    }
  };
  addFolder({ files, used });
  const inputs = hash.digest("hex");
  return {
    known: async () =>
      last?.inputs === inputs ? knownBuild({ folder, allowOutside, last }, host) : undefined,
    proofs,
    keep: async (said, outputs) => {
      const kept = outputs.map((output) => remembered(output, folder));
      if (kept.includes(undefined)) return;
      const note = { inputs, said, outputs: kept, builder, proofs: [...proofs.used] };
      await cache.write(JSON.stringify(note));
    },
  };
}

/** What builds said, and their folders, where none of the catalogs needs to be built. */
export async function unchangedBuilds(
  memories: readonly (BuildMemory | undefined)[],
): Promise<{ readonly said: string; readonly changes: readonly FolderChanges[] } | undefined> {
  const builds: KnownBuild[] = [];
  for (const memory of memories) {
    const build = await memory?.known();
    if (build === undefined) return undefined;
    builds.push(build);
  }
  try {
    // The places are looked at as ever, those of all catalogs together: a folder may have become a link.
    const changes = await compareFolders(builds.flatMap(({ outputs }) => outputs));
    const isSame = changes.every(({ written, removed }) => written.length + removed.length === 0);
    return isSame ? { said: builds.map(({ said }) => said).join(""), changes } : undefined;
  } catch (error) {
    if (error instanceof RefusedError || isForUser(error)) return undefined;
    throw error;
  }
}

async function knownBuild(
  {
    folder,
    allowOutside,
    last,
  }: { readonly last: Remembered } & Omit<BuildInput, "files" | "used">,
  host: Host,
): Promise<KnownBuild | undefined> {
  try {
    const scope = await writeScope(folder, allowOutside);
    const outputs: AskedFolder[] = [];
    for (const output of last.outputs) {
      const own = resolve(folder, output.folder);
      const format = output.packageFormat;
      if (format && format !== (await packageFormat(own, (path) => shown(path, host))))
        return undefined;
      const files = await sameFiles(own, output.files);
      if (files === undefined) return undefined;
      const owned = output.owned === undefined ? undefined : new RegExp(output.owned);
      outputs.push({ folder: own, owned, scope, files, asked: "" });
    }
    return { said: last.said, outputs };
  } catch (error) {
    // The whole build meets it too, and says it with the place that asks for the file.
    if (isForUser(error)) return undefined;
    throw error;
  }
}

/** The files of a folder, where each is what was written. */
async function sameFiles(folder: string, files: RememberedOutput["files"]) {
  let isSame = true;
  const found = await inBatches(files, async ([path, digest]) => {
    if (!isSame) return [];
    const full = join(folder, path);
    const bytes = await readRegularFile({ path: full, shown: full, most: 2 ** 29 });
    if (digestOf(bytes) !== digest) isSame = false;
    return [{ path, text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes) }];
  });
  return isSame ? found.flat() : undefined;
}

function remembered(output: BuiltFolder, folder: string): RememberedOutput | undefined {
  const { owned, packageFormat: format } = output;
  const files: [string, string][] = [];
  for (const file of output.files) {
    const digest = file.digest();
    // Half a character cannot be written, so what is read back would differ each time.
    if (digest === undefined) return undefined;
    files.push([file.path, digest]);
  }
  return {
    folder: relative(folder, output.folder),
    ...(owned && { owned: owned.source }),
    ...(format && { packageFormat: format }),
    files,
  };
}

/** What tells one errdex from another; undefined where it runs from its sources, which change without a word. */
async function buildOfErrdex(): Promise<string | undefined> {
  const dist = join(packageRoot(), "dist");
  if (!fileURLToPath(import.meta.url).startsWith(dist + sep)) return undefined;
  // It names the files that it loads by what is in them.
  const command = await readFile(join(dist, "cli.js"), "utf8");
  const { script, search, style } = await readSiteAssets();
  return digestOf(JSON.stringify([packageJson.version, command, script, search, style]));
}
