/** Compares what is generated from catalogs with what there is: on the disk, or in the index. */
import { join, relative, resolve } from "node:path";
import type { Finding } from "../../diagnostics/finding.js";
import { markOf } from "../../disk/generated-mark.js";
import { type GitTree, pathsOf, textsIn } from "../../disk/git-tree.js";
import type { GitRepository } from "../../disk/run-git.js";
import { GitError } from "../../disk/run-git.js";
import { slashed } from "../../disk/slashed.js";
import { isCurrent } from "../../disk/write-files.js";
import { gateKinds } from "../../gate/gate-kinds.js";
import type { OutputState } from "../../gate/gate-report.js";
import type { Catalog } from "../../model/catalog.js";
import { fileAt } from "../../model/generated-file.js";
import type { Span } from "../../model/source.js";
import { type AskedFolder, compareOutputs } from "../compare-outputs.js";
import { emitOutputs } from "../emit-outputs.js";
import type { Host } from "../host.js";
import type { Outlook } from "./catalog-sides.js";

/** A catalog without errors, and where it is. */
export interface SoundCatalog {
  /** From the top of the repository, with `/`. */
  readonly inside: string;
  readonly catalog: Catalog;
}

/** What the outputs of a catalog are. */
export interface ComparedOutputs {
  readonly state: OutputState;
  readonly findings: readonly Finding[];
}

/** What a file of an output needs. Paths are absolute. */
interface Staleness {
  readonly differs: readonly string[];
  readonly leftOver: readonly string[];
  readonly current: number;
}

/** Where outputs are looked for. */
export interface OutputSide {
  readonly repository: GitRepository | undefined;
  /** The index, where it is asked about and not the disk. */
  readonly index: GitTree | undefined;
}

/** Compares the outputs of all catalogs. They are known before one is compared: two may ask for the same file. */
export async function staleOutputs(
  catalogs: readonly SoundCatalog[],
  { repository, index }: OutputSide,
  { host, top }: Outlook,
): Promise<ReadonlyMap<Catalog, ComparedOutputs>> {
  const emitted: { readonly catalog: Catalog; readonly folder: AskedFolder }[] = [];
  for (const { inside, catalog } of catalogs)
    for (const folder of await emitOutputs(catalog, join(top, inside), {}, host))
      emitted.push({ catalog, folder });
  const folders = emitted.map(({ folder }) => folder);
  const stale =
    index === undefined ? await onDisk(folders, host) : await inIndex(folders, index, top);
  const differing = stale.flatMap(({ differs }) => differs);
  const unkept =
    repository === undefined ? new Set<string>() : await ignoredAmong(differing, repository);
  const compared = new Map<Catalog, ComparedOutputs>();
  for (const { catalog } of catalogs)
    compared.set(catalog, { state: { current: 0, stale: 0, ignored: 0 }, findings: [] });
  emitted.forEach(({ catalog, folder: { asked } }, place) => {
    const { differs = [], leftOver = [], current = 0 } = stale[place] ?? {};
    const { state, findings } = compared.get(catalog) ?? { state: none, findings: [] };
    const kept = differs.filter((path) => !unkept.has(path));
    const found = [
      ...kept.map((path) => finding(path, "is not what the catalog says", asked, host)),
      ...leftOver.map((path) => finding(path, "is left over from an earlier build", asked, host)),
    ];
    compared.set(catalog, {
      state: {
        current: state.current + current,
        stale: state.stale + found.length,
        ignored: state.ignored + differs.length - kept.length,
      },
      findings: [...findings, ...found],
    });
  });
  return compared;
}

const none: OutputState = { current: 0, stale: 0, ignored: 0 };

function finding(path: string, what: string, asked: Span | string, { cwd }: Host): Finding {
  const shown = slashed(relative(cwd, path));
  const blank = { file: { path: shown, text: "" }, start: 0, end: 0 };
  return {
    rule: "output-stale",
    severity: gateKinds["output-stale"].severity,
    message: `${shown} ${what}.`,
    help: gateKinds["output-stale"].reason,
    at: typeof asked === "string" ? blank : asked,
  };
}

async function onDisk(folders: readonly AskedFolder[], host: Host): Promise<readonly Staleness[]> {
  const changes = await compareOutputs(folders, host);
  return changes.map(({ written, removed, unchanged }) => ({
    differs: written.map(({ path }) => path),
    leftOver: removed,
    current: unchanged,
  }));
}

async function inIndex(
  folders: readonly AskedFolder[],
  index: GitTree,
  top: string,
): Promise<readonly Staleness[]> {
  const inTop = (path: string) => slashed(relative(top, path));
  const listed = await pathsOf(index);
  const wanted = folders.flatMap(({ folder, files }) =>
    files.map(({ path }) => inTop(join(folder, path))),
  );
  const kept = new Set(wanted);
  // Files of earlier builds are known by their names and by their first line.
  const maybeOld = folders.map(({ folder, owned }) => {
    const below = [`${inTop(folder)}/`, `${inTop(folder)}/locales/`];
    return listed.filter(
      (path) =>
        below.some((each) => path.startsWith(each) && !path.slice(each.length).includes("/")) &&
        owned?.test(join(top, path)) === true &&
        !kept.has(path),
    );
  });
  const texts = await textsIn(index, [...wanted, ...maybeOld.flat()]);
  return folders.map(({ folder, files }, place) => {
    const old = maybeOld[place] ?? [];
    const marks = new Set(old.length === 0 ? [] : files.map(({ text }) => markOf(text)));
    const differs = files
      .map((file) => fileAt(resolve(folder, file.path), file))
      .filter((file) => !isCurrent(texts.get(inTop(file.path)), file.text))
      .map(({ path }) => path);
    const leftOver = old.filter((path) => {
      const mark = markOf(texts.get(path) ?? "");
      return mark !== undefined && marks.has(mark);
    });
    return {
      differs,
      leftOver: leftOver.map((path) => join(top, path)),
      current: files.length - differs.length,
    };
  });
}

/** The paths that git ignores: an output that nobody commits is made where it is needed. */
async function ignoredAmong(
  paths: readonly string[],
  { git, top }: GitRepository,
): Promise<ReadonlySet<string>> {
  if (paths.length === 0) return new Set();
  // `check-ignore` knows no literal paths, and takes one that begins with a colon for more than a path.
  const asked = paths.map((path) => `./${slashed(relative(top, path))}\0`).join("");
  const args = ["--no-literal-pathspecs", "check-ignore", "-z", "--stdin"];
  try {
    const found = (await git(args, asked)).toString().split("\0");
    return new Set(found.filter(Boolean).map((path) => join(top, path)));
  } catch (error) {
    // Git ends with 1 where it ignores none of them.
    if (error instanceof GitError) return new Set();
    throw error;
  }
}
