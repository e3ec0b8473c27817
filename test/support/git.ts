/** Git in a folder of a test, with settings of its own. */
import { execFileSync } from "node:child_process";

const person = [
  "-c",
  "user.name=A",
  "-c",
  "user.email=a@example.com",
  "-c",
  "commit.gpgSign=false",
];

/** Runs git in a folder, and gives what it prints. */
export function git(folder: string, ...args: readonly string[]): string {
  return execFileSync("git", [...person, ...args], {
    cwd: folder,
    stdio: "pipe",
    encoding: "utf8",
  });
}

/** Makes a repository of a folder, with all that is in it in one commit on `main`. */
export function commitAll(folder: string): void {
  git(folder, "init", "--quiet", "--initial-branch=main");
  git(folder, "add", "--all", "--force");
  git(folder, "commit", "--quiet", "--message=one");
}
