/** Whatever comes, decoding returns an error and encoding returns an answer. */
import { describe, expect, it } from "vitest";
import type { CatalogError } from "../../../src/runtime/index.js";
import { type AnyFormat, formats } from "../../conformance/vendor.js";

const cyclic: Record<string, unknown> = {
  error: "rate_limited",
  message: "m",
  code: "RATE_LIMITED",
  type: "rate_limited",
};
cyclic.action = cyclic;
cyclic.meta = cyclic;
cyclic.errors = [cyclic];

const throwing = Object.defineProperty({}, "error", {
  enumerable: true,
  get: () => {
    throw new Error("never");
  },
});

const revoked = Proxy.revocable({}, {});
revoked.revoke();

const deep = (levels: number, open = '{"a":', close = "}") =>
  `${open.repeat(levels)}1${close.repeat(levels)}`;
const inside = (member: string, text: string) =>
  `{"error":"quota_exceeded","message":"m","code":"RATE_LIMITED","type":"validation_error","${member}":${text}}`;
const known = '{"error":"rate_limited","message":"m","code":"RATE_LIMITED"}';
const utf16 = (text: string) => new Uint8Array(Buffer.from(text, "utf16le"));

const bodies: Readonly<Record<string, unknown>> = {
  nothing: undefined,
  null: null,
  "an empty text": "",
  blanks: "  \n ",
  HTML: "<!doctype html><p>Bad gateway",
  "an empty list": [],
  "a list": [[[]], null, 1],
  "an empty object": {},
  "a number": 5,
  "not a number": Number.NaN,
  "a big integer": 10n ** 30n,
  "a truth value": true,
  "a symbol": Symbol("s"),
  "a function": () => 1,
  "a date": new Date(0),
  "a map": new Map([["error", "rate_limited"]]),
  "an error": new Error("boom"),
  "JSON that breaks off": known.slice(0, -5),
  "JSON with a byte order mark": `\ufeff${known}`,
  "JSON with a comment": `${known} // done`,
  "two documents": `${known}\n${known}`,
  "a JSON string": '"rate_limited"',
  "half a surrogate pair": '{"error":"\\ud800","message":"\\udfff"}',
  "NUL characters": "\u0000\u0000",
  "empty bytes": new Uint8Array(),
  "an empty buffer": new ArrayBuffer(0),
  "bytes that are no text": new Uint8Array([0xff, 0xfe, 0xc3, 0x28, 0x80]),
  "a view of another kind": new DataView(new TextEncoder().encode(known).buffer),
  "sixteen bits each": new Uint16Array([0x7b7b, 0x7d7d]),
  "a body as a stream": new ReadableStream(),
  "10 MB": `{"error":"${"x".repeat(10_000_000)}"}`,
  "1 MB of brackets": "[".repeat(1_000_000),
  "10,000 levels": deep(10_000),
  "50,000 levels": deep(50_000),
  "50,000 lists": deep(50_000, "[", "]"),
  "50,000 levels in an action": inside("action", deep(50_000)),
  "50,000 levels in usage": inside("usage", deep(50_000)),
  "50,000 levels in errors": inside("errors", deep(50_000)),
  "50,000 lists in errors": inside("errors", deep(50_000, "[", "]")),
  "50,000 levels in meta": inside("meta", deep(50_000)),
  "50,000 levels in a variant": inside(
    "action",
    `{"type":"wait","seconds":1,"more":${deep(50_000)}}`,
  ),
  "a body in itself": cyclic,
  "a member that throws": throwing,
  "a revoked proxy": revoked.proxy,
  "a proxy that throws": new Proxy(
    {},
    {
      get: () => {
        throw new Error("never");
      },
    },
  ),
  "the names of a prototype":
    '{"__proto__":{"error":"rate_limited"},"constructor":{"prototype":{"polluted":true}}}',
  "the name of a prototype as a code": {
    error: "__proto__",
    code: "constructor",
    message: "toString",
    type: "__proto__",
  },
  "a prototype with a code": Object.create({ error: "rate_limited", message: "m" }),
  "an object without a prototype": Object.assign(Object.create(null), {
    error: "rate_limited",
    message: "m",
  }),
  "codes of other kinds": {
    error: ["rate_limited"],
    code: { a: 1 },
    type: 1.5,
    message: { toString: null },
  },
};

