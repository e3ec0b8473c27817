import { mkdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Workplace, workplace } from "../support/workplace.js";

const names = ["catalog", "errors", "wire"];
const packageAt = (folder: string) =>
  Object.fromEntries(names.map((name) => [`${folder}/src/schema/${name}.schema.json`, "{}"]));

const workspace = {
  "package.json": '{ "workspaces": ["packages/*"] }',
  "packages/api/package.json": '{ "name": "@depot/api" }',
};

/** Where the first line of each file leads, relative to the workplace. */
function schemasOf(place: Workplace, catalog: string): Record<string, string | undefined> {
  const led = place.files(catalog).map((path) => {
    const [, way] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(place.read(path)) ?? [];
    return [path, way === undefined ? undefined : join(dirname(path), way)];
  });
  return Object.fromEntries(led);
}

describe("the line that leads editors to a schema", () => {
  it.each([
    ["in the package", "packages/api/node_modules/errdex"],
    ["at the top of a workspace", "node_modules/errdex"],
  ])("leads to what is installed %s", async (_, installed) => {
    const place = workplace({ ...workspace, ...packageAt(installed) });
    const { code, err } = await place.errdex(["init"], "packages/api");
    expect([code, err]).toEqual([0, ""]);
    expect(schemasOf(place, "packages/api/catalog")).toEqual({
      "packages/api/catalog/catalog.yaml": `${installed}/src/schema/catalog.schema.json`,
      "packages/api/catalog/errors/orders.yaml": `${installed}/src/schema/errors.schema.json`,
      "packages/api/catalog/errors/service.yaml": `${installed}/src/schema/errors.schema.json`,
    });
  });

  it("leads to the link that pnpm makes, which stays where it is", async () => {
    const store = "node_modules/.pnpm/errdex@1.0.0/node_modules/errdex";
    const place = workplace({ ...workspace, ...packageAt(store) });
    mkdirSync(join(place.folder, "packages/api/node_modules"));
    symlinkSync(join(place.folder, store), join(place.folder, "packages/api/node_modules/errdex"));
    await place.errdex(["init", "--wire", "github"], "packages/api");
    const schemas = "packages/api/node_modules/errdex/src/schema";
    expect(schemasOf(place, "packages/api/catalog")).toEqual({
      "packages/api/catalog/catalog.yaml": `${schemas}/catalog.schema.json`,
      "packages/api/catalog/errors/api.yaml": `${schemas}/errors.schema.json`,
      "packages/api/catalog/wire/github.yaml": `${schemas}/wire.schema.json`,
    });
  });

  it.each([
    ["nowhere, as with Plug'n'Play", workspace, "packages/api"],
    ["above the repository", { ...packageAt("node_modules/errdex"), "in/.git/HEAD": "" }, "in"],
  ])("is left out, and that is said, where the package is %s", async (_, texts, folder) => {
    const place = workplace(texts);
    const { code, err } = await place.errdex(["init"], folder);
    expect([code, err]).toEqual([
      0,
      "errdex is not installed here, so the files have no line that leads editors to their schemas.\n",
    ]);
    expect(new Set(Object.values(schemasOf(place, `${folder}/catalog`)))).toEqual(
      new Set([undefined]),
    );
    expect((await place.errdex(["check", "--max-warnings", "0"], folder)).code).toBe(0);
  });
});
