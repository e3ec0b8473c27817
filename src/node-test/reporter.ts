/** A reporter for `node --test` that writes which codes a run met: the entry `errdex/node-test/reporter`. */
import { channel } from "node:diagnostics_channel";
import { Transform } from "node:stream";
import { type ErrorReporterOptions, keepRecording } from "../testing/reporter/keep-recording.js";
import { makeRecordedParts } from "../testing/reporter/recorded-parts.js";
import { folderVariable } from "../testing/write-part.js";
import { type GatherMessage, gatherChannel } from "./channels.js";

export type { ErrorReporterOptions } from "../testing/reporter/keep-recording.js";

/**
 * Writes, at the end of a run, what the tests of all files did with errors. They have to call `setUpErrors`. To its
 * destination it writes only what is wrong.
 *
 * It is the default export too: `--test-reporter=errdex/node-test/reporter` makes one without options.
 */
export function errorReporter(options: ErrorReporterOptions = {}): Transform {
  const root = process.cwd();
  const parts = makeRecordedParts();
  // Processes of tests are started after this, and inherit it.
  process.env[folderVariable] = parts.folder;
  return new Transform({
    writableObjectMode: true,
    transform: (_event, _encoding, done) => done(),
    flush: (done) => {
      const message: GatherMessage = { folder: parts.folder };
      channel(gatherChannel).publish(message);
      parts
        .gather(root)
        .then((gathered) => keepRecording(gathered, root, options))
        .catch((error: unknown) => ({ complaints: [`errdex: ${messageOf(error)}`], failed: true }))
        .then(({ complaints, failed }) => {
          if (failed) process.exitCode = 1;
          done(null, complaints.map((complaint) => `${complaint}\n`).join(""));
        });
    },
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

// The runner calls the default export of the module with `new`, and takes the stream that it returns.
export { errorReporter as default };
