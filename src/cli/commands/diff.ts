/** `errdex diff`: what changed since a base, and whom it hurts. */
import { relative } from "node:path";
import { escapeForTerminal } from "../../diagnostics/escape.js";
import { worstFirst } from "../../diagnostics/finding.js";
import { suppress } from "../../diff/accepted-changes.js";
import { type Change, sortChanges } from "../../diff/changes/change.js";
import { diffCatalogs } from "../../diff/diff-catalogs.js";
import { readCatalogFolder } from "../../disk/used-catalogs.js";
import { type ChangeContext, changeFindings, changeTexts, fails } from "../change-findings.js";
import { type ExitCode, exitCode, UsageError } from "../exit-code.js";
import { findCatalogs } from "../find-catalogs.js";
import { changesJson, changesText } from "../format-changes.js";
import type { Host } from "../host.js";
import { openBase } from "../open-base.js";
import { wholeCatalog } from "../open-catalog.js";
import { type FailLevel, type FindingFormat, isServiceFormat } from "../option-choices.js";
import { reportFindings } from "../report-findings.js";

/** Options of the command. */
export interface DiffOptions {
  readonly format: FindingFormat;
  readonly failOn: FailLevel;
}

/** Reports every change since the base; those from `failOn` on are findings. */
export async function diff(
  base: string,
  named: readonly string[],
  { format, failOn }: DiffOptions,
  host: Host,
): Promise<ExitCode> {
  const folders = await findCatalogs(named, host);
  if (folders.length > 1 && base !== "released" && !base.startsWith("git:"))
    throw new UsageError("Name the catalog that is to be compared with this path.");
  const compared: Compared[] = [];
  for (const folder of folders) compared.push(await compare(base, folder, failOn, host));
  await report(compared, { format, failOn }, host);
  if (format !== "json" && compared.some(({ isReleased }) => !isReleased))
    host.err(
      base === "released"
        ? "Nothing was released yet: `errdex release` records the contract.\n"
        : `There is no catalog at ${JSON.stringify(base.slice("git:".length))} yet: all of it is new.\n`,
    );
  return compared.some(({ changes, context: { level } }) =>
    changes.some((change) => fails(change, level)),
  )
    ? exitCode.findings
    : exitCode.fine;
}

interface Compared {
  readonly changes: readonly Change[];
  readonly isReleased: boolean;
  readonly context: ChangeContext;
}

async function compare(
  base: string,
  folder: string,
  failOn: FailLevel,
  host: Host,
): Promise<Compared> {
  const read = await readCatalogFolder(folder, host.cwd);
  const catalog = wholeCatalog(read, relative(host.cwd, folder) || ".", host);
  const { contract, isReleased, movedFrom } = await openBase(base, folder, catalog, host);
  if (movedFrom !== undefined)
    host.err(
      `${catalog.name.value} is compared with ${escapeForTerminal(movedFrom)}, where ${base} has it.\n`,
    );
  const found = diffCatalogs(contract, catalog);
  const { changes } = suppress(found, catalog.suppressions, contract.version.value);
  const context: ChangeContext = {
    level: isReleased ? failOn : "none",
    isBaseOnDisk: !base.startsWith("git:"),
    catalogAt: catalog.name.at,
  };
  return { changes, isReleased, context };
}

async function report(
  compared: readonly Compared[],
  { format, failOn }: DiffOptions,
  host: Host,
): Promise<void> {
  if (isServiceFormat(format)) {
    const findings = compared.flatMap(({ changes, context }) => changeFindings(changes, context));
    await reportFindings(worstFirst(findings), format, changeTexts(failOn), host);
    return;
  }
  const changes = sortChanges(compared.flatMap((each) => each.changes));
  if (format === "json") host.out(`${changesJson(changes)}\n`);
  else if (changes.length > 0) host.out(`${changesText(changes, host)}\n`);
  else host.out("No changes.\n");
}
