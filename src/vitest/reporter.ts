/** A reporter for Vitest that writes which codes a run met: the entry `errdex/vitest/reporter`. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Reporter, TestModule, Vitest } from "vitest/node";
import { type Share, shareOf } from "../coverage/coverage.js";
import { mergeRecording, type RecordedFile } from "../coverage/merge-recording.js";
import { type Recording, recordedCode } from "../coverage/recording.js";
import type { EventCounts } from "./record-errors.js";

/** What the reporter is told. Paths are relative to Vitest's root. */
export interface ErrorReporterOptions {
  /** Where to write. Default: `errdex-coverage.json`. `errdex coverage --recorded` reads it. */
  readonly file?: string;
  /** The folders of the catalogs that the minimum is about. Default: `catalog`. */
  readonly catalogs?: readonly string[];
  /** Fails the run where it met fewer of the codes, in percent. Default: nothing fails. */
  readonly minRecorded?: number;
}

/** Writes, at the end of a run, what the tests of all files did with errors. They have to call `setUpErrors`. */
export function errorReporter(options: ErrorReporterOptions = {}): Reporter {
  const { file = "errdex-coverage.json", catalogs = ["catalog"], minRecorded } = options;
  let vitest: Vitest | undefined;
  return {
    onInit: (started) => {
      vitest = started;
    },
    onTestRunEnd: async (modules) => {
      const root = vitest?.config.root ?? ".";
      const recording = mergeRecording(modules.map(recordedFile));
      const path = resolve(root, file);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, `${JSON.stringify(recording, null, 2)}\n`);
      if (minRecorded === undefined) return;
      for (const folder of catalogs) {
        const { name, share } = await shareIn(resolve(root, folder), recording);
        if (share.percent >= minRecorded) continue;
        vitest?.logger.error(
          `errdex: the tests met ${share.count} of ${share.of} codes of ${name} (${share.percent} %), fewer than ${minRecorded} %.`,
        );
        process.exitCode = 1;
      }
    },
  };
}

function recordedFile(module: TestModule): RecordedFile {
  const meta = module.meta() as { readonly errdex?: EventCounts };
  return { path: module.relativeModuleId, counts: meta.errdex ?? {} };
}

async function shareIn(
  folder: string,
  recording: Recording,
): Promise<{ readonly name: string; readonly share: Share }> {
  // Loaded when a minimum asks for it: most runs need no compiler.
  const [{ readCatalogFiles }, { loadCatalog }] = await Promise.all([
    import("../disk/read-catalog-files.js"),
    import("../load/load-catalog.js"),
  ]);
  const { catalog, diagnostics } = loadCatalog(await readCatalogFiles(folder));
  if (catalog === undefined) throw new Error(diagnostics[0]?.message ?? `No catalog in ${folder}.`);
  const name = catalog.name.value;
  const codes = catalog.entries.filter(({ retired }) => retired === undefined);
  const met = codes.filter(({ code }) => {
    const { raised, decoded, met: matched } = recordedCode(recording, name, code);
    return raised + decoded + matched > 0;
  });
  return { name, share: shareOf(met.length, codes.length) };
}
