/** img.pro: each row from "Error Reference" unless it says otherwise. The messages are our own. */
import { describe, expect, it } from "vitest";
import { imgPro } from "../../src/image-hosting/wire.js";
import { type AnyFormat, conforms, type Sample } from "./vendor.js";

const message = "What the service says.";
const upgrade = {
  type: "upgrade",
  url: "https://img.example/upgrade?t=a&exp=1&sig=b",
  label: "A larger plan",
};
const verify = {
  type: "verify",
  url: "https://img.example/verify?t=a&exp=1&sig=b",
  label: "Verify",
};
const redirect = { type: "redirect", url: "https://img.example/keys", label: "Dashboard" };
const usage = { plan: "free", uploads_used: 100, uploads_limit: 100 };

/** A code that carries nothing. */
const bare = (code: string, status: number): Sample => ({
  name: `${code} ${status}`,
  status,
  body: { error: code, message },
  code,
  message,
});

/** A code that carries something. */
const carrying = (
  name: string,
  code: string,
  status: number,
  fields: object,
  more: Partial<Sample> = {},
): Sample => ({
  name,
  status,
  body: { error: code, message, ...fields },
  code,
  message,
  fields,
  ...more,
});

const samples: readonly Sample[] = [
  // Sections "unauthorized", "forbidden", "not_found", "upload_failed" … "delete_failed"
  bare("unauthorized", 401),
  bare("forbidden", 403),
  bare("not_found", 404),
  bare("upload_failed", 500),
  bare("fetch_failed", 502),
  bare("fetch_failed", 504),
  bare("import_failed", 500),
  bare("update_failed", 500),
  bare("delete_failed", 500),
  // Section "quota_exceeded"
  carrying("quota_exceeded of a verified user", "quota_exceeded", 403, { action: upgrade, usage }),
  carrying("quota_exceeded of an unverified user", "quota_exceeded", 403, {
    action: verify,
    usage,
  }),
  // A later revision of the same page adds storage counters.
  carrying("quota_exceeded with storage counters", "quota_exceeded", 403, {
    action: upgrade,
    usage: { ...usage, storage_used_bytes: 5, storage_limit_bytes: 10 },
  }),
  // Sections "registration_closed", "key_limit_reached"
  carrying("registration_closed", "registration_closed", 403, { action: redirect }),
  carrying("key_limit_reached", "key_limit_reached", 403, { action: verify }),
  // Section "rate_limited": creating keys, uploads without a key (with a retry_after that the shape does not declare)
  carrying("rate_limited while creating keys", "rate_limited", 429, {
    action: { type: "wait", seconds: 60 },
  }),
  carrying(
    "rate_limited while creating keys, with the header",
    "rate_limited",
    429,
    { action: { type: "wait", seconds: 60 } },
    { headers: { "Retry-After": "60" } },
  ),
  carrying("rate_limited without a key", "rate_limited", 429, {
    action: redirect,
    retry_after: 2520,
  }),
  carrying(
    "rate_limited where the header says something else than the body",
    "rate_limited",
    429,
    { action: redirect, retry_after: 2520 },
    { headers: { "Retry-After": "2500" }, fields: { action: redirect, retry_after: 2500 } },
  ),
  carrying(
    "rate_limited with a header alone, which is a date",
    "rate_limited",
    429,
    {},
    {
      headers: { "retry-after": "Mon, 02 Mar 2026 10:00:30 GMT" },
      fields: { retry_after: 30 },
    },
  ),
  // Section "validation_error"
  carrying("validation_error", "validation_error", 422, {
    errors: { namespace: ["Small letters.", "No spaces."], file: ["Needed."] },
  }),
  // Decisions of this catalog
  carrying(
    "quota_exceeded with an action of an unknown type, kept as it came",
    "quota_exceeded",
    403,
    { action: { type: "downgrade", url: "https://img.example/down", label: "Down" }, usage },
    { issues: ["action"] },
  ),
  carrying(
    "rate_limited with an action of an unknown type, kept as it came",
    "rate_limited",
    429,
    { action: { type: "captcha", site: "abc" } },
    { issues: ["action"] },
  ),
  {
    name: "quota_exceeded without usage, which it needs",
    status: 403,
    body: { error: "quota_exceeded", message, action: upgrade },
    code: "unrecognized",
    receivedCode: "quota_exceeded",
    message,
    issues: ["", "usage"],
  },
  {
    name: "key_limit_reached with an action that it does not have",
    status: 403,
    body: { error: "key_limit_reached", message, action: { ...upgrade, type: "upgrade" } },
    code: "unrecognized",
    receivedCode: "key_limit_reached",
    message,
    issues: ["", "action.type"],
  },
  {
    name: "rate_limited with a retry_after that is no number",
    status: 429,
    body: { error: "rate_limited", message, retry_after: "soon" },
    code: "rate_limited",
    message,
    issues: ["retry_after"],
  },
  {
    name: "a code that came after the catalog",
    status: 402,
    body: { error: "payment_failed", message },
    code: "unrecognized",
    receivedCode: "payment_failed",
    message,
  },
  {
    name: "a code of this catalog that img.pro does not have",
    status: 409,
    body: { error: "conflict", message },
    code: "unrecognized",
    receivedCode: "conflict",
    message,
  },
  {
    name: "a bare status, from which nothing is inferred",
    status: 401,
    body: { message },
    code: "unrecognized",
  },
];

describe("img.pro", () => {
  conforms(imgPro as unknown as AnyFormat, samples);

  it("says nothing about the kind of a failed upload, whatever its message says", () => {
    const error = imgPro.decode({
      status: 500,
      body: { error: "upload_failed", message: "150 MB are too many." },
    });
    expect(error.code).toBe("upload_failed");
    expect(Object.keys(error.toJSON().fields)).toEqual([]);
  });

  it("keeps the status that arrived where the entry does not list it", () => {
    const error = imgPro.decode({ status: 418, body: { error: "not_found", message } });
    expect([error.status, error.received?.status]).toEqual([404, 418]);
    expect(imgPro.encode(error).status).toBe(404);
    expect(imgPro.encode(error, { passThrough: true }).status).toBe(418);
    expect(imgPro.encode(error, { passThrough: "text" }).status).toBe(418);
  });
});
