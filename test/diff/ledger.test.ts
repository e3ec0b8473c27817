import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { collect } from "../../src/diagnostics/report.js";
import { diffCatalogs } from "../../src/diff/diff-catalogs.js";
import { printLedger } from "../../src/diff/ledger/print-ledger.js";
import { readCatalogFiles } from "../../src/disk/read-catalog-files.js";
import { ledgerContract } from "../../src/load/ledger-contract.js";
import { ledgerFile } from "../../src/load/ledger-schema.js";
import { loadCatalog } from "../../src/load/load-catalog.js";
import { loadRules } from "../../src/load/load-rules.js";
import { parseYaml } from "../../src/load/parse-yaml.js";
import { isPlainJson } from "../../src/load/plain-json.js";
import { readLedger } from "../../src/load/read-ledger.js";
import type { Span } from "../../src/model/source.js";
import type { YamlMap } from "../../src/model/yaml-node.js";
import { root, shippedCatalog } from "../shipped-catalog.js";
import { type CatalogTexts, catalogOf, entryText, shown } from "../support/catalog-of.js";
import { workplace } from "../support/workplace.js";
import { contractFrom, entries, idsOf, late, readCatalog, released } from "./compared.js";

const lateEntry = entryText("late", { title: "Too late", fields: "{ why: string }" });
const entryOf = (code: string) => entryText(code, { title: `About ${code}`, name: code });

/** The text without its digest, as one of old: whatever is done to it is looked at for itself. */
const withoutDigest = (ledger: string) => ledger.replace(/,\n {2}"digest": "[^"]*"/, "");

/** Lines that git shows as added and as removed. */
function gitDiff(before: string, after: string): { added: number; removed: number } {
  const { folder } = workplace();
  writeFileSync(join(folder, "a.json"), before);
  writeFileSync(join(folder, "b.json"), after);
  const numbers = (() => {
    try {
      return execFileSync("git", ["diff", "--no-index", "--numstat", "a.json", "b.json"], {
        cwd: folder,
        encoding: "utf8",
      });
    } catch (error) {
      return (error as { stdout: string }).stdout;
    }
  })();
  const [added = "0", removed = "0"] = numbers.split("\t");
  return { added: Number(added), removed: Number(removed) };
}

/** What git makes of two texts that came of one. */
function gitMerge(base: string, ours: string, theirs: string): string {
  const { folder } = workplace();
  for (const [name, text] of Object.entries({ base, ours, theirs }))
    writeFileSync(join(folder, name), text);
  const ran = spawnSync("git", ["merge-file", "-p", "ours", "base", "theirs"], {
    cwd: folder,
    encoding: "utf8",
  });
  return ran.stdout;
}

/** What the digests of a code's texts take: two brackets and that of its meaning. */
const textLines = 3;
const linesOf = (code: string, ledger: string) => {
  const lines = ledger.split("\n");
  const start = lines.indexOf(`    "${code}": {`);
  return lines.indexOf("    },", start) - start + 1;
};

describe("the ledger in git", () => {
  // That of the ledger changes with whatever changes, so that git sees a conflict where two branches released something.
  it.each([
    ["the first", "a_first"],
    ["one in the middle", "lb_middle"],
    ["the last", "z_last"],
  ])("shows the lines of a code that is added as %s, of its digests, and no others", (_, code) => {
    const others = [entryOf("b_one"), lateEntry, entryOf("m_two")];
    const before = released(entries(others));
    const after = released(entries([...others, entryOf(code)]));
    const { added, removed } = gitDiff(before, after);
    expect(removed).toBe(1);
    expect(added).toBe(linesOf("b_one", after) + textLines + 1);
  });

  it("shows one line for each member of a code that changes, and the digest", () => {
    const before = released(late({ title: "One", message: "Two." }));
    expect(gitDiff(before, released(late({ title: "One", message: "Three." })))).toEqual({
      added: 2,
      removed: 2,
    });
  });

  it("is the same however often it is written, with LF and no space at the ends", () => {
    const text = printLedger(shippedCatalog);
    expect(printLedger(contractFrom(text))).toBe(text);
    expect(text).not.toMatch(/\r|[ \t]\n|\n\n/);
    expect(text.endsWith("}\n")).toBe(true);
  });
});

