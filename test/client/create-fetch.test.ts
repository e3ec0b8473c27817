/** `createFetch` over real sockets: what it gives, when it tries again, and when it does not. */
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, expectTypeOf, it } from "vitest";
import {
  createFetch,
  type FailedAttempt,
  type Failure,
  isFailure,
} from "../../src/client/index.js";
import type { ImgProError } from "../../src/image-hosting/client.js";
import { imgPro, picora } from "../../src/image-hosting/wire.js";
import { format, type UnrecognizedError } from "../../src/runtime/index.js";
import { runCatalog } from "../../src/wire/running-catalog.js";
import { soundCatalogOf } from "../support/catalog-of.js";
import { playing } from "./playing-server.js";

const server = playing();
const busy = { status: 503, body: { error: "new_code", message: "m" } };
const missing = { status: 404, body: { error: "not_found", message: "m" } };
const good = { status: 200, body: { good: true } };
const quick = { max: 5 };

async function failureOf(promise: Promise<unknown>): Promise<Failure> {
  const thrown = await promise.then(
    (response) => response,
    (failure: unknown) => failure,
  );
  if (!isFailure(thrown)) throw new Error(`No failure: ${thrown}`, { cause: thrown });
  return thrown as Failure;
}

describe("createFetch", () => {
  it("has the signature of fetch, and the error that the decoder knows", async () => {
    const api = createFetch(imgPro);
    expectTypeOf(api).toExtend<typeof fetch>();
    const response = await api(new URL(server.play(good)), { method: "POST", body: "m" });
    expect(await response.json()).toEqual({ good: true });
    const result = await api.try(new Request(server.play(missing)));
    expectTypeOf(result.failure?.error).toEqualTypeOf<
      ImgProError | UnrecognizedError | undefined
    >();
    if (result.ok || result.failure.kind !== "answer") throw new Error("It was good.");
    expectTypeOf(result.failure.error).toEqualTypeOf<ImgProError | UnrecognizedError>();
    expectTypeOf(result.failure.response).toEqualTypeOf<Response>();
    expect(result.failure.error.code).toBe("not_found");
    expect(result.failure.response.status).toBe(404);
    expect(await api.try(server.play(good))).toMatchObject({ ok: true, response: { status: 200 } });
  });

  it("rejects with a real error, which shows nothing that is secret", async () => {
    const quota = imgPro.decode({
      status: 403,
      body: {
        error: "quota_exceeded",
        message: "m",
        action: { type: "upgrade", url: "https://example.com/secret", label: "Go" },
        usage: { plan: "free", uploads_used: 1, uploads_limit: 1 },
      },
    });
    const { status, body } = quota.received as { status: number; body: unknown };
    const failure = await failureOf(createFetch(imgPro)(server.play({ status, body })));
    expect(failure).toBeInstanceOf(Error);
    expect(failure.message).toBe("The answer is an error: quota_exceeded (HTTP 403).");
    expect(JSON.stringify(failure) + JSON.stringify({ ...failure })).not.toContain("secret");
    expect(failure.error && format(failure.error)).toContain("[redacted]");
    if (!imgPro.is(failure.error, "quota_exceeded")) throw new Error("It is another.");
    expect(failure.error.action.url).toContain("secret");
    expect([isFailure(failure, imgPro), isFailure(failure, picora)]).toEqual([true, false]);
    for (const value of [undefined, null, new Error("m"), { kind: "answer" }, { ...failure }])
      expect(isFailure(value)).toBe(false);
  });

  it("lets streams be streams, and does not follow what an error says", async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const response = await createFetch(imgPro, { timeout: 60 })(server.at("/stream"), { signal });
    await wait(100);
    const reader = response.body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe("data: one\n\n");
    controller.abort();
    await expect(reader?.read()).rejects.toThrow();
  });

  it("decodes JSON that was whole before the connection broke", async () => {
    const failure = await failureOf(createFetch(imgPro)(server.at("/whole-but-truncated")));
    expect(failure).toMatchObject({ kind: "answer", error: { code: "not_found" } });
  });
});

describe("an error in an answer of status 200", () => {
  const catalog = soundCatalogOf({
    "catalog.yaml": `catalog: rpc
title: Errors of calls
version: 1.0.0
categories: { main: Main }
fallback: broken
wire: rpc
`,
    "wire/rpc.yaml": `wire: rpc
title: Calls
status: 200
body: { ok: false, error: $code, message: $message }
`,
    "errors/main.yaml": `category: main
errors:
  broken:
    status: 500
    title: Something broke
    message: The call came to nothing.
    meaning: Something in the service is not as it should be.
    causes: [A fault in the service.]
    fixes: [Report it.]
    resolver: operator
    retry: never
    examples: [{ title: One, fields: {} }]
    since: 1.0.0
`,
  });
  const rpc = runCatalog(catalog).formats.get("rpc");
  if (rpc === undefined) throw new Error("There is no such format.");
  const api = createFetch(rpc, { retry: false });

  it("is one where the format has errors there, and a good answer keeps its body", async () => {
    const broken = { status: 200, body: { ok: false, error: "broken", message: "m" } };
    expect(await failureOf(api(server.play(broken)))).toMatchObject({
      kind: "answer",
      error: { code: "broken" },
    });
    const response = await api(server.play(good));
    expect([response.bodyUsed, await response.json()]).toEqual([false, { good: true }]);
    expect((await api(server.at("/stream"))).status).toBe(200);
    expect((await createFetch(imgPro)(server.play(broken))).status).toBe(200);
  });
});

