import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { root } from "../shipped-catalog.js";

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly needs?: string;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const folder = `${root}.github/workflows/`;
const texts = readdirSync(folder).map(
  (name) => [name, readFileSync(folder + name, "utf8")] as const,
);
const workflows = texts.map(([name, text]) => [name, load(text) as Workflow] as const);
const release = new Map(workflows).get("release.yml");
const stepsOf = ({ jobs }: Workflow) => Object.values(jobs).flatMap(({ steps }) => steps);

describe("every workflow", () => {
  it.each(workflows)("%s may read alone, unless a job says more", (_, { permissions, jobs }) => {
    expect(permissions).toEqual({ contents: "read" });
    expect(Object.values(jobs).every(({ steps }) => steps.length > 0)).toBe(true);
  });

  it.each(workflows)("%s takes actions in a version", (_, workflow) => {
    const actions = stepsOf(workflow).flatMap(({ uses }) => uses ?? []);
    expect(actions.length).toBeGreaterThan(0);
    for (const action of actions) expect(action).toMatch(/^[\w-]+\/[\w/-]+@(v\d+|[0-9a-f]{40})$/);
  });

  it.each(workflows)("%s puts no expression into a script", (_, workflow) => {
    for (const { run = "" } of stepsOf(workflow)) expect(run).not.toContain("${{");
  });
});

describe("the release", () => {
  const { pack, publish } = release?.jobs ?? {};
  const runs = (job: Job | undefined) => (job?.steps ?? []).flatMap(({ run }) => run ?? []);

  it("publishes what has passed, when a release is published", () => {
    expect(Object.keys(release?.on ?? {})).toEqual(["release"]);
    expect(runs(pack)).toContain("bash .ci/run");
    expect(runs(pack).at(-1)).toBe("npm pack");
    expect(publish?.needs).toBe("pack");
    expect(runs(publish)).toEqual([expect.stringMatching(/^npm publish .*--provenance/)]);
  });

  it("proves who it is by an identity, and has no token", () => {
    expect(publish?.permissions).toEqual({ contents: "read", "id-token": "write" });
    expect(pack?.permissions).toBeUndefined();
    const [, text = ""] = texts.find(([name]) => name === "release.yml") ?? [];
    expect(text).not.toMatch(/secrets\.|_TOKEN|authToken|registry/i);
  });

  it.each([
    [`v${packageJson.version}`, 0],
    [`v${packageJson.version}.1`, 1],
    [packageJson.version, 1],
    ["v", 1],
  ])("with the tag %s ends with %i before anything is run", (tag, expected) => {
    const script = pack?.steps.find(({ run }) => run !== undefined)?.run ?? "";
    const { status, stdout } = spawnSync("bash", ["-e", "-c", script], {
      cwd: root,
      encoding: "utf8",
      env: { ...process.env, GITHUB_REF_NAME: tag },
    });
    expect(status).toBe(expected);
    expect(stdout).toMatch(expected === 0 ? /^$/ : /^::error::The tag is not v/);
  });
});

it("no file names a registry", () => {
  const own = new Set(["node_modules", "dist", ".git", ".npmrc", "docs/api"]);
  const walk = (inside: string): readonly string[] =>
    readdirSync(root + inside, { withFileTypes: true }).flatMap((entry) => {
      const path = `${inside}${entry.name}`;
      if (own.has(path) || entry.name === "node_modules") return [];
      return entry.isDirectory() ? walk(`${path}/`) : [path];
    });
  const host =
    /\bregistry\.[a-z0-9-]+\.[a-z]|\bnpm\.pkg\.|"resolved":\s*"http|\bregistry[-_]?(url)?\s*[=:]\s*"?http/i;
  const naming = walk("").filter((path) => host.test(readFileSync(root + path, "latin1")));
  expect(naming).toEqual([]);
});
