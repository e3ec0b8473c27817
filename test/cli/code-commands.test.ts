import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readCatalogFiles } from "../../src/disk/read-catalog-files.js";
import { root } from "../shipped-catalog.js";
import { lines, strictHeadText } from "../support/catalog-of.js";
import { inCatalog, type Workplace, workplace } from "../support/workplace.js";

/** A copy of the shipped catalog, which has released 1.1.0, without its outputs. */
async function shipped(): Promise<Workplace> {
  const files = await readCatalogFiles(`${root}catalog`, root);
  const texts = files.map(({ path, content }) => [
    path,
    new TextDecoder().decode(content as Uint8Array),
  ]);
  const place = workplace(inCatalog(Object.fromEntries(texts)));
  const head = place.read("catalog/catalog.yaml");
  place.write({ "catalog/catalog.yaml": head.replace(/^outputs:\n( .*\n)+/m, "") });
  return place;
}

const entry = (code: string, more: readonly string[] = []) => [
  `  ${code}:`,
  "    status: 409 # as ever",
  `    title: About ${code.replaceAll('"', "")}`,
  `    message: It is ${code.replaceAll('"', "")}.`,
  "    meaning: It is so.",
  "    causes: [It happens.]",
  "    fixes: [Try again.]",
  "    resolver: user",
  "    retry: never",
  "    # one is enough",
  "    examples: [{ title: A case }]",
  ...more,
];

/** A small catalog, written in many ways. */
const small = (...more: readonly string[]) =>
  inCatalog({
    "catalog.yaml": strictHeadText(
      "fallback: broken",
      "roles:",
      "  timeout: { code: 'late' } # slow",
      "  unavailable: broken",
      "infer: { 409: late, 410: gone, 500: broken }",
      "allow:",
      "  - { rule: missing-since, codes: [late], reason: Nobody knows. }",
      "  # two",
      "  - rule: missing-since",
      '    codes: ["late", broken, gone]',
      "    reason: Nobody knows either.",
      "rules: { exemption-unused: off }",
      ...more,
    ),
    "errors/a.yaml": lines(
      "# all of them",
      "category: orders",
      "errors:",
      ...entry("late"),
      "",
      "  # the next",
      ...entry('"gone"'),
      ...entry("broken").slice(0, -1),
      '    examples: [{ title: "A case" }]',
    ),
    "operations.yaml": lines(
      "groups: { usual: [late, broken] }",
      "operations:",
      "  read:",
      "    codes:",
      "      - late # soon",
      "      - gone",
      "  write: { codes: [ late ], groups: [usual] }",
      "  drop:",
      "    codes:",
      "      - late",
    ),
    "locales/de.yaml": lines(
      "locale: de",
      "categories: { orders: Bestellungen }",
      "errors:",
      ...["late", "gone", "broken"].map(
        (code) =>
          `  ${code}: { title: Über ${code}, message: Es ist ${code}., meaning: So ist es., causes: [So.], fixes: [So.] }`,
      ),
    ),
    "wire/old.yaml": lines(
      "wire: old",
      "body: { error: $code, message: $message }",
      "codes: { broken: BROKEN }",
      "folds:",
      "  gone: late",
      "infer: { 409: [{ code: late, when: { body: { a: 1 } } }, broken] }",
    ),
  });

const text = (place: Workplace, path: string) => place.read(`catalog/${path}`);

/** Everything but what is there, and what `errdex check` says. */
const clean = async (place: Workplace) =>
  expect((await place.errdex(["check"])).out).toMatch(/^shop: \d codes?, no errors\.\n/);

/** What was released, and beside it the code `fresh`, which was not. */
async function released(): Promise<Workplace> {
  const place = workplace(small());
  await place.errdex(["check", "--baseline"]);
  expect((await place.errdex(["release"])).code).toBe(0);
  const fresh = entry("fresh", [
    "    since: 1.1.0",
    "    severity: warning",
    "    x-note: |",
    "      One.",
    "      # deep",
  ]);
  place.write({
    "catalog/errors/a.yaml": `${text(place, "errors/a.yaml")}${lines(...fresh)}`,
    "catalog/catalog.yaml": text(place, "catalog.yaml").replace("1.0.0", "1.1.0"),
    "catalog/locales/de.yaml": `${text(place, "locales/de.yaml")}  fresh: { title: Frisch }\n`,
    "catalog/wire/old.yaml": text(place, "wire/old.yaml").replace(
      "{ broken",
      "{ fresh: NEW, broken",
    ),
    "catalog/operations.yaml": text(place, "operations.yaml").replace(
      "[late, broken]",
      "[late, broken, fresh]",
    ),
  });
  return place;
}

