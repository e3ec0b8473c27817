/** Stands for what every site has in common, where a test does not look at it. */
import type { SiteAssets } from "../../src/emit/site/emit-site.js";

/** Empty scripts and an empty style. */
export const noAssets: SiteAssets = { script: "", search: "", style: "" };
