/** What a new catalog may be called: like the package or the folder that it stands in. */
import { basename, join } from "node:path";
import { readRegularText } from "../disk/read-regular-file.js";

/** The names in kebab-case that a new catalog in the folder may have, the likeliest first. */
export async function catalogNames(folder: string): Promise<readonly string[]> {
  const names = [await packageName(folder), basename(folder)];
  return names
    .map((name) => name.replace(/^@[^/]*\//, ""))
    .filter((name) => /^[a-z][a-z0-9-]*$/.test(name));
}

async function packageName(folder: string): Promise<string> {
  try {
    const path = join(folder, "package.json");
    const { name } = JSON.parse(await readRegularText({ path, shown: path, most: 4 * 2 ** 20 }));
    return typeof name === "string" ? name : "";
  } catch {
    return ""; // there is none, or one that npm will complain about
  }
}
