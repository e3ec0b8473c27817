/** imagebin.ca: "Error help" names the codes; statuses that it does not name are marked as assumed in the catalog. */
import { describe, expect, it } from "vitest";
import { imagebin } from "../../src/image-hosting/wire.js";
import { type AnyFormat, conforms, type Sample } from "./vendor.js";

/** Statuses: those that the pages of single codes show, else the assumed ones of the catalog. */
const codes: readonly (readonly [status: number, code: string, message: string])[] = [
  // Error help, Account and sign-in
  [401, "auth_required", "You have to sign in before you can do this."],
  [401, "unauthorized", "The service cannot tell who sent this request."],
  [401, "invalid_token", "The service does not recognize the token or API key that you sent."],
  [401, "invalid_dpop_proof", "The proof that this token belongs to you did not pass the check."],
  [403, "insufficient_scope", "Permission missing from the token"],
  [403, "forbidden", "You are not allowed to do this here."],
  [403, "account_banned", "Your account cannot add or change anything at the moment."],
  // Error help, Admin and reporting
  [503, "bytes_unavailable", "The original file of this image cannot be read at the moment."],
  [
    503,
    "legacy_object_unavailable",
    "This image is kept in an older storage, which did not hand it over.",
  ],
  [422, "too_large_for_bundle", "This image is too large for the evidence bundle."],
  [409, "not_under_hold", "This works only for an image that is under legal hold."],
  [409, "no_incident", "There is no incident on record for this image."],
  [
    409,
    "preservation_window_active",
    "The time for which this image has to be kept is not over yet.",
  ],
  // Request format and limits
  [400, "invalid_json", "The body of this request is not valid JSON."],
  [400, "invalid_request", "This request is not put together as the service expects."],
  [413, "request_too_large", "This request is larger than the service accepts."],
  [405, "method_not_allowed", "This address does not work with the method that you used."],
  [403, "bad_origin", "Requests from this website are not accepted."],
  // Account & limits, and a keyless upload
  [429, "rate_limited", "You are sending requests too fast. Wait a while before the next one."],
  [403, "turnstile_failed", "We could not confirm that you are a person and not a program."],
];

const samples: readonly Sample[] = [
  ...codes.flatMap(([status, code, message]): Sample[] => [
    { name: `${code}, without a message`, status, body: { error: code }, code, message },
    {
      name: `${code}, with a message`,
      status,
      body: { error: code, message: "What the site says." },
      code,
      message: "What the site says.",
    },
  ]),
  {
    // The admin tool shows the date.
    name: "preservation_window_active with its date",
    status: 409,
    body: { error: "preservation_window_active", preserve_until: "2026-09-01T00:00:00Z" },
    code: "preservation_window_active",
    message: "This image has to be kept until 2026-09-01T00:00:00Z.",
    fields: { preserve_until: "2026-09-01T00:00:00Z" },
  },
  {
    name: "rate_limited with Retry-After",
    status: 429,
    headers: { "Retry-After": "30" },
    body: { error: "rate_limited" },
    code: "rate_limited",
    message: "You are sending requests too fast. Try again in 30 seconds.",
    fields: { retry_after: 30 },
  },
  {
    name: "a message that is null",
    status: 403,
    body: { error: "turnstile_failed", message: null },
    code: "turnstile_failed",
    message: "We could not confirm that you are a person and not a program.",
  },
  {
    // The list is open: "Uncommon technical codes have a shorter fallback page".
    name: "a code that the help does not name",
    status: 500,
    body: { error: "thumbnail_queue_stuck" },
    code: "unrecognized",
    receivedCode: "thumbnail_queue_stuck",
  },
  {
    name: "a bare status, from which nothing is inferred",
    status: 404,
    code: "unrecognized",
  },
];

describe("imagebin.ca", () => {
  conforms(imagebin as unknown as AnyFormat, samples);

  it("keeps auth_required and unauthorized apart", () => {
    const [first, second] = ["auth_required", "unauthorized"].map((error) =>
      imagebin.decode({ status: 401, body: { error } }),
    );
    expect([first?.code, second?.code]).toEqual(["auth_required", "unauthorized"]);
  });
});
