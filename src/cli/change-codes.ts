/** Changes codes in the files of a catalog: all of it or nothing, and nothing that `errdex check` would mind. */
import { join } from "node:path";
import { isWhole } from "../check/check-catalog.js";
import { printBaseline } from "../check/print-baseline.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { escapeForTerminal } from "../diagnostics/escape.js";
import { suppress } from "../diff/accepted-changes.js";
import { diffCatalogs } from "../diff/diff-catalogs.js";
import { versionDemand } from "../diff/version-demand.js";
import { readCatalogFolder } from "../disk/used-catalogs.js";
import { type TreeFile, treesOf, UneditableError } from "../fix/codes/catalog-tree.js";
import {
  type CodeChange,
  editsByFile,
  type FileEdit,
  inFile,
  RefusedChangeError,
} from "../fix/codes/code-change.js";
import { replacedAt } from "../fix/codes/tree-edits.js";
import { applyEdits } from "../fix/edit.js";
import { newFileDiff, unifiedDiff } from "../fix/unified-diff.js";
import { type CatalogFile, writtenFiles } from "../load/decode-file.js";
import type { UsedFolders } from "../load/read-uses.js";
import type { FindingCounts } from "../model/baseline.js";
import type { Catalog } from "../model/catalog.js";
import { yamlText } from "../model/yaml-text.js";
import { writeCatalogFiles } from "./compare-outputs.js";
import { type ExitCode, exitCode, UsageError } from "./exit-code.js";
import { findCatalogs } from "./find-catalogs.js";
import { findingsText } from "./findings-text.js";
import type { Host } from "./host.js";
import { type OpenedCatalog, openCatalog } from "./open-catalog.js";
import { shown } from "./report-folders.js";

/** Options that all such commands have. */
export interface ChangeOptions {
  /** The folder of the catalog. */
  readonly catalog?: string;
  /** Write nothing, and show what would be written. */
  readonly dryRun?: boolean;
}

/** A catalog that is about to be changed. */
export interface ChangedCatalog {
  readonly folder: string;
  readonly catalog: Catalog;
  readonly files: readonly CatalogFile[];
  readonly used: UsedFolders;
  readonly trees: readonly TreeFile[];
  readonly opened: OpenedCatalog;
}

/** What is to be done. */
export interface Changing {
  /** The change, where the next version of the catalog is known. */
  readonly plan: (version: string) => CodeChange;
  /** What the baseline lets be afterwards. */
  readonly baseline?: (counts: FindingCounts) => FindingCounts;
  /** Whether a finding is left to people; any other one that is new forbids the change. */
  readonly isLeft?: (diagnostic: Diagnostic) => boolean;
  /** What a complaint says whatever the codes are called: by it complaints are known that were there before. */
  readonly nameless?: (message: string) => string;
  /** What was done, in a sentence. */
  readonly done: (version: string) => string;
}

/**
 * The catalog that is meant, read as a whole.
 *
 * @throws UsageError where there are several, or where not all of it can be read or edited.
 */
export async function catalogToChange(
  { catalog: named }: ChangeOptions,
  host: Host,
): Promise<ChangedCatalog> {
  const [folder = "", ...others] = await findCatalogs(named === undefined ? [] : [named], host);
  if (others.length > 0)
    throw new UsageError("There are several catalogs. Say which by --catalog <folder>.");
  const read = await readCatalogFolder(folder, host.cwd);
  const { files, used } = read;
  const opened = await openCatalog(folder, host, { read });
  const { catalog } = opened;
  if (catalog === undefined || !isWhole(catalog))
    throw new UsageError(
      `Not all of ${shown(folder, host)} can be read. Mend it first.`,
      findingsText(opened.diagnostics, host, "`errdex check --all`"),
    );
  return { folder, catalog, files, used, trees: forUser(() => treesOf(files)), opened };
}

/** Makes the change. A change that would leave something wrong is a finding, and nothing is written. */
export async function changeCodes(
  before: ChangedCatalog,
  changing: Changing,
  { dryRun = false }: ChangeOptions,
  host: Host,
): Promise<ExitCode> {
  const { version } = before.catalog;
  const first = forUser(() => applied(before, changing, version.value));
  const next = await comingVersion(first, before, host);
  const made = next === version.value ? first : forUser(() => applied(before, changing, next));
  const read = { files: made.files, used: before.used };
  const after = await openCatalog(before.folder, host, { read });
  const { isLeft = () => false, nameless = (message) => message } = changing;
  const found = newFindings(before.opened.diagnostics, after.diagnostics, nameless);
  const forbidding = found.filter((each) => each.severity === "error" && !isLeft(each));
  if (forbidding.length > 0) {
    host.out(`${findingsText(forbidding, host)}\n`);
    host.err("Nothing was written: this is what would be wrong.\n");
    return exitCode.findings;
  }
  if (dryRun) for (const diff of made.diffs) host.out(`${escapeLines(diff)}\n`);
  else {
    const written = made.written.map(({ path, text }) => ({
      path: join(before.folder, path),
      text,
    }));
    await writeCatalogFiles(before.folder, written, host);
    for (const { path } of written)
      host.out(`${host.colors.green("wrote")} ${shown(path, host)}\n`);
  }
  for (const note of made.notes) host.out(`${escapeForTerminal(note)}\n`);
  if (next !== version.value)
    host.out(
      escapeForTerminal(
        `The version of the catalog is ${next} instead of ${version.value}.`,
      ).concat("\n"),
    );
  host.out(`${escapeForTerminal(changing.done(next))}\n`);
  if (found.length > 0) host.out(`\nLeft to do:\n\n${findingsText(found, host)}\n`);
  return exitCode.fine;
}

