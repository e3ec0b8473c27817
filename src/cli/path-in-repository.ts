/** How paths are called in the reports of services. */
import { relative } from "node:path";
import type { PathInReport } from "../diagnostics/finding.js";
import { slashed } from "../disk/slashed.js";
import type { Host } from "./host.js";

/**
 * A service counts paths from the root of its checkout, which need not be where errdex runs.
 *
 * @param top the top of the repository, where the service does not say.
 */
export function pathInRepository({ cwd, env }: Host, top?: string): PathInReport {
  const root = env.GITHUB_WORKSPACE || env.CI_PROJECT_DIR || top;
  const below = root ? relative(root, cwd) : "";
  const prefix = below === "" || below.startsWith("..") ? "" : `${slashed(below)}/`;
  return (path) => {
    const parts: string[] = [];
    for (const part of `${prefix}${path}`.split("/")) {
      if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
      else if (part !== ".") parts.push(part);
    }
    return parts.join("/");
  };
}
