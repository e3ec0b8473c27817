/** The catalogs that `errdex init --wire` begins with: ten of the formats of `test/gauntlet`, which the package carries. */
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { starterFolder, starterNames } from "../src/disk/read-starter.js";

/** Copies them into `dist`. @throws where there is no format of a name. */
export async function copyStarters(root: string): Promise<void> {
  const copies = starterNames.map((name) => {
    const format = name === "problem" ? "rfc9457-errors" : name;
    const from = join(root, "test/gauntlet/formats", format, "catalog");
    return cp(from, join(root, starterFolder(name)), { recursive: true });
  });
  await Promise.all(copies);
}
