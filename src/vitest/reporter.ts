/** A reporter for Vitest that writes which codes a run met: the entry `errdex/vitest/reporter`. */
import { stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Reporter, TestModule, Vitest } from "vitest/node";
import { type Share, shareOf } from "../coverage/coverage.js";
import { mergeRecording, type RecordedFile } from "../coverage/recorded/merge-recordings.js";
import { parseRecording, type Recording, recordedCode } from "../coverage/recorded/recording.js";
import { escapeForTerminal } from "../diagnostics/escape.js";
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
      await write(path, file, recording);
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

// Nothing but an earlier recording is replaced, and one that was cut short is no recording: it is moved there whole.
async function write(path: string, file: string, recording: Recording): Promise<void> {
  const [{ readRegularText }, { applyChanges }] = await Promise.all([
    import("../disk/read-regular-file.js"),
    import("../disk/write-files.js"),
  ]);
  const shown = escapeForTerminal(file);
  const isThere = await stat(path).catch(() => undefined);
  const most = 256 * 2 ** 20;
  if (isThere && parseRecording(await readRegularText({ path, shown, most })) === undefined)
    throw new Error(
      `${shown} is not what errdex/vitest records, so it is not replaced. Delete it, or name another file.`,
    );
  const text = `${JSON.stringify(recording, null, 2)}\n`;
  await applyChanges([
    { folder: dirname(path), written: [{ path, text }], removed: [], unchanged: 0 },
  ]);
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
  const files = await readCatalogFiles(folder).catch((error: unknown) => {
    throw new Error(escapeForTerminal(error instanceof Error ? error.message : String(error)));
  });
  const { catalog, diagnostics } = loadCatalog(files);
  if (catalog === undefined) {
    const message = diagnostics[0]?.message ?? `No catalog in ${folder}.`;
    throw new Error(escapeForTerminal(message));
  }
  const name = catalog.name.value;
  const codes = catalog.entries.filter(({ retired }) => retired === undefined);
  const met = codes.filter(({ code }) => {
    const { raised, decoded, met: matched } = recordedCode(recording, name, code);
    return raised + decoded + matched > 0;
  });
  return { name, share: shareOf(met.length, codes.length) };
}
