import { describe, expect, it } from "vitest";
import { entryText, errorsText, headText } from "../support/catalog-of.js";
import { type Workplace, workplace } from "../support/workplace.js";

const outputs = (name: string) =>
  `outputs: { typescript: ../src/${name}, site: ../site/${name}, openapi: ../api/${name}.yaml }`;

const catalogAt = (name: string, ...codes: readonly string[]) => ({
  [`${name}/catalog.yaml`]: headText(
    `docs: https://${name}.example.com/{code}`,
    outputs(name),
  ).replace("catalog: shop", `catalog: ${name}`),
  [`${name}/errors/a.yaml`]: errorsText(
    ...codes.map((code) =>
      entryText(code, { title: `Title of ${code}`, message: `It is ${code}.` }),
    ),
  ),
});

const two = {
  ...catalogAt("one", "sold_out", "shared"),
  ...catalogAt("two", "too_late", "shared"),
};
const named = { ...two, "package.json": JSON.stringify({ errdex: ["one", "two"] }) };
const answer = '{"error":"too_late","message":"It is too_late."}';
const source = 'import { soldOut } from "./one/index.js";\nthrow soldOut();\n';

/** A warning in each. */
const notes = { "one/notes.yaml": "", "two/notes.yaml": "" };

/** The same place with an error in the second catalog. */
const broken = {
  ...named,
  "two/errors/a.yaml": errorsText(
    entryText("too_late", { title: "Too late" }),
    entryText("shared", { title: undefined }),
  ),
};

const written = ({ files }: Workplace) =>
  files().filter((path) => /^(?:src|site|api)\/|released\.json$/.test(path));

describe("several catalogs", () => {
  it.each<readonly [argv: readonly string[], expected: object]>([
    [["check"], { diagnostics: [{ path: "one/notes.yaml" }, { path: "two/notes.yaml" }] }],
    [
      ["diff", "released"],
      {
        changes: expect.arrayContaining(
          [{ code: "sold_out" }, { code: "too_late" }].map((each) => expect.objectContaining(each)),
        ),
      },
    ],
    [["list"], { catalogs: [{ catalog: "one" }, { catalog: "two" }] }],
    [["coverage", "app"], { catalogs: [{ catalog: "one" }, { catalog: "two" }] }],
    [["explain", "too_late"], { catalog: "two", code: "too_late" }],
    [
      ["explain", "shared"],
      [
        { catalog: "one", code: "shared" },
        { catalog: "two", code: "shared" },
      ],
    ],
    [["decode", "answer.json"], { catalog: "two", wire: "flat", error: { code: "too_late" } }],
    [["decode", "answer.json", "--wire", "flat"], { catalog: "two" }],
    [["rules"], { rules: expect.any(Array) }],
  ])("are one document of JSON for %j", async (argv, expected) => {
    const files = { "answer.json": answer, "app/a.ts": source };
    const place = workplace({ ...named, ...notes, ...files });
    const fromSettings = await place.errdex([...argv, "--format", "json"]);
    expect(JSON.parse(fromSettings.out)).toMatchObject(expected);
    if (argv[0] === "rules") return;
    // The same where they are named, one after the other and one of them twice.
    place.write({ "package.json": "{}" });
    const folders = ["one", "./two", "two"];
    const isOption = ["coverage", "explain", "decode"].includes(argv[0] ?? "");
    const naming = isOption ? folders.flatMap((each) => ["--catalog", each]) : folders;
    expect(await place.errdex([...argv, "--format", "json", ...naming])).toEqual(fromSettings);
  });

  it("are told apart for people", async () => {
    const { errdex } = workplace({ ...named, "answer.json": answer });
    expect((await errdex(["decode", "answer.json"])).out).toContain(
      "Catalog: two\nWire format: flat\n",
    );
    expect((await errdex(["explain", "shared"])).out).toMatch(
      /^one\nTitle of shared\n[\s\S]*\ntwo\nTitle of shared\n/,
    );
    expect((await errdex(["list"])).out).toMatch(/sold_out[\s\S]*\n\n2 Orders\n[\s\S]*too_late/);
  });

  it.each([
    [["build"], 0],
    [["docs"], 0],
    [["release"], 0],
  ])("are all written by %j", async (argv, expected) => {
    const place = workplace(named);
    const { code, out } = await place.errdex(argv);
    expect(code).toBe(expected);
    expect(out).toMatch(/^wrote [^\n]*one/m);
    expect(out).toMatch(/^wrote [^\n]*two/m);
  });

  it.each([
    [["build"], 1, "Nothing was written.\n"],
    [["docs"], 2, "errdex: "],
    [["release"], 1, "Nothing was released.\n"],
  ])("are not written by %j where one of them has errors", async (argv, expected, said) => {
    const place = workplace(broken);
    const { code, out, err } = await place.errdex(argv);
    expect([code, written(place)]).toEqual([expected, []]);
    expect(err).toContain(said);
    expect(`${out}${err}`).toContain("two/errors/a.yaml:14:3 error missing-title");
  });

  it("are not released where the version of one does not cover its changes", async () => {
    const place = workplace(named);
    await place.errdex(["release"]);
    const before = place.read("one/released.json");
    const head = place.read("one/catalog.yaml").replace("version: 1.0.0", "version: 2.0.0");
    place.write({ "one/catalog.yaml": head, ...catalogAt("two", "too_late", "shared", "added") });
    const { code, err } = await place.errdex(["release"]);
    expect([code, err]).toEqual([
      1,
      "two: These changes ask for version 1.1.0 or later; the catalog says 1.0.0.\nNothing was released.\n",
    ]);
    expect(place.read("one/released.json")).toBe(before);
  });

  it("are not written where two of them ask for one file", async () => {
    const place = workplace(named);
    place.write({
      "two/catalog.yaml": place.read("two/catalog.yaml").replace("../site/two", "../site/one"),
    });
    for (const command of ["build", "docs"]) {
      const { code, err } = await place.errdex([command]);
      expect([code, written(place)]).toEqual([2, []]);
      expect(err).toContain("would be written twice.");
    }
  });
});

