import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { entryText, errorsText } from "../support/catalog-of.js";
import { diskState } from "../support/disk-state.js";
import { repositoryWith } from "../support/repository.js";

const link = (to: string, at: string) => (folder: string) => symlinkSync(to, join(folder, at));

describe("commands that write into the catalog", () => {
  it("release follows a link inside the repository, and none out of it", async () => {
    const { place, all } = repositoryWith("{}");
    symlinkSync("../../outside/released.json", join(place.folder, "catalog/released.json"));
    const before = diskState(all);
    const { code, err } = await place.errdex(["release"]);
    expect([code, err]).toEqual([2, "errdex: catalog/released.json is a link to nothing.\n"]);
    writeFileSync(join(all, "outside/released.json"), "{}\n");
    expect((await place.errdex(["release"])).err).toContain("is a link out of the repository");
    expect({ ...diskState(all), "outside/released.json": undefined }).toEqual({
      ...before,
      "outside/released.json": undefined,
    });
  });

  it("check --fix writes into no package that is installed", async () => {
    const unfinished = errorsText(entryText("late").replace("    since: 1.0.0\n", ""));
    const { place, all } = repositoryWith("{}", { "node_modules/made/a.yaml": unfinished });
    symlinkSync("../../node_modules/made/a.yaml", join(place.folder, "catalog/errors/b.yaml"));
    const before = diskState(all);
    const { code, err } = await place.errdex(["check", "--fix"]);
    expect(code).toBe(2);
    expect(err).toContain(
      "catalog/errors/b.yaml is inside node_modules, where errdex never writes.",
    );
    expect(diskState(all)).toEqual(before);
  });

  it.each([
    ["a link to nothing", link("../outside/new", "new/catalog")],
    ["a link out of the repository", link("../../outside/empty", "new/catalog")],
    ["a file", (folder: string) => writeFileSync(join(folder, "new/catalog"), "mine\n")],
    ["a pipe", (folder: string) => execFileSync("mkfifo", [join(folder, "new/catalog")])],
    [
      "a folder with something in it",
      (folder: string) => mkdirSync(join(folder, "new/catalog/x"), { recursive: true }),
    ],
  ])("init writes nothing where the folder is %s", async (_, prepare) => {
    const { place, all } = repositoryWith("{}", { "new/keep": "" });
    mkdirSync(join(all, "outside/empty"));
    prepare(place.folder);
    const before = diskState(all);
    expect((await place.errdex(["init", "new"])).code).toBe(2);
    expect(diskState(all)).toEqual(before);
  });
});
