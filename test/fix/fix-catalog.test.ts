import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fixCatalog } from "../../src/fix/fix-catalog.js";
import { entryKeys } from "../../src/model/entry-keys.js";
import { released } from "../diff/compared.js";
import { shippedCatalog } from "../shipped-catalog.js";
import {
  type CatalogTexts,
  catalogOf,
  entryText,
  errorsText,
  lines,
  shown,
  strictHeadText,
} from "../support/catalog-of.js";

function fix(texts: CatalogTexts): {
  readonly texts: CatalogTexts;
  readonly mends: readonly string[];
} {
  const files = Object.entries(texts).map(([path, content]) => ({
    path,
    shownPath: path,
    content,
  }));
  const { files: changed, mends } = fixCatalog(files);
  const written = Object.fromEntries(changed.map(({ path, text }) => [path, text]));
  return {
    texts: { ...texts, ...written },
    mends: mends.map(({ path, code = "", what }) => `${path} ${code}: ${what}`),
  };
}

const withErrors = (text: string, head = strictHeadText()): CatalogTexts => ({
  "catalog.yaml": head,
  "errors/a.yaml": text,
});
const fixedErrors = (text: string, head?: string) =>
  fix(withErrors(text, head)).texts["errors/a.yaml"];
const rest = lines("    message: Gone.", "    # why", "    meaning: It is gone.");

