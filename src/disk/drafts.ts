/** Drafts: files that are written beside their place and then moved there, and what a build that was killed left of them. */
import { randomUUID } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { kill, pid } from "node:process";

// Which process wrote a draft. Numbers of processes are used again, in a container from the first on.
const token = randomUUID().slice(0, 8);
const form = /^\.errdex-(\d+)-([0-9a-f]{8})-[0-9a-f]{12}\.draft$/;

/** A name for a draft in a folder. It does not grow with the file's name, which may be as long as the disk allows. */
export function draftIn(folder: string): string {
  return join(folder, `.errdex-${pid}-${token}-${randomUUID().slice(-12)}.draft`);
}

/** Drafts in a folder that no running process will move. */
export async function abandonedDrafts(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => {
      const [, writer, written] = form.exec(name) ?? [];
      if (writer === undefined || written === token) return false;
      return Number(writer) === pid || !isRunning(Number(writer));
    })
    .map((name) => join(folder, name));
}

function isRunning(writer: number): boolean {
  try {
    return kill(writer, 0);
  } catch (error) {
    // Somebody else's, which may not be asked, runs all the same.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
