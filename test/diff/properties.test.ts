import fc from "fast-check";
import { expect, it } from "vitest";
import { changeKinds } from "../../src/diff/changes/change-kinds.js";
import { typeFitter } from "../../src/diff/compare/type-fitter.js";
import { diffCatalogs } from "../../src/diff/diff-catalogs.js";
import { ledgerOf } from "../../src/diff/ledger/ledger-of.js";
import { printLedger } from "../../src/diff/ledger/print-ledger.js";
import { ledgerFile } from "../../src/load/ledger-schema.js";
import { loadCatalog } from "../../src/load/load-catalog.js";
import type { Contract } from "../../src/model/catalog.js";
import { inlineJson } from "../../src/model/inline-json.js";
import { shippedCatalog } from "../shipped-catalog.js";
import { changesBetween, contractFrom, idsOf, late, readCatalog } from "./compared.js";

const shipped = ledgerOf(shippedCatalog);

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** Every way to a value of a contract that is no root. */
function waysIn(value: unknown, way: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [way];
  const inner = Object.entries(value).flatMap(([name, member]) => waysIn(member, [...way, name]));
  return way.length < 2 ? inner : [way, ...inner];
}

const ways = waysIn(shipped);

const mutation = fc.record({
  way: fc.constantFrom(...ways),
  how: fc.oneof(
    fc.constant("delete" as const),
    fc.constantFrom(...ways).map((other) => ({ like: other })),
  ),
});

function valueAt(root: Json, way: readonly string[]): Json | undefined {
  return way.reduce<Json | undefined>(
    (value, step) =>
      typeof value === "object" && value !== null
        ? (value as { [name: string]: Json })[step]
        : undefined,
    root,
  );
}

/** A contract with some parts missing, or exchanged for others of the same kind; one that a ledger may hold. */
function mutated(
  mutations: readonly { way: readonly string[]; how: "delete" | { like: readonly string[] } }[],
): Json {
  const root = structuredClone(shipped) as unknown as Json;
  for (const { way, how } of mutations) {
    const holder = valueAt(root, way.slice(0, -1));
    const last = way.at(-1) ?? "";
    if (typeof holder !== "object" || holder === null || !Object.hasOwn(holder, last)) continue;
    const members = holder as { [name: string]: Json };
    const other = how === "delete" ? undefined : valueAt(root, how.like);
    if (how === "delete" && !Array.isArray(holder) && way.length > 2) delete members[last];
    else if (other !== undefined && kindOf(other) === kindOf(members[last]))
      members[last] = structuredClone(other);
  }
  // What no ledger may hold is refused when it is read.
  fc.pre(ledgerFile.safeParse(root).success);
  return root;
}

function kindOf(value: unknown): string {
  return value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
}

it("the same contract twice has no changes, whatever is in it", () => {
  expect(diffCatalogs(shippedCatalog, shippedCatalog)).toEqual([]);
  fc.assert(
    fc.property(fc.array(mutation, { maxLength: 8 }), (mutations) => {
      const ledger = mutated(mutations) as { types: object };
      const contract = contractFrom(ledger);
      expect(diffCatalogs(contract, contractFrom(ledger))).toEqual([]);
      // Where a type differs, each code is looked at.
      const other = contractFrom({ ...ledger, types: { ...ledger.types, Other: "string" } });
      expect(idsOf(diffCatalogs(contract, other))).toEqual(["type-added types.Other"]);
    }),
    { numRuns: 60 },
  );
});

it("random mutations are compared without a fault, and each change is of a kind that there is", () => {
  fc.assert(
    fc.property(
      fc.array(mutation, { maxLength: 8 }),
      fc.array(mutation, { maxLength: 8 }),
      (some, others) => {
        const [base, current] = [some, others].map((each) => contractFrom(mutated(each) as object));
        for (const { id, message, path } of diffCatalogs(base as Contract, current as Contract)) {
          expect(changeKinds).toHaveProperty([id]);
          expect(`${message}${path}`).not.toMatch(/undefined|\[object/);
        }
      },
    ),
    { numRuns: 60 },
  );
});

type Schema = string | { readonly [keyword: string]: unknown };

const scalar = fc.constantFrom<Schema>("string", "integer", "number", "boolean", "uri", "A", "B");
const { type: anyType } = fc.letrec<{ type: Schema }>((tie) => ({
  type: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    scalar,
    fc.record({ type: fc.constant("integer"), minimum: fc.integer({ min: 0, max: 3 }) }),
    fc.record({ enum: fc.uniqueArray(fc.constantFrom("a", "b", "c", 1, null), { minLength: 1 }) }),
    fc.record({ type: fc.constant("array"), items: tie("type") }),
    fc.record({ oneOf: fc.array(tie("type"), { minLength: 1, maxLength: 3 }) }),
    fc.record({
      type: fc.constant("object"),
      properties: fc.dictionary(fc.constantFrom("a", "b?", "c", "d?"), tie("type"), { maxKeys: 3 }),
    }),
  ),
}));
const types = {
  A: { type: "object", properties: { "a?": "B", b: "string" } },
  B: { enum: ["a", "b"] },
};

