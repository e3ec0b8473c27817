/** Writes `baseline.json`: where there is none as large as it has to be, and where there is one only smaller. */
import { join } from "node:path";
import { neededBaseline, unneededCounts } from "../check/baseline-needs.js";
import { printBaseline } from "../check/print-baseline.js";
import { writtenFiles } from "../load/decode-file.js";
import type { FindingCounts } from "../model/baseline.js";
import { countsText, unneededLine } from "./baseline-lines.js";
import { writeCatalogFiles } from "./compare-outputs.js";
import type { Host } from "./host.js";
import type { OpenedCatalog } from "./open-catalog.js";
import { shown } from "./report-folders.js";

/** Writes the baseline that was asked for, and says so on stderr. Gives back whether there is another one now. */
export async function writeBaseline(opened: OpenedCatalog, host: Host): Promise<boolean> {
  const { catalog, baseline, folder } = opened;
  const name = shown(join(folder, writtenFiles.baseline), host);
  const needed = catalog && baseline && neededBaseline(catalog, baseline);
  if (needed === undefined) {
    host.err(`${name} was not written: mend first what cannot be read.\n`);
    return false;
  }
  if (catalog?.baseline !== undefined) return (await shrinkBaseline(opened, host)) !== undefined;
  if (needed.size === 0) {
    host.err(`${name} was not written: there is nothing for it to cover.\n`);
    return false;
  }
  await write(folder, needed, host);
  host.err(`wrote ${name}: ${countsText(needed)}\n`);
  return true;
}

/** Takes out of a baseline what nobody finds any more. Gives back what that was. */
export async function shrinkBaseline(
  { catalog, baseline, folder }: OpenedCatalog,
  host: Host,
): Promise<FindingCounts | undefined> {
  const needed = catalog?.baseline && baseline && neededBaseline(catalog, baseline);
  if (catalog === undefined || baseline === undefined || needed === undefined) return undefined;
  const unneeded = unneededCounts(catalog, baseline);
  if (unneeded.size === 0) return undefined;
  await write(folder, needed, host);
  const name = shown(join(folder, writtenFiles.baseline), host);
  host.err(`wrote ${name}: without ${countsText(unneeded)} that nobody finds any more\n`);
  return unneeded;
}

/** Whether the baseline covers what nobody finds any more, which is said. */
export function staleBaseline(opened: OpenedCatalog, host: Host): boolean {
  const line = unneededLine(opened);
  host.out(line);
  return line !== "";
}

async function write(folder: string, counts: FindingCounts, host: Host): Promise<void> {
  const path = join(folder, writtenFiles.baseline);
  await writeCatalogFiles(folder, [{ path, text: printBaseline(counts) }], host);
}