describe("errdex add", () => {
  it("says which code there is that is spelled nearly the same", async () => {
    const place = workplace(small());
    const { code, out } = await place.errdex(["add", "Bro-ken", ...whole]);
    expect([code, out]).toEqual([
      0,
      expect.stringContaining('The catalog has "broken", which is nearly the same.\n'),
    ]);
  });

  const whole = [
    ...["--status", "409", "--meaning", "It is: so.", "--cause", "One.", "--cause", "Two."],
    ...["--fix", "Wait.", "--resolver", "user", "--retry", "backoff"],
  ];

  it("writes an entry that check accepts where all is said", async () => {
    const place = workplace(small());
    const before = text(place, "errors/a.yaml");
    place.write({ "catalog/locales/de.yaml": "", "catalog/operations.yaml": "operations: {}\n" });
    rmSync(`${place.folder}/catalog/locales`, { recursive: true });
    const { code, out, err } = await place.errdex(["add", "too_many", ...whole]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain(
      "Added too_many, since 1.0.0, in orders. Look at the title and the message: the words of the code stand there.\n",
    );
    expect(out).not.toContain("Left to do");
    expect(text(place, "errors/a.yaml")).toBe(
      before +
        lines(
          "  too_many:",
          "    status: 409",
          "    title: Too many",
          "    message: Too many.",
          '    meaning: "It is: so."',
          "    causes: [One., Two.]",
          "    fixes: [Wait.]",
          "    resolver: user",
          "    retry: backoff",
          "    examples: [{ title: Too many }]",
          "    since: 1.0.0",
        ),
    );
  });

  it("gives an error that says when to try again a field for the delay", async () => {
    const place = workplace(small());
    const limited = whole.map((each) => (each === "409" ? "429" : each));
    const { code, out } = await place.errdex(["add", "limited", ...limited, "--retry", "after"]);
    expect(code).toBe(0);
    expect(out).toContain('old has no place for the field "retry_after" of limited.');
    expect(text(place, "errors/a.yaml")).toContain(
      lines(
        "    retry: after",
        "    delay: retry_after",
        "    fields: { retry_after: integer }",
        "    examples: [{ title: Limited, fields: { retry_after: 60 } }]",
      ),
    );
    expect((await place.errdex(["check"])).out).toContain("\n1 error, ");
  });

  it("lists what is to be filled in, and marks the place of each", async () => {
    const place = workplace(small());
    const { code, out } = await place.errdex(["add", "too_many", "--title", "Too many of them"]);
    expect(code).toBe(0);
    for (const part of ["status", "meaning", "causes", "fixes", "resolver", "retry"]) {
      expect(out).toContain(`error missing-${part} too_many has no ${part}.`);
      expect(text(place, "errors/a.yaml")).toMatch(new RegExp(`^    # ${part}: .`, "m"));
    }
    expect(text(place, "errors/a.yaml")).toContain(
      "    title: Too many of them\n    message: Too many of them.\n",
    );
  });

  it("begins a file for a category, and asks for the next version where the last is released", async () => {
    const place = workplace(small("categories: { orders: Orders, parcels: Parcels }"));
    const head = text(place, "catalog.yaml")
      .replace("categories: { orders: Orders }\n", "")
      .replace(", gone]", "]");
    place.write({ "catalog/catalog.yaml": head });
    await place.errdex(["check", "--baseline"]);
    expect((await place.errdex(["release"])).code).toBe(0);
    const { code, out } = await place.errdex(["add", "lost", "--category", "parcels", ...whole]);
    expect([code, out]).toEqual([
      0,
      expect.stringContaining("The version of the catalog is 1.1.0 instead of 1.0.0.\n"),
    ]);
    expect(text(place, "errors/parcels.yaml")).toMatch(
      /^category: parcels\nerrors:\n {2}lost:\n {4}status: 409\n(?: {4}.*\n)* {4}since: 1\.1\.0\n$/,
    );
    expect(text(place, "catalog.yaml")).toContain("\nversion: 1.1.0\n");
    for (const [argv, expected] of [
      [["add", "other"], 'Say which category by --category: "orders", "parcels".'],
      [["add", "other", "--category", "parcls"], 'Did you mean "parcels"?'],
      [["add", "late", "--category", "orders"], 'The catalog has the code "late" already.'],
      [["add", "a b", "--category", "orders"], '"a b" is no code'],
      [["add", "other", "--status", "9"], "It is no status of HTTP."],
    ] as const) {
      const refused = await place.errdex(argv);
      expect([refused.code, refused.err]).toEqual([2, expect.stringContaining(expected)]);
    }
    const clash = await place.errdex(["add", "class", "--category", "orders"]);
    expect([clash.code, clash.err]).toEqual([
      1,
      "Nothing was written: this is what would be wrong.\n",
    ]);
  });
});

describe("errdex retire", () => {
  it("leaves a tombstone, and takes the code out of what answers with it", async () => {
    const place = workplace(small());
    await clean(place);
    const { code, out, err } = await place.errdex(["retire", "gone", "--reason", "It is: gone."]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("catalog/operations.yaml: the operation read no longer names gone.\n");
    expect(out).toContain("gone is retired since 1.0.0.");
    expect(text(place, "errors/a.yaml")).toContain(
      '    examples: [{ title: A case }]\n    retired: { since: 1.0.0, reason: "It is: gone." }\n  broken:\n',
    );
    expect(text(place, "operations.yaml")).toContain("    codes:\n      - late # soon\n  write:");
    expect(text(place, "catalog.yaml")).toContain('    codes: ["late", broken]\n');
    expect(text(place, "catalog.yaml")).toContain("infer: { 409: late, 500: broken }\n");
    expect(text(place, "locales/de.yaml")).toContain("  gone: { title: Über gone");
    await clean(place);
  });

  it("names its successor where the code was named", async () => {
    const place = workplace(small());
    const before = text(place, "errors/a.yaml");
    expect((await place.errdex(["retire", "late", "--replaced-by", "broken"])).code).toBe(0);
    expect(text(place, "errors/a.yaml")).toBe(
      before.replace(
        "examples: [{ title: A case }]\n",
        "examples: [{ title: A case }]\n    retired: { since: 1.0.0, replaced_by: broken }\n",
      ),
    );
    expect(text(place, "catalog.yaml")).toContain("  timeout: { code: 'broken' } # slow\n");
    expect(text(place, "catalog.yaml")).toContain(
      "infer: { 409: broken, 410: gone, 500: broken }\n",
    );
    expect(text(place, "catalog.yaml")).toContain(
      "allow:\n  # two\n  - rule: missing-since\n    codes: [broken, gone]\n",
    );
    expect(text(place, "operations.yaml")).toBe(
      lines(
        "groups: { usual: [broken] }",
        "operations:",
        "  read:",
        "    codes:",
        "      - broken # soon",
        "      - gone",
        "  write: { codes: [ broken ], groups: [usual] }",
        "  drop:",
        "    codes:",
        "      - broken",
      ),
    );
    expect(text(place, "wire/old.yaml")).toContain("  gone: broken\n");
    await clean(place);
  });

  it("says what is left to do, where an operation has no code any more", async () => {
    const place = workplace(small());
    place.write({
      "catalog/wire/old.yaml": "wire: old\nbody: { error: $code, message: $message }\n",
    });
    const { code, out } = await place.errdex(["retire", "late"]);
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(
        /Left to do:\n\ncatalog\/operations.yaml:\d+:3 warning operation-empty /,
      ),
    ]);
    expect(text(place, "operations.yaml")).toContain(
      "  write: { codes: [], groups: [usual] }\n  drop:\n    codes: []\n",
    );
    expect(text(place, "catalog.yaml")).toContain("roles:\n  unavailable: broken\n");
  });

  it("refuses what cannot do without the code, and writes nothing", async () => {
    const place = workplace(small());
    const before = place.files().map((path) => place.read(path));
    for (const [argv, expected] of [
      [["retire", "broken"], "broken is the fallback: name another first"],
      [["retire", "late"], "late is the code that another is folded into in catalog/wire/old.yaml"],
      [["retire", "lat"], 'There is no code "lat" in the catalog. Did you mean "late"?'],
      [["retire", "late", "--replaced-by", "brokn"], 'Did you mean "broken"?'],
      [["retire", "late", "--replaced-by", "late"], "cannot take its own place"],
      [["retire"], "missing required argument"],
    ] as const) {
      const { code, err } = await place.errdex(argv);
      expect([code, err]).toEqual([2, expect.stringContaining(expected)]);
    }
    expect(place.files().map((path) => place.read(path))).toEqual(before);
  });

  it("finds what would be wrong, and writes nothing", async () => {
    const needy = small();
    const place = workplace({
      ...needy,
      "catalog/errors/a.yaml": `${needy["catalog/errors/a.yaml"]}${lines(...entry("needy", ["    fields: { n: integer }"])).replace("A case", "A case, fields: { n: 1 }")}`,
    });
    await place.errdex(["check", "--baseline"]);
    const before = place.files().map((path) => place.read(path));
    const { code, out, err } = await place.errdex(["retire", "broken", "--replaced-by", "needy"]);
    expect([code, err]).toEqual([1, "Nothing was written: this is what would be wrong.\n"]);
    expect(out).toContain("error fallback-unusable");
    expect(place.files().map((path) => place.read(path))).toEqual(before);
  });

  it("names a code of another catalog, a version by the ledger, and forgets what the baseline let be", async () => {
    const place = workplace(small());
    place.write({ "catalog/catalog.yaml": text(place, "catalog.yaml").replace(", gone]", "]") });
    await place.errdex(["check", "--baseline"]);
    expect(text(place, "baseline.json")).toContain('"gone": 1');
    expect((await place.errdex(["release"])).code).toBe(0);
    const { code, out } = await place.errdex(["retire", "gone", "--replaced-by", "images/gone"]);
    expect([code, out]).toEqual([
      0,
      expect.stringContaining("The version of the catalog is 2.0.0 instead of 1.0.0.\n"),
    ]);
    expect(text(place, "catalog.yaml")).toContain("\nversion: 2.0.0\n");
    expect(text(place, "errors/a.yaml")).toContain(
      "    retired: { since: 2.0.0, replaced_by: images/gone }\n",
    );
    expect(text(place, "baseline.json")).not.toContain("gone");
    await clean(place);
    const again = await place.errdex(["retire", "gone"]);
    expect([again.code, again.err]).toEqual([2, 'errdex: The code "gone" is retired already.\n']);
  });
});

