import { execFileSync } from "node:child_process";
import { buildSync } from "esbuild";
import { describe, expect, it } from "vitest";
import {
  authRequired,
  fetchFailed,
  insufficientScope,
  quotaExceeded,
  rateLimited,
} from "../../src/image-hosting/index.js";
import { createError, type ErrorEntry } from "../../src/runtime/generated.js";
import { root, shippedExamples } from "../shipped-catalog.js";

const action = { type: "upgrade", url: "https://img.example/up?sig=s3cret", label: "Go" } as const;
const usage = { plan: "free", uploads_used: 50, uploads_limit: 50 };

describe("a constructor", () => {
  it("puts code, status, message and fields on the error itself", () => {
    const error = quotaExceeded({ action, usage });
    expect(error.code).toBe("quota_exceeded");
    expect(error.status).toBe(403);
    expect(error.message).toBe("You have used 50 of 50 uploads.");
    expect(error.action).toBe(action);
    expect(error.usage).toBe(usage);
    expect("quota" in error).toBe(false);
  });

  it("gives a real Error whose name is its code", () => {
    const error = authRequired();
    expect(error).toBeInstanceOf(Error);
    expect(Object.prototype.toString.call(error)).toBe("[object Error]");
    expect(error.name).toBe("auth_required");
    expect(String(error)).toBe("auth_required: You have to sign in before you can do this.");
  });

  it("captures a stack that begins with code and message and leads to the caller", () => {
    const lines = (authRequired().stack ?? "").split("\n");
    expect(lines[0]).toBe("auth_required: You have to sign in before you can do this.");
    expect(lines.slice(1).join("\n")).toContain("constructors.test.ts");
  });

  it.each([
    ["a code without fields", () => authRequired()],
    ["a code with fields", () => insufficientScope({ required_scope: "x" })],
    ["a code with fields that are hidden", () => quotaExceeded({ action, usage })],
    ["a call that asks for one", () => rateLimited({}, { stack: true })],
  ])("names the place of its call first in the stack of %s", (_, make) => {
    const before = Error.stackTraceLimit;
    for (const limit of [1, 10, Number.POSITIVE_INFINITY]) {
      Error.stackTraceLimit = limit;
      const { stack = "" } = make();
      Error.stackTraceLimit = before;
      expect(stack.split("\n")[1]).toContain("constructors.test.ts");
    }
    Error.stackTraceLimit = 0;
    const { stack } = make();
    Error.stackTraceLimit = before;
    expect(stack).not.toContain("\n");
  });

  it("is made whatever its message is to be filled with", () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const never = { toString: () => never };
    for (const value of [Symbol("s"), proxy, never, Object.create(null)]) {
      const error = insufficientScope({ required_scope: value as never });
      expect(error.message).toBe("insufficient_scope");
      expect(error.stack).toMatch(/^insufficient_scope: insufficient_scope\n/);
      expect(authRequired({ message: value as never }).message).toBe("auth_required");
    }
    expect(quotaExceeded({ action, usage: undefined as never }).message).toBe("quota_exceeded");
  });

  it("keeps the cause, and has none where none was given", () => {
    const cause = new Error("disk full");
    expect(authRequired({ cause }).cause).toBe(cause);
    expect("cause" in authRequired()).toBe(false);
    expect("cause" in authRequired({ cause: undefined })).toBe(true);
    expect(Object.keys(authRequired({ cause }))).toEqual(["code", "status"]);
  });

  it("takes another message, in the stack too", () => {
    const error = quotaExceeded({ action, usage }, { message: "Enough." });
    expect(error.message).toBe("Enough.");
    expect(error.stack).toMatch(/^quota_exceeded: Enough\.\n/);
    expect(authRequired({ message: "" }).message).toBe("");
  });

  it("takes the first of several statuses unless another is asked for", () => {
    expect(fetchFailed().status).toBe(502);
    expect(fetchFailed({ status: 504 }).status).toBe(504);
  });

  it("chooses the message whose placeholders are all present", () => {
    expect(rateLimited({ retry_after: 0 }).message).toContain("0");
    expect(rateLimited().message).not.toMatch(/undefined|null/);
    expect(rateLimited({ retry_after: undefined }).message).toBe(rateLimited().message);
    expect("retry_after" in rateLimited({ retry_after: undefined })).toBe(false);
  });

  it.each(shippedExamples)(
    "makes $code as its example has it: $example.title",
    ({ create, code, entry, example }) => {
      const error = create();
      expect(error.code).toBe(code);
      expect(error.status).toBe((example.status ?? entry.statuses[0])?.value);
      expect(error.message).not.toBe("");
      expect(error.message).not.toMatch(/undefined|null|\[object|NaN|[{}]/);
      expect(error).toMatchObject(example.fields);
      expect(error.toJSON()).toEqual({
        code,
        status: error.status,
        message: error.message,
        fields: example.fields,
      });
    },
  );
});

