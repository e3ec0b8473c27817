/** Says what a command could not do. */
import { relative } from "node:path";
import { escapeForTerminal } from "../diagnostics/escape.js";
import { UnreadableError } from "../disk/unreadable-error.js";
import { BrokenOutputError } from "./broken-output-error.js";
import { isSystemError, UsageError } from "./exit-code.js";
import type { Host } from "./host.js";

/** Whether an error is the user's to mend; any other is a bug. */
export function isForUser(error: unknown): error is Error {
  return error instanceof UsageError || error instanceof UnreadableError || isSystemError(error);
}

/** Says it. The message names files and refs as they are called, which may be anything. */
export function sayForUser(error: Error, host: Host): void {
  const report = error instanceof UsageError ? error.report : "";
  const parts = [report, escapeForTerminal(messageOf(error, host))].filter((text) => text !== "");
  host.err(`errdex: ${parts.join("\n")}\n`);
}

function messageOf(error: Error, { cwd }: Host): string {
  if (!isSystemError(error) || error.code !== "ENOENT" || error.path === undefined)
    return error.message;
  return `There is no file or folder ${relative(cwd, error.path) || "."}.`;
}

/** Says that errdex itself is at fault, with all that a report of it needs. */
export function sayBug(error: unknown, host: Host): void {
  const text = textOf(error);
  host.err(`errdex: a bug in errdex. ${text.split("\n").map(escapeForTerminal).join("\n")}\n`);
}

function textOf(error: unknown): string {
  if (error instanceof BrokenOutputError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
