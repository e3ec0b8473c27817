/** What a service is asked and what it has to answer, whatever framework it is built on. */

import type { Sent } from "./send.js";
import { secretText } from "./thrown-values.js";

/** What is expected of an answer. */
export interface Expected {
  readonly status: number;
  /** Null: the header is not there. */
  readonly headers?: Readonly<Record<string, string | null>>;
  /** Of a JSON body: these members have these values. */
  readonly body?: Readonly<Record<string, unknown>>;
  /** Of any other body: it has these texts. */
  readonly texts?: readonly string[];
  readonly isBroken?: boolean;
  /** The code that `report` hears of, and what it says is wrong; null where nobody hears of anything. */
  readonly report?: { readonly code: string; readonly issues?: readonly string[] } | null;
}

/** A row of the table. */
export interface Row {
  readonly name: string;
  readonly sent: Sent;
  readonly expected: Expected;
  /** The adapter that alone has such a thing. */
  readonly only?: string;
  /** Adapters, and what they run on, that have no such thing. */
  readonly not?: readonly string[];
}

const json = { "Content-Type": "application/json" };
const unexpected = "The service could not finish this because of a fault of its own.";

const neverSentIssue =
  "the answer does not say client_closed_request: a field that it needs is missing, or flat never sends it";

function get(path: string, headers?: Readonly<Record<string, string>>): Sent {
  return headers ? { path, headers } : { path };
}

function post(
  path: string,
  body: string | Uint8Array,
  headers = json as Record<string, string>,
): Sent {
  return { method: "POST", path, body, headers };
}

function thrown(name: string, status: number, code: string, more: Partial<Expected> = {}): Row {
  return {
    name: `throws ${name.replaceAll("_", " ")}`,
    sent: get(`/throw/${name}`),
    expected: {
      status,
      body: { error: code },
      ...more,
      report: { code, ...(more.report ?? {}) },
    },
  };
}

/** The fallback, with nothing of what was thrown. */
function fallback(name: string, issues: readonly string[] = []): Row {
  return thrown(name, 500, "internal_error", {
    body: { error: "internal_error", message: unexpected },
    report: { code: "internal_error", issues },
  });
}

function accepts(accept: string, type: string, more: Partial<Expected> = {}): Row {
  return {
    name: `Accept: ${accept || "(empty)"}`,
    sent: get("/throw/not_found", { Accept: accept }),
    expected: {
      status: 404,
      headers: { "content-type": type, vary: "Accept-Language, Accept" },
      ...more,
    },
  };
}

function language(accepted: string, chosen: string, message: string): Row {
  return {
    name: `Accept-Language: ${accepted}`,
    sent: get("/throw/not_found", { "Accept-Language": accepted }),
    expected: { status: 404, headers: { "content-language": chosen }, body: { message } },
  };
}

const english = "There is nothing at this address.";
const german = "Unter dieser Adresse gibt es nichts.";

