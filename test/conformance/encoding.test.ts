/** Every code in every format, held against what the YAML says. */
import { describe, expect, it } from "vitest";
import {
  accountBanned,
  authRequired,
  badRequest,
  clientClosedRequest,
  conflict,
  type FetchFailed,
  fetchFailed,
  insufficientScope,
  internalError,
  invalidDpopProof,
  invalidToken,
  methodNotAllowed,
  notFound,
  quotaExceeded,
  rateLimited,
  serviceUnavailable,
  storageError,
  tokenExpired,
  unauthorized,
  validationError,
} from "../../src/image-hosting/index.js";
import {
  flat,
  type ImagebinError,
  imagebin,
  imagizer,
  imgPro,
  type PicoraError,
  picora,
  pinarkive,
  problem,
} from "../../src/image-hosting/wire.js";
import { toResponse, withEncodeOptions } from "../../src/runtime/index.js";
import { shippedExamples } from "../shipped-catalog.js";
import { entries, pageOf, sent, strays, wires } from "./contract.js";
import { formats } from "./vendor.js";

/** The code in a body, by the format. */
const codeIn: Readonly<Record<string, (body: unknown) => unknown>> = {
  flat: (body) => (body as { error?: unknown }).error,
  imagebin: (body) => (body as { error?: unknown }).error,
  "img-pro": (body) => (body as { error?: unknown }).error,
  imagizer: () => undefined,
  picora: (body) => (body as { code?: unknown }).code,
  pinarkive: (body) => (body as { code?: unknown }).code,
  problem: (body) => (body as { type?: unknown }).type,
};

const pairs = formats.flatMap((format) =>
  shippedExamples.map((each) => ({
    ...each,
    format,
    name: format.name,
    title: each.example.title,
  })),
);

it("covers seven formats and 46 codes", () => {
  expect([...wires.keys()].sort()).toEqual(formats.map(({ name }) => name).sort());
  expect(entries.size).toBe(46);
  expect(new Set(shippedExamples.map(({ code }) => code)).size).toBe(46);
});

