import { describe, expect, it } from "vitest";
import { lines, strictHeadText } from "../support/catalog-of.js";
import { readSarif } from "../support/read-sarif.js";
import { inCatalog, type Workplace, workplace } from "../support/workplace.js";

const path = "catalog/baseline.json";

/** A list that somebody had before: codes, statuses and messages. */
const legacy = (...more: readonly string[]) =>
  inCatalog({
    "catalog.yaml": strictHeadText("outputs: { typescript: ../src/errors }"),
    "errors/all.yaml": lines(
      "category: orders",
      "errors:",
      "  sold_out: { status: 409, title: Sold out, message: Nothing is left. }",
      "  too_many: { status: 400, title: Too many, message: That is too much. }",
      ...more,
    ),
  });

const gone = "  gone: { status: 410, title: Gone, message: It is gone. }";

const missing = ["causes", "examples", "fixes", "meaning", "resolver", "retry", "since"];
const all = (codes: number) =>
  `${missing.length * codes} findings (${missing.map((part) => `missing-${part} ${codes}`).join(", ")})`;

/** A place whose findings are let be. */
async function settled(...more: readonly string[]): Promise<Workplace> {
  const place = workplace(legacy(...more));
  expect((await place.errdex(["check", "--baseline"])).code).toBe(0);
  return place;
}

const edit = (place: Workplace, file: string, from: string, to: string) => {
  const before = place.read(file);
  expect(before).toContain(from);
  place.write({ [file]: before.replace(from, to) });
};

