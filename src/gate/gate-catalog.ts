/** A catalog as it was and as it is → what is found: changes that no version covers, or that this one does not. */
import semver from "semver";
import type { Finding } from "../diagnostics/finding.js";
import { suppress } from "../diff/accepted-changes.js";
import { type Change, isRefused, sortChanges } from "../diff/changes/change.js";
import { diffCatalogs } from "../diff/diff-catalogs.js";
import { ledgerOf } from "../diff/ledger/ledger-of.js";
import { same } from "../diff/ledger/same-json.js";
import { versionDemand } from "../diff/version-demand.js";
import type { Catalog, Contract } from "../model/catalog.js";

/** What a catalog has to answer for. */
export interface GatedCatalog {
  /** As it was in the base; undefined where it is new. */
  readonly base: Contract | undefined;
  readonly head: Catalog;
}

/** What became of a catalog since the base, and what its version has to cover. */
export interface CatalogGate {
  /** Since the base, the worst first. What is new altogether has none. */
  readonly changes: readonly Change[];
  /** Since the last release; without a ledger, since the base. */
  readonly unreleased: readonly Change[];
  /** What the changes are counted from: the version of the ledger, or that of the base. Undefined where nothing was. */
  readonly from: string | undefined;
  /** The least version that covers what changed. */
  readonly needed: string | undefined;
  /** Changes that fail whatever the version is. */
  readonly refused: readonly Change[];
  readonly findings: readonly Finding[];
}

/** Judges a catalog. */
export function gateCatalog({ base, head }: GatedCatalog): CatalogGate {
  const since = (contract: Contract | undefined): readonly Change[] =>
    contract === undefined
      ? []
      : suppress(diffCatalogs(contract, head), head.suppressions, contract.version.value).changes;
  // Of a ledger that cannot be read nobody knows what it forgot: that it cannot be read is said.
  const isBroken = head.broken.has("released");
  const changes = since(base).filter(({ id }) => !(isBroken && id === "ledger-forgotten"));
  const grounds = groundsOf({ base, head });
  const [ground] = grounds;
  const demands = grounds.map((contract) => demandOf(contract, since(contract), head));
  // A ledger that was cut short remembers less: the base alone can tell.
  const forgotten = changes.filter(({ id }) => id === "ledger-forgotten");
  const refused = once([...demands.flatMap((each) => each.refused), ...forgotten]);
  return {
    changes: grounds.some((each) => each === base) ? changes : changes.map(unlessReleased(refused)),
    unreleased: since(ground),
    from: ground?.version.value,
    needed: demands[0]?.needed,
    refused,
    findings: [
      ...demands.flatMap(({ uncovered }) => uncovered ?? []).slice(0, 1),
      ...olderLedger(base, head),
    ],
  };
}

/** What was released counts, in the base and in the ledger that there is now; where nothing was, the base itself. */
function groundsOf({ base, head }: GatedCatalog): readonly Contract[] {
  const [before, now] = [base?.released, head.released];
  // A first ledger says what is released from now on, and not that all before was nothing.
  if (before === undefined) return [base, now].filter((each) => each !== undefined);
  if (now === undefined || same(ledgerOf(before), ledgerOf(now))) return [before];
  return [before, now];
}

interface Demand {
  readonly refused: readonly Change[];
  readonly needed: string | undefined;
  readonly uncovered: Finding | undefined;
}

function demandOf(ground: Contract, changes: readonly Change[], head: Catalog): Demand {
  const { version } = head;
  const { base, needed, isCovered, worst } = versionDemand(ground, changes, head);
  const uncovered: Finding = {
    rule: "version-uncovered",
    severity: "error",
    message:
      worst === undefined
        ? `The version ${version.value} is before ${base}, which is there already.`
        : `What changed since ${base} asks for version ${needed} or later; the catalog says ${version.value}. For one: ${worst.message}`,
    help: needed === undefined ? "Write a version such as 1.0.0." : `Write \`version: ${needed}\`.`,
    at: version.at,
  };
  return {
    ...{ refused: changes.filter(isRefused), needed },
    uncovered: isCovered ? undefined : uncovered,
  };
}

function olderLedger(base: Contract | undefined, { released, name }: Catalog): readonly Finding[] {
  const [before, now] = [base?.released?.version.value, released?.version.value];
  if (before === undefined || now === undefined) return [];
  if (semver.valid(before) === null || semver.valid(now) === null || !semver.lt(now, before))
    return [];
  return [
    {
      rule: "ledger-older",
      severity: "error",
      message: `The ledger of ${name.value} is that of ${now}, and the base has released ${before}.`,
      help: "Take the ledger of the base: what was released stays released.",
      at: released?.version.at ?? name.at,
    },
  ];
}

/** What nobody has may be taken back: only what was released is refused. */
function unlessReleased(refused: readonly Change[]): (change: Change) => Change {
  const keys = new Set(refused.map(changeKey));
  return (change) =>
    !isRefused(change) || keys.has(changeKey(change))
      ? change
      : {
          ...change,
          ...{ producers: "notice", consumers: "notice", bump: "none" },
          suppressed: "it was never released",
        };
}

/** What tells a change apart, whichever base it is counted from. */
export function changeKey({ id, path }: Change): string {
  return `${id} ${path}`;
}

function once(changes: readonly Change[]): readonly Change[] {
  const byPlace = new Map(changes.map((change) => [changeKey(change), change]));
  return sortChanges([...byPlace.values()]);
}
