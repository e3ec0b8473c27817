import { describe, expect, it } from "vitest";
import { diffCatalogs } from "../../src/diff/diff-catalogs.js";
import { printLedger } from "../../src/diff/ledger/print-ledger.js";
import { type CatalogTexts, catalogOf, entryText, shown } from "../support/catalog-of.js";
import { entries, idsOf, readCatalog } from "./compared.js";

/** What `diff released` finds in a version of a catalog, and what `check` says about its release. */
interface Findings {
  readonly diff: readonly string[];
  /** `rule path:line:column`. */
  readonly check: readonly string[];
}

const shipped = (members: Readonly<Record<string, string>> = {}) =>
  entryText("not_shipped", {
    title: "Not shipped yet",
    fields: "{ why: Why, when?: date }",
    ...members,
  });
const moved = (more = "") => `  old_price:\n    retired: { since: 2.0.0${more} }\n`;
const price = entryText("old_price", { title: "Price has changed", status: "412" });
const types = (values: string) => `types: { Why: { enum: [${values}] } }`;

function at(version: string, texts: readonly string[], values = "stock, weather"): CatalogTexts {
  const catalog = entries(texts, types(values));
  return { ...catalog, "catalog.yaml": String(catalog["catalog.yaml"]).replace("1.0.0", version) };
}

/** Walks through a history: each step is compared with the ledger of those before it, and released if it may be. */
function replay(history: readonly (readonly [CatalogTexts, Findings])[]): void {
  let ledger: string | undefined;
  for (const [texts, { diff, check }] of history) {
    const files = ledger === undefined ? texts : { ...texts, "released.json": ledger };
    const catalog = readCatalog(files);
    const { released } = catalog;
    const changes = released === undefined ? [] : diffCatalogs(released, catalog);
    expect(idsOf(changes)).toEqual(diff);
    const said = shown(catalogOf(files).diagnostics)
      .filter((text) => text.startsWith("released-"))
      .map((text) => text.split(" ", 2).join(" "));
    expect(said).toEqual(check);
    if (check.length === 0) ledger = printLedger(catalog);
  }
}

const fine = { diff: [], check: [] };

describe("a history replayed", () => {
  it("retire, forget, and use again with another meaning", () => {
    const reused = entryText("old_price", { title: "Price of an old order", status: "409" });
    replay([
      [at("1.0.0", [shipped(), price]), fine],
      [
        at("2.0.0", [shipped(), moved()]),
        { diff: ["code-ended codes.old_price.retired"], check: [] },
      ],
      [
        at("2.1.0", [shipped(), reused]),
        { diff: ["code-reused codes.old_price"], check: ["released-reused errors/a.yaml:15:3"] },
      ],
      [at("3.0.0", [shipped()]), { diff: ["tombstone-removed codes.old_price"], check: [] }],
      [at("3.0.1", [shipped()]), fine],
      [
        at("4.0.0", [shipped(), reused]),
        { diff: ["code-reused codes.old_price"], check: ["released-reused errors/a.yaml:15:3"] },
      ],
      // As it was it may come back, with a reason.
      [
        at("4.0.0", [shipped(), price]),
        { diff: ["code-returned codes.old_price"], check: ["released-reused errors/a.yaml:15:3"] },
      ],
      [at("4.0.0", [shipped(), moved()]), fine],
    ]);
  });

  it("delete without a tombstone", () => {
    replay([
      [at("1.0.0", [shipped(), price]), fine],
      [
        at("2.0.0", [shipped()]),
        { diff: ["code-removed codes.old_price"], check: ["released-vanished released.json:28:5"] },
      ],
    ]);
  });

  it("rename", () => {
    const renamed = price.replace("old_price", "price_changed");
    replay([
      [at("1.0.0", [shipped(), price]), fine],
      [
        at("2.0.0", [shipped(), renamed]),
        {
          diff: ["code-removed codes.old_price", "code-added codes.price_changed"],
          check: ["released-vanished released.json:28:5"],
        },
      ],
      [
        at("1.1.0", [shipped(), moved(", replaced_by: price_changed"), renamed]),
        {
          diff: ["code-renamed codes.old_price.retired"],
          check: ["released-version catalog.yaml:3:10"],
        },
      ],
      [
        at("2.0.0", [shipped(), moved(", replaced_by: price_changed"), renamed]),
        { diff: ["code-renamed codes.old_price.retired"], check: [] },
      ],
    ]);
  });

  it("change a status", () => {
    replay([
      [at("1.0.0", [shipped()]), fine],
      [
        at("1.0.1", [shipped({ status: "[410, 409]" })]),
        {
          diff: ["status-default-changed codes.not_shipped.statuses.410"],
          check: ["released-version catalog.yaml:3:10"],
        },
      ],
      [
        at("1.1.0", [shipped({ status: "[409, 410]" })]),
        { diff: ["status-added codes.not_shipped.statuses.410"], check: [] },
      ],
    ]);
  });

  it("make an optional field required", () => {
    const fields = "{ why: Why, when: date }";
    replay([
      [at("1.0.0", [shipped()]), fine],
      [
        at("1.9.0", [shipped({ fields })]),
        {
          diff: ["field-made-required codes.not_shipped.fields.when"],
          check: ["released-version catalog.yaml:3:10"],
        },
      ],
      [
        at("2.0.0", [shipped({ fields })]),
        { diff: ["field-made-required codes.not_shipped.fields.when"], check: [] },
      ],
    ]);
  });

  it("remove a value of an enum that a named type has", () => {
    replay([
      [at("1.0.0", [shipped()]), fine],
      [
        at("1.1.0", [shipped()], "stock"),
        {
          diff: ["enum-value-removed codes.not_shipped.fields.why"],
          check: ["released-version catalog.yaml:3:10"],
        },
      ],
    ]);
  });

  it("move a code to another category", () => {
    const two = (version: string, category: string) => {
      const texts = at(version, [shipped()]);
      return {
        "catalog.yaml": String(texts["catalog.yaml"]).replace("{ orders", "{ more: More, orders"),
        "errors/a.yaml": String(texts["errors/a.yaml"]).replace("orders", category),
      };
    };
    replay([
      [two("1.0.0", "orders"), fine],
      [
        two("1.0.0", "more"),
        {
          diff: ["category-moved codes.not_shipped.category"],
          check: ["released-version catalog.yaml:3:10"],
        },
      ],
      [two("1.0.1", "more"), { diff: ["category-moved codes.not_shipped.category"], check: [] }],
    ]);
  });

  it("say later that a code is there since later", () => {
    replay([
      [at("1.0.0", [shipped()]), fine],
      [
        at("1.1.0", [shipped({ since: "1.1.0" })]),
        {
          diff: ["since-changed codes.not_shipped.since"],
          check: ["released-since errors/a.yaml:13:12"],
        },
      ],
    ]);
  });

  it("go back to an older version", () => {
    replay([
      [at("1.1.0", [shipped()]), fine],
      [at("1.0.0", [shipped()]), { diff: [], check: ["released-version catalog.yaml:3:10"] }],
    ]);
  });
});

