import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  fromJSON,
  isImageHostingError,
  quotaExceeded,
  rateLimited,
  type UnrecognizedError,
} from "../../src/image-hosting/index.js";
import type { CatalogError } from "../../src/runtime/index.js";
import { shippedEntries, shippedExamples } from "../shipped-catalog.js";

const overTheWire = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function read(value: unknown): CatalogError {
  return fromJSON(value);
}

function readUnrecognized(value: unknown): UnrecognizedError {
  const error = fromJSON(value);
  if (error.code !== "unrecognized") throw new Error(`It was recognized as ${error.code}.`);
  return error;
}

const quota = quotaExceeded({
  action: { type: "upgrade", url: "https://img.example/up", label: "Upgrade" },
  usage: { plan: "free", uploads_used: 5, uploads_limit: 5 },
}).toJSON();

function quotaWith(fields: object): unknown {
  return { ...quota, fields: { ...quota.fields, ...fields } };
}

describe("toJSON and fromJSON", () => {
  it.each(shippedExamples)("carry $code, example $example.title", ({ create, code }) => {
    const error = create();
    const back = read(overTheWire(error));
    expect(back.code).toBe(code);
    expect({ ...back }).toEqual({ ...error });
    expect(back.message).toBe(error.message);
    expect(back.toJSON()).toEqual(error.toJSON());
    expect(back.issues).toBeUndefined();
    expect(isImageHostingError(back)).toBe(true);
  });

  it("carry every example of a code with another message and status", () => {
    for (const { create, entry } of shippedExamples) {
      for (const { value: status } of entry.statuses) {
        const json = { ...create().toJSON(), status, message: "Другое" };
        expect(read(json)).toMatchObject({ status, message: "Другое" });
      }
    }
  });

  it("give a real Error without a stack of the decoder", () => {
    const error = read(quota);
    expect(error).toBeInstanceOf(Error);
    expect(error.stack).toBe(`quota_exceeded: ${quota.message}`);
  });

  it("give the default status where the other is not one of the entry's", () => {
    expect(read({ ...quota, status: 500 }).status).toBe(403);
  });

  it("carry what was inferred and what was received", () => {
    const received = { status: 403, headers: { "x-a": "b" }, body: { any: [1, null] } };
    const error = read({ ...quota, inferred: true, received });
    expect(error.inferred).toBe(true);
    expect(error.received).toEqual(received);
    expect(Object.keys(error)).not.toContain("received");
    expect(read(overTheWire(error)).toJSON()).toEqual(error.toJSON());
  });
});

