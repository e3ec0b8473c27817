/** What stands around clients: queries, forms, other ways to handle errors. */
import { QueryClient } from "@tanstack/query-core";
import { Effect } from "effect";
import ky1 from "ky1";
import { ofetch } from "ofetch";
import { describe, expect, expectTypeOf, it } from "vitest";
import {
  canRetry,
  createFetch,
  isFailure,
  kyHooks,
  orFailure,
  queryRetry,
  toFailure,
  toFormErrors,
} from "../../src/client/index.js";
import { authRequired } from "../../src/image-hosting/index.js";
import { imgPro, picora, problem } from "../../src/image-hosting/wire.js";
import { readResponse } from "../../src/runtime/index.js";
import { playing } from "./playing-server.js";

const server = playing();
const busy = { status: 503, body: { error: "new_code", message: "m" } };
const missing = { status: 404, body: { error: "not_found", message: "m" } };

describe("TanStack Query", () => {
  const query = (address: string) =>
    new QueryClient().fetchQuery({
      queryKey: [address],
      queryFn: () => createFetch(imgPro, { retry: false })(address).then(({ status }) => status),
      ...queryRetry({ attempts: 3, max: 5 }),
    });

  it("tries again what can be tried again, as often as it was told", async () => {
    const [passing, never, lasting] = [
      server.play(busy, busy, { status: 200 }),
      server.play(missing),
      server.play(busy),
    ];
    expect(await query(passing)).toBe(200);
    await expect(query(never)).rejects.toMatchObject({ error: { code: "not_found" } });
    await expect(query(lasting)).rejects.toMatchObject({ error: { code: "unrecognized" } });
    const counts = [passing, never, lasting].map((each) => server.requests(each).length);
    expect(counts).toEqual([3, 1, 3]);
  });
});

describe("toFormErrors", () => {
  it("has the names of fields and what is wrong with them", () => {
    const error = imgPro.decode({
      status: 422,
      body: {
        error: "validation_error",
        message: "m",
        errors: { title: ["Too long.", "No title."], __proto__x: ["x"] },
      },
    });
    expect(toFormErrors(error)).toEqual({ title: ["Too long.", "No title."], __proto__x: ["x"] });
    expect(Object.keys(toFormErrors(imgPro.decode(missing)))).toEqual([]);
    for (const value of [undefined, null, new Error("m"), "m"])
      expect(toFormErrors(value)).toEqual({});
  });

  it("takes a failure, and texts that are no maps of fields for none", async () => {
    const body = {
      error: "validation_error",
      message: "m",
      errors: { "#/tags/0/a~1b": ["No."] },
    };
    const { failure } = await createFetch(imgPro).try(server.play({ status: 422, body }));
    expect(toFormErrors(failure)).toEqual({ "tags.0.a/b": ["No."] });
    const quota = picora.decode({ status: 403, body: { error: "m", code: "QUOTA_EXCEEDED" } });
    expect(toFormErrors(quota)).toEqual({});
  });
});

describe("toFailure", () => {
  it("leaves alone what is not about a request", async () => {
    for (const thrown of [
      new Error("A fault."),
      new TypeError("x is undefined"),
      new SyntaxError("Unexpected token"),
      authRequired(),
      problem.decode({ status: 404 }),
      "text",
      undefined,
      null,
    ])
      expect(await toFailure(imgPro, thrown)).toBeUndefined();
    await expect(orFailure(imgPro, Promise.reject("text"))).rejects.toBe("text");
    expect(await orFailure(imgPro, Promise.resolve(1))).toBe(1);
  });

  it("takes an error that the decoder gave, and a failure as it is", async () => {
    const failure = await toFailure(imgPro, imgPro.decode(missing));
    expect(failure).toMatchObject({ kind: "answer", error: { code: "not_found" } });
    expect(await toFailure(imgPro, failure)).toBe(failure);
    expect(await toFailure(picora, failure)).toBeUndefined();
  });

  it("says which failures can be tried again", async () => {
    const network = await toFailure(imgPro, new TypeError("fetch failed"));
    const aborted = await toFailure(imgPro, new DOMException("m", "AbortError"));
    expect([network?.kind, canRetry(network)]).toEqual(["network", true]);
    expect([aborted?.kind, canRetry(aborted)]).toEqual(["aborted", false]);
    expect(canRetry(imgPro.decode(busy))).toBe(true);
    expect([canRetry(authRequired()), canRetry(undefined), canRetry(new Error("m"))]).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe("other clients", () => {
  it("ky 1 takes the hooks of ky 2", async () => {
    const api = ky1.create({ retry: 0, hooks: kyHooks(imgPro) });
    const thrown = await api.get(server.play(missing)).catch((failure: unknown) => failure);
    expect(isFailure(thrown, imgPro) && thrown.error?.code).toBe("not_found");
  });

  it("ofetch has read the body, which readResponse takes", async () => {
    const thrown = await ofetch(server.play(missing)).catch((error: unknown) => error);
    const { response, data } = thrown as { response: Response; data: unknown };
    expect(imgPro.decode(await readResponse(response)).code).toBe("unrecognized");
    expect(imgPro.decode(await readResponse(response, { body: data })).code).toBe("not_found");
  });

  it("Effect catches by the guard of the format", async () => {
    const request = Effect.tryPromise({
      try: () => createFetch(imgPro)(server.play(missing)).then(({ status }) => `${status}`),
      catch: (thrown) => (isFailure(thrown, imgPro) ? thrown.error : undefined),
    });
    const handled = request.pipe(
      Effect.catchIf(
        (error) => imgPro.is(error, "not_found"),
        (error) => Effect.succeed(`gone: ${error.message}`),
      ),
    );
    expect(await Effect.runPromise(handled)).toBe("gone: m");
    expectTypeOf(handled).not.toBeAny();
  });
});