describe("trying again", () => {
  const api = createFetch(imgPro, { retry: quick });

  it.each(["GET", "HEAD", "PUT", "DELETE", "OPTIONS"])("%s is sent again", async (method) => {
    const address = server.play(busy, busy, good);
    expect((await api(address, { method })).status).toBe(200);
    expect(server.requests(address)).toHaveLength(3);
  });

  it.each<[string, RequestInit, number]>([
    ["POST is not", { method: "POST", body: "m" }, 1],
    ["POST with a key is", { method: "POST", body: "m", headers: { "Idempotency-Key": "1" } }, 2],
    [
      "a stream is not",
      { method: "PUT", body: new Blob(["m"]).stream(), duplex: "half" } as never,
      1,
    ],
    ["a form is", { method: "PUT", body: new URLSearchParams({ a: "1" }) }, 2],
  ])("%s sent again", async (_, init, want) => {
    const address = server.play(busy, good);
    await api.try(address, init);
    expect(server.requests(address)).toHaveLength(want);
  });

  it("sends the body of a Request each time", async () => {
    const address = server.play(busy, good);
    const response = await api(new Request(address, { method: "PUT", body: "whole" }));
    expect(response.status).toBe(200);
    expect(server.requests(address)).toEqual([
      { method: "PUT", body: "whole" },
      { method: "PUT", body: "whole" },
    ]);
  });

  it("sends a POST again where that is said to be harmless", async () => {
    const address = server.play(busy, good);
    const harmless = createFetch(imgPro, { retry: { ...quick, idempotent: true } });
    expect((await harmless(address, { method: "POST", body: "m" })).status).toBe(200);
  });

  it.each<[string, object, number]>([
    ["a code that never passes", missing, 1],
    ["a code that says to wait", { status: 429, body: { error: "rate_limited", message: "m" } }, 2],
    ["an unknown code with a passing status", busy, 2],
    ["an unknown code with another status", { ...busy, status: 422 }, 1],
  ])("goes by the answer: %s", async (_, answer, want) => {
    const address = server.play(answer as never, good);
    await api.try(address);
    expect(server.requests(address)).toHaveLength(want);
  });

  it("tries again after a connection that was cut, and gives up in the end", async () => {
    const attempts: (FailedAttempt & { kind: string })[] = [];
    const listening = createFetch(imgPro, {
      retry: { attempts: 2, max: 5 },
      onError: (failure, attempt) => {
        attempts.push({ ...attempt, kind: failure.kind });
        throw new Error("It only listens.");
      },
    });
    expect((await failureOf(listening(server.at("/cut")))).kind).toBe("network");
    expect(attempts).toEqual([
      { attempt: 1, retryIn: expect.any(Number), kind: "network" },
      { attempt: 2, retryIn: undefined, kind: "network" },
    ]);
  });

  it("waits as long as it is asked to, up to a limit", async () => {
    const waits: (number | undefined)[] = [];
    const asked = { ...busy, headers: { "retry-after": "0.2" } };
    const onError = (_: unknown, { retryIn }: FailedAttempt) => waits.push(retryIn);
    await createFetch(imgPro, { onError })(server.play(asked, good));
    await createFetch(imgPro, { retry: quick, onError })(server.play(asked, good));
    expect(waits).toEqual([200, 5]);
  });

  it("does not begin what would be too late", async () => {
    const asked = { ...busy, headers: { "retry-after": "10" } };
    const address = server.play(asked, good);
    const hurried = createFetch(imgPro, { retry: { budget: 1000 } });
    expect((await failureOf(hurried(address))).kind).toBe("answer");
    expect(server.requests(address)).toHaveLength(1);
    const total = createFetch(imgPro, { timeout: { total: 1000 } });
    expect((await failureOf(total(server.play(asked, good)))).kind).toBe("answer");
  });

  it("ends a pause that is aborted", async () => {
    const controller = new AbortController();
    const address = server.play({ ...busy, headers: { "retry-after": "60" } }, good);
    setTimeout(() => controller.abort(new Error("Enough.")), 50);
    const failure = await failureOf(createFetch(imgPro)(address, { signal: controller.signal }));
    expect(failure).toMatchObject({ kind: "aborted", cause: { message: "Enough." } });
    expect(server.requests(address)).toHaveLength(1);
  });
});

describe("limits of time", () => {
  it("hold for each attempt, and for all of them", async () => {
    let count = 0;
    const onError = () => {
      count += 1;
    };
    const each = createFetch(imgPro, { timeout: 30, retry: { attempts: 2, max: 1 }, onError });
    expect((await failureOf(each(server.at("/silent")))).kind).toBe("timeout");
    expect(count).toBe(2);
    const all = createFetch(imgPro, { timeout: { total: 80 }, retry: { attempts: 50, max: 1 } });
    expect((await failureOf(all(server.at("/silent")))).kind).toBe("timeout");
  });

  it("hold for the body of an error too", async () => {
    const api = createFetch(imgPro, { timeout: 50, retry: false });
    expect((await failureOf(api(server.at("/silent-body")))).kind).toBe("timeout");
  });

  it("tells the caller's own limit from an abort", async () => {
    const signal = AbortSignal.timeout(50);
    const api = createFetch(imgPro, { timeout: 5000 });
    expect((await failureOf(api(server.at("/silent"), { signal }))).kind).toBe("timeout");
  });
});