describe("each code in each format", () => {
  it.each(pairs)("$name sends $code ($title) as its table says", ({ format, code, create }) => {
    const error = create();
    const { status, body } = format.encode(error);
    const wanted = sent(format.name, code) ?? sent(format.name, "internal_error");
    if (wanted === undefined) throw new Error(`${format.name} has no internal_error.`);
    expect(status).toBe(wanted.statuses.includes(error.status) ? error.status : wanted.statuses[0]);
    if (format.name === "problem") expect(codeIn.problem?.(body)).toBe(pageOf(wanted.as));
    else if (code === "api_version_deprecated" && format.name === "pinarkive")
      expect(body).toMatchObject({ error: wanted.spelling });
    else expect(codeIn[format.name]?.(body)).toBe(wanted.spelling ?? undefined);
    expect(strays(body, wanted)).toEqual([]);
  });

  it.each(pairs)(
    "$name repeats no internal field, cause or stack of $code ($title)",
    ({ format, create }) => {
      const error = create();
      Object.defineProperty(error, "trace", { value: "SECRET-INTERNAL" });
      Object.defineProperty(error, "cause", { value: new Error("SECRET-CAUSE") });
      Object.assign(error, { extra: "SECRET-EXTRA" });
      const text = JSON.stringify(format.encode(error));
      expect(text).not.toMatch(/SECRET|"(stack|cause|trace)/);
    },
  );
});

describe("errors that a format cannot carry", () => {
  const plain = new TypeError("connect ECONNREFUSED db-7.internal:5432");

  it.each(formats)("$name sends a plain Error as the fallback, without its message", (format) => {
    const { status, body } = format.encode(plain);
    expect(status).toBe(500);
    expect(JSON.stringify(body ?? "")).not.toMatch(/ECONN|db-7|TypeError/);
    const wanted = sent(format.name, "internal_error");
    if (wanted?.spelling != null && format.name !== "problem")
      expect(codeIn[format.name]?.(body)).toBe(wanted.spelling);
  });

  it.each([
    null,
    undefined,
    "text",
    5,
    {},
    Object.create(null),
    notFound,
    Symbol("s"),
    new Proxy({}, {}),
  ])("sends what is no error at all as the fallback", (value) => {
    for (const format of formats) expect(format.encode(value).status).toBe(500);
  });

  it("never sends what is for logs alone", () => {
    for (const format of formats) {
      const { status, body } = format.encode(clientClosedRequest());
      expect(status).toBe(500);
      expect(JSON.stringify(body ?? "")).not.toContain("client_closed_request");
    }
  });

  it("sends as the fallback of its status what lacks a required field, and the types refuse it", () => {
    const error: PicoraError | { code: "unrecognized" } = picora.decode({
      status: 403,
      body: { error: "Full.", code: "QUOTA_EXCEEDED" },
    });
    if (error.code !== "quota_exceeded") throw new Error("It was not recognized.");
    // @ts-expect-error: Picora sends neither action nor usage, and img.pro needs both
    const asImgPro = imgPro.encode(error);
    const message = "Limit of the plan reached";
    expect(asImgPro).toMatchObject({ status: 403, body: { error: "forbidden", message } });
    // @ts-expect-error: the same for the default format
    expect(flat.encode(error)).toMatchObject({ status: 403, body: { error: "forbidden" } });
    const asPicora = picora.encode(error).body;
    expect(asPicora).toMatchObject({ error: message, code: "QUOTA_EXCEEDED" });
  });

  it("refuses, in types, an error whose code another format does not carry at all", () => {
    const fromImagebin = (error: ImagebinError) =>
      // @ts-expect-error: some of them lack what flat needs
      flat.encode(error);
    expect(fromImagebin).toBeTypeOf("function");
  });

  it("sends an error of another catalog as the fallback of its status", () => {
    const error = imgPro.decode({
      status: 404,
      body: { error: "teapot", message: "Short and stout." },
    });
    expect(error.code).toBe("unrecognized");
    expect(flat.encode(error)).toEqual({
      status: 404,
      headers: { "Content-Type": "application/json" },
      body: { error: "not_found", message: "There is nothing at this address." },
    });
    const passed = imgPro.encode(error, { passThrough: true });
    expect(passed).toMatchObject({ status: 404, body: { error: "teapot" } });
  });

  it("sends an unrecognized error without a status as the fallback", () => {
    for (const format of formats) expect(format.encode(imagebin.decode({})).status).toBe(500);
  });
});

describe("folds", () => {
  it("send only what the target has", () => {
    const error = quotaExceeded({
      action: { type: "upgrade", url: "https://img.example/u", label: "Up" },
      usage: { plan: "free", uploads_used: 1, uploads_limit: 1 },
      quota: "storage",
    });
    expect(pinarkive.encode(error).body).toEqual({ error: "Forbidden", message: error.message });
    expect(imagizer.encode(error)).toEqual({ status: 403, headers: {}, body: undefined });
  });

  it("keep a field that the target has too", () => {
    const { headers } = imagizer.encode(rateLimited({ retry_after: 30, limit: 5 }));
    expect(headers).toEqual({ "Retry-After": "30" });
    expect(picora.encode(storageError({ request_id: "req_9" })).headers["X-Request-Id"]).toBe(
      "req_9",
    );
  });

  it("send the target's status, whatever the error's own is", () => {
    expect(picora.encode(accountBanned())).toMatchObject({
      status: 403,
      body: { code: "FORBIDDEN" },
    });
    expect(picora.encode(fetchFailed({ status: 504 }))).toMatchObject({
      status: 500,
      body: { code: "INTERNAL" },
    });
  });
});

describe("headers", () => {
  const challengeOf = (error: Parameters<typeof flat.encode>[0], options = {}) =>
    flat.encode(error, options).headers["WWW-Authenticate"];

  it("challenge on every 401 of every format", () => {
    for (const { create } of shippedExamples) {
      for (const format of formats) {
        const { status, headers } = format.encode(create());
        if (status === 401) expect(headers["WWW-Authenticate"]).toMatch(/^Bearer/);
      }
    }
  });

  it("challenge barely where no credentials were sent", () => {
    expect(challengeOf(authRequired())).toBe("Bearer");
    expect(challengeOf(unauthorized())).toBe("Bearer");
  });

  it("say what is wrong with a token", () => {
    expect(challengeOf(invalidToken(), { realm: "images" })).toBe(
      'Bearer realm="images", error="invalid_token"',
    );
    expect(challengeOf(tokenExpired())).toBe('Bearer error="invalid_token"');
  });

  it("say which scope is needed, also on 403", () => {
    expect(challengeOf(insufficientScope({ required_scope: "files:write" }))).toBe(
      'Bearer error="insufficient_scope", scope="files:write"',
    );
  });

  it("challenge for DPoP where a proof failed, and for both where the service has both", () => {
    const options = { schemes: ["Bearer", "DPoP"] as const, algs: ["ES256", "PS256"] };
    expect(challengeOf(invalidDpopProof(), options)).toBe(
      'Bearer, DPoP error="invalid_dpop_proof", algs="ES256 PS256"',
    );
    expect(challengeOf(invalidToken(), options)).toBe(
      'Bearer error="invalid_token", DPoP error="invalid_token", algs="ES256 PS256"',
    );
    expect(challengeOf(authRequired(), options)).toBe('Bearer, DPoP algs="ES256 PS256"');
  });

  it("challenge also where a service names no scheme", () => {
    expect(challengeOf(authRequired(), { schemes: [] })).toBe("Bearer");
  });

  it("name no attribute twice and hold no forbidden characters", () => {
    const hostile = 'a"b\\c\r\nSet-Cookie: x=1\u0000é雪';
    const header =
      challengeOf(insufficientScope({ required_scope: hostile }), {
        realm: hostile,
        schemes: ["Bearer", "DPoP"],
        algs: [hostile],
      }) ?? "";
    for (const challenge of header.split(/, (?=Bearer|DPoP)/)) {
      const names = [...challenge.matchAll(/(\w+)="/g)].map(([, name]) => name);
      expect(new Set(names).size).toBe(names.length);
      for (const [, value = ""] of challenge.matchAll(/="([^"]*)"/g))
        expect(value).toMatch(/^[\u0020-\u0021\u0023-\u005b\u005d-\u007e]*$/);
    }
    expect(header).not.toMatch(/[\r\n\\]|[^\u0020-\u007e]/);
  });

  it("list the methods on 405, also where there are none", () => {
    expect(flat.encode(methodNotAllowed({ allowed_methods: ["GET", "HEAD"] })).headers.Allow).toBe(
      "GET, HEAD",
    );
    expect(flat.encode(methodNotAllowed({ allowed_methods: [] })).headers.Allow).toBe("");
    expect(imagebin.encode(methodNotAllowed({ allowed_methods: ["PUT"] })).headers.Allow).toBe(
      "PUT",
    );
  });

  it.each(formats)(
    "$name says on 429 and 503 how long to wait, and that nobody stores a 429",
    (format) => {
      const limited = format.encode(rateLimited({ retry_after: 30 }));
      expect(limited.headers["Retry-After"]).toBe("30");
      expect(limited.headers["Cache-Control"]).toBe(
        limited.status === 429 ? "no-store" : undefined,
      );
      // Also where it is folded into a code that has no delay of its own.
      const down = format.encode(serviceUnavailable({ retry_after: 120 }));
      expect(down.headers["Retry-After"]).toBe("120");
    },
  );

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60])(
    "leave out a delay of %d",
    (retry_after) => {
      for (const format of formats)
        expect(format.encode(rateLimited({ retry_after })).headers["Retry-After"]).toBeUndefined();
    },
  );

  it("let no field begin another header", () => {
    const hostile = "x\r\nSet-Cookie: a=b\r\n\r\n<script>";
    const errors = [
      internalError({ request_id: hostile }),
      methodNotAllowed({ allowed_methods: ["GET", hostile] }),
      insufficientScope({ required_scope: hostile }),
      rateLimited({
        retry_after: hostile as never,
        limit: hostile as never,
        remaining: "1\n2" as never,
      }),
      notFound({}, { message: hostile }),
    ];
    for (const error of errors) {
      for (const format of formats) {
        const answer = format.encode(error);
        for (const text of Object.entries(answer.headers).flat())
          expect(text).not.toMatch(/[\r\n]/);
        expect(() => toResponse(answer)).not.toThrow();
      }
    }
  });

  it("let no received header begin another one either", () => {
    for (const format of formats) {
      const error = format.decode({
        status: 429,
        headers: {
          "Content-Type": "text/html\r\nX: y",
          "Retry-After": "1\r\nX: y",
          "X-Request-Id": "雪",
          "X-RateLimit-Limit": "a\nb",
        },
        body: { error: "rate_limited", message: "m", code: "RATE_LIMITED" },
      });
      for (const text of Object.values(format.encode(error).headers))
        expect(text).not.toMatch(/[\r\n雪]/);
    }
  });
});

describe("withEncodeOptions", () => {
  it("sets options once, and a call overrides them", () => {
    const ours = withEncodeOptions(flat, { realm: "images", schemes: ["DPoP"] });
    expect(ours.encode(authRequired()).headers["WWW-Authenticate"]).toBe('DPoP realm="images"');
    expect(ours.encode(authRequired(), { realm: "other" }).headers["WWW-Authenticate"]).toBe(
      'DPoP realm="other"',
    );
    expect(ours.name).toBe("flat");
    expect(ours.decode(ours.encode(authRequired())).code).toBe("auth_required");
  });
});

describe("what a gateway passes through", () => {
  const passThrough = { passThrough: true } as const;
  const body = {
    error: "rate_limited",
    message: "Slow down.",
    action: { type: "wait", seconds: 60, hint: "x_unknown" },
    retry_after: 60,
    x_unknown: [1],
  };
  const decoded = () => {
    const error = imgPro.decode({ status: 429, headers: { "Retry-After": "60" }, body });
    if (error.code !== "rate_limited") throw new Error("It was not recognized.");
    return error as { -readonly [Key in keyof typeof error]: (typeof error)[Key] };
  };

  it("takes up a changed field", () => {
    const error = decoded();
    error.retry_after = 10;
    expect(imgPro.encode(error, passThrough)).toEqual({
      status: 429,
      headers: {
        "Content-Type": "application/json",
        "Retry-After": "10",
        "Cache-Control": "no-store",
      },
      body: { ...body, retry_after: 10 },
    });
  });

  it("takes up a field inside another, and keeps what it does not know beside it", () => {
    const error = decoded();
    error.action = { type: "wait", seconds: 5 };
    expect(imgPro.encode(error, passThrough).body).toEqual({
      ...body,
      action: { type: "wait", seconds: 5 },
    });
  });

  it("lets go of a removed field", () => {
    const error = decoded();
    error.action = undefined;
    expect(imgPro.encode(error, passThrough).body).toEqual({
      error: "rate_limited",
      message: "Slow down.",
      retry_after: 60,
      x_unknown: [1],
    });
  });

  it("takes up an added field", () => {
    const error = imgPro.decode({
      status: 429,
      body: { error: "rate_limited", message: "Slow.", x_unknown: null },
    });
    Object.assign(error, { retry_after: 7 });
    expect(imgPro.encode(error, passThrough)).toMatchObject({
      headers: { "Retry-After": "7" },
      body: { error: "rate_limited", message: "Slow.", x_unknown: null, retry_after: 7 },
    });
  });

  it("takes up another message and another status", () => {
    const error = imgPro.decode({
      status: 502,
      body: { error: "fetch_failed", message: "Slow.", x: 1 },
    });
    Object.assign(error, { message: "Gone.", status: 504 });
    expect(imgPro.encode(error, passThrough)).toMatchObject({
      status: 504,
      body: { error: "fetch_failed", message: "Gone.", x: 1 },
    });
  });

  it("keeps headers that have nothing to do with a change", () => {
    const error = picora.decode({
      status: 401,
      headers: { "WWW-Authenticate": 'Bearer realm="theirs"', "x-request-id": "req_1" },
      body: { error: "Old.", code: "TOKEN_EXPIRED", x: 1 },
    });
    Object.assign(error, { message: "New." });
    expect(picora.encode(error, passThrough)).toEqual({
      status: 401,
      headers: {
        "Content-Type": "application/json",
        "WWW-Authenticate": 'Bearer error="invalid_token"',
      },
      body: { error: "New.", code: "TOKEN_EXPIRED", x: 1 },
    });
  });

  it("keeps the date of a Retry-After, however much later it is encoded", () => {
    const headers = { "Retry-After": "Mon, 02 Mar 2026 10:15:00 GMT" };
    const error = imgPro.decode({ status: 429, headers, body }, { now: Date.UTC(2026, 2, 2, 10) });
    expect(error).toMatchObject({ retry_after: 900 });
    expect(imgPro.encode(error, passThrough)).toMatchObject({ headers, body });
  });

  it("becomes JSON where it was a page and something changed", () => {
    const error = picora.decode({
      status: 503,
      headers: { "content-type": "text/html" },
      body: "<p>Down</p>",
    });
    expect(picora.encode(error, passThrough)).toEqual({
      status: 503,
      headers: {
        "Content-Type": "text/plain; charset=utf-8",
        "X-Content-Type-Options": "nosniff",
      },
      body: "<p>Down</p>",
    });
    Object.assign(error, { message: "Down." });
    expect(picora.encode(error, passThrough)).toEqual({
      status: 503,
      headers: { "Content-Type": "application/json" },
      body: { success: false, error: "Down.", code: "INTERNAL" },
    });
  });

  it("has no type where it has no body", () => {
    const error = picora.decode({ status: 503 });
    expect(picora.encode(error, passThrough).headers).toEqual({});
  });

  it("survives the neutral form, mutations included", () => {
    const error = decoded();
    error.retry_after = 10;
    const back = imgPro.decode({ status: 429, headers: { "Retry-After": "60" }, body });
    Object.assign(back, { retry_after: 10 });
    expect(imgPro.encode(back, passThrough)).toEqual(imgPro.encode(error, passThrough));
  });

  it("keeps an older spelling of the same code", () => {
    const error = pinarkive.decode({
      status: 401,
      body: { error: "Nope", message: "m", code: "INVALID_API_KEY" },
    });
    expect(pinarkive.encode(error, passThrough).body).toEqual({
      error: "Nope",
      message: "m",
      code: "INVALID_API_KEY",
    });
  });
});

describe("problem details", () => {
  const page = "https://errors.example.com/image-hosting/not_found";

  it("carry type, title, status and detail, with their media type", () => {
    const error = notFound({ origin: "backend" });
    expect(problem.encode(error)).toEqual({
      status: 404,
      headers: { "Content-Type": "application/problem+json" },
      body: {
        type: page,
        title: "Nothing found",
        status: 404,
        detail: error.message,
        origin: "backend",
      },
    });
  });

  it("say the status that is sent", () => {
    const error: FetchFailed = fetchFailed({ status: 504 });
    expect(problem.encode(error)).toMatchObject({ status: 504, body: { status: 504 } });
  });

  it("ignore members of the wrong type, as RFC 9457 section 3.1 asks", () => {
    const body = {
      type: page,
      title: 5,
      status: "404",
      detail: ["x"],
      instance: 7,
      origin: "self",
    };
    const error = problem.decode({ status: 404, body });
    expect(error).toMatchObject({
      code: "not_found",
      status: 404,
      message: "There is nothing at this address.",
      origin: "self",
    });
    expect(problem.decode({ status: 404, body: { ...body, type: 5 } })).toMatchObject({
      code: "not_found",
      inferred: true,
    });
    expect(problem.decode({ status: 404, body: { ...body, type: ["x"] } })).toMatchObject({
      code: "not_found",
      inferred: true,
    });
  });

  it("infer from the status where the type is about:blank or absent, and say so", () => {
    for (const type of ["about:blank", undefined, null])
      expect(problem.decode({ status: 409, body: { type, title: "Conflict" } })).toMatchObject({
        code: "conflict",
        inferred: true,
      });
  });

  it("never infer where the type is there and unknown", () => {
    const error = problem.decode({
      status: 409,
      body: { type: "https://other.example/conflict", detail: "No." },
    });
    expect(error).toMatchObject({
      code: "unrecognized",
      receivedCode: "https://other.example/conflict",
      message: "No.",
    });
    expect(error.inferred).toBeUndefined();
  });

  it.each([
    "not_found",
    "./not_found",
    "/image-hosting/not_found",
    "../image-hosting/not_found",
    "//errors.example.com/image-hosting/not_found",
    "HTTPS://ERRORS.example.com/image-hosting/not_found",
  ])("resolve the type %s", (type) => {
    expect(problem.decode({ status: 404, body: { type } }).code).toBe("not_found");
  });

  it.each([
    "http://[",
    "not_found/",
    "not_found?x",
    "%",
    "javascript:alert(1)",
    "",
    "https://errors.example.com/image-hosting/",
  ])("do not take %j for a code", (type) => {
    expect(problem.decode({ status: 404, body: { type } }).code).toBe("unrecognized");
  });

  it("prefer the HTTP status, and use their own where there is none", () => {
    expect(problem.decode({ body: { status: 404 } })).toMatchObject({
      code: "not_found",
      inferred: true,
    });
    expect(problem.decode({ status: 403, body: { status: 404 } })).toMatchObject({
      code: "forbidden",
    });
  });

  it("keep extension members for whoever knows them, and give them back", () => {
    const body = {
      type: page,
      instance: "/images/5",
      balance: 30,
      origin: "self",
      "x-1": { a: [null] },
    };
    const error = problem.decode({ status: 404, body });
    expect(Object.keys(error.toJSON().fields)).toEqual(["origin"]);
    expect(problem.encode(error, { passThrough: true }).body).toEqual(body);
    expect(flat.encode(error as never).body).toEqual({
      error: "not_found",
      message: "There is nothing at this address.",
      origin: "self",
    });
  });

  it("list what is wrong with each value, as JSON Pointers", () => {
    const errors = {
      "a/b": ["One.", "Two."],
      "c~d": ["Three."],
      "é %": ["Four."],
      "": ["Five."],
      "items.1.name": ["Six."],
      "e\\.f": ["Seven."],
    };
    const { body } = problem.encode(validationError({ errors }));
    expect(body).toMatchObject({
      errors: [
        { pointer: "#/a~1b", detail: "One." },
        { pointer: "#/a~1b", detail: "Two." },
        { pointer: "#/c~0d", detail: "Three." },
        { pointer: "#/%C3%A9%20%25", detail: "Four." },
        { pointer: "#", detail: "Five." },
        { pointer: "#/items/1/name", detail: "Six." },
        { pointer: "#/e.f", detail: "Seven." },
      ],
    });
    expect(problem.decode({ status: 422, body })).toMatchObject({
      code: "validation_error",
      errors,
    });
  });

  it("read JSON Pointers with and without #, deep ones, and none", () => {
    const error = problem.decode({
      status: 422,
      body: {
        type: "validation_error",
        errors: [
          { pointer: "#/a~1b", detail: "1" },
          { pointer: "/a~1b", detail: "2" },
          { pointer: "/%41", detail: "3" },
          { pointer: "#/%41", detail: "4" },
          { pointer: "#/profile/color", detail: "5" },
          { detail: "6" },
          { pointer: "#/nothing" },
          "not an object",
        ],
      },
    });
    expect(error).toMatchObject({
      code: "validation_error",
      errors: { "a/b": ["1", "2"], "%41": ["3"], A: ["4"], "profile.color": ["5"], "": ["6"] },
    });
  });

  it("bear a pointer that is none, and a member that is named like a prototype", () => {
    const error = problem.decode({
      status: 422,
      body: `{"type":"validation_error","errors":[{"pointer":"#/%E0%A4%A","detail":"1"},{"pointer":"#/__proto__","detail":"2"},{"pointer":7,"detail":"3"}]}`,
    });
    expect(error.code).toBe("validation_error");
    expect(Object.getPrototypeOf(error)).not.toHaveProperty("0");
    expect(Object.keys((error as unknown as { errors: object }).errors)).toContain("__proto__");
  });
});

describe("toResponse", () => {
  it("makes a Response with status, headers and body", async () => {
    const response = toResponse(problem.encode(conflict()));
    expect(response.status).toBe(409);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({ status: 409 });
  });

  it("makes one without a body where there is none", async () => {
    const response = toResponse(imagizer.encode(badRequest()));
    expect([response.status, response.body, response.headers.get("content-type")]).toEqual([
      400,
      null,
      null,
    ]);
  });

  it.each([204, 205, 304])("makes one without a body for %d, which has none", (status) => {
    const response = toResponse(
      flat.encode(flat.decode({ status, body: { a: 1 } }), { passThrough: true }),
    );
    expect([response.status, response.body]).toEqual([status, null]);
  });

  it("sends text as it is", async () => {
    const error = imagizer.decode({
      status: 502,
      headers: { "Content-Type": "text/html; charset=iso-8859-1" },
      body: "<p>é</p>",
    });
    const response = toResponse(imagizer.encode(error, { passThrough: true }));
    expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(await response.text()).toBe("<p>é</p>");
  });
});