describe("what was released once", () => {
  const two = entries([lateEntry, entryText("gone", { title: "Gone for good" })]);
  const tombstone = entries([lateEntry, "  gone: { retired: { since: 1.0.0 } }\n"]);
  const ledger = (text: string) => JSON.parse(text) as { past: unknown };

  it("remembers a retired code, also when its tombstone is deleted", () => {
    const past = {
      codes: { gone: { until: "1.0.0", title: "Gone for good", contract: expect.any(String) } },
      spellings: {},
    };
    expect(ledger(released(tombstone, two)).past).toEqual(past);
    expect(ledger(released(late(), two, tombstone, late())).past).toEqual(past);
  });

  it("remembers spellings that are no more", () => {
    const wire = (codes: string) => ({
      ...two,
      "wire/v.yaml": `wire: v\nspelling: upper\ncodes: ${codes}\n`,
    });
    const history = [
      wire("{ gone: { code: A, also: [B] } }"),
      wire("{ gone: { code: C } }"),
    ] as const;
    const past = { v: { A: "gone", B: "gone" } };
    expect(ledger(released(wire("{ gone: { code: C } }"), ...history)).past).toEqual({
      codes: {},
      spellings: past,
    });
    const last = { ...tombstone, "wire/v.yaml": "wire: v\nspelling: upper\n" };
    expect(ledger(released(last, ...history)).past).toEqual({
      codes: { gone: { until: "1.0.0", title: "Gone for good", contract: expect.any(String) } },
      spellings: { v: { ...past.v, C: "gone" } },
    });
  });

  it("remembers codes and spellings that every object has a member of", () => {
    const odd = entries([lateEntry, entryText("constructor", { title: "Odd", name: "odd" })]);
    const text = released(late(), odd);
    expect(ledger(text).past).toMatchObject({ codes: { constructor: { title: "Odd" } } });
    const back = catalogOf({ ...odd, "released.json": text }).diagnostics;
    expect(shown(back).join()).toContain("released-reused errors/a.yaml:15:3");
  });
});