const headerForms: readonly unknown[] = [
  undefined,
  null,
  5,
  "Retry-After: 5",
  [],
  ["Retry-After"],
  ["Retry-After", "5", "Odd"],
  [["Retry-After"]],
  [[]],
  [null],
  [["Retry-After", "5"], null, ["X", undefined]],
  { "Retry-After": null, "X-Request-Id": undefined, __proto__: { "content-type": "x" } },
  { "Retry-After": ["5", "6"], "X-RateLimit-Limit": 5, "X-Request-Id": Symbol("s") },
  { "Retry-After": { toString: () => "5" }, "X-Request-Id": { toString: null } },
  { get: "no function", forEach: 5 },
  {
    get: () => {
      throw new Error("never");
    },
    forEach: () => {
      throw new Error("never");
    },
  },
  { get: () => 5, forEach: (each: (value: unknown, name: unknown) => void) => each(5, 6) },
  throwing,
  revoked.proxy,
  new Headers({ "Retry-After": "5" }),
  new Map([["retry-after", "5"]]),
  JSON.parse('{"__proto__":"x","constructor":"y","Retry-After":"5"}'),
];

const statuses: readonly unknown[] = [
  undefined,
  null,
  404,
  "404",
  0,
  -1,
  99,
  1000,
  4.04,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  {},
  200,
  101,
];

/** Decodes and encodes, and looks at everything that came out. */
function tried(format: AnyFormat, answer: object): CatalogError {
  const error = format.decode(answer);
  expect(error).toBeInstanceOf(Error);
  expect(error.code).toBeTypeOf("string");
  expect(error.message).toBeTypeOf("string");
  expect(Number.isInteger(error.status)).toBe(true);
  expect(error.received).toBeDefined();
  for (const other of formats) {
    const encoded = other.encode(error);
    expect(encoded.status).toBeGreaterThanOrEqual(100);
    expect(encoded.status).toBeLessThanOrEqual(599);
    for (const text of Object.values(encoded.headers)) expect(text).not.toMatch(/[\r\n]/);
  }
  return error;
}

