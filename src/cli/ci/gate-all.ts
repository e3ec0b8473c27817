/** Reads base and head, asks every check about them, and puts what is found together. All of it runs, whatever fails. */
import { hasErrors } from "../../diagnostics/diagnostic.js";
import { type Finding, worstFirst } from "../../diagnostics/finding.js";
import type { Change } from "../../diff/changes/change.js";
import { type GitTree, withStagedTree } from "../../disk/git-tree.js";
import { repositoryAround } from "../../disk/repository.js";
import { type GitRepository, openGitRepository } from "../../disk/run-git.js";
import { type CatalogGate, gateCatalog } from "../../gate/gate-catalog.js";
import type { CatalogReport, GateReport } from "../../gate/gate-report.js";
import { gateRepository, type PlacedCatalog } from "../../gate/gate-repository.js";
import { type PlacedContract, pairCatalogs } from "../../gate/pair-catalogs.js";
import type { Settings } from "../../model/settings.js";
import { changeFindings } from "../change-findings.js";
import { UsageError } from "../exit-code.js";
import { findSettings } from "../find-settings.js";
import type { Host } from "../host.js";
import type { FailLevel } from "../option-choices.js";
import { baseOf } from "./base-of.js";
import { baseCatalogs, foldersIn, type Outlook, settingsIn } from "./catalog-sides.js";
import { coverageOf } from "./coverage-of.js";
import { type Head, headInIndex, headOnDisk } from "./head-catalogs.js";
import { noProblems } from "./problems.js";
import { type ComparedOutputs, staleOutputs } from "./stale-outputs.js";

/** What is judged. */
export interface GateOptions {
  readonly base?: string;
  readonly staged?: boolean;
  readonly failOn: FailLevel;
  readonly maxWarnings?: number;
}

/** The report, and what could not be looked at. */
export interface Gated {
  readonly report: GateReport;
  readonly problems: readonly Error[];
  /** The most warnings that pass; undefined where any number does. */
  readonly most: number | undefined;
}

/** @throws UsageError or GitError where there is no base, or nothing to judge. */
export async function gateAll(options: GateOptions, host: Host): Promise<Gated> {
  const { top, isGit } = await repositoryAround(host.cwd);
  const repository = isGit ? await openGitRepository(host.cwd) : undefined;
  const base = await baseOf(options, repository, host);
  const found = await findSettings(host);
  const outlook: Outlook = { host, top, root: found?.folder ?? host.cwd, problems: noProblems() };
  const judge = (head: Head, settings: Settings | undefined, index: GitTree | undefined) =>
    judged({ options, head, settings, index, repository, base, outlook });
  if (options.staged !== true)
    return judge(await headOnDisk(found, repository, outlook), found?.settings, undefined);
  return withStagedTree(host.cwd, host.env.GIT_INDEX_FILE, async (index) => {
    const settings = await settingsIn(index, outlook);
    return judge(await headInIndex(index, settings, outlook), settings, index);
  });
}

interface Judged {
  readonly options: GateOptions;
  readonly head: Head;
  readonly settings: Settings | undefined;
  readonly index: GitTree | undefined;
  readonly repository: GitRepository | undefined;
  readonly base: { readonly name: string; readonly tree: GitTree | undefined };
  readonly outlook: Outlook;
}

async function judged(all: Judged): Promise<Gated> {
  const { options, head, settings, index, repository, base, outlook } = all;
  const { host, problems } = outlook;
  const before = base.tree === undefined ? [] : await catalogsBefore(base.tree, outlook);
  if (head.catalogs.length === 0 && before.length === 0 && problems.all.length === 0)
    throw new UsageError("There is no catalog in this repository. Begin one with `errdex init`.");
  const readable = head.catalogs.flatMap((each) =>
    each.catalog === undefined ? [] : [{ ...each, contract: each.catalog }],
  );
  const { pairs, gone } = pairCatalogs(before, readable);
  const sound = readable.filter(({ diagnostics }) => !hasErrors(diagnostics));
  host.progress("Comparing outputs");
  const outputs =
    (await problems.attempt(() =>
      staleOutputs(
        sound.map(({ inside, contract }) => ({ inside, catalog: contract })),
        { repository, index },
        outlook,
      ),
    )) ?? new Map<PlacedCatalog["contract"], ComparedOutputs>();
  const catalogs = pairs.map(({ base: was, head: now }): CatalogReport & Pick<Located, "at"> => ({
    name: now.contract.name.value,
    folder: now.folder,
    movedFrom: was === undefined || was.folder === now.folder ? undefined : was.folder,
    version: now.contract.version.value,
    baseVersion: base.tree === undefined ? now.contract.version.value : was?.contract.version.value,
    gate: gateCatalog({ base: was?.contract, head: now.contract }),
    outputs: outputs.get(now.contract)?.state,
    at: now.contract.name.at,
  }));
  // What is staged is not on the disk, where imports are followed.
  const covered = {
    catalogs: sound.map(({ contract }) => contract),
    changed: changedCodes(catalogs),
  };
  const coverage =
    index === undefined
      ? await problems.attempt(() => coverageOf(settings, covered, outlook))
      : undefined;
  const findings = [
    ...head.catalogs.flatMap(({ diagnostics }) =>
      diagnostics.filter(({ rule }) => !byGate.has(rule)),
    ),
    ...head.findings,
    ...gateRepository({ head: readable, gone, settings }),
    ...catalogs.flatMap(({ gate, at }) => [
      ...gate.findings,
      ...gateChanges(gate, { level: options.failOn, isBaseOnDisk: false, catalogAt: at }),
    ]),
    ...[...outputs.values()].flatMap((each) => each.findings),
    ...(coverage?.findings ?? []),
  ];
  return {
    report: {
      base: base.name,
      catalogs: catalogs.map(({ at: _, ...each }) => each),
      findings: worstFirst(findings),
      problems: problems.all.map(({ message }) => message),
      coverage: coverage?.coverage,
    },
    problems: problems.all,
    most: options.maxWarnings ?? settings?.maxWarnings,
  };
}

/** What `check` finds by the ledger alone, the gate finds by base and ledger. */
const byGate: ReadonlySet<string> = new Set([
  ...["released-repurposed", "released-reused", "released-spelling"],
  ...["released-vanished", "released-version"],
]);

async function catalogsBefore(tree: GitTree, outlook: Outlook): Promise<readonly PlacedContract[]> {
  const settings = await settingsIn(tree, outlook);
  return baseCatalogs(tree, await foldersIn(tree, settings, outlook), outlook);
}

type Located = { readonly at: Finding["at"] };

/** What fails is an error, all else that changed a note. */
function gateChanges(
  { changes, refused }: CatalogGate,
  context: Parameters<typeof changeFindings>[1],
): readonly Finding[] {
  const keyOf = ({ id, path }: Change) => `${id} ${path}`;
  const keys = new Set(refused.map(keyOf));
  const others = changes.filter((change) => !keys.has(keyOf(change)));
  return changeFindings([...refused, ...others], context).map((each) =>
    each.severity === "warning" ? { ...each, severity: "note" } : each,
  );
}

/** By the name of their catalog. Of one that is new all codes are. */
function changedCodes(
  catalogs: readonly CatalogReport[],
): ReadonlyMap<string, ReadonlySet<string> | "all"> {
  return new Map(
    catalogs.map(({ name, baseVersion, gate }) => [
      name,
      baseVersion === undefined ? "all" : new Set(gate.changes.flatMap(({ code }) => code ?? [])),
    ]),
  );
}
