/** The folder in which the processes of a run leave what they recorded, from its making to its end. */
import { mkdtempSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { mergeRecordings } from "../../coverage/recorded/merge-recordings.js";
import { parseRecording, type Recording } from "../../coverage/recorded/recording.js";
import type { Gathered } from "./keep-recording.js";

/** Where the parts of one run come together. */
export interface RecordedParts {
  readonly folder: string;
  /** Reads what was left, with the paths of tests relative to `root`, and deletes the folder. */
  gather(root: string): Promise<Gathered>;
}

/** Makes the folder. Nobody but this user can look into it. */
export function makeRecordedParts(): RecordedParts {
  const folder = mkdtempSync(join(tmpdir(), "errdex-recording-"));
  return {
    folder,
    gather: async (root) => {
      const { readRegularText } = await import("../../disk/read-regular-file.js");
      const names = (await readdir(folder)).sort();
      const parts: Recording[] = [];
      for (const name of names) {
        const file = { path: join(folder, name), shown: name, most: 64 * 2 ** 20 };
        const part = name.endsWith(".json")
          ? parseRecording(await readRegularText(file))
          : undefined;
        if (part !== undefined) parts.push(part);
      }
      await rm(folder, { recursive: true, force: true });
      const recording = mergeRecordings(parts.map((part) => relativeTo(root, part)));
      return { recording, recorders: parts.length, unread: names.length - parts.length };
    },
  };
}

function relativeTo(root: string, { version, catalogs }: Recording): Recording {
  const shown = (path: string): string => relative(root, path).replaceAll("\\", "/");
  const codesOf = (codes: Recording["catalogs"][string]) =>
    Object.entries(codes).map(([code, recorded]) => [
      code,
      { ...recorded, tests: recorded.tests.map(shown) },
    ]);
  const all = Object.entries(catalogs).map(([catalog, codes]) => [
    catalog,
    Object.fromEntries(codesOf(codes)),
  ]);
  return { version, catalogs: Object.fromEntries(all) };
}
