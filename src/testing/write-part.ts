/** How what a process recorded comes to the reporter: a file of its own in a folder that the reporter made. */
import { randomUUID } from "node:crypto";
import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Recording } from "../coverage/recorded/recording.js";

/** The variable of the environment by which processes of tests inherit the folder. */
export const folderVariable = "ERRDEX_RECORDING";

/** A writer of one part. Its name is nobody else's, and it is moved there whole: no lock is needed. */
export function partWriter(): (folder: string, recording: Recording) => void {
  const name = randomUUID();
  return (folder, recording) => {
    const path = join(folder, `${name}.json`);
    try {
      writeFileSync(`${path}.part`, JSON.stringify(recording), { mode: 0o600 });
      renameSync(`${path}.part`, path);
    } catch (error) {
      // The run is over, and whoever would read it is gone: a process that outlived its test.
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
  };
}
