import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../shipped-catalog.js";
import { entryText, errorsText, headText } from "../support/catalog-of.js";
import { inCatalog, type Workplace, workplace } from "../support/workplace.js";

const built = join(root, "dist/cli.js");
/** How many builds are killed: `npm run kills` takes many more. */
const kills = Number(process.env.ERRDEX_KILLS ?? 20);

const codes = Array.from({ length: 20 }, (_, index) => `code_${index}`);

/** Two states of a catalog, of which no file that is built from them is the same. */
const versions = ["flat", "problem"].map((wire, index) => {
  const entries = codes.map((code) =>
    entryText(code, { title: `The ${code} of ${wire}`, message: `It is ${code} of ${wire}.` }),
  );
  const head = `docs: https://errors.example.com/{code}
outputs:
  typescript: ../src/errors
  openapi: ../api/openapi.yaml
  json-schema: { path: ../schemas, wire: ${wire} }
  fixtures: { path: ../fixtures, wire: ${wire} }
  site: ../site
`;
  return inCatalog({
    "catalog.yaml": headText(head).replace("version: 1.0.0", `version: 1.0.${index}`),
    "errors/a.yaml": errorsText(...entries),
  });
});

const isDraft = (path: string) => path.includes(".errdex-");

function outputs({ files, read }: Workplace): ReadonlyMap<string, string> {
  const paths = files().filter((path) => !path.startsWith("catalog/"));
  return new Map(paths.map((path) => [path, read(path)]));
}

const start = (folder: string) =>
  spawn(process.execPath, [built, "build"], { cwd: folder, stdio: "ignore" });

const ended = (child: ChildProcess) =>
  new Promise<NodeJS.Signals | null>((done) => child.once("exit", (_, signal) => done(signal)));

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** Waits until a build has begun to write. */
async function firstDraft(folder: string, child: ChildProcess): Promise<void> {
  const isWriting = () =>
    ["src/errors", "site", "schemas", "fixtures", "api"].some((each) =>
      readdirSync(join(folder, each)).some(isDraft),
    );
  while (child.exitCode === null && !isWriting()) await pause(0);
}

describe.skipIf(!existsSync(built))("a build that is killed", () => {
  it(`leaves whole files, says what it left, and hinders no other: ${kills} times`, async () => {
    const place = workplace(versions[0]);
    expect((await place.errdex(["build"])).code).toBe(0);
    const old = outputs(place);
    place.write(versions[1] ?? {});
    const began = performance.now();
    await ended(start(place.folder));
    const usual = performance.now() - began;
    const states = [old, outputs(place)] as const;
    const seen = { old: 0, mixed: 0, new: 0, drafts: 0 };
    for (let round = 0; round < kills; round += 1) {
      const target = round % 2;
      const [before, after] = target === 0 ? [states[1], states[0]] : [states[0], states[1]];
      place.write(versions[target] ?? {});
      const child = start(place.folder);
      const exit = ended(child);
      if (round % 4 === 0) await pause(Math.random() * usual);
      else {
        await firstDraft(place.folder, child);
        await pause(Math.random() * 25);
      }
      child.kill("SIGKILL");
      await exit;

      const left = outputs(place);
      const whole = [...left].filter(([path]) => !isDraft(path));
      for (const [path, text] of whole)
        expect([before.get(path), after.get(path)], path).toContain(text);
      for (const path of before.keys())
        if (after.has(path)) expect([...left.keys()]).toContain(path);
      const isNew =
        whole.length === after.size && whole.every(([p, text]) => after.get(p) === text);
      const isOld =
        whole.length === before.size && whole.every(([p, text]) => before.get(p) === text);
      const hasDrafts = whole.length < left.size;
      seen[isNew ? "new" : isOld ? "old" : "mixed"] += 1;
      if (hasDrafts) seen.drafts += 1;
      const { code } = await place.errdex(["build", "--check"]);
      expect(code).toBe(isNew && !hasDrafts ? 0 : 1);
      expect((await place.errdex(["build"])).code).toBe(0);
      expect(outputs(place)).toEqual(after);
    }
    // Otherwise the kills came at other times than they were meant to.
    expect(seen.old + seen.mixed).toBeGreaterThan(0);
    expect(seen.drafts).toBeGreaterThan(0);
  }, 1_800_000);

  it("leaves nothing behind where two build the same at a time", async () => {
    const place = workplace(versions[0]);
    await place.errdex(["build"]);
    for (let round = 1; round <= 2; round += 1) {
      place.write(versions[round % 2] ?? {});
      await Promise.all([1, 2, 3].map(() => ended(start(place.folder))));
      expect((await place.errdex(["build", "--check"])).code).toBe(0);
      expect(place.files().filter(isDraft)).toEqual([]);
    }
  });
});