describe("fromJSON of a known code", () => {
  it.each<[string, object, readonly [string, readonly (string | number)[]][]]>([
    ["a missing field", { usage: undefined }, [["expected object", ["usage"]]]],
    ["a field that is null", { usage: null }, [["expected object", ["usage"]]]],
    ["a field of another type", { usage: [] }, [["expected object", ["usage"]]]],
    [
      "a broken member",
      { usage: { plan: 7, uploads_used: 1.5, uploads_limit: -1 } },
      [
        ["expected string", ["usage", "plan"]],
        ["expected integer from 0", ["usage", "uploads_used"]],
        ["expected integer from 0", ["usage", "uploads_limit"]],
      ],
    ],
    [
      "a variant without its members",
      { action: { type: "upgrade", url: "https://img.example" } },
      [["expected string", ["action", "label"]]],
    ],
  ])("is unrecognized with %s, and says where", (_, fields, issues) => {
    const value = overTheWire(quotaWith(fields));
    const error = readUnrecognized(value);
    expect(error.receivedCode).toBe("quota_exceeded");
    expect(error.status).toBe(403);
    expect(error.message).toBe(quota.message);
    expect(error.issues.map(({ message, path }) => [message, path])).toEqual(issues);
    expect(error.received).toEqual({ status: 0, headers: {}, body: value });
  });

  it("leaves out a broken optional field and lists it", () => {
    const error = read(quotaWith({ quota: 12 }));
    expect(error.code).toBe("quota_exceeded");
    expect(error).not.toHaveProperty("quota");
    expect(error.issues).toEqual([{ message: "expected string", path: ["quota"] }]);
  });

  it("leaves out a broken optional member deep inside and keeps its neighbours", () => {
    const usage = { ...(quota.fields.usage as object), storage_used_bytes: "many" };
    const error = read(quotaWith({ usage }));
    expect(error).toMatchObject({ code: "quota_exceeded", usage: quota.fields.usage });
    expect(error.issues).toEqual([
      { message: "expected integer from 0", path: ["usage", "storage_used_bytes"] },
    ]);
  });

  it("keeps a variant that came after this catalog, and lists it", () => {
    const action = { type: "dance", steps: [1, 2] };
    const error = read(quotaWith({ action }));
    expect(error).toMatchObject({ code: "quota_exceeded", action });
    expect(error.issues).toEqual([
      { message: "expected object with a known type", path: ["action"] },
    ]);
  });

  it("lists what it kept or left out once, however far the error travels", () => {
    const first = read(quotaWith({ action: { type: "dance" }, quota: 7 }));
    const third = read(overTheWire(read(overTheWire(first))));
    expect(third.issues?.map(({ path }) => path)).toEqual([["action"], ["quota"]]);
    expect(third.toJSON()).toEqual(first.toJSON());
  });

  it.each([[{}], [{ type: 7 }], ["upgrade"], [null]])(
    "is unrecognized with the action %j",
    (action) => {
      expect(readUnrecognized(quotaWith({ action })).issues).toEqual([
        { message: "expected object with a known type", path: ["action"] },
      ]);
    },
  );

  it("takes null for an optional field, or member, as absent, without a complaint", () => {
    const usage = { ...(quota.fields.usage as object), storage_used_bytes: null };
    const error = read(quotaWith({ quota: null, usage }));
    expect(error).not.toHaveProperty("quota");
    expect(error).toMatchObject({ usage: quota.fields.usage });
    expect(error.issues).toBeUndefined();
  });

  it("leaves out fields that the entry does not have", () => {
    expect(read(quotaWith({ favourite: "tea", stack: "x" }))).not.toHaveProperty("favourite");
  });

  it("keeps a whole number that came with a fraction of zero, and refuses what JSON has not", () => {
    expect(read({ ...rateLimited({ retry_after: 3 }).toJSON() })).toHaveProperty("retry_after", 3);
    const broken = { ...rateLimited().toJSON(), fields: { retry_after: Number.NaN } };
    expect(read(broken)).not.toHaveProperty("retry_after");
  });

  it("is not misled by members named __proto__ or constructor", () => {
    const json = JSON.parse(
      `{"code":"quota_exceeded","status":403,"message":"m","__proto__":{"inferred":true},
        "fields":{"__proto__":{"action":1,"usage":2},"constructor":{"prototype":{"polluted":1}}}}`,
    );
    const error = readUnrecognized(json);
    expect(error.issues.map(({ path }) => path)).toEqual([["action"], ["usage"]]);
    expect({}).not.toHaveProperty("polluted");
    expect({}).not.toHaveProperty("usage");
  });

  it("keeps a member named __proto__ of a map, as a member", () => {
    const json = JSON.parse(
      '{"code":"validation_error","status":422,"message":"m","fields":{"errors":{"__proto__":["a"],"name":["b"]}}}',
    );
    const error = read(json);
    expect(error.code).toBe("validation_error");
    expect(JSON.stringify(error.toJSON().fields)).toBe(
      '{"errors":{"__proto__":["a"],"name":["b"]}}',
    );
  });
});

