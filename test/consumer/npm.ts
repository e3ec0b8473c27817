/** Runs npm in a scratch project. */
import { execFileSync } from "node:child_process";

/** What npm prints. */
export function npm(args: readonly string[], cwd: string): string {
  // Without the variables of an outer npm: they would lead it back to this project.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)),
  );
  return execFileSync("npm", args, {
    cwd,
    env,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
    stdio: ["ignore", "pipe", "pipe"],
  });
}
