/** Answers in all their forms: headers, streams, the codes to expect, and what the types say. */
import { Readable } from "node:stream";
import { AxiosHeaders, type AxiosResponse } from "axios";
import { describe, expect, expectTypeOf, it } from "vitest";
import { operations, type UploadImageError } from "../../../src/image-hosting/index.js";
import {
  flat,
  imagizer,
  imgPro,
  type PicoraError,
  picora,
  pinarkive,
  problem,
} from "../../../src/image-hosting/wire.js";
import {
  type Answer,
  type AnswerHeaders,
  readResponse,
  retryDelay,
  type UnrecognizedError,
} from "../../../src/runtime/index.js";
import { type AnyFormat, formats } from "../../conformance/vendor.js";

const message = "m";
const body = { error: "rate_limited", message };

describe("headers", () => {
  it.each([
    ["as Headers", new Headers({ "retry-after": "5", "X-A": "b" })],
    ["as a record", { "Retry-After": "5", "X-A": "b" }],
    ["as a record of Node, with lists", { "retry-after": "5", "x-a": ["b"] }],
    ["as a record with numbers", { "RETRY-AFTER": 5, "x-a": "b" }],
    ["as the raw list of Node", ["Retry-After", "5", "X-A", "b"]],
    [
      "as pairs",
      [
        ["Retry-After", "5"],
        ["x-a", "b"],
      ] as const,
    ],
    ["as the entries of Headers", [...new Headers({ "retry-after": "5", "X-A": "b" })]],
    [
      "as a map",
      new Map([
        ["retry-after", "5"],
        ["x-a", "b"],
      ]) as never,
    ],
    ["of axios", new AxiosHeaders({ "Retry-After": "5", "X-A": "b" })],
    ["with undefined ones", { "Retry-After": "5", "X-A": "b", "X-B": undefined }],
  ])("are read %s", (_, headers) => {
    const error = imgPro.decode({ status: 429, headers, body });
    expect(error).toMatchObject({ code: "rate_limited", retry_after: 5 });
    expect(error.received).toEqual({
      status: 429,
      headers: { "retry-after": "5", "x-a": "b" },
      body,
      wire: "img-pro",
    });
  });

  it.each([
    ["a record of lists", { "X-A": ["1", "2"] }],
    ["a record with two spellings", { "X-A": "1", "x-a": "2" }],
    [
      "pairs",
      [
        ["X-A", "1"],
        ["x-a", "2"],
      ] as const,
    ],
    ["a raw list", ["X-A", "1", "x-a", "2"]],
  ])("of one name are joined in %s", (_, headers) => {
    expect(flat.decode({ status: 400, headers }).received?.headers).toEqual({ "x-a": "1, 2" });
  });

  it("named like members of every object are headers like others", () => {
    const headers = JSON.parse('{"__proto__":"a","constructor":"b","toString":"c"}');
    const { received } = flat.decode({ status: 400, headers });
    expect(JSON.stringify(received?.headers)).toBe(
      '{"__proto__":"a","constructor":"b","tostring":"c"}',
    );
    expect(flat.decode({ status: 400, headers: {} }).received?.headers).toEqual({});
  });

  it("are asked before the body, and what they cannot say is asked of the body", () => {
    const read = (header: string) =>
      imgPro.decode({
        status: 429,
        headers: { "Retry-After": header },
        body: { ...body, retry_after: 9 },
      });
    expect(read("5")).toMatchObject({ retry_after: 5 });
    expect(read("soon")).toMatchObject({ retry_after: 9 });
  });

  it("that say what another field says are not read into the first", () => {
    const action = { type: "wait", seconds: 60 };
    const same = imgPro.decode({
      status: 429,
      headers: { "Retry-After": "60" },
      body: { ...body, action },
    });
    expect(Object.keys(same.toJSON().fields)).toEqual(["action"]);
    const other = imgPro.decode({
      status: 429,
      headers: { "Retry-After": "61" },
      body: { ...body, action },
    });
    expect(other.toJSON().fields).toEqual({ action, retry_after: 61 });
  });
});

