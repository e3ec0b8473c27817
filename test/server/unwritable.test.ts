import { describe, expect, it } from "vitest";
import { validationError } from "../../src/image-hosting/index.js";
import { unwritableIn } from "../../src/server/unwritable.js";

const places = (errors: unknown) => unwritableIn(validationError({ errors: errors as never }));

describe("unwritableIn", () => {
  it("finds nothing in what JSON can say", () => {
    expect(places({ a: ["x", 1, null, true], when: new Date(0), big: 10n })).toEqual([]);
  });

  it("names what JSON cannot say by its place", () => {
    const loop: Record<string, unknown> = {};
    loop["a/b~c"] = loop;
    expect(
      places({ huge: 2n ** 60n, nan: [Number.NaN], run: () => 1, mark: Symbol("x"), loop }),
    ).toEqual([
      "/errors/huge",
      "/errors/nan/0",
      "/errors/run",
      "/errors/mark",
      "/errors/loop/a~1b~0c",
    ]);
  });

  it("does not call the same object in two places a cycle", () => {
    const same = { x: 1 };
    expect(places({ a: same, b: same })).toEqual([]);
  });

  it("ends where the same objects stand in ever more places", () => {
    let bottom: unknown = "x";
    for (let level = 0; level < 64; level += 1) bottom = { a: bottom, b: bottom };
    expect(places(bottom)).toEqual([expect.stringMatching(/^\/errors\/a\/a/)]);
  });

  it("names no more than twenty", () => {
    expect(places(Array.from({ length: 100 }, () => Number.NaN))).toHaveLength(20);
  });

  it("takes what is no error of a catalog for nothing", () => {
    const hostile = new Proxy(
      {},
      {
        get: () => {
          throw new Error("no");
        },
      },
    );
    expect(unwritableIn(new Error("x") as never)).toEqual([]);
    expect(unwritableIn(hostile as never)).toEqual([""]);
  });
});
