/** The pages about rules, as they come with the package. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where the page of a rule is: `docs/rules/<rule>.md` of the package. */
function rulePagePath(rule: string): string {
  return join(packageRoot(), "docs", "rules", `${rule}.md`);
}

/** The page of a rule, where there is one. */
export async function readRulePage(rule: string): Promise<string | undefined> {
  return readFile(rulePagePath(rule), "utf8").catch(() => undefined);
}

// This module stands deeper in the sources than in the package, where all is bundled into `dist`.
function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json")) && dirname(folder) !== folder)
    folder = dirname(folder);
  return folder;
}
