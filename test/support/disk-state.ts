/** What is on a disk, to compare before and after a command. */
import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";

/** Every path below a folder with what it is: links are not followed, pipes not read. */
export function diskState(folder: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    const path = join(folder, name);
    const state = lstatSync(path);
    if (state.isSymbolicLink()) found[name] = `→ ${readlinkSync(path)}`;
    else if (state.isFile()) found[name] = readFileSync(path, "latin1");
    else found[name] = state.isDirectory() ? "folder" : "other";
  }
  return found;
}
