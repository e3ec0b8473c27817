/** What an upstream can make a service send, which throws on what it decoded. */
import { describe, expect, it } from "vitest";
import { fromJSON } from "../../src/image-hosting/index.js";
import { type PassThrough, toResponse } from "../../src/runtime/index.js";
import { type AnyFormat, formats } from "./vendor.js";

const script = "<script>alert('upstream')</script>";
const said = "upstream: it broke on db-3";

/** An answer of an upstream that means no good. */
interface Upstream {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

const stray = {
  "Set-Cookie": "sid=upstream",
  Location: "https://upstream.example",
  Refresh: "0; url=https://upstream.example",
  "Access-Control-Allow-Origin": "*",
  "WWW-Authenticate": 'Basic realm="upstream bank"',
  "Retry-After": "soon, says upstream",
  Allow: "GET\tupstream",
  "X-Request-Id": "a\r\nX: y",
};

const known = (code: string) => ({
  error: code,
  code: code.toUpperCase(),
  type: code,
  message: said,
  title: said,
  detail: said,
  success: false,
  x_unknown: { text: script },
});

const types = [
  "text/html",
  "text/html; charset=utf-7",
  "image/svg+xml",
  "application/xhtml+xml",
  "text/xml",
  "multipart/x-mixed-replace",
  "application/json",
  "",
];
const statuses = [
  0, 100, 101, 199, 200, 204, 302, 304, 399, 400, 401, 404, 405, 418, 429, 503, 600,
];
const bodies: Readonly<Record<string, unknown>> = {
  "a page": `<!doctype html>${script}`,
  "a drawing": `<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`,
  "a known code": known("not_found"),
  "a known code as text": JSON.stringify(known("rate_limited")),
  "another known code": known("unauthorized"),
  "a code that nobody knows": known("brand_new"),
  "a JSON string": JSON.stringify(script),
  "a list": [script],
  "20,000 levels": `{"error":"not_found","message":"m","x":${"[".repeat(20_000)}${"]".repeat(20_000)}}`,
  bytes: new Uint8Array([0xff, 0xd8, 0x3c, 0x73, 0x76, 0x67]),
  nothing: undefined,
};

const answers: readonly (Upstream & { readonly name: string })[] = [
  ...Object.entries(bodies).flatMap(([name, body]) => [
    ...types.map((type) => ({
      name: `${name} called ${type || "nothing"}`,
      status: 404,
      headers: { ...stray, "Content-Type": type },
      body,
    })),
    ...statuses.map((status) => ({
      name: `${name} with status ${status}`,
      status,
      headers: { ...stray, "Content-Type": "text/html" },
      body,
    })),
  ]),
];

const allowed = new Set([
  ...["allow", "cache-control", "content-type", "retry-after", "www-authenticate"],
  ...["x-content-type-options", "x-ratelimit-limit", "x-ratelimit-remaining", "x-request-id"],
]);

/** The error on its way through a queue. */
const queued = (error: unknown) => fromJSON(JSON.parse(JSON.stringify(error)));

function sent(format: AnyFormat, upstream: Upstream, passThrough?: PassThrough) {
  const error = format.decode(upstream);
  return [error, queued(error)].map((each) => format.encode(each, { passThrough }));
}

describe.each(formats)("a service that answers in $name", (format) => {
  it.each<[string, PassThrough | undefined]>([
    ["by default", undefined],
    ["with the texts", "text"],
    ["as a gateway", true],
  ])("never sends markup, foreign headers or a status that is none, %s", (_, passThrough) => {
    for (const upstream of answers) {
      for (const answer of sent(format, upstream, passThrough)) {
        const where = JSON.stringify([upstream.name, answer]);
        const { status, headers } = toResponse(answer);
        expect(status, where).toBe(answer.status);
        const media = headers.get("content-type");
        expect(media ?? "application/json", where).toMatch(
          /^(application\/(problem\+)?json|text\/plain(; charset=utf-8)?)$/,
        );
        if (media?.startsWith("text/"))
          expect(headers.get("x-content-type-options")).toBe("nosniff");
        for (const [name, value] of headers) {
          expect(allowed, where).toContain(name);
          expect(value, where).not.toContain("upstream");
        }
        if (status === 401) expect(headers.get("www-authenticate"), where).toMatch(/^Bearer/);
      }
    }
  });

  it("says nothing by default that an upstream said, but for the fields that its catalog declares", () => {
    for (const upstream of answers) {
      for (const answer of sent(format, upstream)) {
        expect(answer.status).toBeGreaterThanOrEqual(400);
        expect(answer.status).toBeLessThanOrEqual(599);
        expect(JSON.stringify(answer), upstream.name).not.toMatch(/upstream|script|x_unknown|svg/);
      }
    }
  });

  it("says the message and the status of an upstream where it is told to, and nothing more", () => {
    for (const upstream of answers) {
      for (const answer of sent(format, upstream, "text")) {
        expect(answer.status).toBeGreaterThanOrEqual(400);
        expect(JSON.stringify(answer), upstream.name).not.toMatch(/script|x_unknown|svg/);
      }
    }
  });

  it("gives a body back as it came where it is told to", () => {
    for (const body of [known("not_found"), known("brand_new"), [script], `<p>${script}`]) {
      const upstream = { status: 404, headers: stray, body };
      for (const answer of sent(format, upstream, true)) {
        expect([answer.status, answer.body]).toEqual([404, body]);
      }
    }
  });
});

it("the text of an upstream is a message of ours, in the body and nowhere else", () => {
  const flat = formats[0] as AnyFormat;
  const error = flat.decode({ status: 451, body: { error: "not_found", message: said } });
  expect(flat.encode(error)).toEqual({
    status: 404,
    headers: { "Content-Type": "application/json" },
    body: { error: "not_found", message: "There is nothing at this address." },
  });
  expect(flat.encode(error, { passThrough: "text" })).toMatchObject({
    status: 451,
    body: { error: "not_found", message: said },
  });
  const unknown = flat.decode({ status: 418, body: { error: "teapot", message: said } });
  expect(flat.encode(unknown, { passThrough: "text" })).toMatchObject({
    status: 418,
    body: { message: said },
  });
  const silent = flat.decode({ status: 418, body: { error: "teapot" } });
  expect(JSON.stringify(flat.encode(silent, { passThrough: "text" }))).not.toContain("teapot");
});

it("no JSON chooses what is passed through", () => {
  const flat = formats[0] as AnyFormat;
  const error = fromJSON({
    ...{ code: "not_found", status: 404, message: "m", fields: {}, passThrough: true },
    received: { status: 200, headers: {}, body: script, wire: "flat", passThrough: true },
  });
  expect(flat.encode(error)).toMatchObject({ status: 404, body: { error: "not_found" } });
});

it("a status that somebody assigned is not taken for the one that arrived", () => {
  const flat = formats[0] as AnyFormat;
  const error = flat.decode({ status: 502, body: { error: "fetch_failed", message: said } });
  Object.assign(error, { status: 504 });
  for (const passThrough of [false, "text", true])
    expect(flat.encode(error, { passThrough }).status).toBe(504);
});
