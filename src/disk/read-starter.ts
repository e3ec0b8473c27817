/** The catalogs that `errdex init --wire` begins with, as they come with the package. */
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { packageRoot } from "./package-root.js";
import { slashed } from "./slashed.js";

/** What they are called: each by its wire format. */
export const starterNames = [
  "aws-json",
  "github",
  "google-rpc",
  "graphql",
  "json-api",
  "nestjs",
  "oauth2-token",
  "problem",
  "slack",
  "stripe",
] as const;
export type StarterName = (typeof starterNames)[number];

/** The folder that `npm run build` copies a catalog to, in the folder of the package. */
export function starterFolder(name: StarterName): string {
  return join("dist", "starters", name);
}

/**
 * The texts of a catalog by their path in its folder, with `/`, in order.
 *
 * @throws where the package was not built.
 */
export async function readStarter(name: StarterName): Promise<Readonly<Record<string, string>>> {
  const folder = join(packageRoot(), starterFolder(name));
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = found
    .filter((entry) => entry.isFile())
    .map((entry) => slashed(relative(folder, join(entry.parentPath, entry.name))))
    .sort();
  const texts = await Promise.all(paths.map((path) => readFile(join(folder, path), "utf8")));
  return Object.fromEntries(paths.map((path, index) => [path, texts[index] ?? ""]));
}
