/** The table of rows on everything that services run on. What is no dependency of this project, `npm run runtimes` installs. */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { build, type Plugin } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { playing } from "../client/playing-server.js";
import { root } from "../shipped-catalog.js";
import { checkAnswer } from "./check-answer.js";
import { rowsFor } from "./rows.js";

const installed = join(root, ".config/runtimes/node_modules");
const isInstalled = existsSync(installed);
if (process.env.ERRDEX_RUNTIMES === "1" && !isInstalled)
  throw new Error(`${installed} is missing.`);

const folder = mkdtempSync(join(tmpdir(), "errdex-runtimes-"));
symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
const running: ChildProcess[] = [];
afterAll(() => {
  for (const child of running) child.kill("SIGKILL");
  rmSync(folder, { recursive: true });
});

/** Where there are no packages, arktype is in the bundle, and what Node alone has is not. */
const whole: Plugin = {
  name: "whole",
  setup({ onLoad, onResolve }) {
    onLoad({ filter: /test\/server\/arktype\.ts$/ }, () => ({
      contents: 'export { type } from "arktype";',
      resolveDir: root,
    }));
    onResolve({ filter: /^node:vm$/ }, () => ({ path: "vm", namespace: "absent" }));
    onLoad({ filter: /.*/, namespace: "absent" }, () => ({
      contents: "export const runInThisContext = () => (make) => make();",
    }));
  },
};

async function bundle(platform: string, isWhole: boolean): Promise<string> {
  const outfile = join(folder, `${basename(platform)}.mjs`);
  await build({
    entryPoints: [join(root, `test/server/platforms/${platform}.ts`)],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    alias: {
      "errdex/generated": join(root, "src/runtime/generated.ts"),
      errdex: join(root, "src/runtime/index.ts"),
    },
    logLevel: "silent",
    ...(isWhole
      ? {
          plugins: [whole],
          banner: {
            js: 'import { createRequire as $r } from "node:module"; const require = $r("file:///");',
          },
        }
      : { packages: "external" }),
  });
  return outfile;
}

/** Starts a program, and waits for the address that it prints. */
function start(command: string, ...argv: readonly string[]): Promise<string> {
  const child = spawn(command, argv, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  running.push(child);
  return new Promise((resolve, reject) => {
    let said = "";
    const hear = (chunk: Buffer) => {
      said += chunk;
      const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", (chunk: Buffer) => {
      said += chunk;
    });
    child.on("exit", () => reject(new Error(`${command} ended: ${said}`)));
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** The configuration of workerd, in its own language. */
async function startWorkerd(adapter: string): Promise<string> {
  const program = await bundle("workerd", true);
  const port = await freePort();
  const config = join(folder, `${adapter}.capnp`);
  writeFileSync(
    config,
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .main)],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
const main :Workerd.Worker = (
  modules = [(name = "main", esModule = embed "${program.slice(folder.length + 1)}")],
  compatibilityDate = "2026-11-01",
  compatibilityFlags = ["nodejs_compat"],
);
`,
  );
  const child = spawn(join(installed, ".bin/workerd"), ["serve", config], { stdio: "inherit" });
  running.push(child);
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 100; tries += 1) {
    try {
      await fetch(url);
      return `${url}/${adapter}`;
    } catch {
      await new Promise((done) => setTimeout(done, 50));
    }
  }
  throw new Error("workerd does not listen.");
}

interface Platform {
  readonly name: string;
  readonly adapters: readonly string[];
  start(adapter: string): Promise<string>;
  /** Its server is its own: what it makes of sockets is none of ours. */
  readonly isForeign?: true;
}

const anyNode = ["node", "fetch", "hono", "express", "express4", "nest"];
const anywhere = ["fetch", "hono"];

const own: readonly Platform[] = [
  {
    name: "Bun",
    adapters: anywhere,
    start: async (adapter) =>
      start(join(root, "node_modules/.bin/bun"), await bundle("bun", false), adapter),
    isForeign: true,
  },
];

const more: readonly Platform[] = [
  ...["node22", "node24"].map((name) => ({
    name,
    adapters: anyNode,
    start: async (adapter: string) =>
      start(join(installed, name, "bin/node"), await bundle("node", false), adapter),
  })),
  {
    name: "Deno",
    adapters: anywhere,
    start: async (adapter) =>
      start(
        join(installed, ".bin/deno"),
        ...["run", "--allow-all", "--no-prompt", await bundle("deno", true), adapter],
      ),
    isForeign: true,
  },
  { name: "workerd", adapters: anywhere, start: startWorkerd, isForeign: true },
];

/** What Node does before there is a request. */
const ofSockets = ["a slow body"];

const cases = [...own, ...(isInstalled ? more : [])].flatMap((platform) =>
  platform.adapters.map((adapter) => ({ ...platform, adapter })),
);

describe.each(cases)("$adapter on $name", ({ adapter, name: runtime, isForeign, ...platform }) => {
  let url: string;
  beforeAll(async () => {
    url = await platform.start(adapter);
  });

  const asked = rowsFor(adapter, runtime).filter(
    ({ name }) => !(isForeign && ofSockets.includes(name)),
  );

  it.each(asked)("$name", async (row) => {
    const path = new URL(url).pathname.replace(/\/$/, "") + row.sent.path;
    await checkAnswer(url, { ...row, sent: { ...row.sent, path } });
  });
});

const client = playing();

const clients = [
  { name: "Bun", command: join(root, "node_modules/.bin/bun"), argv: [] },
  ...(isInstalled
    ? [
        { name: "node22", command: join(installed, "node22/bin/node"), argv: [] },
        { name: "node24", command: join(installed, "node24/bin/node"), argv: [] },
        {
          name: "Deno",
          command: join(installed, ".bin/deno"),
          argv: ["run", "--allow-all", "--no-prompt"],
        },
      ]
    : []),
];

describe.each(clients)("createFetch on $name", ({ command, argv }) => {
  it("tells apart what it tells apart on Node 20", async () => {
    const program = await bundle("../../client/on-platform", true);
    const asked = {
      good: client.at("/good"),
      gzip: client.at("/gzip"),
      proxy: client.at("/proxy"),
      empty: client.at("/empty"),
      cut: client.at("/cut"),
      silent: client.at("/silent"),
      truncated: client.at("/truncated"),
    };
    const { stdout } = await promisify(execFile)(command, [
      ...argv,
      program,
      JSON.stringify(asked),
    ]);
    expect(JSON.parse(stdout)).toEqual({
      good: "good",
      gzip: ["not_found", false],
      proxy: ["unrecognized", false],
      empty: ["unrecognized", false],
      cut: "network",
      silent: "timeout",
      truncated: "network",
    });
  });
});