describe("errdex retire of a code that was never released", () => {
  it("leaves nothing of it", async () => {
    const place = await released();
    const { code, out } = await place.errdex(["retire", "fresh", "--reason", "A mistake."]);
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(
        /The reason was not written: .*\n(.*\n)*fresh was never released, so nothing of it is left\.\n/,
      ),
    ]);
    expect(place.files().filter((path) => /fresh|# deep/.test(place.read(path)))).toEqual([]);
    expect(text(place, "errors/a.yaml")).toMatch(/ {4}examples: \[\{ title: "A case" \}\]\n$/);
    expect(text(place, "wire/old.yaml")).toContain("codes: { broken: BROKEN }\n");
  });

  it("refuses where others are replaced by it, and names what takes its place where that is said", async () => {
    const place = await released();
    const head = text(place, "errors/a.yaml");
    const ended = "    deprecated: { since: 1.1.0, replaced_by: fresh }\n";
    place.write({
      "catalog/errors/a.yaml": head.replace(/\n\n {2}# the next/, `\n${ended}\n  # the next`),
    });
    const { code, err } = await place.errdex(["retire", "fresh"]);
    expect([code, err]).toEqual([
      2,
      "errdex: catalog/errors/a.yaml names fresh as what has taken the place of late: say there what has, or say with --replaced-by which takes the place of fresh.\n",
    ]);
    expect((await place.errdex(["retire", "fresh", "--replaced-by", "gone"])).code).toBe(0);
    expect(text(place, "errors/a.yaml")).toContain("replaced_by: gone }");
  });

  it("keeps what a baseline lets be of the texts of a tombstone", async () => {
    const place = workplace(small());
    const short = text(place, "errors/a.yaml").replace("It is gone.", "It is gone");
    place.write({ "catalog/errors/a.yaml": short });
    await place.errdex(["check", "--baseline"]);
    expect((await place.errdex(["release"])).code).toBe(0);
    const { code, out } = await place.errdex(["retire", "gone"]);
    expect([code, out]).toEqual([0, expect.not.stringContaining("message-full-stop")]);
    expect(text(place, "baseline.json")).toContain('"message-full-stop": {\n      "gone": 1\n');
  });
});

describe("errdex rename", () => {
  it("leaves the tombstone inside the brackets that the entry stands in", async () => {
    const place = workplace(small());
    const flat =
      "category: orders\nerrors: { odd: { status: 409, title: Odd, message: It is odd., meaning: It is so., causes: [It happens.], fixes: [Wait.], resolver: user, retry: never, examples: [{ title: A case }], since: 1.0.0 } } # end\n";
    place.write({ "catalog/errors/flat.yaml": flat });
    await place.errdex(["check", "--baseline"]);
    expect((await place.errdex(["release"])).code).toBe(0);
    expect((await place.errdex(["rename", "odd", "even"])).code).toBe(0);
    expect(text(place, "errors/flat.yaml")).toMatch(
      /since: 2\.0\.0 \}, odd: \{ retired: \{ since: 2\.0\.0, replaced_by: even \} \} \} # end\n$/,
    );
  });

  it("is not kept from it by complaints that were there before, whatever words are in them", async () => {
    const place = workplace(small());
    place.write({
      "catalog/errors/b.yaml": `${lines("category: orders", "errors:", ...entry("no", ["    since: 1.0.0"]))}  bare: { status: 409, title: Bare, message: It is bare., since: 1.0.0 }\n`,
    });
    const { code, out } = await place.errdex(["rename", "no", "never_again"]);
    expect([code, out]).toEqual([0, expect.not.stringContaining("bare has no")]);
  });

  it("renames in every place, and keeps the wire, where there is no ledger", async () => {
    const place = workplace(small());
    const before = Object.fromEntries(place.files().map((path) => [path, place.read(path)]));
    const { code, out, err } = await place.errdex(["rename", "late", "too_late"]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("On the wire too_late is still late in old.\n");
    for (const path of ["errors/a.yaml", "operations.yaml", "locales/de.yaml", "catalog.yaml"])
      expect(text(place, path).replaceAll("too_late", "late")).toBe(before[`catalog/${path}`]);
    expect(text(place, "catalog.yaml")).toContain("timeout: { code: 'too_late' } # slow");
    expect(text(place, "wire/old.yaml")).toContain(
      "codes: { broken: BROKEN, too_late: late }\nfolds:\n  gone: too_late\n",
    );
    expect(text(place, "wire/flat.yaml")).toBe("wire: flat\ncodes:\n  too_late: late\n");
    await clean(place);
    place.write({
      "answer.txt":
        'HTTP/1.1 409 Conflict\ncontent-type: application/json\n\n{"error":"late","message":"x"}',
    });
    expect((await place.errdex(["decode", "answer.txt"])).out).toMatch(/^too_late /);
  });

  it("follows on the wire where the code was never released, or where that is asked for", async () => {
    const place = workplace(small());
    await place.errdex(["rename", "late", "too_late", "--respell"]);
    expect(place.files()).not.toContain("catalog/wire/flat.yaml");
    expect(text(place, "wire/old.yaml")).toContain("codes: { broken: BROKEN }\n");
    await clean(place);
    const other = workplace(small());
    await other.errdex(["check", "--baseline"]);
    await other.errdex(["release"]);
    other.write({
      "catalog/errors/a.yaml": `${text(other, "errors/a.yaml")}${lines(...entry("fresh", ["    since: 1.1.0"]))}`,
      "catalog/catalog.yaml": text(other, "catalog.yaml").replace("1.0.0", "1.1.0"),
      "catalog/locales/de.yaml": `${text(other, "locales/de.yaml")}  fresh: { title: Frisch, message: Es ist frisch., meaning: So ist es., causes: [So.], fixes: [So.] }\n`,
      "catalog/operations.yaml": text(other, "operations.yaml").replace(
        "[late, broken]",
        "[late, broken, fresh]",
      ),
    });
    const { code, out } = await other.errdex(["rename", "fresh", "newest"]);
    expect([code, out]).toEqual([
      0,
      expect.stringContaining("It was never released, so nothing of the old code is left.\n"),
    ]);
    expect(other.files().some((path) => /fresh[:,\]]/.test(other.read(path)))).toBe(false);
    await clean(other);
  });

  it("retires a code that was released, and gives its successor all it had, a baseline too", async () => {
    const place = workplace(small());
    place.write({ "catalog/catalog.yaml": text(place, "catalog.yaml").replace(", gone]", "]") });
    await place.errdex(["check", "--baseline"]);
    await place.errdex(["release"]);
    const { code, out } = await place.errdex(["rename", "gone", "vanished"]);
    expect([code, out]).toEqual([
      0,
      expect.stringContaining(
        "Added vanished, since 2.0.0, with all that gone had; gone is retired, and replaced by it.\n",
      ),
    ]);
    expect(text(place, "errors/a.yaml")).toContain(
      "    examples: [{ title: A case }]\n    since: 2.0.0\n  gone: { retired: { since: 2.0.0, replaced_by: vanished } }\n  broken:\n",
    );
    expect(text(place, "errors/a.yaml")).toContain(
      '\n  # the next\n  "vanished":\n    status: 409 # as ever\n',
    );
    await clean(place);
    expect((await place.errdex(["diff", "released", "--format", "json"])).out).toContain(
      '"id": "code-renamed"',
    );
    expect(await place.errdex(["release"])).toMatchObject({ code: 0, err: "" });
  });

  it("refuses names that are taken or none, and codes that there are not", async () => {
    const place = workplace(small());
    await place.errdex(["retire", "gone"]);
    const before = place.files().map((path) => place.read(path));
    for (const [from, to, expected] of [
      ["late", "broken", 'has the code "broken" already'],
      ["late", "gone", 'The code "gone" is retired, and a code is never used again.'],
      ["late", "too late", '"too late" is no code'],
      ["gone", "past", "is retired, so it keeps its name"],
      ["brokn", "past", 'Did you mean "broken"?'],
    ] as const) {
      const { code, err } = await place.errdex(["rename", from, to]);
      expect([code, err]).toEqual([2, expect.stringContaining(expected)]);
    }
    const { code, out } = await place.errdex(["rename", "late", "class"]);
    expect([code, out]).toEqual([1, expect.stringContaining("error code-identifier")]);
    expect(place.files().map((path) => place.read(path))).toEqual(before);
  });
});

