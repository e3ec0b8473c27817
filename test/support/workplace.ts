/** A temporary folder and a stand-in for the process, to run commands in. */

import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import pc from "picocolors";
import { onTestFinished } from "vitest";
import type { Host } from "../../src/cli/host.js";
import { run } from "../../src/cli/run.js";

/** What a command did. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A folder to run commands in; it is deleted at the end of the test. */
export interface Workplace {
  readonly folder: string;
  /** Runs errdex in the folder, or in one inside it. */
  errdex(argv: readonly string[], inside?: string, env?: Host["env"]): Promise<Ran>;
  write(texts: Readonly<Record<string, string>>): void;
  read(path: string): string;
  /** Every file below a path, relative to the folder, in order. */
  files(path?: string): readonly string[];
  /** When a file was last written. */
  written(path: string): number;
}

/** A new workplace with files. */
export function workplace(texts: Readonly<Record<string, string>> = {}): Workplace {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "errdex-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const write = (all: Readonly<Record<string, string>>) => {
    for (const [path, text] of Object.entries(all)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  };
  write(texts);
  return {
    folder,
    write,
    errdex: async (argv, inside = "", env = {}) => {
      const { host, said } = recordingHost(join(folder, inside), "", env);
      const code = await run(argv, host);
      return { code, ...said };
    },
    read: (path) => readFileSync(join(folder, path), "utf8"),
    files: (path = "") =>
      readdirSync(join(folder, path), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
        .sort(),
    written: (path) => statSync(join(folder, path)).mtimeMs,
  };
}

/** A host without colours that remembers what was said. */
export function recordingHost(
  cwd: string,
  input = "",
  env: Host["env"] = {},
): {
  readonly host: Host;
  readonly said: { out: string; err: string };
  readonly interrupt: AbortController;
} {
  const said = { out: "", err: "" };
  const interrupt = new AbortController();
  const host: Host = {
    cwd,
    env,
    colors: pc.createColors(false),
    input: Readable.from([input]),
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    progress: () => {},
    interrupted: interrupt.signal,
  };
  return { host, said, interrupt };
}

/** The files of a catalog in `catalog/`. */
export function inCatalog(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([path, text]) => [`catalog/${path}`, text]));
}
