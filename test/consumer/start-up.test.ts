import { readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../shipped-catalog.js";

const dist = join(root, "dist");

/** What a built file loads before it does anything: files of the package, and packages that are not in them. */
function loadedWith(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = readFileSync(file, "utf8");
  for (const [, to = ""] of text.matchAll(/^(?:import|\} from|import .* from) "([^"]+)";$/gm))
    if (to.startsWith(".")) loadedWith(join(dirname(file), to), seen);
    else seen.add(to);
  return seen;
}

/** The packages of which a part is loaded, whether it is bundled or not, and the rooms of src. */
function parts(loaded: ReadonlySet<string>): readonly string[] {
  const found = [...loaded].flatMap((each) => {
    if (!each.startsWith(dist)) return isBuiltin(each) ? [] : [each];
    return [...readFileSync(each, "utf8").matchAll(/^\/\/ (\S+\.\w+)$/gm)].map(
      ([, path = ""]) =>
        /.*\bnode_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ??
        path.replace(/^(src\/\w+\/).*$/, "$1"),
    );
  });
  return [...new Set(found)].sort();
}

/** What a built file loads when it comes to it: a file by the name of its module. */
function later(file: string, name: string): string {
  const text = readFileSync(file, "utf8");
  const found = new RegExp(`import\\("(\\.[^"]*/${name}-\\w+\\.js)"\\)`).exec(text)?.[1];
  if (found === undefined) throw new Error(`${file} loads no file for ${name}.`);
  return join(dirname(file), found);
}

const start = join(dist, "cli.js");
const run = later(start, "run");
/** What every command loads. */
const atOnce = loadedWith(
  run,
  new Set(loadedWith(later(start, "host"), new Set(loadedWith(start)))),
);

it("the command alone, as --version and --help need it, loads no library but that of its options", () => {
  const loaded = parts(atOnce);
  expect(loaded).toEqual(expect.arrayContaining(["commander", "picocolors", "src/cli/"]));
  expect(loaded.filter((each) => !each.startsWith("src/"))).toEqual([
    "commander",
    "package.json",
    "picocolors",
  ]);
  expect(loaded.filter((each) => /^src\/(load|check|emit|wire|outputs)\//.test(each))).toEqual([]);
});

it("errdex check loads neither the emitters nor what they need", () => {
  const loaded = parts(loadedWith(later(run, "check"), new Set(atOnce)));
  expect(loaded).toEqual(expect.arrayContaining(["zod4", "js-yaml", "src/load/", "src/check/"]));
  expect(
    loaded.filter((each) => /^(src\/(emit|fix|coverage|site)\/|highlight|oxc)/.test(each)),
  ).toEqual([]);
});