describe("reading the ledger", () => {
  const sealed = released(late({ fields: "{ why: { properties: { a?: { enum: [x] } } } }" }));
  const text = withoutDigest(sealed);
  const problems = (ledger: string) =>
    shown(catalogOf({ ...late(), "released.json": ledger }).diagnostics).filter((text) =>
      text.includes("released"),
    );

  it("knows where each part stands", () => {
    const { released: read } = readCatalog({ ...late(), "released.json": text });
    const lineOf = (span: Span | undefined) =>
      span?.file.text.slice(0, span.start).split("\n").length;
    const [code] = read?.entries ?? [];
    const lines = text.split("\n");
    const numberOf = (part: string) => lines.findIndex((line) => line.includes(part)) + 1;
    expect(lineOf(read?.version.at)).toBe(numberOf('"version"'));
    expect(lineOf(code?.at)).toBe(numberOf('"late"'));
    const type = code?.fields[0]?.type;
    const inner = type?.kind === "object" ? type.properties[0]?.at : undefined;
    expect(lineOf(inner)).toBe(numberOf('"fields"'));
    expect(inner?.file.text.slice(inner.start, inner.end)).toBe('"a?"');
  });

  it("is read at once as it is written, numbers for names among others", () => {
    const head = "infer: { 409: late, 4xx: late, 500: late }";
    const numbers = {
      ...late({}, head),
      "wire/v.yaml": "wire: v\ncodes: { late: { code: 9, also: [10, 100] } }\n",
    };
    const file = { path: "released.json", text: released(late({}, head), numbers) };
    expect(JSON.parse(file.text).past.spellings).toEqual({
      v: { 9: "late", 10: "late", 100: "late" },
    });
    expect(isPlainJson(file, JSON.parse(file.text))).toBe(true);
  });

  it("takes it as other formatters leave it", () => {
    expect(problems(sealed)).toEqual(problems(text));
    const tabs = JSON.stringify(JSON.parse(sealed), null, "\t");
    expect(problems(tabs)).toEqual(problems(text));
    expect(problems(JSON.stringify(JSON.parse(sealed)))).toEqual(problems(text));
  });

  const version = (version: string) =>
    text.replace('"version": "1.0.0"', `"version": "${version}"`);

  it.each([
    ["text that is no JSON", "{ catalog", "released.json:1:3 The ledger is not JSON."],
    ["nothing", "", "released.json:1:1 The ledger is not JSON."],
    [
      "one of which the end is missing",
      sealed.slice(0, 300),
      "is not JSON: it ends too soon. | Take",
    ],
    ["one that ends in a text", sealed.slice(0, 20), "The ledger is not JSON: it ends too soon."],
    [
      "a merge conflict",
      text.replace("  ", "<<<<<<< ours\n  "),
      "released.json:2:1 The ledger holds a merge conflict. | Take the file of one side, and run",
    ],
    [
      "a code that stands twice",
      text.replace('    "late": {', '    "late": {},\n    "late": {'),
      'The key "late" stands here a second time',
    ],
    [
      "a key that it does not know",
      text.replace('"title"', '"titel"'),
      'The key "titel" is not known here. | If a newer errdex wrote it, upgrade. Take',
    ],
    [
      "a later layout",
      text.replace('"errdex": 1', '"errdex": 2').replace('"title"', '"titles"'),
      "released.json:2:13 A newer errdex wrote this ledger: its format is 2, and this one reads 1. | Upgrade errdex to the version that wrote it.",
    ],
    ["a layout that never was", text.replace('"errdex": 1', '"errdex": 0'), "Expected 1"],
    ["a version that is none", version("one"), "version"],
    ...["01.0.0", "9.0.0-..", "99999999999999999999.0.0", " 1.0.0"].map((each) => [
      `the version ${each}`,
      version(each),
      "version such as 1.0.0",
    ]),
    ["JSON of another kind", "[]", "Expected a mapping, found an empty list."],
    [
      "one that was edited by hand",
      sealed.replace('"Too late"', '"Much too late"'),
      `released.json:${sealed.split("\n").length - 2}:13 The digest of the ledger does not fit what it says: two releases were merged into one, or it was edited by hand. | Take the file as one of the releases wrote it, and run \`errdex release\` for what came with the other.`,
    ],
    ["a digest that is none", sealed.replace(/"digest": ".*"/, '"digest": ""'), "does not fit"],
    [
      "the ledger of another catalog",
      released(entries([entryOf("other")]))
        .replace('"shop"', '"store"')
        .replace(/,\s*"digest": "\w+"/, ""),
      'released.json:3:14 This is the ledger of "store": it has another name than "shop", and none of its codes. | Take the ledger of this catalog from your history. One that was never released has none.',
    ],
  ])("refuses %s", (_, ledger, expected) => {
    const said = problems(ledger);
    expect(said.join("\n")).toContain(expected);
    expect(said.every((line) => line.startsWith("released-form released.json:"))).toBe(true);
  });

  it("is that of the catalog under another name, as long as a code is the same", () => {
    const renamed = late({}, "rules: { catalog-name: off }");
    const files = {
      ...late(),
      "catalog.yaml": String(renamed["catalog.yaml"]).replace("shop", "store"),
    };
    expect(
      shown(catalogOf({ ...files, "released.json": sealed }).diagnostics).join(),
    ).not.toContain("released-form");
  });

  it("is not what git makes of two releases", () => {
    const branch = (code: string) => released(entries([lateEntry, entryOf(code)]), late());
    const [base, ours, theirs] = [released(late()), branch("a_first"), branch("z_last")];
    const merged = gitMerge(base, ours, theirs);
    expect(merged).toMatch(/^<{7} [^>]*"digest"[^>]*>{7}/ms);
    expect(problems(merged).join()).toContain("holds a merge conflict");
    // Whoever takes the digest of one side has a ledger that nobody released.
    const resolved = merged.replace(/^<{7}.*\n(.*\n)={7}\n.*\n>{7}.*\n/gm, "$1");
    expect(Object.keys(JSON.parse(resolved).codes)).toEqual(["a_first", "late", "z_last"]);
    expect(problems(resolved).join()).toContain("two releases were merged into one");
  });

  it("says the same with places and without, whatever the text", () => {
    const parts = [
      '"',
      "\\u202e",
      "\u202e",
      "\\b",
      "{",
      "[1]",
      ",",
      "1e999",
      "9007199254740993",
      "-0",
    ];
    const twice = ['"title": "Again",', '"__proto__": 1,', '"body": '.padEnd(250, "["), "\r\n"];
    const edit = fc.record({
      at: fc.nat(text.length),
      length: fc.nat(3),
      put: fc.constantFrom("", ...parts, ...twice),
    });
    fc.assert(
      fc.property(edit, ({ at, length, put }) => {
        const file = {
          path: "released.json",
          text: text.slice(0, at) + put + text.slice(at + length),
        };
        const { report, diagnostics } = collect(loadRules);
        const read = readLedger({ file, readable: true }, report);
        expect(read === undefined).toBe(diagnostics.length > 0);
        const placed = parseYaml(file, report);
        const known = ledgerFile.safeParse(placed?.value).success;
        if (read === undefined) return;
        // What was read at once is what the reader with places makes of it, without a complaint.
        expect([diagnostics, known]).toEqual([[], true]);
        expect(printLedger(ledgerContract(placed as YamlMap))).toBe(printLedger(read));
      }),
      { numRuns: 500 },
    );
  });

  it("has codes that can be spread, and a contract made of it says what it says itself", () => {
    const ledger = contractFrom(text);
    const [first] = ledger.entries;
    const { title, fields } = { ...first };
    expect([title?.value, fields?.map(({ name }) => name)]).toEqual(["Too late", ["why"]]);
    const retitled = ledger.entries.map((entry) => ({
      ...entry,
      title: { value: "Late", at: entry.at },
    }));
    const found = diffCatalogs(ledger, { ...ledger, entries: retitled });
    expect(found.map(({ id, code }) => [id, code])).toEqual([["title-changed", "late"]]);
  });

  it("finds nothing in a ledger that says the same in other words", () => {
    const short = released(late({ fields: "{ why: string }" }));
    const long = withoutDigest(short).replace('"why": "string"', '"why": { "type": "string" }');
    expect(long).not.toBe(short);
    expect(diffCatalogs(contractFrom(long), contractFrom(short))).toEqual([]);
  });

  it("says nothing of codes in entries that cannot be read", () => {
    const { diagnostics } = catalogOf({ ...late({ status: "some" }), "released.json": text });
    expect(shown(diagnostics).join("\n")).not.toContain("released-");
    expect(shown(diagnostics).join("\n")).toContain("wrong-type");
  });
});

