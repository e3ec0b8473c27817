/** `errdex diff`: what changed since a base, and whom it hurts. */
import { relative } from "node:path";

import { catalogPlaces } from "../../diff/catalog-places.js";
import { type Change, isRefused, sortChanges } from "../../diff/change.js";
import { type Bump, bumps } from "../../diff/change-kind.js";
import { contractOf } from "../../diff/contract-of.js";
import { diffCatalogs } from "../../diff/diff-catalogs.js";
import { suppress } from "../../diff/suppressions.js";
import { readCatalogFiles } from "../../disk/read-catalog-files.js";
import { replayExamples } from "../../replay/replay-examples.js";
import { type ExitCode, exitCode, UsageError } from "../exit-code.js";
import { findCatalogs } from "../find-catalogs.js";
import { changesJson, changesText } from "../format-changes.js";
import type { Host } from "../host.js";
import { openBase } from "../open-base.js";
import { type ReportFormat, wholeCatalog } from "../open-catalog.js";

/** What `--fail-on` takes: a bump and all above it; `none`: nothing fails. */
export const failLevels = [...bumps, "refused"] as const;

/** Options of the command. */
export interface DiffOptions {
  readonly format: ReportFormat;
  readonly failOn: (typeof failLevels)[number];
}

/** Reports every change since the base; those from `failOn` on are findings. */
export async function diff(
  base: string,
  named: string | undefined,
  { format, failOn }: DiffOptions,
  host: Host,
): Promise<ExitCode> {
  const folders = await findCatalogs(named, host.cwd);
  if (folders.length > 1 && base !== "released" && !base.startsWith("git:"))
    throw new UsageError("Name the catalog that is to be compared with this path.");
  const compared = [];
  for (const folder of folders) compared.push(await compare(base, folder, host));
  const changes = sortChanges(compared.flatMap((each) => each.changes));
  if (format === "json") host.out(`${changesJson(changes)}\n`);
  else if (changes.length > 0) host.out(`${changesText(changes, host.colors)}\n`);
  else host.out("No changes.\n");
  if (format === "text" && compared.some(({ isReleased }) => !isReleased))
    host.err("Nothing was released yet: `errdex release` records the contract.\n");
  const counted = compared.flatMap((each) => (each.isReleased ? each.changes : []));
  return counted.some((change) => fails(change, failOn)) ? exitCode.findings : exitCode.fine;
}

async function compare(
  base: string,
  folder: string,
  host: Host,
): Promise<{ readonly changes: readonly Change[]; readonly isReleased: boolean }> {
  const files = await readCatalogFiles(folder, host.cwd);
  const catalog = wholeCatalog(files, relative(host.cwd, folder) || ".", host);
  const opened = await openBase(base, folder, catalog, host);
  const { contract, placeOf, isReleased } = opened;
  const found = diffCatalogs(contract, contractOf(catalog), {
    base: placeOf,
    current: catalogPlaces(catalog),
    replay: replayExamples(opened, catalog),
  });
  const { changes } = suppress(found, catalog.suppressions, contract.version);
  return { changes, isReleased };
}

function fails(change: Change, level: DiffOptions["failOn"]): boolean {
  if (level === "none") return false;
  if (isRefused(change)) return true;
  if (level === "refused") return false;
  return bumps.indexOf(change.bump) >= bumps.indexOf(level satisfies Bump);
}
