import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { fromJSON } from "../../../src/image-hosting/index.js";
import { bodyText, type DecodeLimits, format } from "../../../src/runtime/index.js";
import { formats } from "../../conformance/vendor.js";

const known = '"error":"not_found","code":"NOT_FOUND","type":"not_found","message":"m"';
const levels = (count: number) => `{${known},"x":${"[".repeat(count)}${"]".repeat(count)}}`;
const members = (count: number) =>
  `{${known},"x":{${Array.from({ length: count }, (_, index) => `"m${index}":1`).join()}}}`;
const elements = (count: number) => `{${known},"x":[${Array(count).fill(1).join()}]}`;
const bytes = (count: number) => `{${known},"x":"${"y".repeat(count)}"}`;

describe.each(formats)("decoding $name", (wire) => {
  it.each<[string, string, string]>([
    ["levels", levels(100), "expected at most 100 levels"],
    ["members", members(100_000), "expected at most 100000 members"],
    ["list elements", elements(100_001), "expected at most 100000 list elements"],
    ["bytes", bytes(10_485_760), "expected at most 10485760 bytes"],
  ])("reads no body with too many %s, says so, and goes by the status", (_, body, message) => {
    // As bytes they are written element by element.
    const forms = message.includes("bytes") ? [body] : [body, new TextEncoder().encode(body)];
    for (const form of forms) {
      const error = wire.decode({ status: 404, body: form });
      expect(error.issues).toEqual([{ message, path: [] }]);
      expect(error.inferred ?? error.code === "unrecognized").toBe(true);
      expect(error.status).toBe(404);
      for (const text of [JSON.stringify(error), format(error), inspect(error, { depth: null })])
        expect(text.length).toBeGreaterThan(0);
      for (const passThrough of [false, "text", true])
        expect(() => JSON.stringify(wire.encode(error, { passThrough }))).not.toThrow();
    }
  });

  it("keeps the body that it did not read", () => {
    const body = levels(5000);
    expect(wire.decode({ status: 404, body }).received?.body).toBe(body);
    const parsed = JSON.parse(body);
    const error = wire.decode({ status: 404, body: parsed });
    expect(error.received?.body).toBe(parsed);
    expect(() => JSON.stringify(error)).not.toThrow();
  });

  it.each<[DecodeLimits, string]>([
    [{ depth: 2 }, levels(2)],
    [{ members: 4 }, members(1)],
    [{ elements: 2 }, elements(3)],
    [{ bytes: 40 }, bytes(1)],
  ])("takes other limits: %o", (limits, body) => {
    const narrow = wire.decode({ status: 404, body }, { limits } as object);
    expect(narrow.issues?.[0]?.message).toMatch(/^expected at most/);
    expect(wire.decode({ status: 404, body }).issues ?? []).toEqual([]);
  });
});

it("the neutral form of an error has the same limits", () => {
  const deep = JSON.parse(levels(200));
  const error = fromJSON({ code: "not_found", status: 404, message: "m", fields: { x: deep } });
  expect(error).toMatchObject({ code: "unrecognized", status: 0 });
  expect(error.issues).toEqual([{ message: "expected at most 100 levels", path: [] }]);
  expect(() => JSON.stringify(error)).not.toThrow();
});

it("bodyText writes whatever it is given", () => {
  const cyclic: Record<string, unknown> = { a: 1n, big: 10n ** 20n, at: new Date(0) };
  cyclic.self = cyclic;
  expect(bodyText(cyclic)).toBe(
    '{"a":1,"big":"100000000000000000000","at":"1970-01-01T00:00:00.000Z"}',
  );
});