describe("a ledger of old, which does not say", () => {
  const whole = late(
    {},
    "docs: https://a.example.com/{code}",
    "type: { address: 'urn:shop:{code}', also: ['urn:store:{code}'] }",
    "context: { trace_id?: string }",
  );
  const without = (...parts: readonly string[]) => {
    const said = JSON.parse(released(whole)) as Record<string, unknown>;
    return JSON.stringify(
      Object.fromEntries(
        Object.entries(said).filter(([name]) => ![...parts, "digest"].includes(name)),
      ),
    );
  };
  const changes = (ledger: string, current: CatalogTexts) => [
    ...idsOf(diffCatalogs(contractFrom(ledger), readCatalog(current))),
  ];

  it("the type and the context reports nothing of them", () => {
    const old = without("type", "context");
    expect(changes(old, whole)).toEqual([]);
    expect(idsOf(diffCatalogs(readCatalog(whole), contractFrom(old)))).toEqual([]);
    expect(idsOf(diffCatalogs(contractFrom(old), contractFrom(old)))).toEqual([]);
    const docs = "docs: https://a.example.com/{code}";
    const typed = late({}, docs, "types: { A: string }", "context: { trace_id?: A }");
    expect(changes(old, typed)).toEqual(["type-added types.A"]);
    // Where it does say that there is none, there was none.
    expect(changes(released(late({}, docs)), whole)).toEqual([
      "type-address-changed type",
      "wire-member-changed wires.problem.body",
      "context-added context.trace_id",
      "type-also-added type.also",
      "wire-member-added wires.flat.body.trace_id",
      "wire-member-added wires.problem.body.trace_id",
    ]);
  });

  it("one of them reports what has become of the other", () => {
    const plain = late({}, "docs: https://a.example.com/{code}", "type: urn:shop:{code}");
    expect(changes(without("type"), plain)).toEqual([
      "context-removed context.trace_id",
      "wire-member-changed wires.flat.body.trace_id",
      "wire-member-changed wires.problem.body.trace_id",
    ]);
    expect(changes(without("context"), plain)).toEqual([
      "type-also-removed type.also",
      "wire-member-changed wires.flat.body.trace_id",
      "wire-member-changed wires.problem.body.trace_id",
    ]);
  });

  it("what types are called goes by what they are called now, when the pages move", () => {
    const [moved] = [whole].map((texts) => ({
      ...texts,
      "catalog.yaml": String(texts["catalog.yaml"]).replace("a.example.com", "b.example.com"),
    }));
    expect(changes(without("type", "context"), moved ?? {})).toEqual(["docs-address-changed docs"]);
  });

  it("some part does not say it when it is written again either", () => {
    const old = contractFrom(without("context"));
    const again = JSON.parse(printLedger(old)) as object;
    expect(again).not.toHaveProperty("context");
    expect(again).toHaveProperty("type");
  });
});

