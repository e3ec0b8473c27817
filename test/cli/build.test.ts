import { mkdirSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { entryText, errorsText, headText } from "../support/catalog-of.js";
import { typeErrors } from "../support/type-check.js";
import { inCatalog, type Workplace, workplace } from "../support/workplace.js";

const sources = (outputs: string, message = "Nothing is left.") =>
  inCatalog({
    "catalog.yaml": headText(`outputs: ${outputs}`),
    "errors/a.yaml": errorsText(entryText("sold_out", { message })),
  });

const typescript = sources("{ typescript: ../src/errors }");
const broken = { "catalog/errors/a.yaml": errorsText(entryText("sold_out", { title: undefined })) };

/** The texts of all files below a path. */
const textsIn = ({ files, read }: Workplace, path: string) =>
  Object.fromEntries(files(path).map((file) => [file, read(file)]));

/** Makes files look old, so that a write shows even on a clock that is coarse. */
function age({ folder, files }: Workplace, path: string): void {
  for (const file of files(path)) utimesSync(join(folder, file), 1, 1);
}

describe("errdex build", () => {
  it("writes the outputs and says so", async () => {
    const place = workplace(typescript);
    const { code, out, err } = await place.errdex(["build"]);
    expect([code, err]).toEqual([0, ""]);
    const files = place.files("src/errors");
    expect(files).toContain("src/errors/index.ts");
    expect(out).toBe(files.map((file) => `wrote ${file}\n`).join(""));
  });

  it("writes nothing where nothing changed, and else only what did", async () => {
    const place = workplace(typescript);
    await place.errdex(["build"]);
    age(place, "src/errors");
    const { code, out } = await place.errdex(["build"]);
    expect([code, out]).toEqual([
      0,
      `src/errors: ${place.files("src/errors").length} files up to date\n`,
    ]);
    expect(place.files("src/errors").map(place.written)).toEqual(
      place.files("src/errors").map(() => 1000),
    );

    place.write({
      "catalog/errors/a.yaml": errorsText(entryText("sold_out", { meaning: "Something is left." })),
    });
    expect((await place.errdex(["build"])).out).toBe(
      "wrote src/errors/guidance.ts\nwrote src/errors/index.ts\n",
    );
    const old = place.files("src/errors").filter((file) => place.written(file) === 1000);
    expect(old).toEqual(
      place.files("src/errors").filter((file) => !/(guidance|index)\.ts$/.test(file)),
    );
  });

  it("leaves what is there untouched where the catalog has errors", async () => {
    const place = workplace(typescript);
    await place.errdex(["build"]);
    const before = textsIn(place, "src");
    place.write(broken);
    const { code, out, err } = await place.errdex(["build"]);
    expect([code, err]).toEqual([1, "Nothing was written.\n"]);
    expect(out).toContain("missing-title");
    expect(textsIn(place, "src")).toEqual(before);
  });

  it("builds where there are warnings alone", async () => {
    const place = workplace({ ...typescript, "catalog/notes.yaml": "" });
    const { code, out } = await place.errdex(["build"]);
    expect(code).toBe(0);
    expect(out).toContain("file-unexpected");
  });

  it("writes all files or none, and leaves nothing half-written", async () => {
    const place = workplace(sources("{ typescript: ../src/errors, javascript: ../js }"));
    // A folder where a file should be: the second output cannot be written.
    place.write({ js: "in the way" });
    const { code, err } = await place.errdex(["build"]);
    expect(code).toBe(2);
    expect(err).toContain("js/index.js cannot be written: js is no folder.");
    expect(place.files("").filter((path) => path.startsWith("src"))).toEqual([]);
  });

  it("removes nothing beside a single file, however much it looks like one of ours", async () => {
    const place = workplace(sources("{ openapi: ../openapi.yaml }"));
    await place.errdex(["build"]);
    place.write({ "openapi-v1.yaml": place.read("openapi.yaml") });
    expect((await place.errdex(["build"])).out).toBe(".: 1 file up to date\n");
    expect(place.files(".")).toContain("openapi-v1.yaml");
  });

  it("says of several outputs in one folder once that they are up to date", async () => {
    const place = workplace(sources("{ openapi: [../a.yaml, ../b.json] }"));
    await place.errdex(["build"]);
    expect((await place.errdex(["build"])).out).toBe(".: 2 files up to date\n");
  });

  it("says which file is a folder", async () => {
    const place = workplace(sources("{ openapi: ../openapi.yaml }"));
    mkdirSync(join(place.folder, "openapi.yaml"));
    const { code, err } = await place.errdex(["build"]);
    expect(code).toBe(2);
    expect(err).toMatch(/^errdex: EISDIR.*openapi\.yaml\n$/);
  });

  it("removes files of an earlier build, and no others", async () => {
    const place = workplace(typescript);
    await place.errdex(["build"]);
    const header = place.read("src/errors/index.ts").split("\n", 1)[0];
    place.write({
      "src/errors/old.ts": `${header}\nexport {};\n`,
      "src/errors/locales/de.ts": `${header}\nexport {};\n`,
      // What a compiler put beside ours, and a copy further down, are not ours to remove.
      "src/errors/index.js": `${header}\nexport {};\n`,
      "src/errors/inner/copy.ts": `${header}\nexport {};\n`,
      "src/errors/mine.ts": "export {};\n",
      "src/errors/theirs.ts": "// Generated by errdex from the catalog other. Do not edit.\n",
      "src/errors/notes.md": `${header}\n`,
    });
    const old = ["src/errors/locales/de.ts", "src/errors/old.ts"];
    const listed = (word: string) => old.map((path) => `${word} ${path}\n`).join("");
    expect((await place.errdex(["build", "--check"])).out).toBe(listed("left over"));
    expect((await place.errdex(["build"])).out).toBe(listed("removed"));
    const left = place
      .files("src/errors")
      .filter(
        (file) =>
          !/\/(catalog|client|entries|formats|guidance|index|messages|server|wire)\.ts$/.test(file),
      );
    expect(left).toEqual([
      "src/errors/index.js",
      "src/errors/inner/copy.ts",
      "src/errors/mine.ts",
      "src/errors/notes.md",
      "src/errors/theirs.ts",
    ]);
  });

  it("writes contracts and fixtures, and removes those of an earlier build alone", async () => {
    const contracts = (wire: string) =>
      sources(
        `{ openapi: [../api/errors.yaml, { path: ../api/fragment.json, form: fragment }], json-schema: { path: ../schemas, wire: ${wire} }, fixtures: { path: ../fixtures, wire: ${wire} } }`,
      );
    const place = workplace(contracts("problem"));
    place.write({ "api/mine.yaml": "openapi: 3.1.1\n", "fixtures/mine.json": "{}\n" });
    expect((await place.errdex(["build"])).code).toBe(0);
    expect((await place.errdex(["build", "--check"])).code).toBe(0);
    place.write(contracts("flat"));
    const { out } = await place.errdex(["build"]);
    expect(out).toMatch(/^removed fixtures\/problem\.json$/m);
    expect(out).toMatch(/^removed schemas\/problem\.consumers\.schema\.json$/m);
    expect(place.files().filter((file) => !file.startsWith("catalog/"))).toEqual([
      "api/errors.yaml",
      "api/fragment.json",
      "api/mine.yaml",
      "fixtures/flat.json",
      "fixtures/index.d.ts",
      "fixtures/index.js",
      "fixtures/mine.json",
      "schemas/flat.consumers.schema.json",
      "schemas/flat.producers.schema.json",
    ]);
    place.write({ "api/errors.yaml": `${place.read("api/errors.yaml")}# by hand\n` });
    expect(await place.errdex(["build", "--check"])).toMatchObject({
      code: 1,
      out: expect.stringContaining("differs api/errors.yaml\n"),
    });
  });

  it.each([
    ["the same", "{ typescript: ../out, javascript: ../out }"],
    ["one inside the other", "{ typescript: ../out, javascript: ../out/js }"],
  ])("writes two outputs into folders that are %s, again and again", async (_, outputs) => {
    const place = workplace(sources(outputs));
    await place.errdex(["build"]);
    const files = place.files("out");
    expect(files.length).toBeGreaterThan(5);
    expect((await place.errdex(["build"])).out).not.toMatch(/wrote|removed/);
    expect((await place.errdex(["build", "--check"])).code).toBe(0);
    expect(place.files("out")).toEqual(files);
  });

  it("refuses a catalog without outputs", async () => {
    const { code, err } = await workplace(
      inCatalog({ "catalog.yaml": headText(), "errors/a.yaml": errorsText(entryText("sold_out")) }),
    ).errdex(["build"]);
    expect(code).toBe(2);
    expect(err).toContain("catalog: the catalog has no outputs. Add, for example,");
  });
});

describe("errdex build --check", () => {
  it("finds what would be written, and writes nothing", async () => {
    const place = workplace(typescript);
    mkdirSync(join(place.folder, "src/errors"), { recursive: true });
    const { code, out, err } = await place.errdex(["build", "--check"]);
    expect(code).toBe(1);
    expect(out).toContain("differs src/errors/index.ts\n");
    expect(err).toContain("Run `errdex build` and commit what it writes.");
    expect(place.files("src/errors")).toEqual([]);
  });

  it("finds a change by hand, and does not mend it", async () => {
    const place = workplace(typescript);
    await place.errdex(["build"]);
    const changed = `${place.read("src/errors/index.ts")}// by hand\n`;
    place.write({ "src/errors/index.ts": changed });
    expect(await place.errdex(["build", "--check"])).toMatchObject({
      code: 1,
      out: "differs src/errors/index.ts\n",
    });
    expect(place.read("src/errors/index.ts")).toBe(changed);
  });

  it("is content with what was built", async () => {
    const place = workplace(typescript);
    await place.errdex(["build"]);
    expect((await place.errdex(["build", "--check"])).code).toBe(0);
  });
});

describe("errdex init", () => {
  it("writes a catalog that checks, builds and compiles at once", async () => {
    const place = workplace({ "package.json": '{ "name": "@acme/shop" }' });
    const { code, out } = await place.errdex(["init"]);
    expect(code).toBe(0);
    expect(out).toBe(
      `${place
        .files("catalog")
        .map((file) => `wrote ${file}\n`)
        .sort()
        .join(
          "",
        )}Next: \`errdex build\`, then import from src/errors.\nFor .gitattributes: src/errors/** linguist-generated=true text eol=lf\n`,
    );
    expect(await place.errdex(["check", "--max-warnings", "0"])).toMatchObject({
      code: 0,
      out: "shop: 3 codes, no errors.\n",
    });
    expect((await place.errdex(["build"])).code).toBe(0);
    const consumer = [
      'import { match, outOfStock, rateLimited, type ShopError } from "./src/errors/index.js";',
      'const errors: ShopError[] = [outOfStock({ product: "cup", available: 2 }), rateLimited()];',
      "// @ts-expect-error A field is missing.",
      'errors.push(outOfStock({ product: "cup" }));',
      "export const titles: string[] = errors.map((error) =>",
      "  match(error, { out_of_stock: (e) => e.product, rate_limited: (e) => String(e.retry_after), internal_error: (e) => e.code }),",
      ");",
    ].join("\n");
    expect(typeErrors({ "consumer.ts": consumer, ...textsIn(place, "src") })).toEqual([]);
  });

  it("writes into a folder that is named", async () => {
    const place = workplace();
    await place.errdex(["init", "services/orders"]);
    expect(place.files()).toContain("services/orders/catalog/catalog.yaml");
  });

  it.each([
    ["image-hosting", undefined, "image-hosting", "ImageHostingError"],
    ["a", '{ "name": "@acme/image-hosting" }', "image-hosting", "ImageHostingError"],
    ["parcels", '{ "name": "Not_kebab" }', "parcels", "ParcelsError"],
    ["parcels", "{", "parcels", "ParcelsError"],
    // Its union would be that of a category or the interface of a code; YAML takes the others for no text, or for two.
    ["orders", undefined, "shop", "ShopError"],
    ["internal", undefined, "shop", "ShopError"],
    ["null", undefined, "shop", "ShopError"],
    ["Größe 2", '{ "name": "a # b" }', "shop", "ShopError"],
  ])("in %s with the package.json %s names the catalog %s", async (folder, text, name, union) => {
    const place = workplace(text === undefined ? {} : { [`${folder}/package.json`]: text });
    expect((await place.errdex(["init", folder])).code).toBe(0);
    const head = place.read(`${folder}/catalog/catalog.yaml`);
    expect(head).toMatch(new RegExp(`^catalog: ${name} `, "m"));
    expect(head).toContain(`# names the union: ${union}\n`);
    const checked = await place.errdex(["check", "catalog", "--max-warnings", "0"], folder);
    expect(checked.out).toBe(`${name}: 3 codes, no errors.\n`);
    expect((await place.errdex(["build", "catalog"], folder)).code).toBe(0);
  });

  it("leaves a folder alone that has something in it, and uses one that has nothing", async () => {
    const place = workplace({ "catalog/notes.md": "mine" });
    const { code, err } = await place.errdex(["init"]);
    expect([code, err]).toEqual([2, "errdex: catalog is not empty, so nothing was written.\n"]);
    expect(place.files()).toEqual(["catalog/notes.md"]);
    mkdirSync(join(place.folder, "empty/catalog"), { recursive: true });
    expect((await place.errdex(["init", "empty"])).code).toBe(0);
  });

  it("ends with 2 where the folder cannot be written", async () => {
    const place = workplace({ file: "" });
    expect((await place.errdex(["init", "file"])).code).toBe(2);
  });
});