it("names the code that a deleted one looks like", () => {
  const base = readCatalog(at("1.0.0", [shipped(), price]));
  const current = readCatalog(
    at("1.0.0", [shipped(), price.replace("old_price", "price_changed")]),
  );
  const [change] = diffCatalogs(base, current);
  expect(change?.message).toContain("it looks as if it were renamed to price_changed.");
  expect(change?.help).toContain("replaced_by: price_changed");
});

it("does not guess among so many that each would be compared with each", () => {
  const many = (name: string) =>
    Array.from({ length: 60 }, (_, index) => entryText(`${name}_${index}`, { title: "One title" }));
  const [base, current] = [many("one"), many("two")].map((texts) =>
    readCatalog(at("1.0.0", texts)),
  );
  if (base === undefined || current === undefined) throw new Error("There are two.");
  const gone = diffCatalogs(base, current).filter(({ id }) => id === "code-removed");
  expect(gone).toHaveLength(60);
  expect(gone.filter(({ message }) => message.includes("renamed"))).toEqual([]);
});

it("takes another error for another error, however alike the names are", () => {
  const other = entryText("old_prices", {
    title: "Shop is closed",
    status: "412",
    message: "Come back on Monday.",
  });
  const base = readCatalog(at("1.0.0", [shipped(), price]));
  const current = readCatalog(at("1.0.0", [shipped(), other]));
  const [change] = diffCatalogs(base, current);
  expect(change?.message).not.toContain("renamed");
});

it("asks those who go by gRPC or by an exit code, which no answer of HTTP has to say", () => {
  const without = (more: Readonly<Record<string, string>>) =>
    readCatalog(at("1.0.0", [entryText("closed", { status: "none", ...more })]));
  const bumpOf = (base: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>) =>
    diffCatalogs(without(base), without(now)).map(({ bump, message }) => `${bump}: ${message}`);
  expect(bumpOf({ exit: "69", grpc: "ABORTED" }, { exit: "70" })).toEqual([
    "major: The exit code of closed is 70 instead of 69. Scripts go by it.",
    'major: The gRPC status of closed is none instead of "ABORTED". Clients of gRPC decide by it whether to try again.',
  ]);
  expect(bumpOf({}, { exit: "70" })).toEqual([
    "minor: The exit code of closed is 70 instead of none. Nothing was said of it, so nobody could rely on it.",
  ]);
});

it("asks nobody for more than producers see of a code that is never sent", () => {
  const unsent = (status: string, more: Readonly<Record<string, string>> = {}) =>
    readCatalog(at("1.0.0", [entryText("closed", { status, never_sent: "true", ...more })]));
  const found = (...[base, current]: readonly ReturnType<typeof unsent>[]) =>
    diffCatalogs(base ?? unsent("499"), current ?? unsent("499")).map(
      ({ id, producers, consumers, bump }) => [id, producers, consumers, bump].join(" "),
    );
  expect(found(unsent("499"), unsent("[498, 499]"))).toEqual([
    "status-default-changed notice safe minor",
  ]);
  expect(found(unsent("499"), unsent("498"))).toEqual([
    "status-removed breaks safe major",
    "status-default-changed notice safe minor",
  ]);
  const field = { fields: "{ why: Why }" };
  expect(found(unsent("499", field), unsent("499", { fields: "{ why?: Why }" }))).toEqual([
    "field-made-optional safe safe patch",
  ]);
});

