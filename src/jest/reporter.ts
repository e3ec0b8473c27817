/** A reporter for Jest that writes which codes a run met: the entry `errdex/jest/reporter`. */
import { type ErrorReporterOptions, keepRecording } from "../testing/reporter/keep-recording.js";
import { makeRecordedParts, type RecordedParts } from "../testing/reporter/recorded-parts.js";
import { folderVariable } from "../testing/write-part.js";

export type { ErrorReporterOptions } from "../testing/reporter/keep-recording.js";

/**
 * Writes, at the end of a run, what the tests of all files did with errors. They have to call `setUpErrors`. Jest makes
 * it of `["errdex/jest/reporter", options]` in `reporters`.
 */
export class ErrorReporter {
  readonly #root: string;
  readonly #options: ErrorReporterOptions;
  #parts: RecordedParts | undefined;
  #failure: Error | undefined;

  constructor({ rootDir }: { readonly rootDir: string }, options: ErrorReporterOptions = {}) {
    this.#root = rootDir;
    this.#options = options;
  }

  /** Makes the place where the workers leave what they recorded. They are started after this, and inherit it. */
  onRunStart(): void {
    this.#parts = makeRecordedParts();
    process.env[folderVariable] = this.#parts.folder;
  }

  /** Puts together what they left, and writes it. */
  async onRunComplete(): Promise<void> {
    if (this.#parts === undefined) return;
    const gathered = await this.#parts.gather(this.#root);
    const { complaints, failed } = await keepRecording(gathered, this.#root, this.#options);
    for (const complaint of complaints) process.stderr.write(`${complaint}\n`);
    if (failed)
      this.#failure = new Error("errdex: the recording of the run is not as it should be.");
  }

  /** Jest asks for it when the run is over. */
  getLastError(): Error | undefined {
    return this.#failure;
  }
}

// What Jest takes of a module.
export { ErrorReporter as default };
