/** Coverage of a project on disk, for every command that wants it. Prints nothing. */
import { coverageReader } from "../coverage/cover-sources.js";
import type { Coverage } from "../coverage/coverage.js";
import { generatedFrom, sourceEndings } from "../coverage/link/module-names.js";
import { unreadEndings } from "../coverage/link/unread-kinds.js";
import { parseRecording, type Recording, whyNoRecording } from "../coverage/recorded/recording.js";
import { quoted } from "../diagnostics/suggest.js";
import { findModules } from "../disk/find-modules.js";
import { namedPath } from "../disk/named-path.js";
import { readRegularText } from "../disk/read-regular-file.js";
import { readSources } from "../disk/read-sources.js";
import { repositoryAround } from "../disk/repository.js";
import type { Catalog } from "../model/catalog.js";
import { UsageError } from "./exit-code.js";
import type { Host } from "./host.js";

/** How the sources are read. Each is what the option of `errdex coverage` means. */
export interface CoverSettings {
  /** Globs of the files that are tests. */
  readonly tests?: readonly string[];
  /** `specifier`, or `catalog=specifier`. */
  readonly module?: readonly string[];
  readonly ignore?: readonly string[];
  /** The file that a run of the tests wrote. */
  readonly recorded?: string;
}

/**
 * Reads the sources in the paths, which are relative to the folder of the host.
 *
 * @throws UsageError where there is none, or a setting cannot be followed; UnreadableError; as the system does where a
 * path cannot be read.
 */
export async function coverCatalogs(
  paths: readonly string[],
  settings: CoverSettings,
  catalogs: readonly Catalog[],
  host: Host,
): Promise<Coverage> {
  const { tests, ignore } = settings;
  const { cwd } = host;
  const recording = await recordingAt(settings.recorded, host);
  const { top } = await repositoryAround(cwd);
  const search = { cwd, top, endings: sourceEndings, generatedFrom };
  const modules = await findModules(search);
  const reader = coverageReader(catalogs, {
    ...(tests === undefined ? {} : { tests }),
    ...(ignore === undefined ? {} : { ignore }),
    recording,
    modules: modulesOf(settings.module ?? [], catalogs),
    ...modules,
  });
  let read = 0;
  const endings = [...sourceEndings, ...unreadEndings];
  for await (const file of readSources(paths, { cwd, endings })) {
    if (read % 100 === 0) host.progress(`Reading ${file.path}`);
    if (sourceEndings.some((ending) => file.path.endsWith(ending))) read += 1;
    if ("text" in file) reader.add(file);
    else reader.skip(file.path, file.skipped);
  }
  for (const path of modules.brokenSettings())
    reader.skip(path, "it is no JSON, or names what is not there");
  host.progress("");
  if (read === 0) throw new UsageError(`There are no sources in ${paths.join(", ")}.`);
  return reader.finish();
}

async function recordingAt(
  path: string | undefined,
  { cwd }: Host,
): Promise<Recording | undefined> {
  if (path === undefined) return undefined;
  const full = await namedPath(path, cwd);
  const file = { path: full, shown: path, most: 256 * 2 ** 20 };
  const text = await readRegularText(file).catch((error: NodeJS.ErrnoException) => {
    // What the system says of a folder does not name it.
    throw error.code === "EISDIR" ? new UsageError(`${path} is a folder.`) : error;
  });
  const recording = parseRecording(text);
  if (recording !== undefined) return recording;
  throw new UsageError(`${path} ${whyNoRecording(text)}`);
}

function modulesOf(
  given: readonly string[],
  catalogs: readonly Catalog[],
): Readonly<Record<string, readonly string[]>> {
  const names = catalogs.map(({ name }) => name.value);
  const modules = new Map<string, string[]>();
  for (const each of given) {
    const [, name = names[0], specifier = each] = /^([\w-]+)=(.+)$/.exec(each) ?? [];
    if (name === undefined || !names.includes(name))
      throw new UsageError(`--module ${each}: there is no catalog ${quoted(name ?? "")}.`);
    if (specifier === each && names.length > 1)
      throw new UsageError(`--module ${each}: say which catalog's it is: ${names[0]}=${each}.`);
    modules.set(name, [...(modules.get(name) ?? []), specifier]);
  }
  return Object.fromEntries(modules);
}