describe("a stack", () => {
  const quiet: ErrorEntry = { catalog: "tests", code: "quiet", status: 400, stack: false };

  it("is left out for a call that asks for none", () => {
    const limit = Error.stackTraceLimit;
    const error = authRequired({ stack: false });
    expect(error).toBeInstanceOf(Error);
    expect(error.stack).toBe("auth_required: You have to sign in before you can do this.");
    expect(Error.stackTraceLimit).toBe(limit);
  });

  it("is left out for an entry that asks for none, unless the call wants one", () => {
    expect(createError(quiet, () => "Hush.").stack).toBe("quiet: Hush.");
    expect(createError(quiet, () => "Hush.", { stack: true }).stack).toBeUndefined();
  });

  it("is captured again afterwards, even where making the error threw", () => {
    const limit = Error.stackTraceLimit;
    const options = {
      stack: false,
      get cause(): unknown {
        throw new RangeError("no cause");
      },
    };
    expect(() => authRequired(options)).toThrow(RangeError);
    expect(Error.stackTraceLimit).toBe(limit);
    expect(authRequired().stack).toContain("constructors.test.ts");
  });

  it("keeps a limit that was removed or set to something odd", () => {
    const before = Object.getOwnPropertyDescriptor(Error, "stackTraceLimit");
    try {
      Error.stackTraceLimit = Number.POSITIVE_INFINITY;
      authRequired({ stack: false });
      expect(Error.stackTraceLimit).toBe(Number.POSITIVE_INFINITY);
      Error.stackTraceLimit = "many" as never;
      authRequired({ stack: false });
      expect(Error.stackTraceLimit).toBe("many");
    } finally {
      Object.defineProperty(Error, "stackTraceLimit", before as PropertyDescriptor);
    }
  });

  it.each([
    ["Error is frozen", "Object.freeze(Error);"],
    [
      "the limit cannot be written",
      'Object.defineProperty(Error, "stackTraceLimit", { value: 7, writable: false });',
    ],
    ["the limit was deleted", "delete Error.stackTraceLimit;"],
    ["all intrinsics are frozen", "", "--frozen-intrinsics"],
    ["nothing is changed", ""],
  ])("does no harm where %s", (_, prelude, ...flags) => {
    const { outputFiles } = buildSync({
      stdin: {
        contents: `import { authRequired, quotaExceeded, fromJSON } from "./src/image-hosting/index.ts";
          const error = authRequired({ stack: false, cause: 1 });
          const again = fromJSON(error);
          console.log(JSON.stringify([error instanceof Error, error.code, error.cause, again.code]));`,
        resolveDir: root,
      },
      bundle: true,
      write: false,
      format: "cjs",
      platform: "node",
      tsconfig: `${root}tsconfig.json`,
    });
    const script = `"use strict";${prelude}${outputFiles[0]?.text}`;
    const output = execFileSync(process.execPath, [...flags, "-"], {
      input: script,
      encoding: "utf8",
      stdio: ["pipe", "pipe", "pipe"],
    });
    expect(JSON.parse(output)).toEqual([true, "auth_required", 1, "auth_required"]);
  });
});