describe.each(formats)("$name", (format) => {
  it.each(Object.entries(bodies))("bears %s", (_, body) => {
    tried(format, { status: 500, body });
    tried(format, { body });
    if (typeof body === "string")
      tried(format, { status: 400, body: new TextEncoder().encode(body) });
  });

  it("bears headers in any form", () => {
    for (const headers of headerForms) tried(format, { status: 429, headers, body: known });
  });

  it("bears statuses of any kind", () => {
    for (const status of statuses) tried(format, { status, body: known });
  });

  it("bears answers that are none", () => {
    for (const answer of [
      undefined,
      null,
      5,
      "text",
      [],
      revoked.proxy,
      throwing,
      {
        status: 500,
        get body() {
          throw new Error("never");
        },
      },
    ])
      tried(format, answer as object);
  });

  it("answers in time", () => {
    const start = performance.now();
    for (const body of Object.values(bodies)) format.encode(format.decode({ status: 500, body }));
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it("leaves prototypes as they are", () => {
    tried(format, { status: 400, body: bodies["the names of a prototype"] });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(({} as { error?: string }).error).toBeUndefined();
  });
});

describe("bytes", () => {
  const [flat] = formats;
  const message = "Ça dépasse.";
  const text = JSON.stringify({ error: "rate_limited", message });
  const read = (body: unknown, type?: string) =>
    flat?.decode({
      status: 429,
      body,
      headers: type === undefined ? {} : { "Content-Type": type },
    });

  it.each([
    ["UTF-8", new TextEncoder().encode(text), undefined, message],
    ["UTF-8 with a byte order mark", new TextEncoder().encode(`\ufeff${text}`), undefined, message],
    [
      "Latin-1 that says so",
      new Uint8Array(Buffer.from(text, "latin1")),
      "application/json; charset=ISO-8859-1",
      message,
    ],
    [
      "Latin-1 that says so in quotes",
      new Uint8Array(Buffer.from(text, "latin1")),
      'application/json;charset="latin1"',
      message,
    ],
    [
      "Latin-1 that does not say so",
      new Uint8Array(Buffer.from(text, "latin1")),
      undefined,
      "�a d�passe.",
    ],
    ["UTF-16 that says so", utf16(text), "application/json; charset=utf-16le", message],
    [
      "a charset that nobody knows",
      new TextEncoder().encode(text),
      "application/json; charset=klingon",
      message,
    ],
    [
      "a view into a larger buffer",
      new TextEncoder().encode(`xx${text}xx`).subarray(2, -2),
      undefined,
      message,
    ],
    ["a buffer of Node", Buffer.from(text), undefined, message],
    ["an array buffer", new TextEncoder().encode(text).buffer, undefined, message],
    [
      "UTF-16 with a byte order mark",
      new Uint8Array([0xff, 0xfe, ...utf16(text)]),
      "application/json; charset=utf-16",
      message,
    ],
  ])("reads %s", (_, body, type, wanted) => {
    expect(read(body, type)).toMatchObject({ code: "rate_limited", message: wanted });
    expect(read(body, type)?.inferred).toBeUndefined();
  });

  it("infers from the status where UTF-16 does not say so", () => {
    expect(read(utf16(text))).toMatchObject({ code: "rate_limited", inferred: true });
  });
});

describe("__proto__ members", () => {
  it("stay what they are: unknown members that are given back", () => {
    const body = JSON.parse(
      '{"error":"not_found","message":"m","__proto__":{"x":1},"usage":{"__proto__":1}}',
    );
    for (const format of formats.filter(({ name }) => name === "flat" || name === "img-pro")) {
      const error = format.decode({ status: 404, body });
      Object.assign(error, { message: "n" });
      expect(JSON.stringify(format.encode(error, { passThrough: true }).body)).toBe(
        '{"error":"not_found","message":"n","__proto__":{"x":1},"usage":{"__proto__":1}}',
      );
    }
  });
});

describe("errors that are no data", () => {
  const body = { error: "rate_limited", message: "m", action: { type: "wait", seconds: 1 } };
  const decoded = () =>
    formats.find(({ name }) => name === "img-pro")?.decode({ status: 429, body });
  const broken = (name: string) =>
    Object.defineProperty(decoded() ?? {}, name, {
      get: () => {
        throw new Error("never");
      },
    });

  it.each(["message", "status", "received", "action", "retry_after"])(
    "are sent as the fallback where %s throws",
    (name) => {
      for (const format of formats) {
        const { status } = format.encode(broken(name));
        expect([429, 500, 503]).toContain(status);
      }
    },
  );

  it("are sent as the fallback where they are revoked, or remember nothing that they could", () => {
    for (const format of formats) {
      expect(format.encode(revoked.proxy).status).toBe(500);
      const odd = Object.defineProperty(format.decode({ status: 500 }), "received", {
        value: { wire: format.name },
      });
      expect(format.encode(odd).status).toBeGreaterThanOrEqual(500);
    }
  });

  it("may hold what is too deep to be compared", () => {
    const error = decoded();
    Object.assign(error ?? {}, {
      action: { type: "wait", seconds: 2, more: JSON.parse(deep(50_000)) },
    });
    for (const format of formats) expect(format.encode(error).status).toBeGreaterThanOrEqual(400);
  });

  it("are patched in time, however long their lists are", () => {
    const problem = formats.find(({ name }) => name === "problem");
    const errors = Array.from({ length: 40_000 }, (_, index) => ({
      pointer: `#/f${index}`,
      detail: "d",
    }));
    const error = problem?.decode({
      status: 422,
      body: { type: "validation_error", errors: ["x", ...errors] },
    });
    const start = performance.now();
    const { errors: map } = error as unknown as { errors: object };
    Object.assign(error ?? {}, { errors: { first: ["a"], ...map } });
    const { body: patched } = problem?.encode(error, { passThrough: true }) ?? {};
    expect((patched as { errors: unknown[] }).errors).toEqual([
      { pointer: "#/first", detail: "a" },
      ...errors,
      "x",
    ]);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
