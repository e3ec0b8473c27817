/** Finds what a repository says of its catalogs: the nearest settings from a folder upwards. */
import { lstat } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { collect } from "../diagnostics/report.js";
import { readRegularText } from "../disk/read-regular-file.js";
import { repositoryAround } from "../disk/repository.js";
import { loadRules } from "../load/load-rules.js";
import { readPackageSettings, readSettings } from "../load/read-settings.js";
import type { Settings } from "../model/settings.js";
import { isSystemError, UsageError } from "./exit-code.js";
import { findingsText } from "./findings-text.js";
import type { Host } from "./host.js";

/** Settings, and the folder that their paths are relative to. */
export interface FoundSettings {
  /** An absolute path. */
  readonly folder: string;
  readonly settings: Settings;
}

/** The files that settings may be in, by name. In a package.json they are the key `errdex`. */
export const settingsNames = [
  ...["errdex.config.yaml", "errdex.config.yml", "errdex.config.json", "package.json"],
] as const;

/**
 * The settings that count for a folder: those of the nearest folder that has some, in its repository.
 *
 * @throws UsageError where they are broken, or where a folder has two.
 */
export async function findSettings(host: Host): Promise<FoundSettings | undefined> {
  const { top } = await repositoryAround(host.cwd);
  for (let folder = host.cwd; ; folder = dirname(folder)) {
    const found = await settingsIn(folder, host);
    if (found !== undefined) return { folder, settings: found };
    if (dirname(folder) === folder || relative(top, folder) === "") return undefined;
  }
}

async function settingsIn(folder: string, host: Host): Promise<Settings | undefined> {
  const found: Settings[] = [];
  for (const name of settingsNames) {
    const path = join(folder, name);
    const shown = relative(host.cwd, path);
    const text = await textOf(path, shown);
    const settings = text === undefined ? undefined : parseSettings(shown, text, host);
    if (settings !== undefined) found.push(settings);
  }
  const [first, second] = found;
  if (second === undefined) return first;
  throw new UsageError(
    `Settings stand in ${first?.file.path} and in ${second.file.path}. Leave one of them.`,
  );
}

/**
 * The settings in a text; undefined where a package.json has none.
 *
 * @throws UsageError where they are broken.
 */
export function parseSettings(path: string, text: string, host: Host): Settings | undefined {
  const { report, diagnostics } = collect(loadRules);
  const file = { path, text: text.replace(/^\ufeff/, "") };
  const read = path.endsWith("package.json") ? readPackageSettings : readSettings;
  const settings = read(file, report);
  if (diagnostics.length === 0) return settings;
  throw new UsageError("The settings are broken.", findingsText(diagnostics, host));
}

async function textOf(path: string, shown: string): Promise<string | undefined> {
  const found = await lstat(path).catch((error: unknown) => {
    if (isSystemError(error) && error.code === "ENOENT") return undefined;
    throw error;
  });
  if (found === undefined) return undefined;
  // Complaints show what is in a file, and where a link leads a stranger may have said.
  if (found.isSymbolicLink()) {
    if (path.endsWith("package.json")) return undefined;
    throw new UsageError(`${shown} is a link. Settings stand in a file of their own.`);
  }
  return readRegularText({ path, shown, most: 4 * 2 ** 20 });
}
