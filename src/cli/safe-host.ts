/** Keeps what a command prints from being more than text to a terminal and to the service that runs a build. */
import { escapeForTerminal } from "../diagnostics/escape.js";
import type { Host } from "./host.js";

// Marks of a direction stay: texts in Arabic and Hebrew need them. What turns a whole stretch round does not.
const unsafe = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff]/g;
const colored =
  /(?!\u001b\[\d{1,2}m)[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** A host that shows what would steer a terminal, or would be a command in a log, as it is written. */
export function safeHost(host: Host): Host {
  const inColor = host.colors.isColorSupported;
  const safe = (text: string) => withoutCommands(text.replace(inColor ? colored : unsafe, escaped));
  return {
    ...host,
    out: (text) => host.out(safe(text)),
    err: (text) => host.err(safe(text)),
    commands: (text) => host.out(text),
    progress: (text) => host.progress(escapeForTerminal(text)),
  };
}

/**
 * GitHub Actions takes a line that begins with `::` for a command, and it, Azure Pipelines and TeamCity `##name[`
 * wherever it stands. The escapes are those of JSON, so reports in JSON stay what they are.
 */
export function withoutCommands(text: string): string {
  return text
    .replace(/^([^\S\n]*):(?=:)/gm, (_, indent: string) => `${indent}\\u003a`)
    .replace(/#(?=#\w*\[)/g, "\\u0023");
}

function escaped(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
