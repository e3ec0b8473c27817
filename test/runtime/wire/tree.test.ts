/** Trees of errors as leaves with paths, and back. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  joinPath,
  leavesOf,
  splitPath,
  type TreeLeaf,
  treeOf,
} from "../../../src/runtime/wire/tree.js";

const isTexts = (value: unknown) =>
  Array.isArray(value) && value.every((item) => typeof item === "string");
const noLeaf = () => false;

/** The leaves as those of objects with numbers for names come: sorted by path. */
const sorted = (leaves: readonly TreeLeaf[] | undefined) =>
  leaves?.toSorted((a, b) => (a.path < b.path ? -1 : 1));

describe("paths", () => {
  it.each([
    [[], ""],
    [["a"], "a"],
    [["items", "1", "name"], "items.1.name"],
    [["a.b", "c\\d"], "a\\.b.c\\\\d"],
    [[""], "\\"],
    [["", ""], "."],
    [["a", "", "b"], "a..b"],
    [["\\"], "\\\\"],
    [["__proto__"], "__proto__"],
  ])("of %j are %j", (steps, path) => {
    expect(joinPath(steps)).toBe(path);
    expect(splitPath(path)).toEqual(steps);
  });

  it.each([
    ["a\\b", ["a\\b"]],
    ["a\\", ["a\\"]],
    ["a\\b.c", ["a\\b", "c"]],
  ])("have a backslash that stands for itself: %j", (path, steps) => {
    expect(splitPath(path)).toEqual(steps);
  });

  it("come back, whatever the steps", () => {
    const step = fc.string({ unit: fc.constantFrom("a", ".", "\\", "/", "é") });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        expect(splitPath(joinPath(steps))).toEqual(steps);
      }),
    );
  });

  it("bear a megabyte of dots and backslashes", () => {
    for (const text of [".", "\\", "\\."]) {
      const path = text.repeat(500_000);
      expect(joinPath(splitPath(path))).toHaveLength(path.length);
    }
  });
});

const platform = [{ code: "BASE_TYPE_CHOICES", message: "Value must be one of ('ios')." }];
const whole = [{ code: "APPLICATION_COMMAND_TOO_LARGE", message: "Too large" }];

describe("leavesOf", () => {
  it.each([
    [
      "under a name",
      { activities: { 0: { platform: { _errors: platform } } } },
      [{ path: "activities.0.platform", leaf: platform }],
    ],
    ["at the root", { _errors: whole }, [{ path: "", leaf: whole }]],
    [
      "beside other members",
      { a: { _errors: whole, b: { _errors: platform } } },
      [
        { path: "a", leaf: whole },
        { path: "a.b", leaf: platform },
      ],
    ],
    ["in lists", [{}, { a: { _errors: "x" } }], [{ path: "1.a", leaf: "x" }]],
    [
      "that are empty or null",
      { _errors: [], a: { _errors: null } },
      [
        { path: "", leaf: [] },
        { path: "a", leaf: null },
      ],
    ],
    ["nowhere", { a: {}, b: [], c: null }, []],
  ])("gives leaves of a name %s", (_, tree, leaves) => {
    expect(leavesOf(tree, "_errors", noLeaf)).toEqual(leaves);
  });

  it.each([
    [
      "under names and in lists",
      { profile: { age: ["Invalid."] }, items: [{}, { qty: ["Required."] }] },
      [
        { path: "profile.age", leaf: ["Invalid."] },
        { path: "items.1.qty", leaf: ["Required."] },
      ],
    ],
    ["as the whole tree", ["Invalid."], [{ path: "", leaf: ["Invalid."] }]],
    ["under names with dots", { "a.b": ["c"] }, [{ path: "a\\.b", leaf: ["c"] }]],
    ["nowhere", { a: {}, b: [], c: [{}], d: null }, []],
    ["of an empty list", [], []],
  ])("gives leaves of a type %s", (_, tree, leaves) => {
    expect(leavesOf(tree, undefined, isTexts)).toEqual(leaves);
  });

  it.each([
    ["a text instead of a list", { detail: "Not found." }, undefined],
    ["a list of more than texts", { a: ["b", 1] }, undefined],
    ["null", null, undefined],
    ["a text", "Not found.", undefined],
    ["a text beside a leaf", { a: { _errors: [], b: "c" } }, "_errors"],
  ])("reads no tree from %s", (_, tree, name) => {
    expect(leavesOf(tree, name, isTexts)).toBeUndefined();
  });

  it("reads a hundred levels and no more", () => {
    const nested = (levels: number) =>
      JSON.parse(`${'{"a":'.repeat(levels)}["x"]${"}".repeat(levels)}`);
    const path = Array(100).fill("a").join(".");
    expect(leavesOf(nested(100), undefined, isTexts)).toEqual([{ path, leaf: ["x"] }]);
    expect(leavesOf(nested(101), undefined, isTexts)).toBeUndefined();
    expect(leavesOf(nested(100_000), undefined, isTexts)).toBeUndefined();
  });

  it("does not repeat a long name for each of many leaves", () => {
    const many = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [index, ["x"]]));
    expect(leavesOf({ ["a".repeat(1_000_000)]: many }, undefined, isTexts)).toBeUndefined();
  });

  it("looks only at members that are the object's own", () => {
    const tree = JSON.parse('{"__proto__":{"constructor":["x"]}}');
    expect(leavesOf(tree, undefined, isTexts)).toEqual([
      { path: "__proto__.constructor", leaf: ["x"] },
    ]);
    expect(leavesOf({ a: { b: { toString: 1 } } }, "toString", noLeaf)).toEqual([
      { path: "a.b", leaf: 1 },
    ]);
    expect(leavesOf({ a: {} }, "toString", noLeaf)).toEqual([]);
  });
});