describe("types", () => {
  it("fit what axios gives", () => {
    expectTypeOf<AxiosResponse["headers"]>().toExtend<AnswerHeaders>();
    const answerOf = ({ status, headers, data }: AxiosResponse): Answer => ({
      status,
      headers,
      body: data,
    });
    expect(answerOf).toBeTypeOf("function");
  });
});

describe("readResponse", () => {
  const stream = (...chunks: readonly (string | Error)[]) =>
    new ReadableStream<Uint8Array>({
      pull(controller) {
        const [next] = chunks.slice(position, position + 1);
        position += 1;
        if (next === undefined) controller.close();
        else if (typeof next === "string") controller.enqueue(new TextEncoder().encode(next));
        else controller.error(next);
      },
    });
  let position = 0;
  const responseOf = (...chunks: readonly (string | Error)[]) => {
    position = 0;
    return new Response(stream(...chunks), { status: 404, headers: { "X-A": "b" } });
  };

  it("reads status, headers and body", async () => {
    const answer = await readResponse(responseOf('{"error":"not_fo', 'und","message":"m"}'));
    expect(flat.decode(answer)).toMatchObject({ code: "not_found", message: "m" });
    expect(flat.decode(answer).received).toMatchObject({ status: 404, headers: { "x-a": "b" } });
  });

  it("reads a response without a body", async () => {
    const error = flat.decode(await readResponse(new Response(null, { status: 404 })));
    expect(error).toMatchObject({ code: "not_found", inferred: true });
    expect(error.received?.body).toBeUndefined();
  });

  const unread = (...messages: readonly string[]) => ({
    code: "unrecognized",
    inferred: undefined,
    issues: messages.map((message) => ({ message, path: [] })),
  });

  it("guesses nothing when the stream breaks", async () => {
    const answer = await readResponse(responseOf('{"error":"not_found"', new Error("reset")));
    const error = flat.decode(answer);
    expect(error).toMatchObject({ ...unread("the body broke off"), status: 404 });
    expect(error.received?.body).toBe('{"error":"not_found"');
    expect(error.message).toBe("the body broke off");
  });

  it("decodes JSON that came to its end before the stream broke, and says that it did", async () => {
    const sent = '{"error":"conflict","message":"m"}';
    const error = flat.decode(await readResponse(responseOf(sent, new Error("reset"))));
    expect(error).toMatchObject({ ...unread("the body broke off"), code: "conflict" });
  });

  it("guesses nothing from a body that was read already", async () => {
    const response = responseOf('{"error":"conflict","message":"m"}');
    await response.text();
    const error = flat.decode(await readResponse(response));
    expect(error).toMatchObject(unread("the body was read before"));
    expect(flat.isError(await readResponse(response))).toBe(true);
  });

  it("guesses nothing from a body that somebody else is reading", async () => {
    const response = responseOf("{}");
    response.body?.getReader();
    expect(flat.decode(await readResponse(response))).toMatchObject(
      unread("the body was read before"),
    );
  });

  it("takes the body that was read already", async () => {
    const response = responseOf('{"error":"conflict","message":"m"}');
    const body: unknown = await response.json();
    const error = flat.decode(await readResponse(response, { body }));
    expect(error).toMatchObject({ code: "conflict", issues: undefined });
    expect(error.received).toMatchObject({ status: 404, headers: { "x-a": "b" }, body });
  });

  it("has what headers say of a body that was read already", async () => {
    const response = new Response("{}", { status: 503, headers: { "retry-after": "7" } });
    await response.text();
    expect(retryDelay(flat.decode(await readResponse(response)))).toBe(7000);
  });

  it("says when it was cut off, and decodes nothing of what is left", async () => {
    const sent = '{"error":"conflict","message":"mmmm"}';
    const cut = await readResponse(responseOf(sent), { limit: sent.length - 1 });
    expect(flat.decode(cut)).toMatchObject(
      unread(`the body was cut off after ${sent.length - 1} bytes`),
    );
    const whole = await readResponse(responseOf(sent), { limit: sent.length });
    expect(flat.decode(whole)).toMatchObject({ code: "conflict", issues: undefined });
    const none = await readResponse(responseOf(sent), 0);
    expect(flat.decode(none)).toMatchObject(unread("the body was cut off after 0 bytes"));
  });

  it.each(["before", "during"])("ends when it is aborted %s the body", async (when) => {
    const controller = new AbortController();
    if (when === "before") controller.abort();
    const endless = new ReadableStream<Uint8Array>({
      start: (stream) => stream.enqueue(new TextEncoder().encode('{"error"')),
    });
    const reading = readResponse(new Response(endless, { status: 404 }), {
      signal: controller.signal,
    });
    setTimeout(() => controller.abort(), 5);
    expect(flat.decode(await reading)).toMatchObject(unread("the reading of the body was aborted"));
  });

  it.each([
    ["a stream of the web", new Response("{}").body],
    ["a stream of Node", Readable.from(["{}"])],
    ["a blob", new Blob(["{}"])],
    ["a response", new Response("{}")],
  ])("decoding does not take %s for an object", (_, body) => {
    const error = flat.decode({ status: 404, body });
    expect(error).toMatchObject(unread("the body was not read"));
    expect(error.received?.body).toBeUndefined();
    expect(() => JSON.stringify(error)).not.toThrow();
  });

  it("reads no more than the limit, and ends the stream", async () => {
    let cancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(1000).fill(0x20)),
      cancel: () => {
        cancelled = true;
      },
    });
    const { body: bytes } = await readResponse(new Response(endless, { status: 500 }), 2500);
    expect((bytes as Uint8Array).length).toBe(2500);
    expect(cancelled).toBe(true);
  });

  it("bears a stream that cannot be ended", async () => {
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(1000)),
      cancel: () => Promise.reject(new Error("no")),
    });
    const { body: bytes } = await readResponse(new Response(endless, { status: 500 }), 10);
    expect((bytes as Uint8Array).length).toBe(10);
  });

  it("reads bodies that decoding gives back", async () => {
    const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff]);
    const error = flat.decode(await readResponse(new Response(bytes, { status: 404 })));
    expect(error.received?.body).toEqual(bytes);
  });
});

