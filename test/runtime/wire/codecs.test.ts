/** How values are spelled on a wire, in both directions. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Codec } from "../../../src/runtime/wire/codec.js";
import { chain } from "../../../src/runtime/wire/codecs/chain.js";
import { epoch } from "../../../src/runtime/wire/codecs/epoch.js";
import { list } from "../../../src/runtime/wire/codecs/list.js";
import { ms } from "../../../src/runtime/wire/codecs/ms.js";
import { percent } from "../../../src/runtime/wire/codecs/percent.js";
import { pointer } from "../../../src/runtime/wire/codecs/pointer.js";
import { string } from "../../../src/runtime/wire/codecs/text.js";

const now = 1_700_000_000_000;
const codecs: Readonly<Record<string, Codec>> = {
  ms,
  epoch,
  percent,
  list,
  pointer,
  "epoch:ms": chain([epoch, ms]),
  "string:percent": chain([string, percent]),
};

describe("ms", () => {
  it.each([
    [64.57, 64570],
    [2, 2000],
    [0, 0],
    [0.0005, 0.5],
    [1e-7, 0.0001],
    [2.5e-7, 0.00025],
  ])("writes %d seconds exactly", (seconds, milliseconds) => {
    expect(ms.toWire(seconds)).toBe(milliseconds);
    expect(ms.fromWire(milliseconds, "number", now)).toBe(seconds);
  });

  it("reads texts of digits, and rounds up where the field takes whole seconds", () => {
    expect(ms.fromWire("64570", "number", now)).toBe(64.57);
    expect(ms.fromWire(" 2000.5 ", "number", now)).toBe(2.0005);
    expect(ms.fromWire(64570, "integer", now)).toBe(65);
    expect(ms.fromWire(64570, { range: "integer", min: 0 }, now)).toBe(65);
  });

  it("gives back every number of milliseconds", () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(999), (whole, fraction) => {
        const seconds = Number(`${whole}.${fraction}`);
        expect(ms.fromWire(ms.toWire(seconds), "number", now)).toBe(seconds);
      }),
    );
  });
});

describe("epoch", () => {
  it.each([
    [60, 1_700_000_060],
    [0, 1_700_000_000],
    [0.25, 1_700_000_000.25],
  ])("writes the time in %d seconds", (seconds, time) => {
    expect(epoch.toWire(seconds, now)).toBe(time);
    expect(epoch.fromWire(time, "number", now)).toBe(seconds);
    expect(epoch.fromWire(String(time), "number", now)).toBe(seconds);
  });

  it("reads a time in the past as 0", () => {
    expect(epoch.fromWire(1_600_000_000, "number", now)).toBe(0);
    expect(epoch.fromWire(0, "integer", now)).toBe(0);
  });

  it("counts from the present where nobody says another time", () => {
    const written = epoch.toWire(1000) as number;
    expect(epoch.fromWire(written, "integer", Date.now())).toBeGreaterThan(900);
  });

  it("gives back whole seconds and whole times, whenever that is", () => {
    const anyTime = fc.nat(2 ** 42);
    fc.assert(
      fc.property(anyTime, fc.nat(1_000_000), (time, seconds) => {
        const written = epoch.toWire(seconds, time);
        expect(Number.isInteger(written)).toBe(true);
        const read = epoch.fromWire(written, "integer", time);
        expect(read).toBe(seconds);
        expect(epoch.toWire(read, time)).toBe(written);
        const exact = epoch.fromWire(written, "number", time);
        expect(epoch.toWire(exact, time)).toBeLessThanOrEqual(written as number);
      }),
    );
  });
});

describe("percent", () => {
  it.each([
    ["Zugriff verweigert: é 100%", "Zugriff%20verweigert%3A%20%C3%A9%20100%25"],
    ["it's (not) *here*!", "it%27s%20%28not%29%20%2Ahere%2A%21"],
    ["a-b.c_d~e", "a-b.c_d~e"],
    ["a\r\nb", "a%0D%0Ab"],
    ["", ""],
  ])("writes %j", (text, written) => {
    expect(percent.toWire(text)).toBe(written);
    expect(percent.fromWire(written, "string", now)).toBe(text);
  });

  it.each([
    ["100% of %zz %4 %", "100% of %zz %4 %"],
    ["%c3%a9%C3%A9%e2%82%ac", "éé€"],
    ["%ff%41%c3%28%e2%82", "%ffA%c3(%e2%82"],
    ["%c0%80 %ed%a0%80 %f4%90%80%80 %e0%80%80", "%c0%80 %ed%a0%80 %f4%90%80%80 %e0%80%80"],
    ["a+b", "a+b"],
  ])("reads %j, and leaves what is broken", (written, text) => {
    expect(percent.fromWire(written, "string", now)).toBe(text);
  });

  it("gives back every text, in characters that a header may have", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const written = percent.toWire(text);
        expect(written).toMatch(/^[\w.~%-]*$/);
        expect(percent.fromWire(written, "string", now)).toBe(text);
      }),
    );
  });

  it("reads escapes of any bytes, and a megabyte of broken ones", () => {
    const byte = fc.nat(255).map((value) => `%${value.toString(16).padStart(2, "0")}`);
    fc.assert(
      fc.property(fc.array(byte), (bytes) => {
        const text = percent.fromWire(bytes.join(""), "string", now);
        // Reading again what is well-formed must give the same bytes.
        const lossy = new TextDecoder().decode(
          Uint8Array.from(bytes, (each) => Number(`0x${each.slice(1)}`)),
        );
        if (!lossy.includes("\ufffd") && !lossy.startsWith("\ufeff")) expect(text).toBe(lossy);
      }),
      { numRuns: 500 },
    );
    const broken = "%e2%82".repeat(170_000);
    expect(percent.fromWire(broken, "string", now)).toBe(broken);
  });

  it("writes nothing for half a surrogate pair", () => {
    expect(percent.toWire("\ud800")).toBeUndefined();
  });
});

describe("list", () => {
  const texts = { items: "string" } as const;

  it("reads a single value as a list of one", () => {
    expect(list.fromWire("a", texts, now)).toEqual(["a"]);
    expect(list.fromWire({ a: 1 }, { items: "any" }, now)).toEqual([{ a: 1 }]);
    expect(list.fromWire(["a", "b"], texts, now)).toEqual(["a", "b"]);
    expect(list.fromWire([], texts, now)).toEqual([]);
  });

  it("leaves what is absent, and fields that are no lists", () => {
    expect(list.fromWire(undefined, texts, now)).toBeUndefined();
    expect(list.fromWire(null, texts, now)).toBeNull();
    expect(list.fromWire("a", "string", now)).toBe("a");
    expect(list.fromWire("a", { range: "string", max: 3 }, now)).toBe("a");
  });

  it("writes lists as they are", () => {
    expect(list.toWire(["a"])).toEqual(["a"]);
  });
});

describe("pointer", () => {
  it.each([
    ["name", "#/name"],
    ["profile.color", "#/profile/color"],
    ["items.1.name", "#/items/1/name"],
    ["a\\.b", "#/a.b"],
    ["a/b~c", "#/a~1b~0c"],
    ["é %", "#/%C3%A9%20%25"],
    ["a\\\\b", "#/a%5Cb"],
    ["a..b", "#/a//b"],
    ["__proto__", "#/__proto__"],
    ["", "#"],
  ])("writes %j as %j", (path, written) => {
    expect(pointer.toWire(path)).toBe(written);
    expect(pointer.fromWire(written, "string", now)).toBe(path);
  });

  it.each([
    ["/a/0", "a.0"],
    ["/%41", "%41"],
    ["#/%41", "A"],
    ["#/a%2Fb", "a.b"],
    ["", ""],
    ["/", ""],
    ["#/", ""],
    ["name", undefined],
    ["#name", undefined],
    ["#/%E0%A4%A", undefined],
  ])("reads %j as %j", (written, path) => {
    expect(pointer.fromWire(written, "string", now)).toBe(path);
  });

  it("gives back the steps of every path that it writes", () => {
    const path = fc.string({
      unit: fc.constantFrom("a", "é", ".", "\\.", "\\\\", "/", "~", "%", "0"),
    });
    fc.assert(
      fc.property(path, (each) => {
        expect(pointer.fromWire(pointer.toWire(each), "string", now)).toBe(each);
      }),
    );
  });

  it("bears a megabyte of slashes and tildes", () => {
    for (const text of ["/", "~", "~1", "%2F"]) {
      const given = `#/${text.repeat(330_000)}`;
      expect(pointer.fromWire(given, "string", now)).toEqual(expect.any(String));
    }
  });
});

describe("chains", () => {
  it("write from left to right and read from right to left", () => {
    const both = chain([epoch, ms]);
    expect(both.toWire(1.5, now)).toBe(1_700_000_001_500);
    expect(both.fromWire(1_700_000_001_500, "number", now)).toBe(1.5);
    expect(both.fromWire("1700000001500", "integer", now)).toBe(2);
  });

  it("turn back what was made a text, by the type of the field", () => {
    const both = chain([string, percent]);
    expect(both.toWire({ a: "é" })).toBe("%7B%22a%22%3A%22%C3%A9%22%7D");
    expect(both.fromWire("%7B%22a%22%3A%22%C3%A9%22%7D", "any", now)).toEqual({ a: "é" });
    expect(both.fromWire("5", "integer", now)).toBe(5);
    expect(both.fromWire("5", "string", now)).toBe("5");
  });

  it("count as absent where one of them cannot convert", () => {
    expect(chain([epoch, ms]).toWire("soon", now)).toBeUndefined();
    expect(chain([epoch, ms]).fromWire("soon", "number", now)).toBeUndefined();
  });
});

describe.each(Object.entries(codecs))("%s", (_, codec) => {
  it("never throws, and reads no number that is none", () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: false }), (value) => {
        for (const shape of ["any", "string", "integer", { items: "any" }] as const) {
          expect(() => codec.fromWire(value, shape, now)).not.toThrow();
          // A list's values stay as they are; no text of a wire holds such a number.
          const isKept = codec === list && value === Number.NEGATIVE_INFINITY;
          if (!isKept) expect(codec.fromWire(value, shape, now)).not.toBe(Number.NEGATIVE_INFINITY);
        }
        expect(() => codec.toWire(value, now)).not.toThrow();
      }),
    );
  });
});

it.each([
  -1,
  "-1",
  Number.NaN,
  Number.POSITIVE_INFINITY,
  "",
  " ",
  "soon",
  "0x10",
  "1e3",
  null,
  [],
  {},
  true,
])("%j is neither a delay nor a time", (value) => {
  for (const codec of [ms, epoch, chain([epoch, ms])])
    expect(codec.fromWire(value, "number", now)).toBeUndefined();
  if (typeof value !== "string")
    for (const codec of [ms, epoch]) expect(codec.toWire(value, now)).toBeUndefined();
});
