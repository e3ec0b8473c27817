import { afterEach, expect, it, vi } from "vitest";
import { entryText, errorsText, headText } from "../support/catalog-of.js";
import { inCatalog, workplace } from "../support/workplace.js";

/** Breaks a file of a kind where it speaks of a title. */
function breaking(path: string, break_: (text: string) => string) {
  const broken = (files: readonly { readonly path: string; readonly text: string }[]) =>
    files.map((file) => (file.path === path ? { path, text: break_(file.text) } : file));
  vi.doMock("../../src/emit/typescript/emit-typescript.js", async (original) => {
    const module = await original<typeof import("../../src/emit/typescript/emit-typescript.js")>();
    return {
      ...module,
      emitTypeScript: (catalog: never) => broken(module.emitTypeScript(catalog)),
    };
  });
  vi.doMock("../../src/emit/site/emit-site.js", async (original) => {
    const module = await original<typeof import("../../src/emit/site/emit-site.js")>();
    return {
      ...module,
      emitSite: (...given: Parameters<typeof module.emitSite>) => broken(module.emitSite(...given)),
    };
  });
  vi.resetModules();
}

const place = () =>
  workplace(
    inCatalog({
      "catalog.yaml": headText(
        "outputs: { typescript: ../ts, json-schema: ../schema, site: ../site }",
      ),
      "errors/a.yaml": errorsText(
        entryText("early", { title: "Too early" }),
        entryText("late", { title: "Too late" }),
      ),
    }),
  );

async function errdex(argv: readonly string[], { folder }: ReturnType<typeof place>) {
  const { recordingHost } = await import("../support/workplace.js");
  const { run } = await import("../../src/cli/run.js");
  const { host, said } = recordingHost(folder);
  return { code: await run(argv, host), ...said };
}

afterEach(() => {
  vi.doUnmock("../../src/emit/typescript/emit-typescript.js");
  vi.doUnmock("../../src/emit/site/emit-site.js");
  vi.resetModules();
});

const endComment = (text: string) => text.replace("Too late", "*/ Too late");

it.each([[["build"]], [["build", "--check"]]])(
  "errdex %j ends with 3 where a module does not parse, names the entry and writes nothing",
  async (argv) => {
    breaking("index.ts", endComment);
    const folder = place();
    expect(await errdex(argv, folder)).toEqual({
      code: 3,
      out: "",
      err: expect.stringMatching(
        /^errdex: a bug in errdex\. It made what does not parse\.\nts\/index\.ts:\d+:\d+ Expected .*, at late \(catalog\/errors\/a\.yaml:14:3\)\nNothing was written\.\n$/,
      ),
    });
    expect(folder.files().filter((file) => !file.startsWith("catalog/"))).toEqual([]);
  },
);

it("errdex build leaves what an earlier build wrote as it was", async () => {
  const folder = place();
  expect((await errdex(["build"], folder)).code).toBe(0);
  const before = folder.files().map(folder.read);
  breaking("index.ts", endComment);
  folder.write({ "catalog/errors/b.yaml": errorsText(entryText("other", { title: "Another" })) });
  expect((await errdex(["build"], folder)).code).toBe(3);
  expect(
    folder
      .files()
      .filter((file) => !file.endsWith("b.yaml"))
      .map(folder.read),
  ).toEqual(before);
});

it("errdex docs ends with 3 where a file of the site does not parse", async () => {
  breaking("index.json", (text) => text.replace("Too late", 'Too "late'));
  const folder = place();
  const { code, err } = await errdex(["docs"], folder);
  expect(code).toBe(3);
  expect(err).toMatch(/site\/index\.json:\d+:\d+ .*, at late \(catalog\/errors\/a\.yaml:14:3\)\n/);
  expect(folder.files().filter((file) => !file.startsWith("catalog/"))).toEqual([]);
});
