/** Imagizer: "Common Errors" is nine statuses and no body; each row has another body that such a server may send. */
import { describe, expect, it } from "vitest";
import { clientClosedRequest } from "../../src/image-hosting/index.js";
import { imagizer } from "../../src/image-hosting/wire.js";
import { toResponse } from "../../src/runtime/index.js";
import { type AnyFormat, conforms, type Sample } from "./vendor.js";

const statuses: readonly (readonly [status: number, code: string, message: string])[] = [
  [400, "bad_request", "Something in this request is not right."],
  [401, "unauthorized", "The service cannot tell who sent this request."],
  [403, "forbidden", "You are not allowed to do this here."],
  [404, "not_found", "There is nothing at this address."],
  [499, "client_closed_request", "The connection was closed before the answer was ready."],
  [500, "internal_error", "The service could not finish this because of a fault of its own."],
  [502, "bad_gateway", "The image source behind this service gave no usable answer."],
  [503, "service_unavailable", "The service is not available right now."],
  [504, "gateway_timeout", "Fetching and preparing the image took too long."],
];

const bodies: readonly (readonly [name: string, body: unknown])[] = [
  ["nothing", undefined],
  ["HTML", "<!doctype html><title>nginx</title>"],
  ["JSON of the image source", { error: "not_found", code: "NOT_FOUND", message: "Ours." }],
  ["a list", [1, 2]],
];

const samples: readonly Sample[] = [
  ...statuses.flatMap(([status, code, message]) =>
    bodies.map(
      ([name, body]): Sample => ({
        name: `${status} with ${name}`,
        status,
        body,
        code,
        message,
        inferred: true,
      }),
    ),
  ),
  {
    name: "503 with Retry-After",
    status: 503,
    headers: { "Retry-After": "120" },
    code: "service_unavailable",
    message: "The service is not available right now. Try again in 120 seconds.",
    inferred: true,
    fields: { retry_after: 120 },
  },
  ...[410, 429, 501, 505].map(
    (status): Sample => ({
      name: `${status}, which the page does not list`,
      status,
      code: "unrecognized",
    }),
  ),
  ...[200, 304].map(
    (status): Sample => ({
      name: `${status}, which is no error`,
      status,
      body: { error: "not_found" },
      code: "unrecognized",
    }),
  ),
];

describe("Imagizer", () => {
  conforms(imagizer as unknown as AnyFormat, samples);

  it("decodes by the status where the body is the bytes of an image, and gives them back", async () => {
    const body = new Uint8Array([
      0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46, 0x49, 0x46, 0x00, 0xff, 0x22,
    ]);
    const error = imagizer.decode({ status: 404, headers: { "content-type": "image/jpeg" }, body });
    expect([error.code, error.inferred]).toEqual(["not_found", true]);
    const sentAgain = imagizer.encode(error, { passThrough: true });
    expect(sentAgain.status).toBe(404);
    expect(sentAgain.headers["Content-Type"]).toBe("text/plain");
    expect(sentAgain.body).toBe(body);
    expect(new Uint8Array(await toResponse(sentAgain).arrayBuffer())).toEqual(body);
  });

  it("never sends 499, which is for logs alone", () => {
    const fresh = imagizer.encode(clientClosedRequest());
    expect([fresh.status, fresh.body]).toEqual([500, undefined]);
  });
});