describe("errdex explain", () => {
  it("shows a sound code, whatever is wrong with other entries and other catalogs", async () => {
    const { errdex } = workplace(broken);
    const { code, out, err } = await errdex(["explain", "too_late"]);
    expect([code, err]).toEqual([0, "The catalog in two has errors, shown by `errdex check`.\n"]);
    expect(out).toMatch(/^two\nToo late\n/);
    expect((await errdex(["explain", "sold_out"])).out).toMatch(/^one\nTitle of sold_out\n/);
  });

  it.each([
    ["an unknown type", { fields: "{ a: Nothing }" }],
    ["a placeholder that is no field", { message: "It is {nothing}." }],
    ["values of the wrong kind", { status: "[]", title: "1", causes: "{}" }],
    ["examples that do not fit", { examples: "[{ title: A, fields: { a: 1 } }]" }],
  ])(
    "shows a sound code beside an entry with %s, and what is wrong with that one",
    async (_, members) => {
      const { errdex, write } = workplace(catalogAt("catalog", "sold_out"));
      write({ "catalog/errors/b.yaml": errorsText(entryText("broken", members)) });
      expect(await errdex(["explain", "sold_out"])).toMatchObject({
        code: 0,
        err: "The catalog in catalog has errors, shown by `errdex check`.\n",
      });
      const { code, out, err } = await errdex(["explain", "broken"]);
      expect([code, out]).toEqual([2, ""]);
      expect(err).toMatch(
        / catalog\/errors\/b.yaml:\d+:\d+ error [\s\S]*\n(?:"broken" has errors|There is no code or rule "broken")\.\n$/,
      );
    },
  );

  it("shows a sound code where a file of the catalog is no YAML", async () => {
    const { errdex, write } = workplace(catalogAt("catalog", "sold_out"));
    write({ "catalog/errors/b.yaml": "errors: [", "catalog/wire/x.yaml": "wire: {" });
    expect((await errdex(["explain", "sold_out"])).code).toBe(0);
    const { code, err } = await errdex(["explain", "elsewhere"]);
    expect(code).toBe(2);
    expect(err).toMatch(/yaml-syntax[\s\S]*There is no code or rule "elsewhere"\./);
  });
});
