/** Picora: codes and statuses from "Error Reference"; the body with code and meta from a later revision. */
import { describe, expect, it } from "vitest";
import { picora } from "../../src/image-hosting/wire.js";
import { retryDelay } from "../../src/runtime/index.js";
import { type AnyFormat, conforms, type Sample } from "./vendor.js";

const message = "What the service says.";

/** "Error Code Reference" */
const codes: readonly (readonly [
  status: number,
  spelling: string,
  code: string,
  status?: number,
])[] = [
  [401, "UNAUTHORIZED", "unauthorized"],
  [401, "API_KEY_REVOKED", "api_key_revoked"],
  [401, "TOKEN_EXPIRED", "token_expired"],
  [403, "FORBIDDEN", "forbidden"],
  [403, "QUOTA_EXCEEDED", "quota_exceeded"],
  [403, "PLAN_REQUIRED", "plan_required"],
  [404, "NOT_FOUND", "not_found"],
  [409, "CONFLICT", "conflict"],
  [422, "VALIDATION_ERROR", "validation_error"],
  [422, "INVALID_FILE_TYPE", "unsupported_file_type"],
  // The entry knows 413 alone, so the error has that; what arrived stays in `received`.
  [422, "FILE_TOO_LARGE", "file_too_large", 413],
  [429, "RATE_LIMITED", "rate_limited"],
  [500, "INTERNAL", "internal_error"],
  [500, "STORAGE_ERROR", "storage_error"],
];

/** What the vendor's own client reads where a body has no code. */
const bare: readonly (readonly [status: number, code: string, status?: number])[] = [
  [400, "bad_request"],
  [401, "unauthorized"],
  [403, "forbidden"],
  [404, "not_found"],
  [409, "conflict"],
  [410, "bad_request", 400],
  [422, "validation_error"],
  [429, "rate_limited"],
  [500, "internal_error"],
  [502, "internal_error", 500],
  [503, "internal_error", 500],
];

const samples: readonly Sample[] = [
  ...codes.flatMap(([status, spelling, code, as = status]): Sample[] => {
    const shared = { status, as, code, message };
    return [
      { ...shared, name: spelling, body: { success: false, error: message, code: spelling } },
      { ...shared, name: `${spelling} without success`, body: { error: message, code: spelling } },
    ];
  }),
  ...bare.flatMap(([status, code, as = status]): Sample[] => {
    const shared = { status, as, code, message, inferred: true } as const;
    return [
      { ...shared, name: `${status} without a code`, body: { success: false, error: message } },
      { ...shared, name: `${status} with a sentence alone`, body: { error: message } },
    ];
  }),
  {
    name: "QUOTA_EXCEEDED with the kind of quota",
    status: 403,
    body: { success: false, error: message, code: "QUOTA_EXCEEDED", meta: { type: "storage" } },
    code: "quota_exceeded",
    message,
    fields: { quota: "storage" },
  },
  {
    name: "RATE_LIMITED with seconds in meta",
    status: 429,
    body: { success: false, error: message, code: "RATE_LIMITED", meta: { retryAfterSec: 12 } },
    code: "rate_limited",
    message,
    fields: { retry_after: 12 },
  },
  {
    // "Rate Limit Errors": the header says when to try again, in seconds.
    name: "RATE_LIMITED with the header, which wins",
    status: 429,
    headers: { "Retry-After": "30" },
    body: { success: false, error: message, code: "RATE_LIMITED", meta: { retryAfterSec: 12 } },
    code: "rate_limited",
    message,
    fields: { retry_after: 30 },
  },
  {
    name: "INTERNAL with the number of the request",
    status: 500,
    headers: { "x-request-id": "req_1", "content-type": "application/json; charset=utf-8" },
    body: { success: false, error: message, code: "INTERNAL" },
    code: "internal_error",
    message,
    fields: { request_id: "req_1" },
  },
  {
    name: "500 without a code, with the number of the request",
    status: 500,
    headers: { "x-request-id": "req_1" },
    body: { error: message },
    code: "internal_error",
    message,
    inferred: true,
    fields: { request_id: "req_1" },
  },
  {
    name: "a code that came after the catalog, which is not inferred",
    status: 403,
    body: { success: false, error: message, code: "GEO_BLOCKED" },
    code: "unrecognized",
    receivedCode: "GEO_BLOCKED",
    message,
  },
  {
    name: "meta with the wrong kind of members",
    status: 429,
    body: { success: false, error: message, code: "RATE_LIMITED", meta: { retryAfterSec: "soon" } },
    code: "rate_limited",
    message,
    issues: ["retry_after"],
  },
  {
    name: "meta that is null",
    status: 429,
    body: { success: false, error: message, code: "RATE_LIMITED", meta: null },
    code: "rate_limited",
    message,
  },
  {
    name: "a page of a proxy",
    status: 502,
    body: "<html>Bad gateway</html>",
    as: 500,
    code: "internal_error",
    inferred: true,
  },
];

describe("Picora", () => {
  conforms(picora as unknown as AnyFormat, samples);

  it("waits as long as the header says, else as meta does", () => {
    const body = {
      success: false,
      error: message,
      code: "RATE_LIMITED",
      meta: { retryAfterSec: 12 },
    };
    expect(retryDelay(picora.decode({ status: 429, headers: { "Retry-After": "30" }, body }))).toBe(
      30_000,
    );
    expect(retryDelay(picora.decode({ status: 429, body }))).toBe(12_000);
  });
});