describe("errdex check --fix", () => {
  it("leaves an entry as it is in which a key is misspelt, and says nothing of its order", () => {
    const text = errorsText(
      entryText("late").replace("    status", "    titel: Late\n    status"),
      lines("  odd:", "    title: Odd", "    staus: 409", "    status: 409"),
    );
    expect(fix(withErrors(text)).mends).toEqual(["errors/a.yaml odd: added `since: 1.0.0`"]);
    const said = shown(catalogOf(withErrors(text)).diagnostics).filter((line) =>
      line.startsWith("key-order"),
    );
    expect(said).toEqual([expect.stringContaining("In odd, `status` comes before `title`.")]);
  });

  it("puts keys in order, and keeps comments elsewhere and all spaces", () => {
    const text = lines(
      "category: orders # the first",
      "errors:",
      "  late:   # a comment",
      "    title:   Late",
      "    status: 409",
      "    # about the message",
      "    message: >-",
      "      Too",
      "      late.",
      "    since: 1.0.0",
    );
    const mended = text.replace(
      "    title:   Late\n    status: 409\n",
      "    status: 409\n    title:   Late\n",
    );
    expect(fixedErrors(text.replace("    # about the message\n", ""))).toBe(
      mended.replace("    # about the message\n", ""),
    );
    // Here the comment stands in what would have to move.
    expect(fixedErrors(text)).toBe(text);
  });

  it("puts keys in order around own keys, which stay where they are", () => {
    const entry = (...keys: readonly string[]) =>
      lines("category: orders", "errors:", "  late:", ...keys.map((key) => `    ${key}`));
    expect(
      fixedErrors(entry("title: Late", "x-owner: a", "since: 1.0.0", "status: 409", "x-b: [c]")),
    ).toBe(entry("status: 409", "x-owner: a", "title: Late", "since: 1.0.0", "x-b: [c]"));
  });

  it("leaves keys alone where a comment or an empty line stands between them", () => {
    for (const between of ["    # a comment\n", "\n", "    \n"]) {
      const text = `category: orders\nerrors:\n  late:\n    title: Late\n${between}    status: 409\n    since: 1.0.0\n`;
      expect(fixedErrors(text)).toBe(text);
    }
  });

  it("adds the version where it belongs, in whatever line ends the file has", () => {
    const text = `category: orders\nerrors:\n  late:\n    status: 409\n${rest}\n  # next\n  gone: { status: 410 }\n`;
    const mended = text.replace("It is gone.\n", "It is gone.\n    since: 1.0.0\n");
    expect(fixedErrors(text)).toBe(mended);
    expect(fixedErrors(text.replaceAll("\n", "\r\n"))).toBe(mended.replaceAll("\n", "\r\n"));
    expect(fixedErrors(text.replace(rest, "    name: late\n"))).toContain(
      "    status: 409\n    since: 1.0.0\n    name: late\n",
    );
  });

  it("adds none to what is retired, exempted or released, nor where the rule is off", () => {
    const text = "category: orders\nerrors:\n  late:\n    status: 409\n";
    const allow = "allow: [{ rule: missing-since, codes: [late], reason: Nobody knows. }]";
    expect(fixedErrors(text, strictHeadText(allow))).toBe(text);
    expect(fixedErrors(text, strictHeadText("rules: { missing-since: off }"))).toBe(text);
    const retired = `${text}    retired: { since: 1.0.0 }\n`;
    expect(fixedErrors(retired)).toBe(retired);
  });

  it("puts versions that are numbers in quotes", () => {
    const text =
      "category: orders\nerrors:\n  late:\n    since: 1.0 # old\n    retired: { since: 1.20 }\n";
    const { texts, mends } = fix(withErrors(text, strictHeadText().replace("1.0.0", "2")));
    expect(texts["catalog.yaml"]).toBe(strictHeadText().replace("1.0.0", '"2"'));
    expect(texts["errors/a.yaml"]).toBe(text.replace("1.0 #", '"1.0" #').replace("1.20", '"1.20"'));
    expect(mends).toEqual([
      "catalog.yaml : quoted `version`",
      "errors/a.yaml late: quoted `since`",
      "errors/a.yaml late: quoted `since` of `retired`",
    ]);
  });

  it("gives names of their own to codes that are none, in blocks and in braces, by title or message", () => {
    const text = lines(
      "category: orders",
      "errors:",
      "  404: { status: 404, title: No account }",
      "  405: { status: 404, title: The no account! } # again",
      '  "7.1":',
      "    status: 404",
      '    message: "{n} orders are too many: don\'t."',
      "    # why",
      "    fields: { n: integer }",
      "    since: 1.0.0",
      "  class: {}",
      "  410: { title: Orders error }",
      "  noAccount2: { title: Taken }",
      "  411: { status: 411 }",
      "  412: { retired: { since: 0.9.0 } }",
      "  413: { name: tooLarge, title: Big }",
      "  414: { title: 帳 }",
    );
    const head = strictHeadText("rules: { missing-since: off, key-order: off }");
    const { texts, mends } = fix(withErrors(text, head));
    expect(texts["errors/a.yaml"]).toBe(
      text
        .replace("No account }", "No account, name: noAccount }")
        .replace("no account! }", "no account!, name: noAccount3 }")
        .replace("    since: 1.0.0\n", "    since: 1.0.0\n    name: ordersTooManyDonT\n")
        .replace("Orders error }", "Orders error, name: ordersError2 }"),
    );
    expect(mends).toContain("errors/a.yaml 404: added `name: noAccount`");
    expect(fix(texts).mends).toEqual([]);
    const rules = catalogOf(texts).diagnostics.map(({ rule }) => rule);
    expect(rules).not.toContain("name-clash");
    expect(rules.filter((rule) => rule === "code-identifier")).toHaveLength(3);
  });

  it("leaves a file alone that cannot be read as it is", () => {
    for (const text of [
      "\ufeffcategory: orders\nerrors:\n  late:\n    title: Late\n    status: 409\n",
      "category: orders\nerrors:\n  late:\n    title: Late\n    status: 409\n    title: Again\n",
      "category: orders\nerrors:\n  late:\n    title: &a Late\n    status: 409\n    name: *a\n",
      "category: orders\nerrors:\n  late:\n    title: Late\n    message: |\n      text",
    ])
      expect(fixedErrors(text)).toBe(text);
  });

  it("adds no `since` where `defaults` has one, unless a release shows that it is not so", () => {
    const bare = { since: undefined };
    const one = `errors:\n${entryText("sold_out", bare)}`;
    const two = `${one}${entryText("late", { ...bare, title: "Late" })}`;
    const head = (since: string) =>
      strictHeadText(`defaults: { category: orders, since: ${since} }`);
    expect(fix(withErrors(two, head("1.0.0"))).mends).toEqual([]);
    const later = withErrors(two, head("1.0.0").replace("version: 1.0.0", "version: 1.1.0"));
    const ledger = { "released.json": released(withErrors(one, head("1.0.0"))) };
    expect(fix({ ...later, ...ledger }).mends).toEqual([
      "errors/a.yaml late: added `since: 1.1.0`",
    ]);
    expect(fix(withErrors(two, head("1.0"))).texts["catalog.yaml"]).toBe(head('"1.0"'));
  });

  it("finds nothing to do in the shipped catalog", () => {
    const shipped = shippedCatalog.files.map(({ path, text }) => [
      path.replace(/^.*?catalog\//, ""),
      text,
    ]);
    expect(fix(Object.fromEntries(shipped)).mends).toEqual([]);
  });

  const values: Readonly<Record<string, readonly string[]>> = {
    status: ["409", "[409, 410]"],
    title: ["Late", '"Late # not a comment"', "'It''s late'"],
    message: ["Gone.", "|\n      Gone.", ">+\n      Gone.\n\n", "|-\n      # no comment"],
    causes: ["[One.]", "\n      - One.\n      - Two.", "\n    - One."],
    examples: ["[{ title: A }]", "\n      - title: A\n        fields:\n          since: 1.0"],
    fields: ["{ since?: string }", "\n      a?: string # kept"],
    since: ["1.0.0", "1.0"],
    retry: ["never"],
  };
  const entry = fc
    .shuffledSubarray(Object.keys(values), { minLength: 1 })
    .chain((keys) =>
      fc.tuple(
        ...keys.map((key) =>
          fc
            .constantFrom(...(values[key] ?? []))
            .chain((value) =>
              fc
                .constantFrom("", "", "", "    # a comment\n", "\n")
                .map((after) => `    ${key}: ${value}\n${after}`.replace(": \n", ":\n")),
            ),
        ),
      ),
    )
    .map((members) => members.join(""));
  const errors = fc
    .array(entry, { minLength: 1, maxLength: 3 })
    .map((all) => errorsText(...all.map((text, index) => `  code_${index}:\n${text}`)));

  it("never changes what a catalog means, and does nothing the second time", () => {
    fc.assert(
      fc.property(errors, fc.boolean(), (whole, isOpen) => {
        const text = isOpen ? whole.trimEnd() : whole;
        const texts = withErrors(text);
        const once = fix(texts);
        expect(fix(once.texts)).toEqual({ texts: once.texts, mends: [] });
        // An entry with a number for a version cannot be read until that is mended, nor an example with one for a text.
        const readable = text.replace(/^( {4,})since: 1\.0$/gm, '$1since: "1.0"');
        expect(meaningOf(once.texts)).toEqual(meaningOf(withErrors(readable)));
        // What was there is still there, line by line, but for quotes.
        const sorted = (all: CatalogTexts) =>
          String(all["errors/a.yaml"])
            .split("\n")
            .map((line) => line.replace('since: "1.0"', "since: 1.0"))
            .filter((line) => line !== "    since: 1.0.0")
            .sort();
        expect(sorted(once.texts)).toEqual(sorted(texts));
      }),
      { numRuns: 300 },
    );
  });

  it("mends an entry of any order that has no comments", () => {
    const whole = entryText("late", { fields: "{ a?: string }" }).split("\n").slice(1, -1);
    fc.assert(
      fc.property(fc.shuffledSubarray(whole, { minLength: whole.length }), (shuffled) => {
        const text = String(fixedErrors(errorsText(`  late:\n${lines(...shuffled)}`)));
        const keys = [...text.matchAll(/^ {4}(\w+):/gm)].map(([, key = ""]) => key);
        expect(keys).toEqual(entryKeys.filter((key) => keys.includes(key)));
        expect(keys).toHaveLength(whole.length);
      }),
    );
  });
});

/** The entries of a catalog without places, versions and the order of keys. */
function meaningOf(texts: CatalogTexts): unknown {
  const entries = catalogOf(texts).catalog?.entries ?? [];
  return entries.map(({ code, statuses, title, messages, causes, fields, examples }) => ({
    code,
    statuses: statuses.map(({ value }) => value),
    title: title?.value,
    messages: messages.map(({ text }) => text),
    causes: causes.map(({ value }) => value),
    fields: fields.map(({ name, optional }) => [name, optional]),
    examples: examples.map((example) => [example.title, example.fields]),
  }));
}