describe("fromJSON of anything else", () => {
  it.each(["__proto__", "constructor", "toString", "hasOwnProperty", "", "code_of_tomorrow"])(
    "takes the code %j as unknown, and keeps it",
    (code) => {
      const value = { code, status: 418, message: "Short and stout.", fields: { pot: "tea" } };
      const error = readUnrecognized(value);
      expect(error.receivedCode).toBe(code);
      expect(error).toMatchObject({ status: 418, message: "Short and stout.", issues: [] });
      expect(error.received.body).toBe(value);
      expect(isImageHostingError(error)).toBe(false);
    },
  );

  it.each([
    undefined,
    null,
    0,
    "quota_exceeded",
    [],
    [quota],
    {},
    { code: "quota_exceeded" },
    { code: "quota_exceeded", status: "403", message: "m" },
    { code: 403, status: 403, message: "m" },
    () => quota,
    Symbol("code"),
    10n,
  ])("takes %s as no error at all", (value) => {
    const error = readUnrecognized(value);
    expect("receivedCode" in error).toBe(false);
    expect(error.received).toEqual({ status: 0, headers: {}, body: value });
    expect(error.message).toBe("The answer is not an error that this catalog describes.");
  });

  it.each([
    [
      "an unknown code",
      { code: "code_of_tomorrow", status: 418, message: "No.", fields: { a: 1 } },
    ],
    ["a broken field", quotaWith({ usage: null })],
    ["no error at all", ["odd"]],
    ["nothing", null],
    [
      "an answer that was received",
      {
        code: "unrecognized",
        status: 502,
        message: "m",
        fields: {},
        issues: [{ message: "expected string", path: ["a", 0] }],
        received: { status: 502, headers: { "retry-after": "3" }, body: "<html>" },
      },
    ],
  ])("round-trips what was unrecognized: %s", (_, value) => {
    const first = readUnrecognized(value);
    const second = readUnrecognized(overTheWire(first));
    expect(second.toJSON()).toEqual(first.toJSON());
    expect(second.receivedCode).toBe(first.receivedCode);
    expect(second.issues).toEqual(first.issues);
    expect(second.received).toEqual(first.received);
    expect(second.status).toBe(first.status);
    expect(second.message).toBe(first.message);
  });

  it("ignores issues and an answer that are not what they should be", () => {
    const error = readUnrecognized({
      code: "unrecognized",
      status: 500,
      message: "m",
      fields: { receivedCode: 7 },
      issues: [
        ...[null, "x", { message: 1, path: [] }, { message: "a", path: [1n] }, { message: "b" }],
        { message: "kept", path: ["a", 0] },
      ],
      received: { status: "500" },
    });
    expect(error.issues).toEqual([{ message: "kept", path: ["a", 0] }]);
    expect("receivedCode" in error).toBe(false);
    expect(error.received.status).toBe(0);
  });

  it("never throws, whatever JSON comes, and what it gives round-trips", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const sent = overTheWire(fromJSON(value));
        expect(fromJSON(sent).toJSON()).toEqual(sent);
      }),
      { numRuns: 300 },
    );
  });

  it("never throws where the envelope is right and the fields are anything", () => {
    const code = fc.constantFrom(...shippedEntries.map((entry) => entry.code), "unrecognized", "x");
    const names = [
      ...new Set(shippedEntries.flatMap(({ fields }) => fields.map(({ name }) => name))),
      ...["type", "url", "label", "plan", "__proto__", "constructor", "receivedCode"],
    ];
    const value = fc.letrec((again) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.jsonValue({ maxDepth: 1 }),
        fc.constantFrom("upgrade", "wait", "redirect", "self", 0, -1, null),
        fc.array(again("value"), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom(...names), again("value"), { maxKeys: 5 }),
      ),
    })).value;
    const json = fc.record({
      code,
      status: fc.integer(),
      message: fc.string(),
      fields: fc.dictionary(fc.constantFrom(...names), value),
      issues: fc.option(value, { nil: undefined }),
      received: fc.option(value, { nil: undefined }),
      inferred: fc.option(fc.boolean(), { nil: undefined }),
    });
    fc.assert(
      fc.property(json, (given) => {
        const error = fromJSON(given);
        const again = fromJSON(overTheWire(error));
        expect(again.toJSON()).toEqual(overTheWire(error));
        expect(again.code === "unrecognized" || again.code === given.code).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
