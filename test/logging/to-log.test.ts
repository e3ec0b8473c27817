import { describe, expect, it } from "vitest";
import {
  authRequired,
  categories,
  quotaExceeded,
  validationError,
} from "../../src/image-hosting/index.js";
import { imgPro } from "../../src/image-hosting/wire.js";
import { logLine, toLog } from "../../src/logging/index.js";
import { createError, type ErrorEntry, hideFields } from "../../src/runtime/generated.js";

const usage = { plan: "free", uploads_used: 100, uploads_limit: 100 };
const action = { type: "upgrade", url: "https://img.example/?sig=s3cr3t", label: "Up" } as const;

const entry: ErrorEntry = {
  ...{ catalog: "depot", code: "not_found", status: 404 },
  fields: ["shelf"],
  hide: hideFields("shard"),
};

function lost(options?: { readonly cause?: unknown }) {
  const error = createError(entry, () => "It is not here.", { stack: false, ...options });
  error.name_of = "no field";
  error.shard = { host: "db-7" };
  return error;
}

describe("a catalog error in a log", () => {
  it("has type, code, catalog, status, message, redacted fields and the stack", () => {
    const { stack, ...logged } = toLog(quotaExceeded({ action, usage }));
    expect(logged).toEqual({
      type: "quota_exceeded",
      code: "quota_exceeded",
      catalog: "image-hosting",
      status: 403,
      message: "You have used 100 of 100 uploads.",
      fields: { action: { type: "upgrade", url: "[redacted]", label: "Up" }, usage },
    });
    expect(stack).toMatch(
      /^quota_exceeded: You have used 100 of 100 uploads\.\n {4}at .*to-log\.test/,
    );
  });

  it("has its category where the table is given", () => {
    expect(toLog(authRequired(), { categories }).category).toBe("account");
    expect(toLog(authRequired()).category).toBeUndefined();
  });

  it("has the category of its own catalog where several have the code", () => {
    const tables = { "image-hosting": categories, depot: { not_found: "shelves" } };
    expect(toLog(lost(), { categories: tables }).category).toBe("shelves");
    expect(toLog(authRequired(), { categories: tables }).category).toBe("account");
    expect(toLog(lost(), { categories: { "image-hosting": categories } }).category).toBeUndefined();
  });

  it("has internal fields where they are asked for, and no member that is no field", () => {
    expect(toLog(lost())).toEqual({
      ...{ type: "not_found", code: "not_found", catalog: "depot", status: 404 },
      message: "It is not here.",
    });
    expect(toLog(lost(), { internal: true }).internal).toEqual({ shard: { host: "db-7" } });
    const cause = lost();
    expect(toLog(authRequired({ cause }), { internal: true }).cause?.internal).toBeDefined();
  });

  it("has no secret among its internal fields", () => {
    const logged = toLog(quotaExceeded({ action, usage }), { internal: true });
    expect(logged.internal).toBeUndefined();
    expect(JSON.stringify(logged)).not.toContain("s3cr3t");
  });

  it("has no stack and no cause where they are not wanted", () => {
    const error = authRequired({ cause: new Error("underneath") });
    expect(toLog(error, { stack: false })).not.toHaveProperty("stack");
    expect(toLog(error, { stack: false }).cause).toEqual({ type: "Error", message: "underneath" });
    expect(toLog(error, { cause: false })).not.toHaveProperty("cause");
  });

  it("has the values of the request that are given", () => {
    expect(toLog(authRequired(), { context: { trace_id: "4bf9" } }).context).toEqual({
      trace_id: "4bf9",
    });
  });

  it("has the errors beside it, each as it is logged", () => {
    const error = authRequired({ others: [quotaExceeded({ action, usage }, { stack: false })] });
    expect(toLog(error).others).toMatchObject([
      { code: "quota_exceeded", fields: { action: { url: "[redacted]" } } },
    ]);
  });
});

describe("a decoded error in a log", () => {
  const answer = (body: unknown) => imgPro.decode({ status: 403, body });

  it("has what was received of an unknown code, and nothing of the body", () => {
    const logged = toLog(answer({ error: "new_code", message: "No.", more: "in the body" }));
    expect(logged).toEqual({
      ...{ type: "unrecognized", code: "unrecognized", status: 403, message: "No." },
      receivedCode: "new_code",
    });
  });

  it("has issues and the code that was meant", () => {
    const logged = toLog(answer({ error: "quota_exceeded", message: "No." }));
    expect(logged.receivedCode).toBe("quota_exceeded");
    expect(logged.issues).toContainEqual({ message: "expected a value", path: ["usage"] });
  });

  it("has no text with a control character, a line end or a mark that turns the writing direction", () => {
    const logged = toLog(answer({ error: "x\n\u202e", message: "\u001b[2J\nforged" }));
    expect([logged.message, logged.receivedCode]).toEqual([
      "\\u001b[2J\\u000aforged",
      "x\\u000a\\u202e",
    ]);
  });
});

