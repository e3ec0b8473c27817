/** Builds catalogs from their files. Loaded where something changed. */
import { hasErrors } from "../diagnostics/diagnostic.js";
import { count } from "../diagnostics/format-text.js";
import { applyChanges } from "../disk/write-files.js";
import type { Catalog } from "../model/catalog.js";
import { coveredLine } from "./baseline-lines.js";
import { compareOutputs } from "./compare-outputs.js";
import { emitOutputs } from "./emit-outputs.js";
import { type ExitCode, exitCode, UsageError } from "./exit-code.js";
import { findingsText } from "./findings-text.js";
import type { Host } from "./host.js";
import type { BuildInput, BuildMemory, BuiltFolder } from "./known-build.js";
import { type OpenedCatalog, openCatalog } from "./open-catalog.js";
import { reportFolders, shown } from "./report-folders.js";
import { shrinkBaseline, staleBaseline } from "./write-baseline.js";

/** How catalogs are built. */
export interface WholeBuild {
  /** Write nothing; what would be written is a finding. */
  readonly isCheck: boolean;
  /** What to tell of each catalog to the next build. */
  readonly memories: readonly (BuildMemory | undefined)[];
  readonly host: Host;
}

/** Builds every catalog. All are known before one is written: two of them may ask for the same file. */
export async function buildWhole(
  inputs: readonly BuildInput[],
  { isCheck, memories, host }: WholeBuild,
): Promise<ExitCode> {
  const built: Built[] = [];
  for (const [index, input] of inputs.entries()) {
    const { folder } = input;
    const opened = await openForBuild(input, memories[index], host);
    if (opened === undefined) continue;
    const { catalog, said } = opened;
    const { allowOutside } = input;
    const proofs = memories[index]?.proofs;
    const outputs = await emitOutputs(catalog, folder, { allowOutside, proofs }, host);
    built.push({ opened: opened.opened, said, outputs });
  }
  const isWhole = built.length === inputs.length;
  if (!isWhole) host.err("Nothing was written.\n");
  if (!isWhole && !isCheck) return exitCode.findings;
  const changes = await compareOutputs(
    built.flatMap(({ outputs }) => outputs),
    host,
  );
  host.progress("");
  if (!isCheck) await applyChanges(changes);
  const code = reportFolders(changes, isCheck, host);
  if (!isWhole) return exitCode.findings;
  const isStale = await settleBaselines(built, isCheck, host);
  if (!isCheck)
    for (const [index, { said, outputs }] of built.entries())
      await memories[index]?.keep(said, outputs);
  return isStale ? exitCode.findings : code;
}

interface Built {
  readonly opened: OpenedCatalog;
  readonly said: string;
  readonly outputs: readonly BuiltFolder[];
}

/** Takes out of baselines what is mended; says whether somebody else has to. */
async function settleBaselines(
  built: readonly Built[],
  isCheck: boolean,
  host: Host,
): Promise<boolean> {
  let isStale = false;
  for (const { opened } of built) {
    if (!isCheck) await shrinkBaseline(opened, host);
    else if (staleBaseline(opened, host)) isStale = true;
  }
  return isStale;
}

async function openForBuild(
  { folder, files, used }: BuildInput,
  memory: BuildMemory | undefined,
  host: Host,
): Promise<
  { readonly opened: OpenedCatalog; readonly catalog: Catalog; readonly said: string } | undefined
> {
  const read = { files, used };
  const opened = await openCatalog(folder, host, { read, proofs: memory?.proofs });
  const { catalog, diagnostics } = opened;
  const found = diagnostics.length > 0 ? `${findingsText(diagnostics, host)}\n` : "";
  const said = `${found}${coveredLine(opened)}`;
  host.out(said);
  if (catalog === undefined || hasErrors(diagnostics)) return undefined;
  if (catalog.outputs.length === 0) {
    throw new UsageError(
      `${shown(folder, host)}: the catalog has no outputs. Add, for example, \`outputs: { typescript: ../src/errors }\`.`,
    );
  }
  host.progress(`Writing ${count(catalog.entries.length, "code")}`);
  return { opened, catalog, said };
}
