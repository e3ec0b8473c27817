import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { authRequired, fromJSON, quotaExceeded } from "../../src/image-hosting/index.js";
import {
  captureStackTrace,
  createError,
  type ErrorEntry,
  hideFields,
} from "../../src/runtime/generated.js";
import { format } from "../../src/runtime/index.js";

const entry: ErrorEntry = {
  ...{ catalog: "tests", code: "traced", status: 500 },
  fields: ["plan"],
  hide: hideFields("trace", "shard"),
};

function traced(options?: { readonly stack?: boolean; readonly cause?: unknown }) {
  const error = createError(entry, () => "It broke.", options);
  error.plan = "free";
  error.trace = "span-0451";
  if (error.stack === undefined) captureStackTrace(error, traced);
  return error;
}

describe("an internal field", () => {
  it("can be read", () => {
    expect(traced().trace).toBe("span-0451");
  });

  it("is no property of the error's own, and undefined where it was not given", () => {
    const error = traced();
    expect(Reflect.ownKeys(error)).not.toContain("trace");
    expect(error.shard).toBeUndefined();
    expect(createError(entry, () => "Another.").trace).toBeUndefined();
  });

  it("never shows, whichever way an error is printed or copied", () => {
    const error = traced({ cause: traced() });
    const prints = [
      JSON.stringify(error),
      JSON.stringify({ deep: [error] }),
      JSON.stringify(Object.entries(error)),
      JSON.stringify({ ...error }),
      inspect(error),
      inspect(error, { showHidden: true }),
      inspect(error, { depth: null, showHidden: true, getters: true }),
      inspect({ a: [{ b: error }] }, { depth: 10, showHidden: true }),
      format(error as never),
      String(error),
      error.stack,
      inspect(structuredClone(error), { showHidden: true, depth: 10 }),
    ];
    for (const print of prints) expect(print).not.toContain("0451");
  });
});

describe("an error with fields", () => {
  it("has code, status and its fields as its own keys, and nothing else", () => {
    expect(Object.keys(traced({ cause: 1 }))).toEqual(["code", "status", "plan"]);
    const names = [];
    for (const name in traced()) names.push(name);
    expect(names).toEqual(["code", "status", "plan"]);
  });

  it("spreads into code, status and fields", () => {
    expect({ ...traced() }).toEqual({ code: "traced", status: 500, plan: "free" });
  });

  it("gives JSON of code, status, message and fields", () => {
    const json = { code: "traced", status: 500, message: "It broke.", fields: { plan: "free" } };
    expect(JSON.parse(JSON.stringify(traced({ cause: new Error("secret cause") })))).toEqual(json);
    expect(JSON.stringify([authRequired()])).toBe(
      '[{"code":"auth_required","status":401,"message":"You have to sign in before you can do this.","fields":{}}]',
    );
  });

  it("loses its fields in a structured clone, and keeps them where toJSON comes first", () => {
    const error = quotaExceeded({
      action: { type: "verify", url: "https://img.example/v", label: "Verify" },
      usage: { plan: "free", uploads_used: 1, uploads_limit: 1 },
    });
    expect(structuredClone(error)).not.toHaveProperty("usage");
    const clone = fromJSON(structuredClone(error.toJSON()));
    expect(clone).toMatchObject({ action: error.action, usage: error.usage });
  });
});

describe("util.inspect", () => {
  it("prints the stack, then code, status, fields and cause", () => {
    const text = inspect(traced({ cause: new RangeError("underneath") }));
    expect(text).toMatch(/^traced: It broke\.\n {4}at /);
    expect(text).toMatch(
      /\{\s+code: 'traced',\s+status: 500,\s+plan: 'free',\s+cause: RangeError: underneath/,
    );
  });

  it("prints the message where there is no stack", () => {
    expect(inspect(traced({ stack: false }))).toBe(
      "traced: It broke. { code: 'traced', status: 500, plan: 'free' }",
    );
    const error = traced();
    error.stack = undefined as never;
    expect(inspect(error)).toMatch(/^traced: It broke\. \{/);
  });

  it("shortens what lies deeper than was asked for, and never fails", () => {
    const error = quotaExceeded(
      {
        action: { type: "verify", url: "https://img.example/v", label: "Verify" },
        usage: { plan: "free", uploads_used: 1, uploads_limit: 1 },
      },
      { stack: false },
    );
    expect(inspect({ a: { b: { c: error } } }, { depth: 2 })).toContain("quota_exceeded");
    expect(inspect(error, { depth: 0 })).toContain("[Object]");
    for (const depth of [-1, 0, 1, 2, null]) {
      expect(() => inspect([[[[error]]]], { depth, colors: true })).not.toThrow();
    }
  });

  it("survives an error that is its own cause", () => {
    const error = traced({ stack: false });
    Object.defineProperty(error, "cause", { value: error });
    expect(inspect(error)).toContain("traced");
    expect(() => inspect(error, { depth: null })).not.toThrow();
  });
});