describe("what led to an error", () => {
  it("is shown as a chain", () => {
    const root = Object.assign(new RangeError("out of reach"), {
      code: "ECONNREFUSED",
      errno: -111,
    });
    const error = authRequired({ cause: new TypeError("no", { cause: lost({ cause: root }) }) });
    expect(toLog(error, { stack: false }).cause).toEqual({
      type: "TypeError",
      message: "no",
      cause: {
        ...{ type: "not_found", code: "not_found", catalog: "depot", status: 404 },
        message: "It is not here.",
        cause: { type: "RangeError", code: "ECONNREFUSED", message: "out of reach" },
      },
    });
  });

  it("ends where it goes in a circle, and where it is very long", () => {
    const first = new Error("first");
    const second = new Error("second", { cause: first });
    first.cause = second;
    expect(toLog(first, { stack: false }).cause?.cause).toEqual({
      type: "Error",
      message: "[circular]",
    });
    let chain = new Error("0");
    for (let index = 1; index < 5000; index += 1) chain = new Error(`${index}`, { cause: chain });
    expect(JSON.stringify(toLog(chain, { stack: false }))).toContain("[left out]");
    expect(JSON.stringify(toLog(chain)).length).toBeLessThan(200_000);
  });

  it("may be several errors, of which the first are shown", () => {
    const errors = Array.from({ length: 100_000 }, (_, index) => new Error(`${index}`));
    const logged = toLog(new AggregateError(errors, "all of them"), { stack: false });
    expect(logged).toMatchObject({ type: "AggregateError", message: "all of them" });
    expect(logged.errors).toHaveLength(50);
    expect(logged.errors?.at(0)).toEqual({ type: "Error", message: "0" });
    expect(logged.errors?.at(-1)).toEqual({ type: "Error", message: "[left out]" });
  });

  it("has frames of its own, under a line that says what it is", () => {
    const cause = new Error("multi\n    at forged (password=hunter2)");
    const [title, first] = toLog(cause).stack?.split("\n") ?? [];
    expect(title).toBe("Error: multi\\u000a    at forged (password=[redacted]");
    expect(first).toMatch(/^ {4}at .*to-log\.test/);
  });
});

describe("a stack that is some text", () => {
  it.each(["@", "@:1", "    at ", "a@", ":1", "\n@:1", "\n    at "])(
    "of %j is read in linear time",
    (part) => {
      const error = Object.assign(new Error("x"), { stack: part.repeat(1_000_000 / part.length) });
      // Squared, it would take minutes.
      expect((toLog(error).stack ?? "").length).toBeLessThan(60_000);
    },
  );
});

describe("whatever was thrown", () => {
  const never = () => {
    throw new Error("never");
  };
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  const cyclic: Record<string, unknown> = {};
  cyclic.self = cyclic;
  const deep: unknown = JSON.parse("[".repeat(5000) + "]".repeat(5000));

  it.each([
    ["a text", "boom", { type: "string", message: "boom" }],
    ["nothing", undefined, { type: "undefined", message: "undefined was thrown" }],
    ["null", null, { type: "null", message: "null was thrown" }],
    ["a number", 5n, { type: "bigint", message: "5 was thrown" }],
    ["a symbol", Symbol("s"), { type: "symbol", message: "Symbol(s) was thrown" }],
    ["a function", never, { type: "function", message: "a function was thrown" }],
    ["a promise", Promise.resolve(1), { type: "Promise", message: "an object was thrown" }],
    ["an object", { detail: 1 }, { type: "Object", message: "an object was thrown, with detail" }],
    [
      "an object like an error",
      { message: "no", status: 404, code: 7 },
      { type: "Object", code: "7", status: 404, message: "no" },
    ],
    ["an error without a text", new Error(), { type: "Error", message: "" }],
    ["a revoked proxy", revoked.proxy, { type: "object", message: "an object was thrown" }],
    [
      "a proxy that throws",
      new Proxy(new Error("x"), { get: never, has: never, getPrototypeOf: never, ownKeys: never }),
      { type: "object", message: "an object was thrown" },
    ],
    [
      "getters that throw",
      Object.defineProperties(new Error("x"), { message: { get: never }, cause: { get: never } }),
      { type: "Error", message: "an object was thrown" },
    ],
    [
      "an error of another realm",
      { __proto__: null, name: "E", message: "m" },
      { type: "E", message: "m" },
    ],
  ])("%s is logged", (_, thrown, logged) => {
    expect(toLog(thrown, { stack: false })).toEqual(logged);
  });

  it.each([
    ["a bigint", 5n],
    ["a cycle", cyclic],
    ["5,000 levels", deep],
    ["a getter that throws", Object.defineProperty({}, "x", { enumerable: true, get: never })],
    ["a revoked proxy", revoked.proxy],
    ["a toJSON that throws", { toJSON: never }],
    ["a symbol", Symbol("s")],
    ["an infinite number", { x: Number.POSITIVE_INFINITY }],
  ])("a field that is %s does no harm", (_, value) => {
    for (const error of [
      quotaExceeded({ action: value as never, usage }),
      quotaExceeded({ action, usage: { ...usage, storage_used_bytes: value as never } }),
      validationError({ errors: value as never }, { cause: value, others: [value as never] }),
    ]) {
      const line = logLine(error, { internal: true, context: { value } });
      expect(JSON.parse(line)).toMatchObject({ code: error.code, status: error.status });
      expect(line).not.toContain("s3cr3t");
      // A logger may write it later, when the error has changed.
      expect(structuredClone(toLog(error))).toEqual(toLog(error));
    }
  });

  it("a getter of a field that throws loses the fields alone", () => {
    const error = validationError({ errors: {} });
    Object.defineProperty(error, "errors", { get: never });
    expect(toLog(error)).toMatchObject({ code: "validation_error", status: 422 });
    Object.defineProperty(error, "code", { get: never });
    expect(() => toLog(error)).not.toThrow();
  });

  it("options that are none do no harm", () => {
    for (const options of [null, 5, "x", { categories: null }, { context: never }])
      expect(toLog("boom", options as never)).toMatchObject({ message: "boom" });
  });
});

describe("logLine", () => {
  it("is one line of JSON, without what a terminal obeys", () => {
    const error = validationError({ errors: { "a\u202eb": ["c\u009bd\ne"] } }, { stack: false });
    const line = logLine(error);
    expect(line).not.toMatch(/[\p{Cc}\u202e]/u);
    expect(JSON.parse(line).fields).toEqual({ errors: { "a\u202eb": ["c\u009bd\ne"] } });
  });
});
