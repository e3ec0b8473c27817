/** What was released stays as it was, as far as the ledger can tell. */
import semver from "semver";
import type { Report } from "../../diagnostics/report.js";
import { type Guess, guesser, quoted } from "../../diagnostics/suggest.js";
import { hasEnded, suppress } from "../../diff/accepted-changes.js";
import { type Change, isRefused } from "../../diff/changes/change.js";
import { type ChangeKind, changeKinds, isChangeKind } from "../../diff/changes/change-kinds.js";
import { isLive, partsOf } from "../../diff/compare/contract-parts.js";
import { diffCatalogs } from "../../diff/diff-catalogs.js";
import { versionDemand } from "../../diff/version-demand.js";
import type { Catalog, Contract, Suppression } from "../../model/catalog.js";
import { isInherited } from "../../model/default.js";
import { ownEntries } from "../../model/used-catalog.js";
import { defineRules } from "../rule.js";

const texts = [
  {
    name: "released-reused",
    severity: "error",
    forProducers: true,
    summary:
      "A code that was retired or removed is never used again, but as it was and with a reason.",
  },
  {
    name: "released-repurposed",
    severity: "error",
    forProducers: true,
    summary: "A released code keeps its meaning, or the catalog accepts that it does not.",
  },
  {
    name: "released-spelling",
    severity: "error",
    forProducers: true,
    summary: "A spelling that was released never stands for another code.",
  },
  {
    name: "released-vanished",
    severity: "error",
    forProducers: true,
    summary: "A released code stays, or is retired.",
  },
  {
    name: "released-since",
    severity: "error",
    summary: "What an entry says of versions is what the releases had.",
  },
  {
    name: "released-version",
    severity: "warning",
    summary: "The version covers what changed since the last release.",
  },
  {
    name: "suppression-unknown",
    severity: "error",
    summary: "A suppression names a change that can be accepted.",
  },
  { name: "suppression-unused", severity: "warning", summary: "A suppression is needed." },
] as const;

type Name = (typeof texts)[number]["name"];
type ReleasedReport = Report<Name>;

export const released = defineRules(texts, { catalog: checkReleased });

const refusedRules: Partial<Readonly<Record<ChangeKind, Name>>> = {
  "code-reused": "released-reused",
  "code-returned": "released-reused",
  "code-repurposed": "released-repurposed",
  "code-removed": "released-vanished",
  "wire-spelling-reused": "released-spelling",
};

function checkReleased(catalog: Catalog, report: ReleasedReport): void {
  const { released: ledger, suppressions } = catalog;
  const guess = guesser(() => Object.keys(changeKinds));
  for (const suppression of suppressions) checkKind(suppression, guess, report);
  const changes = ledger === undefined ? [] : diffCatalogs(ledger, catalog);
  const base = (ledger ?? catalog).version.value;
  const { changes: accepted, unused } = suppress(changes, suppressions, base);
  for (const change of accepted.filter(isRefused)) reportRefused(change, catalog, report);
  // What could not be read may be all that changed, or all that stayed.
  const isWhole = catalog.broken.size === 0;
  if (isWhole) for (const suppression of unused) reportUnused(suppression, base, report);
  if (ledger === undefined) return;
  checkSince(catalog, ledger, report);
  if (isWhole) checkVersion(catalog, ledger, accepted, report);
}

function checkKind(
  { change }: Suppression,
  guess: (kind: string) => Guess,
  report: ReleasedReport,
): void {
  if (!isChangeKind(change.value)) {
    report(
      "suppression-unknown",
      change.at,
      `There is no kind of change ${quoted(change.value)}.`,
      guess(change.value),
    );
  } else if (changeKinds[change.value].producers === "refused") {
    report("suppression-unknown", change.at, `${change.value} is always refused.`);
  }
}

function reportRefused(change: Change, catalog: Catalog, report: ReleasedReport): void {
  const rule = refusedRules[change.id];
  // An entry that could not be read has not vanished.
  if (rule === undefined || catalog.unreadable.has(change.code ?? "")) return;
  if (rule === "released-vanished" && catalog.hasUnknownCodes) return;
  const { location = catalog.name.at, before, message, help } = change;
  const related =
    before === undefined || before === location
      ? []
      : [{ at: before, message: "It was released here." }];
  report(rule, location, message, { help, related });
}

function reportUnused(suppression: Suppression, base: string, report: ReleasedReport): void {
  const { change, until, at } = suppression;
  if (!isChangeKind(change.value) || changeKinds[change.value].producers === "refused") return;
  const why = hasEnded(suppression, base)
    ? `${base} is released, and this was accepted until ${until.value}.`
    : `Nothing that changed since ${base} needs this.`;
  report("suppression-unused", at, why, { help: "Delete it." });
}

function checkSince(catalog: Catalog, contract: Contract, report: ReleasedReport): void {
  const { codes } = partsOf(contract);
  const base = contract.version.value;
  const isLater = (version: string) => semver.valid(version) !== null && semver.gt(version, base);
  const isPast = (version: string) => semver.valid(version) !== null && !isLater(version);
  for (const entry of ownEntries(catalog)) {
    const { code, since, ...endings } = entry;
    const before = codes.get(code);
    const isNew = before === undefined && entry.retired === undefined;
    if (since !== undefined && isNew && isInherited(entry, "since") && isPast(since.value))
      report(
        "released-since",
        entry.at,
        `${code} takes \`since: ${since.value}\` from \`defaults\`, and ${base}, which is released, has no such code.`,
        {
          help: "Say in the entry which version brings it; `errdex check --fix` does.",
          related: [{ at: since.at, message: "The default stands here." }],
        },
      );
    if (since !== undefined && isLive(before) && isLater(since.value))
      report(
        "released-since",
        since.at,
        `${code} has \`since\` ${since.value}, and ${base} had it already.`,
      );
    // Of what the ledger remembers by its name alone nobody knows when it ended.
    if (before === undefined || !isLive(before)) continue;
    for (const ending of ["deprecated", "retired"] as const) {
      const now = endings[ending];
      if (now === undefined || before[ending] !== undefined || semver.valid(now.since) === null)
        continue;
      if (!isLater(now.since))
        report(
          "released-since",
          now.at,
          `${code} is ${ending} since ${now.since}, and ${base} had it without that.`,
          { help: "Name the version that is to come." },
        );
    }
  }
}

function checkVersion(
  { version }: Catalog,
  contract: Contract,
  changes: readonly Change[],
  report: ReleasedReport,
): void {
  if (semver.valid(version.value) === null) return;
  const { base, needed, isCovered, worst } = versionDemand(contract, changes, { version });
  if (isCovered) return;
  report(
    "released-version",
    version.at,
    worst === undefined
      ? `The version ${version.value} is before ${base}, which is released.`
      : `What changed since ${base} asks for ${needed} or later, for one: ${worst.message}`,
    { help: "`errdex diff released` lists the changes." },
  );
}
