import { describe, expect, it } from "vitest";
import { entryText, errorsText, headText, lines } from "../support/catalog-of.js";
import { commitAll, git } from "../support/git.js";
import { inCatalog, type Workplace, workplace } from "../support/workplace.js";

/** Every kind of output. */
const outputs = lines(
  "outputs:",
  "  typescript: ../out/ts",
  "  javascript: ../out/js",
  "  zod: ../out/zod.ts",
  "  json-schema: ../out/schemas",
  "  openapi: [../out/openapi.yaml, ../out/openapi.json, { path: ../out/fragment.yaml, form: fragment }]",
  "  fixtures: ../out/fixtures",
  "  site: ../out/site",
);

const letters = [..."acegikmoqs"];

const entry = (letter: string) =>
  entryText(`${letter}_one`, {
    title: `Title of ${letter}`,
    message: `The message of ${letter} is {text_of_${letter}}.`,
    meaning: `What ${letter} means.`,
    fields: `{ text_of_${letter}: string }`,
    examples: `[{ title: A case of ${letter}, fields: { text_of_${letter}: ${letter} } }]`,
    retry: letter < "h" ? "never" : "backoff",
    status: letter < "f" ? "409" : "503",
  });

const sources = inCatalog({
  "catalog.yaml": `${headText("docs: https://shop.example.com/{code}")}${outputs}`,
  "errors/old.yaml": errorsText(...letters.map(entry)),
  "operations.yaml": lines(
    "operations:",
    "  buy:",
    "    codes:",
    ...letters.map((letter) => `      - ${letter}_one`),
  ),
});

/** A repository whose catalog is built and committed. */
async function repository(): Promise<Workplace> {
  const place = workplace({ ...sources, "package.json": '{ "type": "module" }' });
  const { code, err } = await place.errdex(["build"]);
  expect([code, err]).toEqual([0, ""]);
  commitAll(place.folder);
  return place;
}

/** A branch from main with codes in a file of their own, built and committed. */
async function branch(place: Workplace, name: string, codes: readonly string[]): Promise<void> {
  git(place.folder, "checkout", "--quiet", "-b", name, "main");
  place.write({ [`catalog/errors/${name}.yaml`]: errorsText(...codes.map(entry)) });
  const { code, err } = await place.errdex(["build"]);
  expect([code, err]).toEqual([0, ""]);
  git(place.folder, "add", "--all", "--force");
  git(place.folder, "commit", "--quiet", `--message=${name}`);
}

/** Merges a branch, and gives the files that git could not merge. */
function merge({ folder }: Workplace, name: string): readonly string[] {
  try {
    git(folder, "merge", "--quiet", "--no-edit", name);
    return [];
  } catch {
    const unmerged = git(folder, "diff", "--name-only", "--diff-filter=U");
    return unmerged.trim().split("\n");
  }
}

describe("two branches that add codes", () => {
  it("merge without a conflict in what programs read, and the result is current", async () => {
    const place = await repository();
    await branch(place, "one", ["d", "p"]);
    await branch(place, "two", ["j"]);
    const unmerged = merge(place, "one");
    // A map is one line, and pages for people count and are in the order of the catalog's files.
    expect(unmerged.filter((path) => !/\.d\.ts\.map$|^out\/site\//.test(path))).toEqual([]);
    const merged = new Map(
      place
        .files("out")
        .flatMap((path) => (unmerged.includes(path) ? [] : [[path, place.read(path)]])),
    );
    const { code, out, err } = await place.errdex(["build"]);
    expect([code, err]).toEqual([0, ""]);
    // What git merged by itself was right, and a build mends the rest.
    const programs = [...merged].filter(([path]) => !path.startsWith("out/site/"));
    for (const [path, text] of programs) expect([path, place.read(path)]).toEqual([path, text]);
    expect(programs.length).toBeGreaterThan(30);
    expect(out).not.toContain("<<<<<<<");
    expect((await place.errdex(["build", "--check"])).code).toBe(0);
    for (const path of place.files("out")) expect(place.read(path)).not.toContain("<<<<<<<");
  });

  it("to an operation too", async () => {
    const place = await repository();
    const operation = (...codes: readonly string[]) =>
      lines("operations:", "  buy:", "    codes:", ...codes.map((code) => `      - ${code}_one`));
    for (const [name, added] of [
      ["one", "d"],
      ["two", "p"],
    ] as const) {
      git(place.folder, "checkout", "--quiet", "-b", name, "main");
      const codes = [...letters, added].sort();
      place.write({
        [`catalog/errors/${name}.yaml`]: errorsText(entry(added)),
        "catalog/operations.yaml": operation(...codes),
      });
      expect((await place.errdex(["build"])).code).toBe(0);
      git(place.folder, "add", "--all", "--force");
      git(place.folder, "commit", "--quiet", `--message=${name}`);
    }
    const unmerged = merge(place, "one");
    expect(unmerged.filter((path) => !/\.d\.ts\.map$|^out\/site\//.test(path))).toEqual([]);
    expect(place.read("out/ts/index.ts")).toContain('    "d_one",\n    "e_one",\n');
    expect((await place.errdex(["build"])).code).toBe(0);
  });
});
