/** PinArkive: each row from "Error Handling" unless it says otherwise. The messages are our own. */
import { describe, expect, it } from "vitest";
import { pinarkive } from "../../src/image-hosting/wire.js";
import { retryDelay } from "../../src/runtime/index.js";
import { type AnyFormat, conforms, type Sample } from "./vendor.js";

const message = "What the service says.";

const coded = (
  status: number,
  phrase: string,
  spelling: string,
  code: string,
  more: object = {},
): Sample => ({
  name: spelling,
  status,
  body: { error: phrase, message, code: spelling, ...more },
  code,
  message,
});

const bare = (status: number, error: string, code: string): Sample => ({
  name: `${status} without a code`,
  status,
  body: { error, message },
  code,
  message,
  inferred: true,
});

const samples: readonly Sample[] = [
  // "Error codes reference"
  coded(401, "Unauthorized", "INVALID_API_KEY", "invalid_token"),
  coded(401, "Unauthorized", "UNAUTHORIZED", "unauthorized"),
  {
    ...coded(403, "Forbidden", "missing_scope", "insufficient_scope", { required: "files:write" }),
    fields: { required_scope: "files:write" },
  },
  coded(413, "Payload Too Large", "FILE_TOO_LARGE", "file_too_large"),
  {
    ...coded(429, "Too Many Requests", "RATE_LIMIT", "rate_limited", { retryAfter: 60 }),
    fields: { retry_after: 60 },
  },
  coded(400, "Bad Request", "2fa_required", "two_factor_required"),
  coded(400, "Bad Request", "2fa_invalid", "two_factor_invalid"),
  // "By HTTP status"
  bare(400, "Bad Request", "bad_request"),
  bare(401, "Unauthorized", "unauthorized"),
  bare(403, "Forbidden", "forbidden"),
  bare(404, "Not Found", "not_found"),
  bare(409, "Conflict", "conflict"),
  bare(413, "Payload Too Large", "file_too_large"),
  bare(429, "Too Many Requests", "rate_limited"),
  bare(500, "Internal Server Error", "internal_error"),
  bare(503, "Service Unavailable", "service_unavailable"),
  {
    // The page on rate limits shows this 429.
    name: "429 without a code, with what is left",
    status: 429,
    headers: { "X-RateLimit-Limit": "100", "X-RateLimit-Remaining": "0", "Retry-After": "60" },
    body: {
      error: "Too Many Requests",
      message,
      retryAfter: 60,
      limit: 100,
      remaining: 0,
      resetTime: "2026-03-02T10:15:00Z",
    },
    code: "rate_limited",
    message,
    inferred: true,
    fields: { retry_after: 60, limit: 100, remaining: 0, reset_at: "2026-03-02T10:15:00Z" },
  },
  {
    name: "429 whose headers say something else than the body: the header wins",
    status: 429,
    headers: { "X-RateLimit-Limit": "200", "X-RateLimit-Remaining": "3", "Retry-After": "30" },
    body: {
      error: "Too Many Requests",
      message,
      code: "RATE_LIMIT",
      retryAfter: 60,
      limit: 100,
      remaining: 0,
    },
    code: "rate_limited",
    message,
    fields: { retry_after: 30, limit: 200, remaining: 3 },
  },
  {
    name: "429 whose headers cannot be read: the body is",
    status: 429,
    headers: { "X-RateLimit-Limit": "many", "Retry-After": "-1" },
    body: { error: "Too Many Requests", message, code: "RATE_LIMIT", retryAfter: 60, limit: 100 },
    code: "rate_limited",
    message,
    fields: { retry_after: 60, limit: 100 },
  },
  {
    // The page on versions shows this 410, whose code stands where the phrase stands elsewhere.
    name: "410 with its code in error",
    status: 410,
    body: { error: "api_version_deprecated", currentApiBase: "https://api.example/v4" },
    code: "api_version_deprecated",
    message: "This version of the API no longer works. Use https://api.example/v4 instead.",
    fields: { current_api_base: "https://api.example/v4" },
  },
  {
    name: "410 without the new address",
    status: 410,
    body: { error: "api_version_deprecated", message },
    code: "api_version_deprecated",
    message,
  },
  {
    name: "410 without a code, from which nothing is inferred",
    status: 410,
    body: { error: "Gone", message },
    code: "unrecognized",
    message,
  },
  {
    name: "a code that came after the catalog, which is not inferred",
    status: 403,
    body: { error: "Forbidden", message, code: "region_blocked" },
    code: "unrecognized",
    receivedCode: "region_blocked",
    message,
  },
  {
    name: "missing_scope without the scope, which it needs",
    status: 403,
    body: { error: "Forbidden", message, code: "missing_scope" },
    code: "unrecognized",
    receivedCode: "missing_scope",
    message,
    issues: ["", "required_scope"],
  },
  {
    name: "a code that is null counts as none",
    status: 404,
    body: { error: "Not Found", message, code: null },
    code: "not_found",
    message,
    inferred: true,
  },
];

describe("PinArkive", () => {
  conforms(pinarkive as unknown as AnyFormat, samples);

  it("keeps its two codes for 401 apart on the wire", () => {
    const spellings = ["INVALID_API_KEY", "UNAUTHORIZED"].map((code) => {
      const error = pinarkive.decode({
        status: 401,
        body: { error: "Unauthorized", message, code },
      });
      return [error.code, (pinarkive.encode(error).body as { code: string }).code];
    });
    expect(spellings).toEqual([
      ["invalid_token", "INVALID_API_KEY"],
      ["unauthorized", "UNAUTHORIZED"],
    ]);
  });

  it("gives 403 its three meanings: a scope by its code, everything else by the status", () => {
    const codes = [{ code: "missing_scope", required: "pins:write" }, {}, { plan: "free" }].map(
      (more) =>
        pinarkive.decode({ status: 403, body: { error: "Forbidden", message, ...more } }).code,
    );
    expect(codes).toEqual(["insufficient_scope", "forbidden", "forbidden"]);
  });

  it("waits as long as the header says, also where the body says something else", () => {
    const error = pinarkive.decode({
      status: 429,
      headers: { "Retry-After": "30" },
      body: { error: "Too Many Requests", message, retryAfter: 60 },
    });
    expect(retryDelay(error)).toBe(30_000);
  });
});
