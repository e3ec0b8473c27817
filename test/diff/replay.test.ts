import { describe, expect, it } from "vitest";
import { diffCatalogs } from "../../src/diff/diff-catalogs.js";
import { printLedger } from "../../src/diff/ledger/print-ledger.js";
import type { Contract } from "../../src/model/catalog.js";
import { runCatalog } from "../../src/wire/running-catalog.js";
import { shippedCatalog } from "../shipped-catalog.js";
import { type CatalogTexts, entryText } from "../support/catalog-of.js";
import { changesBetween, contractFrom, entries, idsOf } from "./compared.js";

const wire = (...lines: readonly string[]): CatalogTexts => ({
  ...entries([
    entryText("late", {
      title: "Too late",
      fields: "{ a: string, b?: string }",
      examples: "[{ title: Only a, fields: { a: x } }, { title: Both, fields: { a: x, b: y } }]",
    }),
  ]),
  "wire/v.yaml": `wire: v\n${lines.map((line) => `${line}\n`).join("")}`,
});
const head = "error: $code, message: $message";
const changes = (base: string, current: string, ...more: readonly string[]) =>
  changesBetween(wire(`body: { ${base} }`), wire(`body: { ${current} }`, ...more));

describe("examples sent by one version and read by the other", () => {
  it("find a member that takes the place of a field, which structure calls safe", () => {
    const found = changes(`${head}, "*": $fields`, `${head}, b?: $a, "*": $fields`);
    expect(idsOf(found)).toEqual([
      "wire-member-changed wires.v.body",
      "wire-member-added wires.v.body.b",
    ]);
    expect(found[0]?.message).toContain(
      'deployed clients cannot read what is sent now, such as late in the example "Only a"',
    );
  });

  it("name the example that breaks, and whom", () => {
    const [moved] = changes(`${head}, a: $a, b?: $b`, `${head}, a: $a, c?: $b`);
    expect(moved?.message).toContain(
      'v: the member b is called c; deployed clients cannot read what is sent now, such as late in the example "Both", and new clients cannot read what older servers send, such as late in the example "Both".',
    );
  });

  it("know that a new client reads the old body where it accepts it", () => {
    const [moved] = changes(
      `${head}, a: $a`,
      `${head}, detail: { a: $a }`,
      `accepts: [{ ${head}, a: $a }]`,
    );
    expect(moved?.message).toContain("deployed clients cannot read what is sent now");
  });

  it("say nothing of what both read alike", () => {
    expect(idsOf(changes(`${head}, a: $a`, `${head}, a: $a, more?: $title`))).toEqual([
      "wire-member-added wires.v.body.more",
    ]);
  });

  it("are left out where a version does not run", () => {
    const clash = (body: string): CatalogTexts => ({
      ...wire(`body: { ${body} }`),
      "errors/b.yaml": `category: orders\nerrors:\n${entryText("la_te")}${entryText("laTe")}`,
    });
    expect(idsOf(changesBetween(clash(head), clash(`${head}, more?: $title`)))).toEqual([
      "wire-member-added wires.v.body.more",
    ]);
  });
});

const ledger = JSON.parse(printLedger(shippedCatalog)) as {
  readonly wires: Readonly<Record<string, { readonly body?: unknown }>>;
};

it("a ledger says again what it was read from, and sends what the real catalog sends", () => {
  const again = contractFrom(ledger);
  expect(JSON.parse(printLedger(again))).toEqual(ledger);
  const [real, rebuilt] = [runCatalog(shippedCatalog), runCatalog(again)];
  for (const entry of shippedCatalog.entries)
    for (const example of entry.examples) {
      const [one, other] = [real.errorOf(entry, example), rebuilt.errorOf(entry, example)];
      if (one === undefined || other === undefined) throw new Error(`No error for ${entry.code}.`);
      for (const [name, format] of real.formats)
        expect(rebuilt.formats.get(name)?.encode(other)).toEqual(format.encode(one));
    }
});

type Template = Readonly<Record<string, unknown>>;
const mutations: Readonly<Record<string, (body: Template) => unknown>> = {
  "an optional member more": (body) => ({ ...body, "more?": "$title" }),
  "a filler more": (body) => ({ ...body, more: null }),
  "a constant that has to be there": (body) => ({ ...body, more: true }),
  "all of it one level deeper": (body) => ({ body }),
  "its last member gone": (body) => Object.fromEntries(Object.entries(body).slice(0, -1)),
  "its first member called otherwise": (body) =>
    Object.fromEntries(
      Object.entries(body).map(([key, value], index) => [index === 0 ? `x_${key}` : key, value]),
    ),
};
const cases = Object.entries(ledger.wires).flatMap(([format, wire]) => {
  const { body } = wire;
  if (/^(flat|problem)$/.test(format) || !isObject(body)) return [];
  return Object.entries(mutations).map(([what, mutate]) => ({
    format,
    what,
    changed: { ...wire, body: mutate(body) },
  }));
});

function isObject(body: unknown): body is Template {
  return typeof body === "object" && body !== null && !Array.isArray(body);
}

describe("every example of the shipped catalog, where the old version is the ledger,", () => {
  it.each(cases)("$format with $what: no change that breaks means that both read all", (each) => {
    const { format, changed } = each;
    const contract = contractFrom({ ...ledger, wires: { ...ledger.wires, [format]: changed } });
    const current = {
      ...contract,
      entries: contract.entries.map((entry) => ({
        ...entry,
        examples: shippedCatalog.entries.find(({ code }) => code === entry.code)?.examples ?? [],
      })),
    };
    const found = diffCatalogs(contractFrom(ledger), current);
    const ofWire = found.filter(({ path }) => path.startsWith(`wires.${format}.body`));
    const isBroken = ofWire.some(({ bump }) => bump === "major");
    expect(ofWire.length).toBeGreaterThan(0);
    // A change that no example meets may break all the same; one that is called safe may not.
    if (!isBroken) expectAllRead(current, format);
  });
});

/** Decodes each example of one version in the other, both ways, without the code under test. */
function expectAllRead(current: Contract, format: string): void {
  const versions = [runCatalog(shippedCatalog), runCatalog(current)];
  const wires = versions.map(({ formats }) => formats.get(format));
  for (const entry of shippedCatalog.entries)
    for (const example of entry.examples) {
      const readings = versions.flatMap(({ errorOf }, index) => {
        const error = errorOf(entry, example);
        const answer = error && wires[index]?.encode(error);
        return wires.map((wire) => {
          const read = wire?.decode(answer ?? {});
          return [read?.code, read?.inferred, read?.toJSON().fields];
        });
      });
      for (const reading of readings) expect(reading).toEqual(readings[0]);
    }
}
