/** `errdex coverage`: which codes the source raises, handles and tests. */
import { coverageReader } from "../../coverage/cover-sources.js";
import type { CatalogCoverage, Coverage } from "../../coverage/coverage.js";
import { generatedFrom, sourceEndings } from "../../coverage/link/module-names.js";
import { parseRecording, type Recording } from "../../coverage/recorded/recording.js";
import { coverageFindings, coverageSeverity } from "../../coverage/report/coverage-findings.js";
import { coverageJson } from "../../coverage/report/coverage-json.js";
import {
  type CoverageKind,
  coverageKinds,
  isCoverageKind,
} from "../../coverage/report/coverage-kinds.js";
import { coverageText } from "../../coverage/report/coverage-text.js";
import { quoted } from "../../diagnostics/suggest.js";
import { findModules } from "../../disk/find-modules.js";
import { namedPath } from "../../disk/named-path.js";
import { readRegularText } from "../../disk/read-regular-file.js";
import { readSources } from "../../disk/read-sources.js";
import { repositoryAround } from "../../disk/repository.js";
import type { Catalog } from "../../model/catalog.js";
import { type ExitCode, exitCode, UsageError } from "../exit-code.js";
import { findCatalogs } from "../find-catalogs.js";
import type { Host } from "../host.js";
import { openSoundCatalog } from "../open-catalog.js";
import { type FindingFormat, isServiceFormat } from "../option-choices.js";
import { reportFindings } from "../report-findings.js";

/** Options of the command. */
export interface CoverageCommandOptions {
  readonly catalog?: string;
  readonly format: FindingFormat;
  readonly tests?: readonly string[];
  /** `specifier`, or `catalog=specifier`. */
  readonly module?: readonly string[];
  readonly ignore?: readonly string[];
  /** The file that errdex/vitest wrote. */
  readonly recorded?: string;
  /** Kinds, with commas between them, or `none`. */
  readonly failOn: string;
  readonly minRaised?: number;
  readonly minHandled?: number;
  readonly minTested?: number;
  readonly minRecorded?: number;
}

/** Reports on the sources in the paths. Kinds of `failOn`, and shares under their minimum, are findings. */
export async function coverage(
  paths: readonly string[],
  options: CoverageCommandOptions,
  host: Host,
): Promise<ExitCode> {
  const { format, tests, ignore } = options;
  const failing = failingKinds(options.failOn);
  const folders = await findCatalogs(options.catalog, host);
  const catalogs = await Promise.all(folders.map((folder) => openSoundCatalog(folder, host)));
  const recording = await recordingAt(options.recorded, host);
  if (recording === undefined && options.minRecorded !== undefined)
    throw new UsageError("--min-recorded needs --recorded.");
  const { top } = await repositoryAround(host.cwd);
  const search = { cwd: host.cwd, top, endings: sourceEndings, generatedFrom };
  const modules = await findModules(search);
  const reader = coverageReader(catalogs, {
    ...(tests === undefined ? {} : { tests }),
    ...(ignore === undefined ? {} : { ignore }),
    recording,
    modules: modulesOf(options.module ?? [], catalogs),
    ...modules,
  });
  let read = 0;
  for await (const file of readSources(paths, { cwd: host.cwd, endings: sourceEndings })) {
    if (read % 100 === 0) host.progress(`Reading ${file.path}`);
    read += 1;
    if ("text" in file) reader.add(file);
    else reader.skip(file.path, file.skipped);
  }
  for (const path of modules.brokenSettings())
    reader.skip(path, "it is no JSON, or names what is not there");
  host.progress("");
  if (read === 0) throw new UsageError(`There are no sources in ${paths.join(", ")}.`);
  const found = reader.finish();
  await report(found, format, failing, host);
  return judge(found, failing, options, host);
}

async function report(
  found: Coverage,
  format: FindingFormat,
  failing: ReadonlySet<CoverageKind>,
  host: Host,
): Promise<void> {
  if (format === "json") host.out(`${coverageJson(found)}\n`);
  else if (isServiceFormat(format)) {
    const summaries = (rule: string) => {
      const kind = rule.replace(/^coverage-/, "") as CoverageKind;
      return { severity: coverageSeverity(kind, failing), summary: coverageKinds[kind] };
    };
    await reportFindings(coverageFindings(found, failing), format, summaries, host);
  } else {
    const { colors, whole } = host;
    const cut = whole ? {} : { wholeBy: "--all" };
    host.out(`${coverageText(found, { colors, failing, ...cut })}\n`);
  }
}

function judge(
  found: Coverage,
  failing: ReadonlySet<CoverageKind>,
  options: CoverageCommandOptions,
  host: Host,
): ExitCode {
  const errors = coverageFindings(found, failing).some(({ severity }) => severity === "error");
  const short = found.catalogs.flatMap((catalog) => shortfalls(catalog, options));
  for (const sentence of short) host.err(`${sentence}\n`);
  return errors || short.length > 0 ? exitCode.findings : exitCode.fine;
}

function shortfalls(
  { catalog, raised, handled, tested, recorded }: CatalogCoverage,
  { minRaised, minHandled, minTested, minRecorded }: CoverageCommandOptions,
): readonly string[] {
  const shares = [
    ["raised", raised, minRaised],
    ["handled", handled, minHandled],
    ["tested", tested, minTested],
    ["recorded", recorded, minRecorded],
  ] as const;
  return shares.flatMap(([name, share, least]) =>
    share === undefined || least === undefined || share.percent >= least
      ? []
      : [`${catalog}: ${share.percent} % of the codes are ${name}, fewer than ${least} %.`],
  );
}

function failingKinds(list: string): ReadonlySet<CoverageKind> {
  const kinds = list.split(",").filter((kind) => kind !== "none");
  for (const kind of kinds) {
    if (!isCoverageKind(kind)) {
      const known = Object.keys(coverageKinds).join(", ");
      throw new UsageError(`--fail-on knows no ${quoted(kind)}. Known: ${known}, none.`);
    }
  }
  return new Set(kinds.filter(isCoverageKind));
}

async function recordingAt(
  path: string | undefined,
  { cwd }: Host,
): Promise<Recording | undefined> {
  if (path === undefined) return undefined;
  const full = await namedPath(path, cwd);
  const text = await readRegularText({ path: full, shown: path, most: 256 * 2 ** 20 });
  const recording = parseRecording(text);
  if (recording !== undefined) return recording;
  throw new UsageError(`${path} is not what errdex/vitest records.`);
}

function modulesOf(
  given: readonly string[],
  catalogs: readonly Catalog[],
): Readonly<Record<string, readonly string[]>> {
  const names = catalogs.map(({ name }) => name.value);
  const modules = new Map<string, string[]>();
  for (const each of given) {
    const [, name = names[0], specifier = each] = /^([\w-]+)=(.+)$/.exec(each) ?? [];
    if (name === undefined || !names.includes(name))
      throw new UsageError(`--module ${each}: there is no catalog ${quoted(name ?? "")}.`);
    if (specifier === each && names.length > 1)
      throw new UsageError(`--module ${each}: say which catalog's it is: ${names[0]}=${each}.`);
    modules.set(name, [...(modules.get(name) ?? []), specifier]);
  }
  return Object.fromEntries(modules);
}