describe("a change of codes", () => {
  it("with --dry-run writes nothing, and shows a diff that git can apply", async () => {
    const place = await shipped();
    const before = place.files().map((path) => place.read(path));
    const { code, out } = await place.errdex(["rename", "rate_limited", "slow_down", "--dry-run"]);
    expect(code).toBe(0);
    expect(place.files().map((path) => place.read(path))).toEqual(before);
    const diff = out.slice(0, out.indexOf("On the wire "));
    execFileSync("git", ["apply", "-p0", "-"], { cwd: place.folder, input: diff });
    const applied = Object.fromEntries(place.files().map((path) => [path, place.read(path)]));
    const other = await shipped();
    await other.errdex(["rename", "rate_limited", "slow_down"]);
    expect(Object.fromEntries(other.files().map((path) => [path, other.read(path)]))).toEqual(
      applied,
    );
  });

  it.each([
    ["retire", "plan_required", "--replaced-by", "quota_exceeded"],
    ["retire", "api_version_deprecated"],
    ["rename", "rate_limited", "slow_down"],
    ["rename", "validation_error", "request_refused"],
    ["rename", "internal_error", "unexpected_error"],
  ])("of the shipped catalog leaves nothing wrong: %s %s", async (...argv) => {
    const place = await shipped();
    const { code, out, err } = await place.errdex(argv.filter((each) => each !== undefined));
    expect([code, err]).toEqual([0, ""]);
    expect(out).not.toContain("Left to do");
    expect((await place.errdex(["check"])).out).toMatch(
      /^image-hosting: \d+ codes, no errors\.\n$/,
    );
    expect(readFileSync(`${place.folder}/catalog/released.json`, "utf8")).toBe(
      readFileSync(`${root}catalog/released.json`, "utf8"),
    );
  });

  it("keeps line ends of Windows", async () => {
    const windows = Object.fromEntries(
      Object.entries(small()).map(([path, each]) => [path, each.replaceAll("\n", "\r\n")]),
    );
    const [place, other] = [workplace(windows), workplace(small())];
    for (const argv of [
      ["rename", "late", "too_late"],
      ["retire", "gone"],
    ])
      for (const each of [place, other]) expect((await each.errdex(argv)).code).toBe(0);
    for (const path of Object.keys(windows))
      expect(place.read(path)).toBe(other.read(path).replaceAll("\n", "\r\n"));
  });

  it("is refused where a file cannot be edited or read", async () => {
    const place = workplace(small());
    place.write({ "catalog/errors/a.yaml": `\ufeff${text(place, "errors/a.yaml")}` });
    const marked = await place.errdex(["retire", "gone"]);
    expect([marked.code, marked.err]).toEqual([
      2,
      expect.stringContaining("catalog/errors/a.yaml cannot be edited"),
    ]);
    place.write({ "catalog/errors/a.yaml": "category: [\n" });
    const broken = await place.errdex(["retire", "gone"]);
    expect([broken.code, broken.err]).toEqual([
      2,
      expect.stringContaining("Not all of catalog can be read. Mend it first."),
    ]);
  });
});
