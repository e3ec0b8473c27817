/** Where the package stands that this code belongs to. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of errdex's own package.json. */
export function packageRoot(): string {
  // This module stands deeper in the sources than in the package, where all is bundled into `dist`.
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json")) && dirname(folder) !== folder)
    folder = dirname(folder);
  return folder;
}
