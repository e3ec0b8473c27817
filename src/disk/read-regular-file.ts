/** Reads files and nothing else: a pipe would keep a command waiting, a device has no end. */
import { constants, type Stats } from "node:fs";
import { open, stat } from "node:fs/promises";
import { UnreadableError } from "./unreadable-error.js";

/** A file to read. */
export interface FileToRead {
  readonly path: string;
  /** How it is called in a complaint. */
  readonly shown: string;
  /** The most bytes that are of use. */
  readonly most: number;
}

/**
 * The bytes of a file; one more than `most` where it has more.
 *
 * @throws UnreadableError where it is no regular file; as the system does where it is not there.
 */
export async function readRegularFile({ path, shown, most }: FileToRead): Promise<Uint8Array> {
  // To open a device can already do something, so it is looked at before.
  refuseOthers(await stat(path), shown);
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const found = await file.stat();
    refuseOthers(found, shown);
    // A file can be longer than it says, as those of /proc are.
    let bytes = Buffer.alloc(Math.min(found.size, most) + 1);
    let length = 0;
    for (;;) {
      const { bytesRead } = await file.read(bytes, length, bytes.length - length, null);
      length += bytesRead;
      if (bytesRead === 0 || length > most) return bytes.subarray(0, length);
      if (length === bytes.length)
        bytes = Buffer.concat([bytes], Math.min(2 * bytes.length + 4096, most + 1));
    }
  } finally {
    await file.close();
  }
}

/** The text of a file that is UTF-8 and no larger than `most`. @throws as readRegularFile, and where it is larger. */
export async function readRegularText(file: FileToRead): Promise<string> {
  const bytes = await readRegularFile(file);
  if (bytes.length > file.most)
    throw new UnreadableError(`${file.shown} has more than ${file.most / 2 ** 20} MiB.`);
  return new TextDecoder().decode(bytes);
}

function refuseOthers(found: Stats, shown: string): void {
  if (found.isFile() || found.isDirectory()) return; // that it is a folder is what the system says
  throw new UnreadableError(`${shown} is ${kindOf(found)}, and no file.`);
}

/** What is neither a file nor a folder, in words. */
export function kindOf(
  found: Pick<Stats, "isFIFO" | "isSocket" | "isCharacterDevice" | "isBlockDevice">,
): string {
  if (found.isFIFO()) return "a pipe";
  if (found.isSocket()) return "a socket";
  return found.isCharacterDevice() || found.isBlockDevice() ? "a device" : "something else";
}
