/** Runs Node in a process of its own. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** What it prints, however much that is. @throws where it ends with another code than 0. */
export async function runNode(args, options = {}) {
  return promisify(execFile)(process.execPath, args, {
    maxBuffer: Number.POSITIVE_INFINITY,
    ...options,
  });
}
