/** The script and the style of help sites, as they come with the package. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { SiteAssets } from "../emit/site/emit-site.js";
import { packageRoot } from "./package-root.js";

/**
 * Reads what every site has in common.
 *
 * @throws where the package was not built.
 */
export async function readSiteAssets(): Promise<SiteAssets> {
  const read = (name: string) => readFile(join(packageRoot(), "dist", "site", name), "utf8");
  return {
    script: await read("site.js"),
    search: await read("search.js"),
    style: await read("site.css"),
  };
}
