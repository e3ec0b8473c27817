/** `errdex import`: takes a list that comes from elsewhere into a catalog. */
import { mkdir, readdir, realpath, stat } from "node:fs/promises";
import { basename, dirname, extname, join, relative } from "node:path";
import { didYouMean, quoted } from "../../diagnostics/suggest.js";
import { namedPath } from "../../disk/named-path.js";
import { readRegularFile, readRegularText } from "../../disk/read-regular-file.js";
import { isInside, repositoryAround } from "../../disk/repository.js";
import { slashed } from "../../disk/slashed.js";
import { readCatalogFolder } from "../../disk/used-catalogs.js";
import {
  type ExistingCatalog,
  type Imported,
  type ImportOptions,
  importList,
  type ListFile,
  recordPath,
} from "../../import/import-list.js";
import {
  BrokenRecordError,
  type ImportedRecord,
  parseRecord,
} from "../../import/imported-record.js";
import { type ListKey, listKeys } from "../../import/listed-code.js";
import { UnknownColumnError } from "../../import/read/choose-columns.js";
import { formOfPath, type ListForm, listForms } from "../../import/read/read-list.js";
import { maxFileBytes } from "../../load/decode-file.js";
import { catalogNames } from "../catalog-names.js";
import { writeCatalogFiles } from "../compare-outputs.js";
import { type ExitCode, exitCode, UsageError } from "../exit-code.js";
import type { Host } from "../host.js";
import { importJson, importText } from "../import-report.js";
import { wholeCatalog } from "../open-catalog.js";
import type { ReportFormat } from "../option-choices.js";

/** Options of the command. */
export interface ImportCommandOptions {
  /** The folder of the catalog. */
  readonly catalog?: string;
  /** What the list is written in. */
  readonly as?: ListForm;
  /** `key=column`, several with commas between. */
  readonly column?: readonly string[];
  readonly status?: string;
  readonly dryRun?: boolean;
  readonly format: ReportFormat;
}

/** Imports a list; what could not be taken is a finding. */
export async function importCommand(
  named: string,
  { catalog = "catalog", as, column = [], status, dryRun = false, format }: ImportCommandOptions,
  host: Host,
): Promise<ExitCode> {
  const { top } = await repositoryAround(host.cwd);
  const list = await readListFile(named, top, host);
  const folder = await namedPath(catalog, host.cwd);
  const [catalogName = "shop"] = await catalogNames(dirname(folder));
  const options: ImportOptions = {
    form: as ?? formNamed(named),
    columns: columnsAsked(column),
    catalogName,
    ...(status !== undefined && { status: errorStatus(status) }),
  };
  const imported = await importing(list, options, async () => {
    const existing = await existingIn(folder, host);
    return existing && { ...existing, record: await followed(existing.record, list.id, top) };
  });
  const written = [...imported.files].map(([path, text]) => ({ path: join(folder, path), text }));
  if (!dryRun && written.length > 0) {
    await mkdir(folder, { recursive: true });
    await writeCatalogFiles(folder, written, host);
  }
  const report = {
    list: named,
    imported,
    paths: written.map(({ path }) => path),
    isDryRun: dryRun,
  };
  host.out(format === "json" ? importJson(report, host) : importText(report, host));
  const isWhole = imported.notes.every(({ kind }) => kind !== "refused");
  return isWhole ? exitCode.fine : exitCode.findings;
}

async function readListFile(named: string, top: string, host: Host): Promise<ListFile> {
  const path = await namedPath(named, host.cwd);
  const content = await readRegularFile({ path, shown: named, most: maxFileBytes });
  const real = await realpath(path);
  // What lies outside of the repository lies elsewhere on every machine.
  const id = isInside(top, real) ? slashed(relative(top, real)) : basename(path);
  return { shownPath: named, name: basename(path, extname(path)), id, content };
}

async function importing(
  list: ListFile,
  options: ImportOptions,
  existing: () => Promise<ExistingCatalog | undefined>,
): Promise<Imported> {
  try {
    return importList(list, options, await existing());
  } catch (error) {
    const isForUser = error instanceof UnknownColumnError || error instanceof BrokenRecordError;
    throw isForUser ? new UsageError(error.message) : error;
  }
}

function formNamed(named: string): ListForm {
  const form = formOfPath(named);
  if (form !== undefined) return form;
  throw new UsageError(
    `The name of ${named} does not say what is in it. Say it by --as: ${listForms.join(", ")}.`,
  );
}

function columnsAsked(asked: readonly string[]): ReadonlyMap<ListKey, string> {
  const pairs = asked
    .flatMap((each) => each.split(","))
    .map((each): [ListKey, string] => {
      const [, key = "", column = ""] = /^([^=]*)=(.*)$/.exec(each) ?? [];
      const known = listKeys.find((name) => name === key.trim());
      if (known !== undefined && column.trim() !== "") return [known, column.trim()];
      const guess = didYouMean(key, listKeys);
      throw new UsageError(
        `--column is \`key=column\`, such as code=Error, and not ${quoted(each)}. ${"help" in guess ? guess.help : `Keys: ${listKeys.join(", ")}.`}`,
      );
    });
  return new Map(pairs);
}

function errorStatus(status: string): number | "none" {
  if (status === "none") return status;
  if (/^[45]\d\d$/.test(status)) return Number(status);
  throw new UsageError(`--status is 400 to 599, or none, not ${quoted(status)}.`);
}

/** The catalog in a folder; undefined where there is none yet. */
async function existingIn(folder: string, host: Host): Promise<ExistingCatalog | undefined> {
  if (!(await isFolder(folder))) return undefined;
  const read = await readCatalogFolder(folder, host.cwd);
  const { files } = read;
  const shown = relative(host.cwd, folder);
  if (files.length === 0 && (await readdir(folder)).length === 0) return undefined;
  const catalog = wholeCatalog(read, shown, host);
  return { files, catalog, record: await recordIn(join(folder, recordPath), host) };
}

/** The record, in which a list that is no longer where it was is the one of its name that is imported now. */
async function followed(record: ImportedRecord, id: string, top: string): Promise<ImportedRecord> {
  if (record.has(id)) return record;
  for (const known of record.keys())
    if (basename(known) === basename(id) && !(await isThere(join(top, known))))
      return new Map([...record].map(([each, codes]) => [each === known ? id : each, codes]));
  return record;
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function recordIn(path: string, host: Host): Promise<ImportedRecord> {
  if (!(await isThere(path))) return new Map();
  const shown = relative(host.cwd, path);
  return parseRecord(await readRegularText({ path, shown, most: maxFileBytes }));
}

async function isFolder(folder: string): Promise<boolean> {
  return stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
