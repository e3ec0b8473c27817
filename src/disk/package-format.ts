/** Which module system Node takes the files of a folder for. */
import { basename, dirname, join } from "node:path";
import type { ModuleFormat } from "../model/output.js";
import { readRegularText } from "./read-regular-file.js";
import { realPlace } from "./real-place.js";
import { UnreadableError } from "./unreadable-error.js";

/**
 * What the nearest package.json says, as Node reads it: without a word of it, CommonJS. Where there is none, nothing
 * speaks against modules.
 *
 * @param folder an absolute path; it need not be there yet.
 * @param shown how a path is called in a complaint.
 * @throws UnreadableError where the package.json is none.
 */
export async function packageFormat(
  folder: string,
  shown: (path: string) => string,
): Promise<ModuleFormat> {
  const place = await realPlace(folder);
  // Node takes the place of a file for what links lead to. That a link leads nowhere is said where files are written.
  let above = "path" in place ? place.path : folder;
  // What is installed does not belong to the package around it.
  while (basename(above) !== "node_modules") {
    const path = join(above, "package.json");
    const text = await textOf(path, shown(path));
    if (text !== undefined) return formatIn(text, shown(path));
    if (dirname(above) === above) break;
    above = dirname(above);
  }
  return "module";
}

async function textOf(path: string, shown: string): Promise<string | undefined> {
  try {
    return await readRegularText({ path, shown, most: 4 * 2 ** 20 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR" || code === "EISDIR") return undefined;
    throw error;
  }
}

function formatIn(text: string, shown: string): ModuleFormat {
  try {
    const { type } = JSON.parse(text.replace(/^\ufeff/, "")) as { readonly type?: unknown };
    return type === "module" ? "module" : "commonjs";
  } catch {
    throw new UnreadableError(
      `${shown} is no JSON, so it does not say what the modules beside it are. Mend it.`,
    );
  }
}
