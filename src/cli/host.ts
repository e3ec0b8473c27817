/** What a command touches of the outside. */
import type { Readable } from "node:stream";
import pc from "picocolors";
import type { Colors } from "../diagnostics/format-text.js";
import { exitCode } from "./exit-code.js";

/** The process that a command runs in, or a stand-in. */
export interface Host {
  readonly cwd: string;
  readonly colors: Colors;
  /** Whether reports for people are whole, as `--all` asks, and not cut after the first findings of each rule. */
  readonly whole?: boolean;
  /** The environment's variables. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What is piped or pasted in. */
  readonly input: Readable;
  /** Results. */
  out(text: string): void;
  /** Results that are commands to the service that runs the build; without it they are results like others. */
  commands?(text: string): void;
  /** Complaints of the command itself, and progress. */
  err(text: string): void;
  /** Says what long work is doing, where somebody watches a terminal; an empty text takes it away. */
  progress(text: string): void;
  /** Ends when the user interrupts a command that watches. */
  readonly interrupted: AbortSignal;
}

/** The real process. */
export function processHost(): Host {
  const { stdout, stderr, env } = process;
  const interrupt = new AbortController();
  stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (!isUnread(error)) stderr.write(`errdex: The output cannot be written: ${error.code}.\n`);
  });
  for (const stream of [stdout, stderr]) stream.on("error", failUnlessUnread);
  process.once("SIGINT", () => interrupt.abort());
  const isColored = stdout.isTTY === true && !env.NO_COLOR && env.TERM !== "dumb";
  return {
    cwd: process.cwd(),
    env,
    input: process.stdin,
    colors: pc.createColors(isColored),
    out: (text) => stdout.write(text),
    err: (text) => stderr.write(text),
    progress: (text) => {
      if (stderr.isTTY === true) stderr.write(`\r\u001b[2K${text}`);
    },
    interrupted: interrupt.signal,
  };
}

// Whoever reads the output may stop, as `head` does: what the command found does not depend on it.
function isUnread({ code }: NodeJS.ErrnoException): boolean {
  return code === "EPIPE" || code === "ERR_STREAM_DESTROYED";
}

// What cannot be written, as on a full disk, must not read as if all were well.
function failUnlessUnread(error: NodeJS.ErrnoException): void {
  if (isUnread(error)) return;
  process.once("exit", () => {
    process.exitCode = exitCode.usage;
  });
}
