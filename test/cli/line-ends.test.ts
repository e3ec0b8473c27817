import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../shipped-catalog.js";
import { type Workplace, workplace } from "../support/workplace.js";

/** Every kind of output. */
const outputs = [
  "  typescript: ../out/ts",
  "  javascript: ../out/js",
  "  zod: ../out/zod.ts",
  "  json-schema: ../out/schemas",
  "  openapi: [../out/openapi.yaml, ../out/openapi.json]",
  "  fixtures: ../out/fixtures",
  "  site: ../out/site",
];

const kept = (place: Workplace) => place.files("out");

/** Puts the line ends of a checkout on Windows into files, as `core.autocrlf` does. */
function checkOut({ folder }: Workplace, paths: readonly string[]): void {
  for (const path of paths) {
    const text = readFileSync(join(folder, path), "utf8");
    writeFileSync(join(folder, path), text.replaceAll("\n", "\r\n"));
  }
}

/** A catalog of the tests with every kind of output, built. */
async function builtPlace(name: string): Promise<Workplace> {
  const place = workplace({ "package.json": '{ "type": "module" }' });
  const catalog = join(place.folder, "catalog");
  cpSync(`${root}test/golden/${name}/catalog`, catalog, { recursive: true });
  const head = place.read("catalog/catalog.yaml").replace(/^outputs:.*\n( .*\n)*/m, "");
  place.write({ "catalog/catalog.yaml": `${head}outputs:\n${outputs.join("\n")}\n` });
  expect(await place.errdex(["build"])).toMatchObject({ code: 0, err: "" });
  return place;
}

const textsOf = (place: Workplace) => kept(place).map((path) => [path, place.read(path)]);

describe("a checkout with the line ends of Windows", () => {
  it.each(["orders", "relics", "bare"])(
    "of %s is current, and no file of it is written",
    async (name) => {
      const place = await builtPlace(name);
      checkOut(place, kept(place));
      checkOut(place, place.files("catalog"));
      const before = textsOf(place);
      for (const argv of [["build", "--check"], ["build"], ["docs", "--check"], ["docs"]]) {
        const { code, out, err } = await place.errdex(argv);
        expect([argv, code, err]).toEqual([argv, 0, ""]);
        expect(out).not.toMatch(/^(?:wrote|differs|removed|left over)/m);
      }
      expect(textsOf(place)).toEqual(before);
    },
  );

  it.each(["orders", "relics", "bare"])("of the catalog %s gives the same bytes", async (name) => {
    const place = await builtPlace(name);
    const before = textsOf(place);
    checkOut(place, place.files("catalog"));
    for (const path of kept(place)) place.write({ [path]: `${place.read(path)} ` });
    const { code, out } = await place.errdex(["build"]);
    expect(code).toBe(0);
    expect(out.match(/^wrote/gm)).toHaveLength(before.length);
    expect(textsOf(place)).toEqual(before);
  });

  it("keeps texts of several lines, and where complaints point", async () => {
    const text = [
      "category: orders",
      "errors:",
      "  sold_out:",
      "    status: 409",
      "    title: Sold out",
      "    message: >-",
      "      Nothing is",
      "      left.",
      "    meaning: |",
      "      One line.",
      "",
      "      Another, with {nothing}.",
      "    causes: [A cause.]",
      "    fixes: [A fix.]",
      "    resolver: user",
      "    retry: nevr",
      "    examples: [{ title: A case }]",
      "    since: 1.0.0",
      "",
    ].join("\n");
    const place = workplace({
      "catalog/catalog.yaml":
        "catalog: shop\ntitle: T\nversion: 1.0.0\ncategories: { orders: O }\n",
      "catalog/errors/a.yaml": text,
    });
    const found = await place.errdex(["check"]);
    expect(found.out).toContain("catalog/errors/a.yaml:16:12 error wrong-type");
    checkOut(place, place.files("catalog"));
    expect(await place.errdex(["check"])).toEqual(found);
    place.write({ "catalog/errors/a.yaml": text.replace("nevr", "never") });
    const page = await place.errdex(["explain", "sold_out", "--format", "json"]);
    checkOut(place, ["catalog/errors/a.yaml"]);
    expect(await place.errdex(["explain", "sold_out", "--format", "json"])).toEqual(page);
    expect(JSON.parse(page.out).messages).toEqual(["Nothing is left."]);
  });

  it("is written where something else differs too", async () => {
    const place = await builtPlace("bare");
    checkOut(place, kept(place));
    const index = place.read("out/ts/index.ts");
    place.write({ "out/ts/index.ts": `${index}// by hand\r\n` });
    expect((await place.errdex(["build", "--check"])).out).toContain("differs out/ts/index.ts\n");
    // A carriage return alone is no line end of any checkout.
    place.write({ "out/ts/index.ts": index.replace("\r\n", "\r\r\n") });
    expect((await place.errdex(["build", "--check"])).out).toContain("differs out/ts/index.ts\n");
    expect((await place.errdex(["build"])).out).toContain("wrote out/ts/index.ts\n");
    expect(place.read("out/ts/index.ts")).toBe(index.replaceAll("\r\n", "\n"));
  });

  it("has files of an earlier build, which are removed", async () => {
    const place = await builtPlace("bare");
    const [first = ""] = place.read("out/ts/index.ts").split("\n");
    place.write({ "out/ts/old.ts": `${first}\r\nexport {};\r\n` });
    expect((await place.errdex(["build"])).out).toContain("removed out/ts/old.ts\n");
  });

  it("has ledgers that are current", async () => {
    const place = await builtPlace("bare");
    await place.errdex(["release"]);
    checkOut(place, place.files("catalog"));
    const before = place.read("catalog/released.json");
    expect(before).toContain("\r\n");
    expect(await place.errdex(["release"])).toMatchObject({
      code: 0,
      out: "catalog/released.json: up to date\n",
    });
    expect(place.read("catalog/released.json")).toBe(before);
    expect((await place.errdex(["diff", "released"])).out).toBe("No changes.\n");
  });
});
