/** Fields that are no data: the path of an error never fails for them. */
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { fromJSON, quotaExceeded, validationError } from "../../src/image-hosting/index.js";
import { bodyText, format, isCatalogError, retryDelay } from "../../src/runtime/index.js";
import { formats } from "../conformance/vendor.js";

const cyclic: Record<string, unknown> = { plan: "free" };
cyclic.self = cyclic;
const deep: unknown = JSON.parse("[".repeat(5000) + "]".repeat(5000));
const never = () => {
  throw new Error("never");
};
const revoked = Proxy.revocable({}, {});
revoked.revoke();

const values: Readonly<Record<string, unknown>> = {
  "a bigint": 5n,
  "a bigint inside": { plan: "free", uploads_used: 10n ** 30n },
  "a cycle": cyclic,
  "5,000 levels": deep,
  "a getter that throws": Object.defineProperty({ plan: "free" }, "used", {
    enumerable: true,
    get: never,
  }),
  "a revoked proxy": revoked.proxy,
  "a proxy that throws": new Proxy({}, { get: never, ownKeys: never, has: never }),
  "a toJSON that throws": { toJSON: never },
  "a toJSON without end": { toJSON: () => ({ toJSON: values["a toJSON without end"] }) },
  "a symbol": Symbol("s"),
  "a function": never,
  "a text that is none": { toString: never, valueOf: never, [Symbol.toPrimitive]: never },
};

const usage = { plan: "free", uploads_used: 1, uploads_limit: 1 };
const action = { type: "upgrade", url: "https://img.example/?sig=s3cr3t", label: "Up" } as const;

describe.each(Object.entries(values))("a field that is %s", (_, value) => {
  const make = () => [
    quotaExceeded({ action: value as never, usage }),
    quotaExceeded({ action, usage: { ...usage, storage_used_bytes: value as never } }),
    validationError({ errors: value as never }, { cause: value, stack: false }),
  ];

  it("stops neither toJSON nor format nor inspect", () => {
    for (const error of make()) {
      const json = JSON.stringify(error);
      expect(JSON.parse(json)).toMatchObject({ code: error.code, status: error.status });
      expect(fromJSON(JSON.parse(json)).code).toBeTypeOf("string");
      expect(format(error)).toContain(error.code);
      expect(format(error)).not.toContain("s3cr3t");
      // Node.js takes a member `errors` of any error for a list, and fails itself.
      if (value !== revoked.proxy || error.code !== "validation_error")
        expect(inspect(error)).toContain(error.code);
      expect(isCatalogError(error)).toBe(true);
      expect(retryDelay(error)).toBeUndefined();
    }
  });

  it("stops no answer, whoever writes its JSON", () => {
    for (const error of make()) {
      for (const wire of formats) {
        const { status, body } = wire.encode(error);
        expect(status).toBeGreaterThanOrEqual(400);
        expect(() => JSON.stringify(body)).not.toThrow();
        expect(body === undefined || typeof bodyText(body) === "string").toBe(true);
      }
    }
  });
});

it("what JSON cannot say is left out, and all else is there", () => {
  const odd = { plan: "free", uploads_used: 5n, uploads_limit: 6, more: cyclic };
  const error = quotaExceeded({ action, usage: odd as never });
  const flat = formats[0];
  expect(flat?.encode(error).body).toEqual({
    error: "quota_exceeded",
    message: "You have used 5 of 6 uploads.",
    action,
    usage: { plan: "free", uploads_used: 5, uploads_limit: 6, more: { plan: "free" } },
  });
  expect(format(error)).toContain('"more":{"plan":"free","self":"[left out]"}');
  expect(format(error)).toContain('"url":"[redacted]"');
});

it("inspect ends where causes go in a circle, at every depth", () => {
  const first = validationError({ errors: {} });
  const second = validationError({ errors: {} }, { cause: first });
  Object.defineProperty(first, "cause", { value: second });
  expect(inspect(first).length).toBeLessThan(20_000);
  expect(inspect(first, { depth: null }).length).toBeGreaterThan(0);
});

it("what arrived is printed without its control characters", () => {
  const message = "\u001b[2Jgone\nforged: line\u202e";
  const error = formats[0]?.decode({ status: 404, body: { error: "not_found", message } });
  expect(error?.message).toBe(message);
  expect(inspect(error)).not.toMatch(/[\u001b\u202e]|\nforged/);
});
