import { spawn, spawnSync } from "node:child_process";
import { createHash, createHmac } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { root } from "../shipped-catalog.js";
import { entryText, errorsText, headText } from "../support/catalog-of.js";
import { type Workplace, workplace } from "../support/workplace.js";

const built = join(root, "dist/cli.js");
const kills = Number(process.env.ERRDEX_KILLS ?? 8);

const outputs = `docs: https://errors.example.com/{code}
outputs:
  typescript: ../out/ts
  javascript: ../out/js
  openapi: ../out/openapi.yaml
  site: ../out/site
`;

/** Entries of one file; a version of each. */
function errors(prefix: string, version: number): string {
  const codes = [0, 1, 2].map((each) => `${prefix}_${each}`);
  return errorsText(
    ...codes.map((code) => entryText(code, { title: `The ${code}, version ${version}` })),
  );
}

const catalog = (version = 0): Readonly<Record<string, string>> => ({
  "shop/package.json": "{}",
  "shop/catalog/catalog.yaml": headText(outputs),
  "shop/catalog/errors/a.yaml": errors("a", version),
  "shop/catalog/errors/b.yaml": errors("b", version),
});

interface Place extends Workplace {
  readonly shop: string;
  /** The environment with a home beside the repository. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A repository with a package in it, and a home beside it. */
function place(texts = catalog()): Place {
  const whole = workplace(texts);
  const shop = join(whole.folder, "shop");
  mkdirSync(join(shop, "node_modules"), { recursive: true });
  mkdirSync(join(shop, ".git"), { recursive: true });
  mkdirSync(join(whole.folder, "home"));
  return { ...whole, shop, env: { PATH: process.env.PATH, HOME: join(whole.folder, "home") } };
}

function build({ shop, env }: Place, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [built, "build", ...args], {
    cwd: shop,
    env,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

function outputsOf({ shop, read, files }: Place): Readonly<Record<string, string>> {
  if (!existsSync(join(shop, "out"))) return {};
  return Object.fromEntries(files("shop/out").map((path) => [path, read(path)]));
}

const cacheFolder = ({ shop }: Place) => join(shop, "node_modules/.cache/errdex");
function cacheFile(at: Place): string {
  const names = readdirSync(cacheFolder(at));
  expect(names).toEqual([expect.stringMatching(/^[0-9a-f]{16}\.json$/)]);
  return join(cacheFolder(at), names[0] ?? "");
}
const keyFile = ({ env }: Place) => join(env.HOME ?? "", ".cache/errdex/cache-key");

/** Changes what is cached, and signs it, as errdex would with a key. */
function resign(at: Place, key: string, change: (cached: Record<string, unknown>) => void): void {
  const path = cacheFile(at);
  const [, text = ""] = readFileSync(path, "utf8").split(/\n(.*)/s);
  const cached = JSON.parse(text) as Record<string, unknown>;
  change(cached);
  const changed = JSON.stringify(cached);
  const signature = createHmac("sha256", key).update(`${path}\n${changed}`).digest("hex");
  writeFileSync(path, `${signature}\n${changed}`);
}

/** Makes the cache say something that no build says, so that it shows whether it is used. */
function markCache(at: Place, key = readFileSync(keyFile(at), "utf8")): void {
  resign(at, key, (cached) => {
    cached.said = "from the cache\n";
  });
}
const fromCache = (at: Place, ...args: readonly string[]) =>
  build(at, ...args).stdout.startsWith("from the cache\n");

describe("a build where nothing changed", () => {
  it("is told from the cache, which is not used with --no-cache or where anything is different", () => {
    const at = place();
    expect(build(at).status).toBe(0);
    markCache(at);
    expect([fromCache(at), fromCache(at, "--check"), fromCache(at, "--no-cache")]).toEqual([
      true,
      true,
      false,
    ]);
    for (const args of [["--all"], ["--allow-outside"]]) {
      build(at);
      markCache(at);
      expect(fromCache(at, ...args), args.join()).toBe(false);
    }
  });

  it("says the warnings again, and goes by the module system of the package", () => {
    const at = place({
      ...catalog(),
      "shop/catalog/errors/c.yaml": errorsText(entryText("c", { status: "401" })),
    });
    const first = build(at);
    const again = build(at);
    expect(first.stdout).toContain("challenge-expected");
    expect(again.stdout.split("\nout/")[0]).toBe(first.stdout.split("\nwrote ")[0]);
    markCache(at);
    at.write({ "shop/package.json": '{ "type": "module" }' });
    expect(fromCache(at)).toBe(false);
  });

  it("is done again where an output was edited, deleted or became a link, and where one is left over", () => {
    const at = place();
    build(at);
    const right = outputsOf(at);
    const spoil: Readonly<Record<string, () => void>> = {
      edited: () =>
        writeFileSync(
          join(at.shop, "out/ts/index.ts"),
          "// Generated by errdex from the catalog shop. Do not edit.\nevil\n",
        ),
      deleted: () => rmSync(join(at.shop, "out/site/a_0.html")),
      leftOver: () =>
        writeFileSync(join(at.shop, "out/ts/old.ts"), `${right["shop/out/ts/catalog.ts"]}`),
    };
    for (const [what, change] of Object.entries(spoil)) {
      change();
      const checked = build(at, "--check");
      expect([what, checked.status]).toEqual([what, 1]);
      expect([what, build(at).status, outputsOf(at)]).toEqual([what, 0, right]);
    }
    renameSync(join(at.shop, "out"), join(at.folder, "elsewhere"));
    symlinkSync(join(at.folder, "elsewhere"), join(at.shop, "out"));
    const refused = build(at);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain("is outside the repository");
    expect(refused).toEqual(build(at, "--no-cache"));
  });
});

describe("a cache is not believed", () => {
  const tampered = "// Generated by errdex from the catalog shop. Do not edit.\nexport {};\n";

  function withForged(at: Place, key: string): void {
    writeFileSync(join(at.shop, "out/ts/index.ts"), tampered);
    resign(at, key, (cached) => {
      const text = JSON.stringify(cached.outputs).replace(
        /(\["index\.ts",")[0-9a-f]{64}/,
        (_, start: string) => start + createHash("sha256").update(tampered).digest("hex"),
      );
      cached.outputs = JSON.parse(text);
    });
  }

  it("where somebody else signed it, though it fits what is on the disk", () => {
    const at = place();
    build(at);
    const right = outputsOf(at);
    withForged(at, "0".repeat(64));
    expect(build(at, "--check").status).toBe(1);
    expect([build(at).status, outputsOf(at)]).toEqual([0, right]);
    // What shows that the forgery is one that would be believed if it were signed.
    withForged(at, readFileSync(keyFile(at), "utf8"));
    expect(build(at, "--check").status).toBe(0);
  });

  it.each<[string, (path: string, text: string) => void]>([
    ["cut off", (path, text) => writeFileSync(path, text.slice(0, text.length / 2))],
    ["empty", (path) => writeFileSync(path, "")],
    ["no JSON", (path) => writeFileSync(path, `${"0".repeat(64)}\nno JSON`)],
    ["no text", (path) => writeFileSync(path, Buffer.from([0xff, 0xfe, 0, 10]))],
    ["without a signature", (path, text) => writeFileSync(path, text.slice(65))],
    [
      "a folder",
      (path) => {
        rmSync(path);
        mkdirSync(path);
      },
    ],
    [
      "a link to a device",
      (path) => {
        rmSync(path);
        symlinkSync("/dev/zero", path);
      },
    ],
  ])("where it is %s", (_, spoil) => {
    const at = place();
    const fresh = build(at);
    const right = outputsOf(at);
    const path = cacheFile(at);
    spoil(path, readFileSync(path, "utf8"));
    rmSync(join(at.shop, "out"), { recursive: true });
    expect([build(at), outputsOf(at)]).toEqual([fresh, right]);
  });

  it("where it is of other inputs, as of another version", () => {
    const at = place();
    build(at);
    markCache(at);
    resign(at, readFileSync(keyFile(at), "utf8"), (cached) => {
      cached.inputs = "0".repeat(64);
    });
    expect(fromCache(at)).toBe(false);
  });

  it("where it comes from another folder or another user", () => {
    const at = place();
    build(at);
    markCache(at);
    const name = cacheFile(at);
    const text = readFileSync(name, "utf8");
    const other = place();
    build(other);
    writeFileSync(cacheFile(other), text);
    expect(fromCache(other)).toBe(false);
    writeFileSync(keyFile(at), "1".repeat(64));
    expect(fromCache(at)).toBe(false);
  });

  it("where others can read the key, or it lies in the repository", () => {
    const at = place();
    build(at);
    markCache(at);
    chmodSync(keyFile(at), 0o644);
    expect(fromCache(at)).toBe(false);
    const inside = { ...at, env: { ...at.env, HOME: join(at.shop, "home") } };
    mkdirSync(join(at.shop, "home/.cache/errdex"), { recursive: true });
    writeFileSync(keyFile(inside), "2".repeat(64), { mode: 0o600 });
    markCache(inside);
    expect(fromCache(inside)).toBe(false);
  });
});

describe("a cache that cannot be written", () => {
  it.each<[string, (at: Place) => void]>([
    ["without node_modules", ({ shop }) => rmSync(join(shop, "node_modules"), { recursive: true })],
    [
      "where node_modules is a link",
      ({ shop, folder }) => {
        rmSync(join(shop, "node_modules"), { recursive: true });
        mkdirSync(join(folder, "far"));
        symlinkSync(join(folder, "far"), join(shop, "node_modules"));
      },
    ],
    [
      "where its folder is a link",
      ({ shop, folder }) => {
        mkdirSync(join(folder, "far"));
        mkdirSync(join(shop, "node_modules/.cache"));
        symlinkSync(join(folder, "far"), join(shop, "node_modules/.cache/errdex"));
      },
    ],
    [
      "where a file is in the way",
      ({ shop }) => writeFileSync(join(shop, "node_modules/.cache"), ""),
    ],
    ["without a home", ({ env }) => rmSync(env.HOME ?? "", { recursive: true })],
  ])("%s hinders nothing, and nothing is written elsewhere", (_, change) => {
    const at = place();
    change(at);
    const before = at.files().filter((path) => !path.startsWith("shop/out/"));
    const results = [build(at), build(at)].map(({ status }) => status);
    expect(results).toEqual([0, 0]);
    const isKey = (path: string) => path.startsWith("home/.cache/");
    const after = at.files().filter((path) => !path.startsWith("shop/out/") && !isKey(path));
    expect(after).toEqual(before);
  });

  it("keeps nothing of --check", () => {
    const at = place();
    build(at, "--no-cache");
    expect(build(at, "--check").status).toBe(0);
    expect(existsSync(cacheFolder(at))).toBe(false);
  });
});

type Step = (at: Place) => readonly string[];

/** What somebody does between two builds; it gives the options of the next. */
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.constant<Step>(() => []),
  fc.constant<Step>(() => ["--check"]),
  fc.constant<Step>(() => ["--all"]),
  fc.tuple(fc.constantFrom("a", "b", "c"), fc.nat(2)).map(
    ([name, version]): Step =>
      ({ write }) => {
        write({ [`shop/catalog/errors/${name}.yaml`]: errors(name, version) });
        return [];
      },
  ),
  fc.constantFrom("b", "c").map(
    (name): Step =>
      ({ shop }) => {
        rmSync(join(shop, `catalog/errors/${name}.yaml`), { force: true });
        return [];
      },
  ),
  fc.constant<Step>(({ write }) => {
    write({ "shop/catalog/errors/c.yaml": "errors: [" });
    return [];
  }),
  fc.constantFrom("flat", "problem").map(
    (wire): Step =>
      ({ write }) => {
        write({
          "shop/catalog/catalog.yaml": headText(outputs).replace("\n", `\nwire: ${wire}\n`),
        });
        return [];
      },
  ),
  fc.constantFrom("{}", '{ "type": "module" }').map(
    (text): Step =>
      ({ write }) => {
        write({ "shop/package.json": text });
        return [];
      },
  ),
  fc.nat(40).map(
    (index): Step =>
      (at) => {
        const paths = Object.keys(outputsOf(at));
        const path = paths[index % Math.max(1, paths.length)];
        if (path !== undefined) rmSync(join(at.folder, path));
        return [];
      },
  ),
  fc.nat(40).map(
    (index): Step =>
      (at) => {
        const paths = Object.keys(outputsOf(at));
        const path = paths[index % Math.max(1, paths.length)];
        if (path !== undefined) at.write({ [path]: `${at.read(path)}\n` });
        return [];
      },
  ),
);

it("whatever is edited, a build with the cache says and writes what one without it does", () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 3, maxLength: 6 }), (steps) => {
      const [cached, plain] = [place(), place()];
      const shown = ({ folder }: Place, text: string) => text.replaceAll(folder, "");
      for (const each of [() => [], ...steps] as readonly Step[]) {
        const a = build(cached, ...each(cached));
        const b = build(plain, ...each(plain), "--no-cache");
        expect(shown(cached, JSON.stringify(a))).toBe(shown(plain, JSON.stringify(b)));
        expect(outputsOf(cached)).toEqual(outputsOf(plain));
      }
    }),
    { numRuns: 3 },
  );
}, 240_000);

it(`a build that is killed ${kills} times leaves no cache that the next one is wrong by`, async () => {
  const at = place();
  build(at);
  const right = [1, 2].map((version) => {
    const fresh = place(catalog(version));
    build(fresh, "--no-cache");
    return outputsOf(fresh);
  });
  for (let kill = 0; kill < kills; kill += 1) {
    at.write(catalog(1 + (kill % 2)));
    const child = spawn(process.execPath, [built, "build"], {
      cwd: at.shop,
      env: { ...at.env },
      stdio: "ignore",
    });
    const ended = new Promise((done) => child.once("exit", done));
    await new Promise((done) => setTimeout(done, (1200 * (kill + Math.random())) / kills));
    child.kill("SIGKILL");
    await ended;
    const next = build(at);
    expect(next.status, next.stderr).toBe(0);
    expect(outputsOf(at)).toEqual(right[kill % 2]);
    expect(readdirSync(cacheFolder(at))).toHaveLength(1);
  }
}, 240_000);