it("asks for a minor version before 1.0.0 where something breaks, and never for what is refused", () => {
  const base = readCatalog(at("0.4.0", [shipped(), price]));
  const current = readCatalog(at("0.4.0", [shipped({ fields: "{ why: Why }" })]));
  expect(diffCatalogs(base, current).map(({ id, bump }) => [id, bump])).toEqual([
    ["code-removed", "major"],
    ["field-removed", "minor"],
  ]);
});

it("reads the same of a catalog that has another order", () => {
  const base = readCatalog({
    ...at("1.0.0", [shipped(), price]),
    "operations.yaml": "operations: { b: { codes: [old_price, not_shipped] }, a: {} }\n",
  });
  const current = readCatalog({
    ...at("1.0.0", [price, shipped()]),
    "operations.yaml": "operations: { a: {}, b: { codes: [not_shipped, old_price] } }\n",
  });
  expect(printLedger(current)).toBe(printLedger(base));
});

it.each(["acme", "problem", "flat"])(
  "what %s spelled once is remembered after it is gone",
  (name) => {
    const version = (number: string, codes: string): CatalogTexts => {
      const late = entryText("late", { title: "Too late", status: "410" });
      const texts = entries([entryText("sold_out"), late]);
      return {
        ...texts,
        "catalog.yaml": String(texts["catalog.yaml"]).replace("1.0.0", number),
        "wire/a.yaml": `wire: ${name}\nbody: { error: $code }\ncodes: ${codes}\n`,
      };
    };
    const first = printLedger(readCatalog(version("1.0.0", "{ sold_out: A, late: C }")));
    const next = { ...version("2.0.0", "{ sold_out: B, late: C }"), "released.json": first };
    const ledger = printLedger(readCatalog(next));
    const last = { ...version("3.0.0", "{ sold_out: B, late: A }"), "released.json": ledger };
    expect(shown(catalogOf(last).diagnostics).map((text) => text.split(" ", 2).join(" "))).toEqual([
      "released-spelling wire/a.yaml:3:23",
    ]);
  },
);

describe("advice that is followed to the letter", () => {
  const versionAt = at;
  const said = (files: CatalogTexts) =>
    shown(catalogOf(files).diagnostics).filter((text) => text.startsWith("released-"));
  const version = (texts: readonly string[]) =>
    /asks for (\S+) or later/.exec(texts.join("\n"))?.[1];

  it.each([
    ["1.4.2", "1.4.2", "2.0.0", "a rename"],
    ["1.4.2", "1.5.0", "2.0.0", "a rename after a bump that is not enough"],
    ["1.4.2", "3.0.0", "3.0.0", "a rename after a bump that is enough"],
    ["0.3.0", "0.3.0", "0.4.0", "a rename before 1.0.0"],
    ["1.4.2", "1.4.2", "2.0.0", "a removal"],
  ])("from %s, at %s, leads to %s: %s", (from, now, expected, what) => {
    const renamed = what === "a removal" ? [] : [price.replace("old_price", "price_changed")];
    // Older than all of these versions.
    const at = (...args: Parameters<typeof versionAt>): CatalogTexts => {
      const files = versionAt(...args);
      const errors = String(files["errors/a.yaml"]).replaceAll("since: 1.0.0", "since: 0.1.0");
      return { ...files, "errors/a.yaml": errors };
    };
    const ledger = printLedger(readCatalog(at(from, [shipped(), price])));
    const before = said({ ...at(now, [shipped(), ...renamed]), "released.json": ledger });
    const [advice = ""] = /retired: \{.*?\}/.exec(before.join("\n")) ?? [];
    expect(advice).toContain(`since: ${expected}`);
    expect(version(before)).toBe(now === expected ? undefined : expected);
    // The tombstone alone: what is asked of the version stays the same, and nothing is new.
    const entries = [shipped(), ...renamed, `  old_price:\n    ${advice}\n`];
    const halfway = said({ ...at(now, entries), "released.json": ledger });
    expect(version(halfway)).toBe(version(before));
    expect(halfway).toHaveLength(now === expected ? 0 : 1);
    const followed = at(expected, entries);
    expect(said({ ...followed, "released.json": ledger })).toEqual([]);
    const next = printLedger(readCatalog({ ...followed, "released.json": ledger }));
    expect(said({ ...followed, "released.json": next })).toEqual([]);
    expect(
      diffCatalogs(
        readCatalog({ ...followed, "released.json": next }).released ?? readCatalog({}),
        readCatalog(followed),
      ),
    ).toEqual([]);
  });
});
