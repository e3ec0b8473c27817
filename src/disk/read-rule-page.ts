/** The pages about rules, as they come with the package. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { packageRoot } from "./package-root.js";

/** Where the page of a rule is: `docs/rules/<rule>.md` of the package. */
function rulePagePath(rule: string): string {
  return join(packageRoot(), "docs", "rules", `${rule}.md`);
}

/** The page of a rule, where there is one. */
export async function readRulePage(rule: string): Promise<string | undefined> {
  return readFile(rulePagePath(rule), "utf8").catch(() => undefined);
}
