/** What every reporter does at the end of a run: it writes the recording, and says what is wrong with it. */
import { stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { type Share, shareOf } from "../../coverage/coverage.js";
import { parseRecording, type Recording, recordedCode } from "../../coverage/recorded/recording.js";
import { escapeForTerminal } from "../../diagnostics/escape.js";

/** What a reporter is told. Paths are relative to the root of the runner. */
export interface ErrorReporterOptions {
  /** Where to write. Default: `errdex-coverage.json`. `errdex coverage --recorded` reads it. */
  readonly file?: string;
  /** The folders of the catalogs that the minimum is about. Default: `catalog`. */
  readonly catalogs?: readonly string[];
  /** Fails the run where it met fewer of the codes, in percent. Default: nothing fails. */
  readonly minRecorded?: number;
}

/** What the recorders of a run handed over. */
export interface Gathered {
  readonly recording: Recording;
  /** How many recorded, if only nothing: none where `setUpErrors` is not called. */
  readonly recorders: number;
  /** How many of them left something that cannot be read. */
  readonly unread: number;
}

/** What a reporter says when all is written. */
export interface Verdict {
  /** A sentence each. */
  readonly complaints: readonly string[];
  /** The run is to fail. */
  readonly failed: boolean;
}

/** Writes the recording of a run in the folder `root`, and compares it with the minimum. */
export async function keepRecording(
  { recording, recorders, unread }: Gathered,
  root: string,
  { file = "errdex-coverage.json", catalogs = ["catalog"], minRecorded }: ErrorReporterOptions,
): Promise<Verdict> {
  await write(resolve(root, file), file, recording);
  const gaps = [
    ...(recorders + unread === 0
      ? ["errdex: no test recorded anything. Is setUpErrors() called before the tests?"]
      : []),
    ...(unread > 0 ? [`errdex: what ${unread} test files recorded was cut short.`] : []),
  ];
  if (minRecorded === undefined) return { complaints: gaps, failed: unread > 0 };
  const shares = await Promise.all(
    catalogs.map((folder) => shareIn(resolve(root, folder), recording)),
  );
  const short = shares
    .filter(({ share }) => share.percent < minRecorded)
    .map(
      ({ name, share: { count, of, percent } }) =>
        `errdex: the tests met ${count} of ${of} codes of ${name} (${percent} %), fewer than ${minRecorded} %.`,
    );
  return { complaints: [...gaps, ...short], failed: unread > 0 || short.length > 0 };
}

// Nothing but an earlier recording is replaced, and one that was cut short is no recording: it is moved there whole.
async function write(path: string, file: string, recording: Recording): Promise<void> {
  const [{ readRegularText }, { applyChanges }] = await Promise.all([
    import("../../disk/read-regular-file.js"),
    import("../../disk/write-files.js"),
  ]);
  const shown = escapeForTerminal(file);
  const isThere = await stat(path).catch(() => undefined);
  const most = 256 * 2 ** 20;
  if (isThere && parseRecording(await readRegularText({ path, shown, most })) === undefined)
    throw new Error(
      `${shown} is not what tests record, so it is not replaced. Delete it, or name another file.`,
    );
  const text = `${JSON.stringify(recording, null, 2)}\n`;
  await applyChanges([
    { folder: dirname(path), written: [{ path, text }], removed: [], unchanged: 0 },
  ]);
}

async function shareIn(
  folder: string,
  recording: Recording,
): Promise<{ readonly name: string; readonly share: Share }> {
  // Loaded when a minimum asks for it: most runs need no compiler.
  const [{ readCatalogFolder }, { loadCatalog }] = await Promise.all([
    import("../../disk/used-catalogs.js"),
    import("../../load/load-catalog.js"),
  ]);
  const { files, used } = await readCatalogFolder(folder).catch((error: unknown) => {
    throw new Error(escapeForTerminal(error instanceof Error ? error.message : String(error)));
  });
  const { catalog, diagnostics } = loadCatalog(files, used);
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