describe("errdex check --baseline", () => {
  it("lets be what is found, and says in a line what that is", async () => {
    const place = workplace(legacy());
    expect((await place.errdex(["check"])).code).toBe(1);
    const { code, out, err } = await place.errdex(["check", "--baseline"]);
    expect([code, err]).toEqual([0, `wrote ${path}: ${all(2)}\n`]);
    expect(out).toBe(`shop: 2 codes, no errors.\n${path} covers ${all(2)}.\n`);
    expect(await place.errdex(["check"])).toEqual({ code, out, err: "" });
    expect(place.read(path)).toMatch(
      /^\{\n {2}"errdex": 1,\n {2}"findings": \{\n {4}"missing-causes": \{\n {6}"sold_out": 1,\n {6}"too_many": 1\n {4}\},\n/,
    );
  });

  it("writes the same bytes again, and the same whatever the order of the entries", async () => {
    const place = await settled(gone);
    const { mtime, text } = { mtime: place.written(path), text: place.read(path) };
    expect((await place.errdex(["check", "--baseline"])).err).toBe("");
    expect(place.written(path)).toBe(mtime);
    const [head = "", first = "", ...rest] = place
      .read("catalog/errors/all.yaml")
      .split(/(?<=errors:\n)|(?=^ {2}\w)/m);
    const other = workplace({
      ...legacy(),
      "catalog/errors/all.yaml": [head, ...rest, first].join(""),
    });
    await other.errdex(["check", "--baseline"]);
    expect(other.read(path)).toBe(text);
  });

  it("lets nothing be that comes later, however often it is asked", async () => {
    const place = await settled();
    place.write(legacy(gone));
    for (const argv of [["check"], ["check", "--baseline"], ["build"]]) {
      const { code, out } = await place.errdex(argv);
      expect([code, out.match(/error missing-/g)?.length]).toEqual([1, 7]);
      expect(out).toContain("error missing-since gone has no since.");
    }
    expect(place.read(path)).not.toContain("gone");
    const { code, err } = await place.errdex(["list"]);
    expect([code, err]).toEqual([2, expect.stringContaining("gone has no since.")]);
  });

  it("reports all of a kind where there are more than it covers", async () => {
    const place = workplace(legacy());
    const message = "message: That is too much.";
    edit(place, "catalog/errors/all.yaml", message, "message: That is too much");
    await place.errdex(["check", "--baseline"]);
    expect(place.read(path)).toContain('"message-full-stop": {\n      "too_many": 1\n    }');
    edit(
      place,
      "catalog/errors/all.yaml",
      "message: That is too much",
      'message: ["{n} is too much", That is too much], fields: { "n?": integer }',
    );
    const { out } = await place.errdex(["check"]);
    expect(out.match(/warning message-full-stop/g)).toHaveLength(2);
    expect(out).toMatch(/see: catalog\/baseline\.json:\d+:7 The baseline covers 1 of 2\./);
  });

  it("says what is mended, and forgets it when asked", async () => {
    const place = await settled();
    edit(
      place,
      "catalog/errors/all.yaml",
      "Nothing is left. }",
      'Nothing is left., since: "1.0.0" }',
    );
    const noted = await place.errdex(["check"]);
    expect(noted).toEqual({
      code: 0,
      err: "",
      out: expect.stringContaining(
        `${path} covers 1 finding (missing-since 1) besides, which nobody finds any more: \`errdex check --baseline\` takes that out.\n`,
      ),
    });
    const { code, err } = await place.errdex(["check", "--baseline"]);
    expect([code, err]).toEqual([
      0,
      `wrote ${path}: without 1 finding (missing-since 1) that nobody finds any more\n`,
    ]);
    expect(place.read(path)).toContain('"missing-since": {\n      "too_many": 1\n    }');
    edit(place, "catalog/errors/all.yaml", ', since: "1.0.0" }', " }");
    expect((await place.errdex(["check"])).code).toBe(1);
  });

  it("keeps what it has where a rule is off for a while, and begins without such rules", async () => {
    const place = await settled();
    edit(place, "catalog/catalog.yaml", "outputs:", "rules: { missing-since: off }\noutputs:");
    expect((await place.errdex(["check", "--baseline"])).err).toBe("");
    expect(place.read(path)).toContain("missing-since");
    const fresh = workplace({
      ...legacy(),
      "catalog/catalog.yaml": place.read("catalog/catalog.yaml"),
    });
    await fresh.errdex(["check", "--baseline"]);
    expect(fresh.read(path)).not.toContain("missing-since");
  });

  it("covers no rule that what is built relies on", async () => {
    const place = workplace(legacy("  gone: { title: Gone, message: It is gone. }"));
    const { code, out } = await place.errdex(["check", "--baseline"]);
    expect([code, out]).toEqual([
      1,
      expect.stringContaining("error missing-status gone has no status."),
    ]);
    expect(place.read(path)).toContain('"gone": 1');
    expect(place.read(path)).not.toContain("missing-status");
    edit(
      place,
      path,
      '"missing-since": {',
      '"missing-status": { "gone": 1 },\n    "missing-since": {',
    );
    const named = await place.errdex(["check"]);
    expect(named.out).toContain('error baseline-unknown A baseline cannot cover "missing-status".');
    expect(named.out).toContain("error missing-status gone has no status.");
    const before = place.read(path);
    expect((await place.errdex(["check", "--baseline"])).err).toContain("was not written");
    expect(place.read(path)).toBe(before);
  });

  it("writes nothing where nothing is found, and where not all can be read", async () => {
    const sound = workplace();
    await sound.errdex(["init"]);
    const { code, err } = await sound.errdex(["check", "--baseline"]);
    expect([code, err]).toEqual([
      0,
      `${path} was not written: there is nothing for it to cover.\n`,
    ]);
    const place = await settled();
    const before = place.read(path);
    edit(place, "catalog/errors/all.yaml", "status: 409", "status: [");
    const broken = await place.errdex(["check", "--baseline"]);
    expect([broken.code, broken.err]).toEqual([
      1,
      `${path} was not written: mend first what cannot be read.\n`,
    ]);
    expect(place.read(path)).toBe(before);
  });
});

describe("a baseline", () => {
  it("is honoured by whatever opens a catalog", async () => {
    const place = await settled();
    edit(
      place,
      "catalog/catalog.yaml",
      "outputs:",
      "docs: https://errors.example.com/{code}\noutputs:",
    );
    const answer =
      'HTTP/1.1 409 Conflict\ncontent-type: application/json\n\n{"error":"sold_out","message":"x"}';
    place.write({ "answer.txt": answer });
    for (const argv of [
      ...[["build"], ["build", "--check"], ["list"], ["explain", "sold_out"], ["release"]],
      ...[
        ["docs", "--out", "site"],
        ["decode", "answer.txt"],
        ["diff", "released"],
        ["coverage", "src"],
      ],
    ]) {
      const { code, out, err } = await place.errdex(argv);
      expect([argv[0], code, out + err]).toEqual([
        argv[0],
        0,
        expect.not.stringContaining("missing-since h"),
      ]);
    }
    expect((await place.errdex(["build"])).out).toMatch(
      /^catalog\/baseline\.json covers 14 findings \(.*\)\.\nsrc\/errors: \d+ files up to date\n$/,
    );
  });

  it("hides what it covers from programs and services, and nothing else", async () => {
    const place = await settled(gone);
    edit(place, path, '      "gone": 1,\n', "");
    const json = JSON.parse((await place.errdex(["check", "--format", "json"])).out);
    expect(json.diagnostics.map(({ rule }: { readonly rule: string }) => rule)).toEqual([
      "missing-causes",
    ]);
    const sarif = readSarif((await place.errdex(["check", "--format", "sarif"])).out);
    expect(JSON.stringify(sarif)).not.toContain("missing-since");
    const github = await place.errdex(["check", "--format", "github"]);
    expect([github.code, github.out.match(/::error/g)?.length]).toEqual([1, 1]);
  });

  it("tells programs what it covers, and what it covers for nothing, for each catalog", async () => {
    const place = await settled(gone);
    const others = Object.entries(legacy()).map(([name, text]) => [`other/${name}`, text] as const);
    place.write(Object.fromEntries(others));
    const folders = ["catalog", "other/catalog"];
    expect((await place.errdex(["check", ...folders, "--baseline"])).code).toBe(0);
    edit(
      place,
      "catalog/errors/all.yaml",
      "message: It is gone.",
      "message: It is gone., retry: never",
    );
    const { code, out } = await place.errdex(["check", ...folders, "--format", "json"]);
    expect(code).toBe(0);
    const counts = (number: number) =>
      Object.fromEntries(missing.map((part) => [`missing-${part}`, number]));
    expect(JSON.parse(out)).toEqual({
      diagnostics: [],
      baselines: [
        { path, covered: { ...counts(3), "missing-retry": 2 }, unneeded: { "missing-retry": 1 } },
        { path: `other/${path}`, covered: counts(2), unneeded: {} },
      ],
    });
  });

  it("says nothing of what it covers where nothing could be read", async () => {
    const place = await settled();
    place.write({ "catalog/errors/all.yaml": "category: [" });
    expect((await place.errdex(["check"])).out).not.toContain("covers");
  });

  it("is made smaller by a build, and by none that only checks", async () => {
    const place = await settled();
    await place.errdex(["build"]);
    edit(
      place,
      "catalog/errors/all.yaml",
      "Nothing is left. }",
      "Nothing is left., retry: never }",
    );
    await place.errdex(["build"]);
    expect(place.read(path)).toContain('"missing-retry": {\n      "too_many": 1\n    }');
    expect((await place.errdex(["build", "--check"])).code).toBe(0);
    edit(place, "catalog/errors/all.yaml", "too much. }", "too much., retry: never }");
    const before = place.read(path);
    await place.errdex(["build"]);
    place.write({ [path]: before });
    const checked = await place.errdex(["build", "--check"]);
    expect([checked.code, checked.out]).toEqual([
      1,
      expect.stringContaining(
        `${path} covers 1 finding (missing-retry 1) besides, which nobody finds any more`,
      ),
    ]);
    expect(place.read(path)).toBe(before);
  });

  it("of a list of 240 codes is told in fewer than 60 lines", async () => {
    const codes = Array.from({ length: 240 }, (_, index) => `  code_${index}: { status: 409 }`);
    const place = workplace({
      ...legacy(),
      "catalog/errors/all.yaml": lines("category: orders", "errors:", ...codes),
    });
    expect((await place.errdex(["check"])).out.split("\n").length).toBeGreaterThan(60);
    const { code, out } = await place.errdex(["check", "--baseline"]);
    expect([code, out.split("\n").length]).toEqual([0, 3]);
    expect(out).toContain("2160 findings (missing-causes 240, ");
  });

  it.each([
    ["is cut short", '{\n  "errdex": 1,\n  "findings": {', "is not JSON: it ends too soon."],
    ["is empty", "", "is not JSON"],
    ["holds a conflict", "{\n<<<<<<< ours\n}\n", "holds a merge conflict."],
    [
      "has a key twice",
      '{ "errdex": 1, "findings": { "missing-since": { "a": 1, "a": 2 } } }',
      'The key "a" stands here a second time.',
    ],
    [
      "is newer",
      '{ "errdex": 2, "ranges": [] }',
      "A newer errdex wrote this baseline: its format is 2, and this one reads 1.",
    ],
    ["is a list", "[]", "errdex check --baseline` writes: "],
    [
      "has a key of its own",
      '{ "errdex": 1, "findings": {}, "more": 1 }',
      'The key "more" is not known here.',
    ],
    [
      "counts nothing",
      '{ "errdex": 1, "findings": { "missing-since": { "a": 0 } } }',
      "Expected a number from 1",
    ],
    [
      "counts a half",
      '{ "errdex": 1, "findings": { "missing-since": { "a": 1.5 } } }',
      "Expected ",
    ],
    [
      "has a prototype",
      '{ "errdex": 1, "findings": { "__proto__": { "a": 1 } } }',
      "`__proto__` cannot be a key.",
    ],
  ])("that %s is an error, covers nothing, and is left as it is", async (_, text, message) => {
    const place = workplace({ ...legacy(), [path]: text });
    const { code, out } = await place.errdex(["check", "--baseline"]);
    expect([code, out]).toEqual([1, expect.stringContaining(message)]);
    expect(out).toMatch(/error baseline-form/);
    expect(out).not.toContain("missing-since sold_out");
    expect((await place.errdex(["build"])).code).toBe(1);
    expect(place.read(path)).toBe(text);
  });

  it("belongs to the catalog: no output takes its place, and a folder of the name is refused", async () => {
    const place = workplace(legacy());
    edit(
      place,
      "catalog/catalog.yaml",
      "{ typescript: ../src/errors }",
      "{ openapi: baseline.json }",
    );
    expect((await place.errdex(["check"])).out).toContain(
      "This file would be taken for a part of the catalog.",
    );
    const other = workplace({ ...legacy(), "catalog/baseline.json/a.txt": "" });
    expect(await other.errdex(["check"])).toMatchObject({
      code: 2,
      err: expect.stringContaining("is no file"),
    });
  });
});