describe("accepted changes", () => {
  const ledger = released(late());
  const suppression = (more: string) => `suppress: [{ reason: Nobody reads it., ${more} }]`;
  const said = (more: string, members: Readonly<Record<string, string>> = { status: "410" }) => {
    const texts = late(members, suppression(more));
    const catalog = String(texts["catalog.yaml"]).replace("1.0.0", "1.0.1");
    const files = { ...texts, "catalog.yaml": catalog, "released.json": ledger };
    return shown(catalogOf(files).diagnostics)
      .filter((text) => /^(released|suppression)-/.test(text))
      .map((text) => text.split(" | ")[0]);
  };

  it("ask for a patch, until the release that they name", () => {
    const both = { status: "[410, 409]" };
    expect(said("change: status-default-changed, until: 1.0.1", both)).toEqual([]);
    expect(said("change: status-default-changed, codes: [late], until: 2.0.0", both)).toEqual([]);
    expect(said("change: status-default-changed, until: 1.0.0", both)).toEqual([
      expect.stringMatching(/^released-version catalog\.yaml:3:10 /),
      "suppression-unused catalog.yaml:5:12 1.0.0 is released, and this was accepted until 1.0.0.",
    ]);
  });

  it("are for the codes that they name", () => {
    expect(said("change: status-default-changed, codes: [other], until: 1.0.1")[1]).toBe(
      "suppression-unused catalog.yaml:5:12 Nothing that changed since 1.0.0 needs this.",
    );
  });

  it("are never what is refused, nor what there is not", () => {
    expect(said("change: code-removed, until: 1.0.1", {})).toEqual([
      "suppression-unknown catalog.yaml:5:48 code-removed is always refused.",
    ]);
    expect(said("change: status-chnged, until: 1.0.1", {})[0]).toMatch(/^suppression-unknown /);
  });
});

describe("the shipped catalog", () => {
  it("breaks nothing that was released", async () => {
    const { catalog } = loadCatalog(await readCatalogFiles(`${root}catalog`, root));
    const ledger = catalog?.released;
    if (catalog === undefined || ledger === undefined) throw new Error("There is no ledger.");
    const changes = diffCatalogs(ledger, catalog);
    const broken = changes.filter(({ bump }) => bump === "major");
    expect(broken.map(({ message }) => message)).toEqual([]);
  });

  it("has a ledger as errdex release writes it", () => {
    const text = readFileSync(`${root}catalog/released.json`, "utf8");
    const { digest, ...written } = JSON.parse(printLedger(contractFrom(text)));
    expect(written).toEqual(JSON.parse(text)); // it was released before ledgers had a digest
    expect(digest).toMatch(/^[0-9a-f]{16}$/);
    expect(text.length).toBeLessThan(64 * 1024);
  });
});
