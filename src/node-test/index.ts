/** Assertions for errors in the style of `node:assert`, and a record of the codes that tests meet: the entry `errdex/node-test`. */
import { subscribe } from "node:diagnostics_channel";
import { recordErrors, recordingOf } from "../testing/record-errors.js";
import { folderVariable, partWriter } from "../testing/write-part.js";
import { type GatherMessage, gatherChannel, type MetMessage, metChannel } from "./channels.js";

export type { KnownCode, KnownErrors, KnownFields } from "../testing/known-errors.js";
export {
  type AssertedFields,
  assertErrorCode,
  assertRejectsErrorCode,
  assertThrowsErrorCode,
  type FieldsAfter,
  type WithCode,
} from "./assertions.js";

/**
 * Records, for the reporter, which codes the tests of this process raise, decode and match. Call it in a file that
 * `node --import` loads, so that it runs before the tests.
 */
export function setUpErrors(): void {
  const { counts, meet } = recordErrors();
  subscribe(metChannel, (message) => {
    const met = message as MetMessage;
    if (met.isCounted) return;
    met.isCounted = true;
    meet(met.error);
  });
  const write = partWriter();
  const [, file = ""] = process.argv;
  const leave = (folder: string): void => write(folder, recordingOf(file, counts));
  subscribe(gatherChannel, (message) => leave((message as GatherMessage).folder));
  process.on("exit", () => {
    const folder = process.env[folderVariable];
    if (folder !== undefined) leave(folder);
  });
}