interface Applied {
  readonly files: readonly CatalogFile[];
  readonly written: readonly { readonly path: string; readonly text: string }[];
  readonly diffs: readonly string[];
  readonly notes: readonly string[];
}

function applied(before: ChangedCatalog, changing: Changing, version: string): Applied {
  const { trees, files, catalog } = before;
  const { edits, created, notes } = changing.plan(version);
  const all = [...edits, ...versionEdits(before, version)];
  const written: { readonly path: string; readonly text: string }[] = [];
  const diffs: string[] = [];
  for (const [file, own] of editsByFile(all)) {
    const { text } = file.root.file;
    written.push({ path: file.path, text: applyEdits(text, own) });
    diffs.push(unifiedDiff(file.shownPath, text, own));
  }
  const [prefix] = trees.map(({ path, shownPath }) => shownPath.slice(0, -path.length));
  for (const [path, text] of created) {
    written.push({ path, text });
    diffs.push(newFileDiff(`${prefix}${path}`, text));
  }
  if (catalog.baseline !== undefined && changing.baseline !== undefined) {
    const text = printBaseline(changing.baseline(catalog.baseline.counts));
    const { file } = catalog.baseline.at;
    if (text !== file.text) {
      written.push({ path: writtenFiles.baseline, text });
      diffs.push(unifiedDiff(file.path, file.text, [{ start: 0, end: file.text.length, text }]));
    }
  }
  const texts = new Map(written.map(({ path, text }) => [path, text]));
  const kept = files.map((file) => {
    const text = texts.get(file.path);
    return text === undefined ? file : { ...file, content: text };
  });
  const added = [...created].map(([path, content]) => ({
    path,
    shownPath: `${prefix}${path}`,
    content,
  }));
  return { files: [...kept, ...added], written, diffs, notes };
}

function versionEdits({ trees, catalog }: ChangedCatalog, version: string): readonly FileEdit[] {
  const file = trees.find(({ kind }) => kind === "catalog");
  if (file === undefined || version === catalog.version.value) return [];
  const { file: source, start, end } = catalog.version.at;
  const quote = /^["']/.exec(source.text.slice(start, end))?.[0] ?? "";
  const text = quote === "" ? yamlText(version, true) : `${quote}${version}${quote}`;
  return [inFile(file, replacedAt(file, ["version"], text), "the version")];
}

/** The version that the change asks for: the catalog's own, where that is not released or later anyway. */
async function comingVersion(
  { files }: Applied,
  { folder, catalog, used }: ChangedCatalog,
  host: Host,
): Promise<string> {
  const { version, released } = catalog;
  if (released === undefined) return version.value;
  const { catalog: after } = await openCatalog(folder, host, { read: { files, used } });
  if (after === undefined) return version.value;
  const base = released.version.value;
  const { changes } = suppress(diffCatalogs(released, after), after.suppressions, base);
  const { needed, isCovered } = versionDemand(released, changes, after);
  return isCovered || needed === undefined ? version.value : needed;
}

function newFindings(
  before: readonly Diagnostic[],
  after: readonly Diagnostic[],
  nameless: (message: string) => string,
): readonly Diagnostic[] {
  const left = new Map<string, number>();
  const keyOf = ({ rule, severity, message }: Diagnostic) =>
    `${rule} ${severity} ${nameless(message)}`;
  for (const each of before) left.set(keyOf(each), (left.get(keyOf(each)) ?? 0) + 1);
  return after.filter((each) => {
    const count = left.get(keyOf(each)) ?? 0;
    left.set(keyOf(each), count - 1);
    return count <= 0;
  });
}

// Line by line: a diff is for reading, and what it shows may be hostile.
function escapeLines(text: string): string {
  return text
    .split("\n")
    .map((line) => escapeForTerminal(line.replace(/\r$/, "")))
    .join("\n");
}

/** @throws UsageError in the place of what is the user's to mend. */
function forUser<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const isTheirs = error instanceof RefusedChangeError || error instanceof UneditableError;
    throw isTheirs ? new UsageError(error.message) : error;
  }
}
