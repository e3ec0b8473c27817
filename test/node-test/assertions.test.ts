import { AssertionError } from "node:assert";
import { inspect } from "node:util";
import { assertErrorCode, assertRejectsErrorCode, assertThrowsErrorCode } from "errdex/node-test";
import { describe, expect, it } from "vitest";
import {
  decode,
  notFound,
  planRequired,
  quotaExceeded,
  rateLimited,
} from "../../src/image-hosting/index.js";

const usage = { plan: "free", uploads_used: 1, uploads_limit: 2 };
const action = {
  type: "verify",
  url: "https://images.example/v?sig=hush",
  label: "Verify",
} as const;
const pro = planRequired({ required_plan: "pro" });

function fail(): never {
  throw pro;
}

async function complaint(attempt: () => unknown): Promise<Error> {
  try {
    await attempt();
  } catch (error) {
    return error as Error;
  }
  throw new Error("The assertion had nothing to complain about.");
}

describe("the assertions", () => {
  it("take an error with the code, and with fields that are given", async () => {
    assertErrorCode(notFound(), "not_found");
    assertErrorCode(pro, "plan_required", { required_plan: "pro" });
    assertErrorCode(pro, "plan_required", { required_plan: /^p/ });
    assertErrorCode(quotaExceeded({ action, usage }), "quota_exceeded", { usage: { ...usage } });
    assertErrorCode(decode({ status: 418, body: { error: "teapot" } }), "unrecognized");
    expect(assertThrowsErrorCode(fail, "plan_required", { required_plan: "pro" })).toBe(pro);
    expect(await assertRejectsErrorCode(Promise.reject(pro), "plan_required")).toBe(pro);
    expect(await assertRejectsErrorCode(async () => fail(), "plan_required")).toBe(pro);
  });

  it.each<[string, () => unknown, string]>([
    [
      "another code",
      () => assertErrorCode(notFound(), "rate_limited"),
      "Expected: rate_limited\nReceived: not_found 404: There is nothing at this address.",
    ],
    [
      "other fields",
      () => assertErrorCode(pro, "plan_required", { required_plan: "team" }),
      "Expected: plan_required { required_plan: 'team' }\nReceived: plan_required 403: This feature is part of the pro plan. {\"required_plan\":\"pro\"}\n  required_plan: expected 'team', received 'pro'",
    ],
    [
      "a text that is not as the pattern says",
      () => assertErrorCode(pro, "plan_required", { required_plan: /^t/ }),
      "  required_plan: expected /^t/, received 'pro'",
    ],
    [
      "a part of a field",
      () =>
        assertErrorCode(quotaExceeded({ action, usage }), "quota_exceeded", {
          usage: { plan: "free" },
        }),
      "  usage: expected { plan: 'free' }, received {",
    ],
    [
      "a field that is missing",
      () => assertErrorCode(rateLimited(), "rate_limited", { retry_after: 3 }),
      "  retry_after: expected 3, received undefined",
    ],
    [
      "no error of a catalog",
      () => assertErrorCode(new TypeError("\u001b[31mbad"), "not_found"),
      "Expected: not_found\nReceived: TypeError: \\u001b[31mbad (no error of a catalog)",
    ],
    [
      "no error at all",
      () => assertErrorCode({ code: "not_found" }, "not_found"),
      "Received: { code: 'not_found' } (no error of a catalog)",
    ],
    [
      "nothing thrown",
      () => assertThrowsErrorCode(() => 1, "not_found"),
      "The function threw nothing.",
    ],
    [
      "something else thrown",
      () => assertThrowsErrorCode(fail, "not_found"),
      "Expected: not_found\nReceived: plan_required 403",
    ],
    [
      "a promise fulfilled",
      () => assertRejectsErrorCode(Promise.resolve(1), "not_found"),
      "The promise was fulfilled.",
    ],
    [
      "a promise rejected with something else",
      () => assertRejectsErrorCode(Promise.reject(new Error("no")), "not_found"),
      "Received: Error: no (no error of a catalog)",
    ],
  ])("say what they found instead: %s", async (_, attempt, want) => {
    const error = await complaint(attempt);
    expect(error).toBeInstanceOf(AssertionError);
    expect(error.message).toContain(want);
    // It leads to the test and not into the assertion; behind `await` there is no way back.
    const [, place] = /\n {4}at (?:\S+ )?\(?(.*?):\d+:\d+\)?/.exec(error.stack ?? "") ?? [];
    if (!/promise/.test(_)) expect(place).toContain("assertions.test.ts");
  });

  it("have the texts of what was expected and received for runners that compare them", async () => {
    const error = await complaint(() => assertErrorCode(notFound(), "rate_limited"));
    expect(error).toMatchObject({
      operator: "assertErrorCode",
      expected: "Expected: rate_limited",
      actual: "Received: not_found 404: There is nothing at this address.",
    });
  });

  it.each<[string, () => unknown, RegExp]>([
    [
      "it is no function",
      () => assertThrowsErrorCode(pro as never, "not_found"),
      /takes a function/,
    ],
    [
      "the function is asynchronous",
      () => assertThrowsErrorCode(async () => fail(), "plan_required"),
      /returned a promise. Use `await assertRejectsErrorCode/,
    ],
    [
      "there is no promise",
      () => assertRejectsErrorCode((() => pro) as never, "plan_required"),
      /takes a promise, or a function that returns one/,
    ],
  ])("are no answer where they are misused: %s", async (_, attempt, want) => {
    const error = await complaint(attempt);
    expect(error).toBeInstanceOf(TypeError);
    expect(error.message).toMatch(want);
  });

  it("pass on what a function throws before it returns a promise, as assert.rejects does", async () => {
    expect(await complaint(() => assertRejectsErrorCode(fail, "plan_required"))).toBe(pro);
  });

  it("show no secret, whichever side it is on and however it is printed", async () => {
    const error = quotaExceeded({ action, usage });
    const other = { ...action, url: "https://images.example/v?sig=mum" };
    const said = await complaint(() => assertErrorCode(error, "quota_exceeded", { action: other }));
    expect(said.message).toContain("  action: differs in a secret value");
    expect(inspect(said, { depth: 10 })).not.toMatch(/hush|mum/);
  });
});
