/** Judges the catalogs of a repository, as they were and as they are. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { unneededCounts } from "../../check/baseline-needs.js";
import { hasErrors } from "../../diagnostics/diagnostic.js";
import { type Finding, worstFirst } from "../../diagnostics/finding.js";
import { type GitTree, textsIn } from "../../disk/git-tree.js";
import type { GitRepository } from "../../disk/run-git.js";
import { baselineFindings } from "../../gate/baseline-findings.js";
import { type CatalogGate, changeKey, gateCatalog } from "../../gate/gate-catalog.js";
import { gateKinds } from "../../gate/gate-kinds.js";
import type { CatalogReport, GateReport } from "../../gate/gate-report.js";
import { gateRepository, type PlacedCatalog } from "../../gate/gate-repository.js";
import { loweredSettings } from "../../gate/lowered-settings.js";
import { type CatalogPair, pairCatalogs } from "../../gate/pair-catalogs.js";
import { takenVersion } from "../../gate/taken-version.js";
import { countsByRule } from "../../model/baseline.js";
import type { Settings } from "../../model/settings.js";
import { changeFindings } from "../change-findings.js";
import { UsageError } from "../exit-code.js";
import type { FailLevel } from "../option-choices.js";
import type { NamedBase } from "./base-of.js";
import {
  type BaseCatalog,
  baseCatalogs,
  foldersIn,
  type Outlook,
  settingsIn,
} from "./catalog-sides.js";
import { coverageOf } from "./coverage-of.js";
import type { Head } from "./head-catalogs.js";
import { leftOutputs } from "./left-outputs.js";
import { type ComparedOutputs, type OutputSide, staleOutputs } from "./stale-outputs.js";

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

/** Both sides, opened. */
export interface Judged {
  readonly options: GateOptions;
  readonly head: Head;
  readonly settings: Settings | undefined;
  readonly index: GitTree | undefined;
  readonly repository: GitRepository | undefined;
  readonly base: NamedBase;
  readonly outlook: Outlook;
}

/**
 * Asks every check about them, and puts what is found together. All of it runs, whatever fails.
 *
 * @throws UsageError where there is nothing to judge.
 */
export async function judged(all: Judged): Promise<Gated> {
  const { options, head, settings, index, repository, base, outlook } = all;
  const { host, problems } = outlook;
  const { catalogs: before, settings: settingsBefore } = await catalogsBefore(base.tree, outlook);
  if (head.catalogs.length === 0 && before.length === 0 && problems.all.length === 0)
    throw new UsageError("There is no catalog in this repository. Begin one with `errdex init`.");
  const isThere = (folder: string) =>
    ["catalog.yaml", "catalog.yml"].some((name) => existsSync(join(host.cwd, folder, name)));
  const readable = head.catalogs.flatMap((each) =>
    each.catalog === undefined ? [] : [{ ...each, contract: each.catalog }],
  );
  const { pairs, gone } = pairCatalogs(before, readable);
  const sound = readable.filter(({ diagnostics }) => !hasErrors(diagnostics));
  const side: OutputSide = { repository, index };
  host.progress("Comparing outputs");
  const outputs =
    (await problems.attempt(() =>
      staleOutputs(
        sound.map(({ inside, contract }) => ({ inside, catalog: contract })),
        side,
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
    covered: now.contract.baseline && now.baseline && countsByRule(now.baseline.covered),
    outputs: outputs.get(now.contract)?.state,
    at: now.contract.name.at,
  }));
  const taken = await takenVersions(base.tip, pairs);
  const outputsBefore = {
    base: before.map(({ inside, contract }) => ({ inside, catalog: contract })),
    head: readable.map(({ inside, contract }) => ({ inside, catalog: contract })),
  };
  const left = await problems.attempt(() => leftOutputs(outputsBefore, side, outlook));
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
    ...loweredSettings(settingsBefore, settings),
    ...gateRepository({ head: readable, gone, settings, isThere }),
    ...taken,
    ...pairs.flatMap(({ base: was, head: { contract, baseline } }) =>
      baselineFindings({
        base: was?.contract,
        head: contract,
        unneeded: baseline === undefined ? new Map() : unneededCounts(contract, baseline),
      }),
    ),
    ...(left ?? []),
    ...catalogs.flatMap(({ gate, at }) => [
      ...gate.findings,
      ...gateChanges(gate, { level: options.failOn, isBaseOnDisk: false, catalogAt: at }),
    ]),
    ...[...outputs.values()].flatMap((each) => each.findings),
    ...(coverage?.findings ?? []),
  ];
  const unread = problems.all.map((problem) => unreadFinding(problem, settings));
  return {
    report: {
      base: base.name,
      catalogs: catalogs.map(({ at: _, ...each }) => each),
      findings: worstFirst([...unread, ...findings]),
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

interface Before {
  readonly catalogs: readonly BaseCatalog[];
  readonly settings: Settings | undefined;
}

async function catalogsBefore(tree: GitTree | undefined, outlook: Outlook): Promise<Before> {
  const nothing: Before = { catalogs: [], settings: undefined };
  if (tree === undefined) return nothing;
  const read = outlook.problems.attempt(async () => {
    const settings = await settingsIn(tree, outlook);
    const folders = await foldersIn(tree, settings, outlook);
    return { catalogs: await baseCatalogs(tree, folders, outlook), settings };
  });
  return (await read) ?? nothing;
}

/** Versions that the branch of the base has released since this one parted from it. */
async function takenVersions(
  tip: GitTree | undefined,
  pairs: readonly CatalogPair<HeadPlace>[],
): Promise<readonly Finding[]> {
  if (tip === undefined) return [];
  const pathOf = ({ head }: CatalogPair<HeadPlace>) => `${head.inside}/released.json`;
  const ledgers = await textsIn(tip, pairs.map(pathOf));
  return pairs.flatMap(({ base, head }) => {
    const ledger = ledgers.get(pathOf({ base, head }));
    return takenVersion({ base: base?.contract, head: head.contract }, ledger, tip.name) ?? [];
  });
}

interface HeadPlace extends PlacedCatalog {
  readonly inside: string;
}

/** What could not be looked at, for reports that know findings alone. */
export function unreadFinding({ message }: Error, settings?: Settings): Finding {
  const file = settings?.file ?? { path: "errdex.config.yaml", text: "" };
  const { severity } = gateKinds.unread;
  return { rule: "unread", severity, message, at: { file, start: 0, end: 0 } };
}

type Located = { readonly at: Finding["at"] };

/** What fails is an error, all else that changed a note. */
function gateChanges(
  { changes, refused }: CatalogGate,
  context: Parameters<typeof changeFindings>[1],
): readonly Finding[] {
  const keys = new Set(refused.map(changeKey));
  const others = changes.filter((change) => !keys.has(changeKey(change)));
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
