/** A reporter for Vitest that writes which codes a run met: the entry `errdex/vitest/reporter`. */
import type { Reporter, TestModule, Vitest } from "vitest/node";
import { mergeRecordings } from "../coverage/recorded/merge-recordings.js";
import { type EventCounts, recordingOf } from "../testing/record-errors.js";
import { type ErrorReporterOptions, keepRecording } from "../testing/reporter/keep-recording.js";

export type { ErrorReporterOptions } from "../testing/reporter/keep-recording.js";

/** Writes, at the end of a run, what the tests of all files did with errors. They have to call `setUpErrors`. */
export function errorReporter(options: ErrorReporterOptions = {}): Reporter {
  let vitest: Vitest | undefined;
  return {
    onInit: (started) => {
      vitest = started;
    },
    onTestRunEnd: async (modules) => {
      const parts = modules.flatMap(partOf);
      const recording = mergeRecordings(parts);
      const gathered = { recording, recorders: parts.length, unread: 0 };
      const root = vitest?.config.root ?? ".";
      const { complaints, failed } = await keepRecording(gathered, root, options);
      for (const complaint of complaints) vitest?.logger.error(complaint);
      if (failed) process.exitCode = 1;
    },
  };
}

function partOf(module: TestModule) {
  const { errdex } = module.meta() as { readonly errdex?: EventCounts };
  return errdex === undefined ? [] : [recordingOf(module.relativeModuleId, errdex)];
}