describe("treeOf", () => {
  const leftOut = (leaves: readonly TreeLeaf[], name?: string) => {
    const out: string[] = [];
    const tree = treeOf(leaves, name, ({ path }) => out.push(path));
    return { tree, out };
  };

  it("nests leaves under a name", () => {
    const leaves = [
      { path: "", leaf: whole },
      { path: "a.0.b", leaf: platform },
      { path: "a", leaf: "c" },
    ];
    expect(leftOut(leaves, "_errors")).toEqual({
      tree: { _errors: whole, a: { 0: { b: { _errors: platform } }, _errors: "c" } },
      out: [],
    });
  });

  it("nests leaves themselves", () => {
    const leaves = [
      { path: "a.b", leaf: ["x"] },
      { path: "a\\.b", leaf: ["y"] },
      { path: "\\", leaf: ["z"] },
    ];
    expect(leftOut(leaves)).toEqual({
      tree: { a: { b: ["x"] }, "a.b": ["y"], "": ["z"] },
      out: [],
    });
    expect(treeOf([{ path: "", leaf: ["x"] }], undefined)).toEqual(["x"]);
    expect(treeOf([], undefined)).toEqual({});
    expect(treeOf([], "_errors")).toEqual({});
  });

  it.each([
    ["below another", ["a", "a.b"], { a: 0 }, ["a.b"]],
    ["above another", ["a.b", "a"], { a: { b: 0 } }, ["a"]],
    ["below the root", ["", "a"], 0, ["a"]],
    ["above all others", ["a", ""], { a: 0 }, [""]],
    ["of the same path", ["a", "b", "a"], { a: 0, b: 1 }, ["a"]],
  ])("leaves out a leaf %s", (_, paths, tree, out) => {
    const leaves = paths.map((path, leaf) => ({ path, leaf }));
    expect(leftOut(leaves)).toEqual({ tree, out });
  });

  it("leaves out a leaf that would be read as another, one of the same path, and one too deep", () => {
    const deep = Array(101).fill("d").join(".");
    const leaves = ["a._errors", "a", "a", deep].map((path, leaf) => ({ path, leaf }));
    expect(leftOut(leaves, "_errors")).toEqual({
      tree: { a: { _errors: 1 } },
      out: ["a._errors", "a", deep],
    });
  });

  it("puts nothing into a leaf that is an object", () => {
    const leaf = Object.freeze({ b: 1 });
    expect(
      leftOut([
        { path: "a", leaf },
        { path: "a.b", leaf: 2 },
        { path: "a.c", leaf: 3 },
      ]),
    ).toEqual({
      tree: { a: { b: 1 } },
      out: ["a.b", "a.c"],
    });
  });

  it("has steps that are named like a prototype", () => {
    const paths = ["__proto__.a", "constructor.prototype.b", "toString"];
    const leaves = paths.map((path) => ({ path, leaf: ["x"] }));
    const tree = treeOf(leaves, undefined) as object;
    expect(Object.getPrototypeOf(tree)).toBe(Object.prototype);
    expect({}).not.toHaveProperty("b");
    expect(leavesOf(tree, undefined, isTexts)).toEqual(leaves);
  });

  it("has leaves that come back, except for those that it names", () => {
    const step = fc.constantFrom("a", "b", "0", "10", "", ".", "\\", "__proto__", "_errors");
    const steps = fc.array(step, { maxLength: 4 });
    const anyLeaf = fc.array(fc.string(), { minLength: 1, maxLength: 2 });
    const anyLeaves = fc.array(fc.record({ path: steps.map(joinPath), leaf: anyLeaf }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(anyLeaves, fc.constantFrom(undefined, "_errors", "__proto__"), (leaves, name) => {
        const out = new Set<TreeLeaf>();
        const tree = treeOf(leaves, name, (leaf) => out.add(leaf));
        const back = leavesOf(JSON.parse(JSON.stringify(tree)), name, isTexts);
        expect(sorted(back)).toEqual(sorted(leaves.filter((leaf) => !out.has(leaf))));
      }),
      { numRuns: 1000 },
    );
  });
});