describe("the codes to expect", () => {
  const codes = operations.upload_image;

  it("let through what is among them", () => {
    expect(flat.decode({ status: 429, body }, { codes }).code).toBe("rate_limited");
  });

  it("turn everything else into an unrecognized error that says what it was", () => {
    const error = flat.decode({ status: 409, body: { error: "no_incident", message } }, { codes });
    expect(error).toMatchObject({
      code: "unrecognized",
      status: 409,
      receivedCode: "no_incident",
      message,
      issues: [],
    });
  });

  it("hold for what is inferred, too", () => {
    expect(flat.decode({ status: 404 }, { codes })).toMatchObject({
      code: "unrecognized",
      status: 404,
    });
    expect(flat.decode({ status: 404 }, { codes: ["not_found"] })).toMatchObject({
      code: "not_found",
      inferred: true,
    });
  });

  it("narrow the type", () => {
    const error = flat.decode({}, { codes });
    expectTypeOf(error).toEqualTypeOf<UploadImageError | UnrecognizedError>();
    // @ts-expect-error: it is not among the codes of an upload
    expect(error.code === "no_incident").toBe(false);
  });

  it("may be few", () => {
    const error = picora.decode(
      { status: 429, body: { error: "m", code: "RATE_LIMITED" } },
      { codes: ["rate_limited", "not_found"] },
    );
    expectTypeOf(error.code).toEqualTypeOf<"rate_limited" | "not_found" | "unrecognized">();
    expect(error.code).toBe("rate_limited");
  });

  it("are those of the catalog, and no others", () => {
    const none = picora.decode({ status: 400 }, { codes: ["no_incident"] });
    expectTypeOf(none.code).toEqualTypeOf<"unrecognized">();
    expect(none.code).toBe("unrecognized");
    // @ts-expect-error: the catalog has no such code
    expect(picora.decode({ status: 400 }, { codes: ["no_incidnt"] }).code).toBe("unrecognized");
  });
});