const rows: readonly Row[] = [
  {
    name: "a good answer is left alone",
    sent: get("/ok"),
    expected: { status: 200, headers: { vary: null }, body: { ok: true }, report: null },
  },
  {
    name: "an unknown route",
    sent: get("/nowhere?token=1"),
    expected: { status: 404, body: { error: "not_found" }, report: { code: "not_found" } },
  },
  {
    name: "an unknown route of another method",
    sent: { method: "PATCH", path: "/nowhere" },
    expected: { status: 404, body: { error: "not_found" } },
  },
  {
    name: "a hostile path",
    sent: get("/%3Cscript%3E/..%2f..%2fetc?x=<script>"),
    expected: { status: 404, body: { error: "not_found" } },
    // It does not let the request in.
    not: ["workerd"],
  },
  {
    name: "a method that the route lacks",
    sent: { method: "DELETE", path: "/ok" },
    expected: {
      status: 405,
      headers: { allow: "GET, HEAD, POST" },
      body: { error: "method_not_allowed" },
      report: { code: "method_not_allowed" },
    },
  },
  {
    name: "a method that a route with a parameter lacks",
    sent: { method: "PUT", path: "/images/7" },
    expected: { status: 405, headers: { allow: "DELETE" } },
  },
  {
    name: "HEAD of what fails",
    sent: { method: "HEAD", path: "/throw/not_found" },
    expected: {
      status: 404,
      headers: { "content-type": "application/json" },
      texts: [""],
      report: { code: "not_found" },
    },
  },
  {
    name: "HEAD of an unknown route",
    sent: { method: "HEAD", path: "/nowhere" },
    expected: { status: 404, texts: [""] },
  },

  {
    name: "a good body",
    sent: post("/json", '{"a":1}'),
    expected: { status: 200, body: { a: 1 }, report: null },
  },
  {
    name: "malformed JSON",
    sent: post("/json", '{"a":'),
    expected: { status: 400, body: { error: "invalid_json" }, report: { code: "invalid_json" } },
  },
  {
    name: "JSON that is no text",
    sent: post("/json", "hunter2"),
    expected: { status: 400, body: { error: "invalid_json" } },
  },
  {
    name: "a media type that is not read",
    sent: post("/json", "a=1", { "Content-Type": "application/x-www-form-urlencoded" }),
    expected: {
      status: 400,
      body: { error: "bad_request" },
      report: { code: "bad_request" },
    },
  },
  {
    name: "a body without a media type",
    sent: post("/json", "{}", {}),
    expected: { status: 400, body: { error: "bad_request" } },
  },
  {
    name: "JSON of a kind that Express does not read",
    sent: post("/json", "{}", { "Content-Type": "application/merge-patch+json" }),
    expected: { status: 400, body: { error: "bad_request" } },
    only: "express",
  },
  {
    name: "a body that is too large",
    sent: post("/json", JSON.stringify("x".repeat(2000))),
    expected: {
      status: 413,
      body: { error: "request_too_large" },
      report: { code: "request_too_large" },
    },
  },
  {
    name: "a body that is too large and does not say so",
    sent: {
      ...post("/json", JSON.stringify("x".repeat(2000))),
      headers: { ...json, "Transfer-Encoding": "chunked" },
    },
    expected: { status: 413, body: { error: "request_too_large" } },
  },
  {
    name: "a slow body",
    sent: { method: "POST", path: "/json", headers: json, stalls: true },
    expected: {
      status: 504,
      body: { error: "gateway_timeout" },
      report: {
        code: "gateway_timeout",
        issues: [],
      },
    },
  },

  ...["zod", "valibot", "arktype"].map(
    (name): Row => ({
      name: `validation by ${name}`,
      sent: post(
        `/validate/${name}`,
        '{"name":"hu","tags":[{"label":"a"},{"label":4711}],"password":"hunter2"}',
      ),
      expected: {
        status: 422,
        body: {
          error: "validation_error",
          errors: { name: [expect(name)], "tags.1.label": [expectText(name)] },
        },
        report: { code: "validation_error" },
      },
    }),
  ),
  {
    name: "validation by class-validator",
    sent: post(
      "/class-validator",
      '{"name":"hu","age":"hunter2","tags":[{"label":"x"},{"label":""}]}',
    ),
    expected: {
      status: 422,
      body: {
        error: "validation_error",
        errors: {
          name: ["name must be longer than or equal to 3 characters"],
          age: ["Not as expected"],
          "tags.1.label": ["label must be longer than or equal to 1 characters"],
        },
      },
      report: { code: "validation_error" },
    },
    only: "nest",
  },
  {
    name: "validation by ajv",
    sent: post("/ajv", '{"name":"hu","tags":["a","hunter2"]}'),
    expected: {
      status: 422,
      body: {
        error: "validation_error",
        errors: { age: ["must be there"] },
      },
      report: { code: "validation_error" },
    },
    only: "fastify",
  },
  {
    name: "validation by ajv, inside",
    sent: post("/ajv", '{"name":"hugo","age":7,"tags":["a","hunter2"]}'),
    expected: {
      status: 422,
      body: { errors: { "tags.1": ["must be equal to one of the allowed values"] } },
    },
    only: "fastify",
  },
  {
    name: "a good body, validated",
    sent: post("/validate/zod", '{"name":"hugo","tags":[]}'),
    expected: { status: 200, body: { name: "hugo", tags: [] } },
  },
  {
    name: "a body of another kind",
    sent: post("/validate/zod", "[1]"),
    expected: { status: 422, body: { error: "validation_error" } },
  },

  thrown("not_found", 404, "not_found"),
  thrown("auth_required", 401, "auth_required", {
    headers: { "www-authenticate": 'Bearer realm="images", DPoP realm="images"' },
  }),
  thrown("rate_limited", 429, "rate_limited", {
    headers: { "retry-after": "30", "cache-control": "no-store" },
  }),
  thrown("internal_fields", 500, "internal_error"),
  thrown("with_cause", 404, "not_found"),
  thrown("with_others", 404, "not_found", {
    report: { code: "not_found", issues: ["the answer lacks 1 of 1 errors beside it"] },
  }),
  {
    name: "throws a code that is never sent",
    sent: get("/throw/never_sent"),
    expected: {
      status: 500,
      body: { error: "internal_error" },
      report: {
        code: "client_closed_request",
        issues: [neverSentIssue],
      },
    },
  },
  ...[
    "string",
    "empty_string",
    "undefined",
    "null",
    "number",
    "symbol",
    "object",
    "function",
    "promise",
    "promise_that_waits",
    "promise_that_is_none",
    "promise_with_a_catch",
    "aggregate_foreign",
    "aggregate_empty",
    "plain_error",
    "type_error",
    "frozen",
    "proxy",
    "revoked",
    "abort_without_abort",
    "upstream_unrecognized",
    "client_error",
  ].map((name) => fallback(name)),
  thrown("aggregate", 404, "not_found", {
    report: { code: "not_found", issues: ["the answer lacks 1 of 1 errors beside it"] },
  }),
  thrown("aggregate_mixed", 404, "not_found", {
    report: { code: "not_found", issues: ["1 of 2 errors are not of the catalog"] },
  }),
  thrown("other_catalog", 409, "conflict", {
    report: { code: "conflict", issues: ["parcel_lost is an error of another catalog"] },
  }),
  thrown("other_catalog_502", 502, "bad_gateway", {
    report: { code: "bad_gateway", issues: ["carrier_down is an error of another catalog"] },
  }),
  thrown("upstream", 404, "not_found", { body: { error: "not_found", message: english } }),
  thrown("http_error_403", 403, "forbidden"),
  thrown("http_error_418", 400, "bad_request", {
    report: {
      code: "bad_request",
      issues: ["the catalog has no code for status 418, so bad_request answers"],
    },
  }),
  thrown("http_error_503", 503, "service_unavailable", { headers: { "x-leak": null } }),
  thrown("without_a_field", 403, "forbidden", {
    report: {
      code: "quota_exceeded",
      issues: [
        "the answer does not say quota_exceeded: a field that it needs is missing, or flat never sends it",
      ],
    },
  }),
  thrown("bigint", 422, "validation_error", { body: { errors: { size: [10] } } }),
  thrown("cycle", 422, "validation_error", {
    body: { errors: { name: "loop" } },
    report: { code: "validation_error", issues: ["the answer lacks /errors/self"] },
  }),
  thrown("deep", 422, "validation_error", {
    report: {
      code: "validation_error",
      issues: [`the answer lacks /errors${"/deep".repeat(19).slice(0, 93)}…`],
    },
  }),
  thrown("getter", 422, "validation_error", {
    body: { errors: { file: ["Too dark."] } },
    report: { code: "validation_error", issues: ["the answer lacks /errors/bad"] },
  }),
  {
    name: "fails later",
    sent: get("/throw-later/plain_error"),
    expected: { status: 500, body: { error: "internal_error", message: unexpected } },
  },
  {
    name: "fails later with nothing",
    sent: get("/throw-later/undefined"),
    expected: { status: 500, body: { error: "internal_error" } },
  },

  {
    name: "Accept: text/markdown, to a code that is never sent",
    sent: get("/throw/never_sent", { Accept: "text/markdown" }),
    expected: {
      status: 500,
      headers: { "content-type": "text/markdown; charset=utf-8" },
      texts: ['code: "internal_error"', "status: 500"],
      report: { code: "client_closed_request", issues: [neverSentIssue] },
    },
  },
  accepts("", "application/json"),
  accepts("*/*", "application/json"),
  accepts("application/*", "application/json"),
  accepts("application/problem+json", "application/problem+json", {
    body: { status: 404, title: "Nothing found" },
  }),
  accepts("application/problem+json;q=0.9, application/json;q=0.1", "application/problem+json"),
  accepts("application/json;q=0, */*", "application/problem+json"),
  accepts("application/json;q=0, application/problem+json;q=0", "application/json"),
  accepts("image/avif", "application/json"),
  accepts("application/json; charset=utf-8", "application/json"),
  accepts("nonsense; q=high, ,,;", "application/json"),
  accepts("text/markdown", "text/markdown; charset=utf-8", {
    texts: ['code: "not_found"', "status: 404", "retryable: false", "## What to do next"],
  }),
  accepts("text/markdown, */*;q=0.1", "text/markdown; charset=utf-8"),
  accepts(
    "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "text/html; charset=utf-8",
    {
      headers: {
        "content-security-policy": "default-src 'none'",
        "x-content-type-options": "nosniff",
      },
      texts: ["<h1>"],
    },
  ),

  language("de", "de", german),
  language("de-CH, en;q=0.5", "de", german),
  language("fr", "en", english),
  language("en, de;q=0.9", "en", english),
  language("de;q=0, *", "en", english),
  language("*", "en", english),
  language("x".repeat(2000), "en", english),

  {
    name: "headers already there",
    sent: get("/headers/not_found"),
    expected: {
      status: 404,
      headers: {
        vary: "Origin, Accept-Language, Accept",
        "cache-control": "no-store",
        etag: null,
        "set-cookie": "seen=1",
        "x-request-id": "req_7",
        "content-language": "en",
      },
    },
    not: ["fetch"],
  },
  {
    name: "headers already there, and an error with its own",
    sent: get("/headers/rate_limited"),
    expected: { status: 429, headers: { "cache-control": "no-store", "retry-after": "30" } },
    not: ["fetch"],
  },
  {
    name: "headers already there, before nothing is thrown",
    sent: get("/headers/undefined"),
    expected: { status: 500, headers: { etag: null, "x-request-id": "req_7" } },
    not: ["fetch"],
  },

  {
    name: "a stream of events that fails",
    sent: get("/events"),
    expected: {
      status: 200,
      texts: ["data: 1\n\n", 'event: error\ndata: {"error":"internal_error"', "\n\n"],
      report: { code: "internal_error" },
    },
  },
  {
    name: "another stream that fails",
    sent: get("/stream"),
    expected: { status: 200, isBroken: true },
    // It takes back the answer that has begun.
    not: ["Bun"],
  },

  {
    name: "a declared error",
    sent: get("/declared"),
    expected: { status: 404, body: { error: "not_found" } },
  },
  {
    name: "an undeclared error",
    sent: get("/undeclared"),
    expected: {
      status: 500,
      body: { error: "internal_error", message: unexpected },
      report: { code: "internal_error" },
    },
  },
  {
    name: "an error while the error is reported",
    sent: get("/throw/conflict"),
    expected: { status: 409, body: { error: "conflict" } },
  },
];

/** What the validators say of a name that is too short, without saying the name. */
function expect(validator: string): string {
  return {
    zod: "Too small: expected string to have >=3 characters",
    valibot: "Invalid length: Expected >=3 but received 2",
    arktype: "name must be at least length 3 (was 2)",
  }[validator] as string;
}

function expectText(validator: string): string {
  return {
    zod: "Invalid input: expected string, received number",
    valibot: "Expected string",
    arktype: "tags[1].label must be a string (was a number)",
  }[validator] as string;
}

/** What must never be in an answer. */
export const neverSent: readonly string[] = [
  secretText,
  "hunter2",
  "select *",
  "/srv/app",
  "ECONNREFUSED",
  "s3cret-never",
  "at Object",
  "4711",
];

/** The rows for an adapter, and what it runs on. */
export function rowsFor(adapter: string, platform?: string): readonly Row[] {
  return rows.filter(
    ({ only = adapter, not = [] }) =>
      only === adapter && !not.some((each) => each === adapter || each === platform),
  );
}
