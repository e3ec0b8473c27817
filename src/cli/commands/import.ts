/** `errdex import`: takes a list that comes from elsewhere into a catalog. */
import { mkdir, stat } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { didYouMean, quoted } from "../../diagnostics/suggest.js";
import { namedPath } from "../../disk/named-path.js";
import { readRegularFile } from "../../disk/read-regular-file.js";
import { type ImportOptions, importList, type ListFile } from "../../import/import-list.js";
import { type ListKey, listKeys } from "../../import/listed-code.js";
import { UnknownColumnError } from "../../import/read/choose-columns.js";
import { formOfPath, type ListForm, listForms } from "../../import/read/read-list.js";
import { maxFileBytes } from "../../load/decode-file.js";
import { catalogNames } from "../catalog-names.js";
import { writeCatalogFiles } from "../compare-outputs.js";
import { type ExitCode, exitCode, UsageError } from "../exit-code.js";
import type { Host } from "../host.js";
import { importJson, importText } from "../import-report.js";
import type { ReportFormat } from "../option-choices.js";

/** Options of the command. */
export interface ImportCommandOptions {
  /** The folder of the catalog. */
  readonly catalog?: string;
  /** What the list is written in. */
  readonly as?: ListForm;
  /** `key=column`, several with commas between. */
  readonly column?: readonly string[];
  readonly status?: number;
  readonly dryRun?: boolean;
  readonly format: ReportFormat;
}

/** Imports a list; what could not be taken is a finding. */
export async function importCommand(
  named: string,
  { catalog = "catalog", as, column = [], status, dryRun = false, format }: ImportCommandOptions,
  host: Host,
): Promise<ExitCode> {
  const list = await readListFile(named, host);
  const folder = await namedPath(catalog, host.cwd);
  const [catalogName = "shop"] = await catalogNames(dirname(folder));
  const options: ImportOptions = {
    form: as ?? formNamed(named),
    columns: columnsAsked(column),
    catalogName,
    ...(status !== undefined && { status: errorStatus(status) }),
  };
  if (await isThere(folder)) throw new UsageError(`${catalog} is there already.`);
  const imported = importing(list, options);
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

async function readListFile(named: string, host: Host): Promise<ListFile> {
  const path = await namedPath(named, host.cwd);
  const content = await readRegularFile({ path, shown: named, most: maxFileBytes });
  return { shownPath: named, name: basename(path, extname(path)), content };
}

function importing(list: ListFile, options: ImportOptions) {
  try {
    return importList(list, options);
  } catch (error) {
    throw error instanceof UnknownColumnError ? new UsageError(error.message) : error;
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

function errorStatus(status: number): number {
  if (status >= 400 && status <= 599) return status;
  throw new UsageError(`--status is 400 to 599, not ${status}.`);
}

async function isThere(folder: string): Promise<boolean> {
  return stat(folder).then(
    () => true,
    () => false,
  );
}