const oneCode = ledgerOf(readCatalog(late())) as { codes: { late: object } };

function withField(type: Schema): Contract {
  const late = { ...oneCode.codes.late, fields: { x: type } };
  return contractFrom({ ...oneCode, types, codes: { late } });
}

it("a type that takes more is widened, one that takes less is narrowed, and one that takes the same is none of both", () => {
  fc.assert(
    fc.property(anyType, anyType, (one, other) => {
      const [base, current] = [withField(one), withField(other)];
      const ids = diffCatalogs(base, current).map(({ id }) => id);
      const [before, after] = [base, current].map(({ entries }) => entries[0]?.fields[0]?.type);
      if (before === undefined || after === undefined) throw new Error("The field is gone.");
      const wider = typeFitter(base.types, current.types).fits(before, after);
      const narrower = typeFitter(current.types, base.types).fits(after, before);
      // A member that may be absent is missed by readers alone.
      const breaks = ids.some((id) => changeKinds[id].bump === "major" && id !== "field-removed");
      if (wider && narrower) expect(breaks).toBe(false);
      // What was good is refused now, by constructors or by clients.
      if (!wider) expect(ids.some((id) => changeKinds[id].producers === "breaks")).toBe(true);
      if (!narrower) expect(ids).not.toEqual([]);
    }),
    { numRuns: 500 },
  );
});

it("types that hold themselves, or others twice through many levels, come to an end", () => {
  const levels = Array.from({ length: 60 }, (_, level) => {
    const inner = level === 0 ? "string" : `T${level - 1}`;
    return `T${level}: { properties: { a: ${inner}, b: ${inner} } }`;
  });
  const deep = (leaf: string) =>
    late(
      { fields: "{ x: T59 }" },
      `types: { ${levels.join(", ").replace("string, b: string", leaf)} }`,
    );
  expect(idsOf(changesBetween(deep("string, b: string"), deep("string, b: integer")))).toEqual([
    `type-changed codes.late.fields.x${".a".repeat(59)}.b`,
  ]);
  const cyclic = (more: string) =>
    late(
      { fields: "{ x: A }" },
      `types: { A: { properties: { a?: A, b: { oneOf: [B, string] }${more} } }, B: { oneOf: [B, A] } }`,
    );
  expect(idsOf(changesBetween(cyclic(""), cyclic(", c?: string")))).toEqual([
    "field-added-optional codes.late.fields.x.b.c",
    "field-added-optional codes.late.fields.x.c",
  ]);
});

it("any text is printed as JSON, and read back as what it was", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(inlineJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
  expect({ ...JSON.parse(printLedger(shippedCatalog)), digest: undefined }).toEqual(
    JSON.parse(JSON.stringify(shipped)),
  );
});

it("any text in place of a ledger is refused with a place, and never a fault", () => {
  const text = printLedger(readCatalog(late()));
  const damage = fc.record({
    at: fc.nat(text.length),
    drop: fc.nat(20),
    put: fc.string({ maxLength: 5 }),
  });
  const files = Object.entries(late()).map(([path, content]) => ({
    path,
    shownPath: path,
    content,
  }));
  fc.assert(
    fc.property(damage, ({ at, drop, put }) => {
      const content = text.slice(0, at) + put + text.slice(at + drop);
      const { catalog, diagnostics } = loadCatalog([
        ...files,
        { path: "released.json", shownPath: "released.json", content },
      ]);
      expect(catalog?.released === undefined).toBe(diagnostics.length > 0);
      expect(diagnostics.every(({ rule }) => rule === "released-form")).toBe(true);
    }),
    { numRuns: 200 },
  );
});
