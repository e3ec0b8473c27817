import { describe, expect, it } from "vitest";
import {
  decode,
  notFound,
  planRequired,
  quotaExceeded,
  rateLimited,
} from "../../src/image-hosting/index.js";
import { setUpErrors } from "../../src/vitest/index.js";

setUpErrors();

const usage = { plan: "free", uploads_used: 1, uploads_limit: 2 };
const action = {
  type: "verify",
  url: "https://images.example/v?sig=hush",
  label: "Verify",
} as const;

function complaint(attempt: () => unknown): string {
  try {
    attempt();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("The matcher had nothing to complain about.");
}

describe("toBeErrorCode", () => {
  it("takes an error with the code, and with fields that are given", () => {
    expect(notFound()).toBeErrorCode("not_found");
    expect(planRequired({ required_plan: "pro" })).toBeErrorCode("plan_required");
    expect(planRequired({ required_plan: "pro" })).toBeErrorCode("plan_required", {
      required_plan: expect.stringMatching(/^p/),
    });
    expect(quotaExceeded({ action, usage })).toBeErrorCode("quota_exceeded", {
      usage: expect.objectContaining({ plan: "free" }),
    });
    expect(notFound()).not.toBeErrorCode("rate_limited");
    expect(new Error("no")).not.toBeErrorCode("not_found");
    expect(decode({ status: 418, body: { error: "teapot" } })).toBeErrorCode("unrecognized");
  });

  it.each<[string, () => unknown, string]>([
    [
      "another code",
      () => expect(notFound()).toBeErrorCode("rate_limited"),
      "Expected: rate_limited\nReceived: not_found 404: There is nothing at this address.",
    ],
    [
      "other fields",
      () =>
        expect(planRequired({ required_plan: "pro" })).toBeErrorCode("plan_required", {
          required_plan: "team",
        }),
      'Expected: plan_required {"required_plan": "team"}\nReceived: plan_required 403: This feature is part of the pro plan. {"required_plan":"pro"}\n  required_plan: expected "team", received "pro"',
    ],
    [
      "a field that is missing",
      () => expect(rateLimited()).toBeErrorCode("rate_limited", { retry_after: 3 }),
      "  retry_after: expected 3, received undefined",
    ],
    [
      "no error of a catalog",
      () => expect(new TypeError("bad")).toBeErrorCode("not_found"),
      "Expected: not_found\nReceived: TypeError: bad (no error of a catalog)",
    ],
    [
      "no error at all",
      () => expect({ code: "not_found" }).toBeErrorCode("not_found"),
      'Received: {"code": "not_found"} (no error of a catalog)',
    ],
    [
      "the code that it must not be",
      () => expect(notFound()).not.toBeErrorCode("not_found"),
      "Expected: not not_found\nReceived: not_found 404",
    ],
  ])("says what it found instead: %s", (_, attempt, want) => {
    expect(complaint(attempt)).toContain(want);
  });

  it("shows no secret, neither the one that arrived nor the one that was expected", () => {
    const text = complaint(() =>
      expect(quotaExceeded({ action, usage })).toBeErrorCode("quota_exceeded", {
        action: { ...action, url: "https://images.example/v?sig=mum" },
      }),
    );
    expect(text).toContain('"url":"[redacted]"');
    expect(text).toContain("  action: differs in a secret value");
    expect(text).not.toMatch(/hush|mum/);
    const opaque = complaint(() =>
      expect(quotaExceeded({ action, usage })).toBeErrorCode("quota_exceeded", {
        action: expect.objectContaining({ url: "https://images.example/v?sig=mum" }),
      }),
    );
    expect(opaque).toContain("  action: differs in a secret value");
    expect(opaque).not.toMatch(/hush|mum/);
  });

  it("writes control characters out", () => {
    const text = complaint(() => expect(new Error("\u001b[31mred")).toBeErrorCode("not_found"));
    expect(text).toContain("\\u001b[31mred");
  });
});

describe("toThrowErrorCode", () => {
  it("takes a function that throws it, and a promise that is rejected with it", async () => {
    const fail = (): never => {
      throw planRequired({ required_plan: "pro" });
    };
    expect(fail).toThrowErrorCode("plan_required", { required_plan: "pro" });
    expect(fail).not.toThrowErrorCode("not_found");
    expect(() => 1).not.toThrowErrorCode("not_found");
    await expect(Promise.reject(notFound())).rejects.toThrowErrorCode("not_found");
    await expect(async () => fail()).rejects.toThrowErrorCode("plan_required");
    await expect(Promise.reject(notFound())).rejects.toBeErrorCode("not_found");
  });

  it.each<[string, () => unknown, string]>([
    [
      "nothing was thrown",
      () => expect(() => 1).toThrowErrorCode("not_found"),
      "The function threw nothing.",
    ],
    [
      "it is no function",
      () => expect(notFound()).toThrowErrorCode("not_found"),
      "toThrowErrorCode takes a function, or a promise after `rejects`.",
    ],
    [
      "the function is asynchronous",
      () => expect(async () => Promise.reject(notFound())).toThrowErrorCode("not_found"),
      "The function returned a promise. Use `await expect(…).rejects.toThrowErrorCode(…)` for it.",
    ],
    [
      "something else was thrown",
      () =>
        expect(() => {
          throw rateLimited();
        }).toThrowErrorCode("not_found"),
      "Expected: not_found\nReceived: rate_limited 429",
    ],
  ])("says so where %s", (_, attempt, want) => {
    expect(complaint(attempt)).toContain(want);
  });

  it.each<[string, () => unknown]>([
    ["it is no function", () => expect(notFound()).not.toThrowErrorCode("not_found")],
    [
      "the function is asynchronous",
      () => expect(async () => Promise.reject(notFound())).not.toThrowErrorCode("not_found"),
    ],
  ])("does not pass behind `not` where %s", (_, attempt) => {
    expect(complaint(attempt)).toMatch(/takes a function|returned a promise/);
  });

  it("complains of a promise that is rejected with something else", async () => {
    const attempt = expect(Promise.reject(new Error("no"))).rejects.toThrowErrorCode("not_found");
    await expect(attempt).rejects.toThrow("Received: Error: no (no error of a catalog)");
  });
});
