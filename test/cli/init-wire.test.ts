import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { starterNames } from "../../src/disk/read-starter.js";
import { root } from "../shipped-catalog.js";
import { typeErrors } from "../support/type-check.js";
import { workplace } from "../support/workplace.js";

const list = starterNames.join(", ");

/** The package as the place has it, as far as schemas go. */
const installed = { "node_modules/errdex/src/schema/catalog.schema.json": "{}" };

const project = { "package.json": '{ "name": "@acme/parcels" }' };

describe("errdex init --wire", () => {
  it.each(starterNames)(
    "%s writes a catalog that checks, builds and compiles at once",
    async (name) => {
      const place = workplace({ ...project, ...installed });
      const { code, out, err } = await place.errdex(["init", "--wire", name]);
      expect([code, err]).toEqual([0, ""]);
      const files = place.files("catalog");
      expect(out).toBe(
        `${files.map((file) => `wrote ${file}\n`).join("")}Next: \`errdex build\`, then import from src/errors.\nFor .gitattributes: src/errors/** linguist-generated=true text eol=lf\n`,
      );
      expect(await place.errdex(["check", "--max-warnings", "0"])).toMatchObject({ code: 0 });
      expect(await place.errdex(["build"])).toMatchObject({ code: 0, err: "" });
      const modules = place.files("src").map((path) => [path, place.read(path)]);
      const consumer = `import type { ParcelsError } from "./src/errors/index.js";
      export const codeOf = ({ code }: ParcelsError): string => code;`;
      expect(typeErrors({ "consumer.ts": consumer, ...Object.fromEntries(modules) })).toEqual([]);
    },
  );

  it.each(starterNames)("%s has the format, the name of the package and schemas", async (name) => {
    const place = workplace({ ...project, ...installed });
    await place.errdex(["init", "services", "--wire", name]);
    const head = place.read("services/catalog/catalog.yaml");
    expect(head.match(/^(catalog|title|wire):.*$/gm)).toEqual([
      expect.stringMatching(/^catalog: (parcels|shop|services) .*# names the union: \w+Error$/),
      expect.stringMatching(/^title: Errors of (parcels|shop|services)$/),
      `wire: ${name}`,
    ]);
    expect(head).toMatch(/^outputs:\n {2}typescript: \.\.\/src\/errors\n$/m);
    for (const path of place.files("services/catalog")) {
      const [, schema] = /^# yaml-language-server: \$schema=(.*)\n/.exec(place.read(path)) ?? [];
      const [, folder = "catalog"] = /catalog\/(errors|wire)\//.exec(path) ?? [];
      const expected = `node_modules/errdex/src/schema/${folder}.schema.json`;
      expect(join(dirname(path), schema ?? "")).toBe(expected);
    }
  });

  it.each([
    ["strpe", ' Did you mean "stripe"?'],
    ["Stripe", ' Did you mean "stripe"?'],
    ["flat", ""],
    ["", ""],
    ["__proto__", ""],
    ["../starters/github", ""],
  ])(
    "%j is refused with the formats that there are, and nothing is written",
    async (name, guess) => {
      const place = workplace();
      expect(await place.errdex(["init", "--wire", name])).toEqual({
        code: 2,
        out: "",
        err: `errdex: There is no catalog with the wire format ${JSON.stringify(name)} to begin with.${guess} There are: ${list}.\n`,
      });
      expect(place.files()).toEqual([]);
    },
  );

  it("leaves a folder alone that has something in it", async () => {
    const place = workplace({ "catalog/wire/github.yaml": "mine" });
    const { code, err } = await place.errdex(["init", "--wire", "github"]);
    expect([code, err]).toEqual([2, "errdex: catalog is not empty, so nothing was written.\n"]);
    expect(place.files()).toEqual(["catalog/wire/github.yaml"]);
    expect(place.read("catalog/wire/github.yaml")).toBe("mine");
  });

  it("lists the formats in its help and in the documentation", async () => {
    const { out } = await workplace().errdex(["init", "--help"]);
    expect(out.replace(/\s+/g, " ")).toContain(list);
    const rows = readFileSync(`${root}docs/cli.md`, "utf8").match(/^\| `[a-z0-9-]+` +\|.*$/gm);
    const named = rows?.map((row) => /`(.*?)`/.exec(row)?.[1]) ?? [];
    expect(named.filter((name) => starterNames.some((each) => each === name))).toEqual([
      ...starterNames,
    ]);
    expect(readdirSync(`${root}dist/starters`).sort()).toEqual([...starterNames]);
  });
});

describe("errdex init --consume", () => {
  it("writes catalogs of somebody else's service, with any format and without one, that compile at once", async () => {
    const modules: Record<string, string> = {};
    for (const name of [undefined, ...starterNames]) {
      const place = workplace({ ...project, ...installed });
      const wire = name === undefined ? [] : ["--wire", name];
      expect((await place.errdex(["init", "--consume", ...wire])).code).toBe(0);
      expect(place.read("catalog/catalog.yaml")).toMatch(/^consumes: true /m);
      expect(await place.errdex(["check", "--max-warnings", "0"])).toMatchObject({
        code: 0,
        out: expect.stringMatching(/^parcels: \d codes, no errors\.\n$/),
      });
      expect(await place.errdex(["build"])).toMatchObject({ code: 0, err: "" });
      const files = place.files("src/errors");
      expect(files).not.toContain("src/errors/wire.ts");
      for (const path of files) modules[`${name ?? "own"}/${path}`] = place.read(path);
    }
    const consumer = `import { service } from "./own/src/errors/client.js";
      const error = service.decode({ status: 400 });
      export const param: string | undefined = error.code === "invalid_request" ? error.param : undefined;`;
    expect(typeErrors({ "consumer.ts": consumer, ...modules })).toEqual([]);
  });
});