describe("what decoding gives", () => {
  it("is typed by what the format sends", () => {
    const error = picora.decode({ status: 403, body: { error: "m", code: "QUOTA_EXCEEDED" } });
    expectTypeOf(error).toEqualTypeOf<PicoraError | UnrecognizedError>();
    if (error.code !== "quota_exceeded") throw new Error("It was not recognized.");
    expectTypeOf(error.usage).toExtend<object | undefined>();
    expect(error.usage).toBeUndefined();
    // @ts-expect-error: it may be absent
    expect(() => error.usage.plan).toThrow();
  });

  it("has the status that the entry lists, and what arrived beside it", () => {
    const error = picora.decode({ status: 422, body: { error: "m", code: "FILE_TOO_LARGE" } });
    expect([error.status, error.received?.status]).toEqual([413, 422]);
  });

  it("has a message of the catalog where the wire may lack one, else code and status", () => {
    expect(imagizer.decode({ status: 404, body: "<p>" }).message).toBe(
      "There is nothing at this address.",
    );
    expect(flat.decode({ status: 404, body: "<p>" }).message).toContain("not_found");
    expect(problem.decode({ status: 404, body: { type: "not_found", detail: "" } }).message).toBe(
      "",
    );
  });

  it("has no stack of the decoder", () => {
    expect(flat.decode({ status: 404 }).stack).not.toMatch(/\bat\b.*\.ts/);
  });

  it("does not read internal fields", () => {
    const error = flat.decode({
      status: 500,
      body: { error: "internal_error", message, trace: "t", cause: "c", stack: "s" },
    });
    expect(error).toMatchObject({ code: "internal_error" });
    expect("trace" in error).toBe(false);
    expect(error.cause).toBeUndefined();
  });

  it("infers by the exact status, then by the class, and never below 400", () => {
    const inferredFrom = (status: number) => flat.decode({ status }).code;
    expect([402, 418, 451, 499, 507, 599].map(inferredFrom)).toEqual([
      ...["bad_request", "bad_request", "bad_request", "bad_request"],
      ...["internal_error", "internal_error"],
    ]);
    expect([100, 200, 204, 301, 304, 399, 0, 600].map(inferredFrom)).toEqual(
      Array(8).fill("unrecognized"),
    );
  });

  it("may come with status 200 where it has a code", () => {
    expect(flat.decode({ status: 200, body })).toMatchObject({ code: "rate_limited", status: 429 });
    const error = flat.decode({ status: 200, body });
    expect(flat.encode(error).status).toBe(429);
    expect(flat.encode(error, { passThrough: true }).status).toBe(200);
  });

  it("counts null as absent, and drops a broken optional field with an issue", () => {
    const error = imgPro.decode({ status: 429, body: { ...body, retry_after: -1, action: null } });
    expect(error.toJSON().fields).toEqual({});
    expect(error.issues).toEqual([{ message: "expected integer from 0", path: ["retry_after"] }]);
    const answer = imgPro.encode(error, { passThrough: true });
    expect(answer.body).toEqual({ ...body, retry_after: -1, action: null });
  });

  it("reads limits out of headers as numbers", () => {
    const headers = { "X-RateLimit-Limit": "100", "X-RateLimit-Remaining": "0" };
    expect(pinarkive.decode({ status: 429, headers })).toMatchObject({ limit: 100, remaining: 0 });
  });

  it("is remembered by every format under its own name", () => {
    for (const format of formats as readonly AnyFormat[])
      expect(format.decode({ status: 500 }).received).toMatchObject({ wire: format.name });
  });
});

it("does not take a Response whose body nobody has read", () => {
  const response = Response.json({ error: "not_found" }, { status: 404 });
  // @ts-expect-error: readResponse reads it first
  expect(imgPro.decode(response).code).toBe("unrecognized");
});
