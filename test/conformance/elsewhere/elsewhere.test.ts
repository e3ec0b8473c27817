/** Formats of other systems, written in YAML alone. What the systems send is laid out as their documents have it. */
import { describe, expect, it } from "vitest";
import { root } from "../../shipped-catalog.js";
import { typeCheck } from "../../support/type-check.js";
import { complaints, errors, generated, wire } from "./compiled.js";

const message = "What the service says.";
const limited = { retry_after: 30, limit: 100 };
const declined = { decline_code: "lost_card", parameter: "card", live: true };
const quota = { metric: "uploads", limit: 100, region: "7" };
const violations = {
  errors: [
    { field: "email", reason: "No at sign." },
    { field: "a/b~c", reason: "Empty." },
  ],
};
const page = (code: string) => `https://errors.example.com/${code}`;

interface Row {
  readonly wire: keyof typeof wire;
  readonly code: string;
  readonly fields?: object;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** Fields that this wire does not carry. */
  readonly lost?: readonly string[];
  readonly inferred?: true;
}

const info = (reason: string, metadata?: object) => ({
  "@type": "type.googleapis.com/google.rpc.ErrorInfo",
  reason,
  domain: "shop.example.com",
  ...(metadata === undefined ? {} : { metadata }),
});

const rows: readonly Row[] = [
  // Stripe: a type beside the code, which some errors do not have
  {
    wire: "stripe",
    code: "not_found",
    fields: { resource: "order" },
    status: 404,
    body: {
      error: {
        type: "invalid_request_error",
        code: "resource_missing",
        message,
        doc_url: page("not_found"),
        resource: "order",
      },
    },
  },
  {
    wire: "stripe",
    code: "card_declined",
    fields: declined,
    status: 402,
    body: {
      error: {
        type: "card_error",
        code: "card_declined",
        message,
        doc_url: page("card_declined"),
        param: "card",
        decline_code: "lost_card",
        live: true,
      },
    },
  },
  {
    wire: "stripe",
    code: "rate_limited",
    fields: limited,
    status: 429,
    headers: { "Retry-After": "30" },
    body: {
      error: {
        type: "rate_limit_error",
        code: "rate_limit",
        message,
        doc_url: page("rate_limited"),
        retry_after: 30,
        limit: 100,
      },
    },
  },
  {
    wire: "stripe",
    code: "internal_error",
    status: 500,
    body: { error: { type: "api_error", message } },
    inferred: true,
  },
  {
    wire: "stripe",
    code: "forbidden",
    status: 403,
    body: { error: { type: "permission_error", message } },
    inferred: true,
  },
  // Cloudflare: numbers as codes, and fillers around them
  {
    wire: "cloudflare",
    code: "not_found",
    fields: { resource: "zone" },
    status: 404,
    body: {
      success: false,
      errors: [{ code: 7003, message, resource: "zone" }],
      messages: [],
      result: null,
    },
  },
  {
    wire: "cloudflare",
    code: "validation_failed",
    fields: violations,
    status: 422,
    body: {
      success: false,
      errors: [{ code: 1102, message, ...violations }],
      messages: [],
      result: null,
    },
  },
  // GraphQL: status 200, whatever it is
  {
    wire: "graphql",
    code: "quota_exceeded",
    fields: quota,
    status: 200,
    body: { errors: [{ message, extensions: { code: "QUOTA_EXCEEDED", ...quota } }], data: null },
  },
  {
    wire: "graphql",
    code: "forbidden",
    status: 200,
    body: { errors: [{ message, extensions: { code: "FORBIDDEN" } }], data: null },
  },
  // JSON:API: a status that is a text, fields inside meta, links that are left out where empty
  {
    wire: "jsonapi",
    code: "card_declined",
    fields: declined,
    status: 402,
    headers: { "Content-Type": "application/vnd.api+json" },
    body: {
      errors: [
        {
          status: "402",
          code: "card-declined",
          title: "Card declined",
          detail: message,
          links: { type: page("card_declined") },
          meta: declined,
        },
      ],
    },
  },
  {
    wire: "jsonapi",
    code: "forbidden",
    status: 403,
    body: {
      errors: [
        {
          status: "403",
          code: "forbidden",
          title: "Not allowed",
          detail: message,
          links: { type: page("forbidden") },
        },
      ],
    },
  },
  // AIP-193: details found by their @type, metadata of texts, durations
  {
    wire: "google",
    code: "quota_exceeded",
    fields: quota,
    status: 403,
    body: {
      error: {
        code: 403,
        message,
        status: "FAILED_PRECONDITION",
        details: [info("QUOTA_EXCEEDED", { metric: "uploads", limit: "100", region: "7" })],
      },
    },
  },
  {
    wire: "google",
    code: "rate_limited",
    fields: { retry_after: 1.5, limit: 100 },
    status: 429,
    body: {
      error: {
        code: 429,
        message,
        status: "RESOURCE_EXHAUSTED",
        details: [
          info("RATE_LIMITED", { limit: "100" }),
          { "@type": "type.googleapis.com/google.rpc.RetryInfo", retryDelay: "1.5s" },
        ],
      },
    },
  },
  {
    wire: "google",
    code: "validation_failed",
    fields: violations,
    status: 400,
    body: {
      error: {
        code: 400,
        message,
        status: "INVALID_ARGUMENT",
        details: [
          info("VALIDATION_FAILED"),
          {
            "@type": "type.googleapis.com/google.rpc.BadRequest",
            fieldViolations: [
              { field: "email", description: "No at sign." },
              { field: "a/b~c", description: "Empty." },
            ],
          },
        ],
      },
    },
  },
  {
    wire: "google",
    code: "card_declined",
    fields: declined,
    status: 402,
    body: {
      error: {
        code: 402,
        message,
        status: "FAILED_PRECONDITION",
        details: [
          info("CARD_DECLINED", { decline_code: "lost_card", parameter: "card", live: "true" }),
        ],
      },
    },
  },
  // OData: a target that is another field for each code, a list with a constant in each element, a constant header
  {
    wire: "odata",
    code: "not_found",
    fields: { resource: "Orders(5)" },
    status: 404,
    headers: { "OData-Version": "4.01" },
    body: { error: { code: "not_found", message, target: "Orders(5)" } },
  },
  {
    wire: "odata",
    code: "quota_exceeded",
    fields: quota,
    status: 403,
    body: {
      error: {
        code: "quota_exceeded",
        message,
        target: "uploads",
        innererror: { limit: 100, region: "7" },
      },
    },
  },
  {
    wire: "odata",
    code: "validation_failed",
    fields: violations,
    status: 422,
    body: {
      error: {
        code: "validation_failed",
        message,
        details: [
          { code: "Invalid", target: "email", message: "No at sign." },
          { code: "Invalid", target: "a/b~c", message: "Empty." },
        ],
      },
    },
  },
  {
    wire: "odata",
    code: "card_declined",
    fields: declined,
    status: 402,
    body: {
      error: {
        code: "card_declined",
        message,
        target: "card",
        innererror: { decline_code: "lost_card" },
      },
    },
    lost: ["live"],
  },
  // GitHub: no code at all, limits in headers
  {
    wire: "github",
    code: "validation_failed",
    fields: violations,
    status: 422,
    body: {
      message,
      documentation_url: page("validation_failed"),
      status: "422",
      errors: [
        { resource: "Order", field: "email", code: "custom", message: "No at sign." },
        { resource: "Order", field: "a/b~c", code: "custom", message: "Empty." },
      ],
    },
    inferred: true,
  },
  {
    wire: "github",
    code: "rate_limited",
    fields: limited,
    status: 429,
    headers: { "Retry-After": "30", "X-RateLimit-Limit": "100", "Cache-Control": "no-store" },
    body: { message, documentation_url: page("rate_limited"), status: "429" },
    inferred: true,
  },
  // Slack: ok is false and the status 200, but for one code
  {
    wire: "slack",
    code: "not_found",
    fields: { resource: "C1" },
    status: 200,
    body: {
      ok: false,
      error: "channel_not_found",
      response_metadata: { messages: [message] },
      resource: "C1",
    },
  },
  {
    wire: "slack",
    code: "rate_limited",
    fields: limited,
    status: 429,
    headers: { "Retry-After": "30" },
    body: {
      ok: false,
      error: "ratelimited",
      response_metadata: { messages: [message] },
      retry_after: 30,
      limit: 100,
    },
  },
  // Twirp: everything that is more than a code and a message is a text
  {
    wire: "twirp",
    code: "quota_exceeded",
    fields: quota,
    status: 400,
    body: {
      code: "out_of_range",
      msg: message,
      meta: { metric: "uploads", limit: "100", region: "7" },
    },
  },
  {
    wire: "twirp",
    code: "forbidden",
    status: 403,
    body: { code: "permission_denied", msg: message },
  },
  {
    wire: "twirp",
    code: "validation_failed",
    fields: violations,
    status: 400,
    body: {
      code: "invalid_argument",
      msg: message,
      meta: { errors: JSON.stringify(violations.errors) },
    },
  },
];

const create = (code: string, fields: object | undefined) => {
  const name = code.replace(/_(\w)/g, (_, letter: string) =>
    letter.toUpperCase(),
  ) as keyof typeof errors;
  return fields === undefined
    ? name === "forbidden" || name === "internalError"
      ? create0(name)
      : errors[name]({}, { message })
    : errors[name](fields, { message });
};
const create0 = (name: keyof typeof errors) =>
  name === "forbidden" ? errors[name]({ message }) : errors[name]({}, { message });

it("has a catalog without complaints", () => {
  expect(complaints).toEqual([]);
});

it("becomes a module without complaints", () => {
  expect(
    typeCheck(generated, `${root}test/conformance/elsewhere/generated`).map(
      (each) => `${each.file}:${each.line} ${each.message}`,
    ),
  ).toEqual([]);
});

describe("formats that nobody here has written code for", () => {
  it.each(rows)(
    "$wire writes $code",
    ({ wire: name, code, fields, status, headers = {}, body }) => {
      const answer = wire[name].encode(create(code, fields));
      expect(answer.status).toBe(status);
      expect(answer.body).toEqual(body);
      expect(answer.headers).toMatchObject(headers);
    },
  );

  it.each(rows)(
    "$wire reads $code",
    ({ wire: name, code, fields = {}, status, headers, body, lost = [], inferred }) => {
      const error = wire[name].decode({ status, headers, body: JSON.stringify(body) });
      expect(error).toMatchObject({ code, message });
      const kept = Object.entries(fields).filter(([field]) => !lost.includes(field));
      expect(error.toJSON().fields).toEqual(Object.fromEntries(kept));
      expect(error.inferred).toBe(inferred);
      expect(error.issues ?? []).toEqual([]);
    },
  );

  it.each(rows)(
    "$wire passes $code through as it came, with whatever it does not know",
    ({ wire: name, status, headers, body }) => {
      const grown = grow(body);
      const answer = wire[name].encode(wire[name].decode({ status, headers, body: grown }), {
        passThrough: true,
      });
      expect([answer.status, answer.body]).toEqual([status, grown]);
    },
  );

  it.each(rows)(
    "$wire gives $code on to every other format, without what that does not know",
    ({ wire: name, status, headers, body }) => {
      const error = wire[name].decode({ status, headers, body: grow(body) });
      for (const other of Object.values(wire)) {
        if (other === wire[name]) continue;
        const text = JSON.stringify(other.encode(error));
        expect(text).not.toContain("x_unknown");
      }
    },
  );

  it.each(rows)(
    "$wire takes up a change of $code",
    ({ wire: name, code, fields, status, headers, body }) => {
      const error = wire[name].decode({ status, headers, body: grow(body) });
      Object.assign(error, { message: "Another." });
      const fresh = wire[name].encode(create(code, fields)).body;
      const text = JSON.stringify(wire[name].encode(error, { passThrough: true }).body);
      expect(text).toBe(
        JSON.stringify(grow(fresh)).replaceAll(JSON.stringify(message), '"Another."'),
      );
    },
  );
});

/** The body with members that nobody knows in every object, at its end. */
function grow(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(grow);
  if (typeof value !== "object" || value === null) return value;
  const isTexts =
    Object.values(value).every((member) => typeof member === "string") && !("@type" in value);
  const members = Object.entries(value).map(([key, member]) => [key, grow(member)]);
  return { ...Object.fromEntries(members), x_unknown: isTexts ? "x_unknown" : null };
}

describe("what the language promises", () => {
  it("a body is not of a format whose constant it lacks", () => {
    const body = { success: true, errors: [{ code: 7003, message }], messages: [], result: null };
    expect(wire.cloudflare.decode({ status: 404, body })).toMatchObject({ code: "unrecognized" });
    expect(
      wire.slack.decode({ status: 200, body: { ok: true, error: "channel_not_found" } }),
    ).toMatchObject({ code: "unrecognized" });
  });

  it("fillers are never compared", () => {
    const body = {
      success: false,
      errors: [{ code: 7003, message }],
      messages: [{ code: 1 }],
      result: {},
    };
    expect(wire.cloudflare.decode({ status: 404, body }).code).toBe("not_found");
    expect(
      wire.cloudflare.decode({
        status: 404,
        body: { success: false, errors: [{ code: 7003, message }] },
      }).code,
    ).toBe("not_found");
  });

  it("numbers and texts are one spelling, and older ones are read", () => {
    for (const code of [7003, "7003", 7000, "7000"])
      expect(
        wire.cloudflare.decode({
          status: 404,
          body: { success: false, errors: [{ code, message }] },
        }).code,
      ).toBe("not_found");
    expect(
      wire.stripe.decode({
        status: 404,
        body: { error: { type: "x", code: "no_such_resource", message } },
      }).code,
    ).toBe("not_found");
    expect(
      wire.cloudflare.decode({
        status: 404,
        body: { success: false, errors: [{ code: 7003.5, message }] },
      }).code,
    ).toBe("unrecognized");
  });

  it("elements are found by what is constant in them, in any order and among others", () => {
    const other = { "@type": "type.googleapis.com/google.rpc.DebugInfo", detail: "no" };
    const retry = { "@type": "type.googleapis.com/google.rpc.RetryInfo", retryDelay: "3s" };
    const body = {
      error: {
        code: 429,
        message,
        details: [other, retry, null, info("RATE_LIMITED", { limit: "7", more: "x" }), 5],
      },
    };
    const error = wire.google.decode({ status: 429, body });
    expect(error).toMatchObject({ code: "rate_limited", retry_after: 3, limit: 7 });
    Object.assign(error, { limit: 8 });
    expect(wire.google.encode(error, { passThrough: true }).body).toEqual({
      error: {
        code: 429,
        message,
        details: [other, retry, null, info("RATE_LIMITED", { limit: "8", more: "x" }), 5],
      },
    });
  });

  it("an element that lacks what it needs is not written", () => {
    const { body } = wire.google.encode(errors.rateLimited({ limit: 5 }, { message }));
    expect(body).toMatchObject({ error: { details: [info("RATE_LIMITED", { limit: "5" })] } });
  });

  it("a GraphQL answer with data and several errors is read by the first that has a code", () => {
    const body = {
      data: { a: 1 },
      errors: [
        { message: "No code." },
        { message, extensions: { code: "NOT_FOUND", resource: "x" } },
      ],
    };
    const error = wire.graphql.decode({ status: 200, body });
    expect(error).toMatchObject({ code: "not_found", message, resource: "x", status: 404 });
    expect(wire.graphql.encode(error, { passThrough: true })).toMatchObject({ status: 200, body });
  });

  it("durations that are none are absent", () => {
    for (const retryDelay of ["soon", "-3s", "3", 3, null]) {
      const details = [
        info("RATE_LIMITED"),
        { "@type": "type.googleapis.com/google.rpc.RetryInfo", retryDelay },
      ];
      const error = wire.google.decode({
        status: 429,
        body: { error: { code: 429, message, details } },
      });
      expect(error.code).toBe("rate_limited");
      expect("retry_after" in error).toBe(false);
    }
  });

  it("an HTTP status beats one in the body, which counts where there is none", () => {
    expect(wire.github.decode({ body: { message, status: "404" } })).toMatchObject({
      code: "not_found",
      inferred: true,
    });
    expect(wire.github.decode({ status: 403, body: { message, status: "404" } })).toMatchObject({
      code: "forbidden",
    });
  });

  it("metadata is what it was before it became text", () => {
    const error = errors.cardDeclined(
      { decline_code: "true", parameter: "5", live: false },
      { message },
    );
    const { status, body } = wire.twirp.encode(error);
    expect(body).toMatchObject({ meta: { decline_code: "true", parameter: "5", live: "false" } });
    expect(wire.twirp.decode({ status, body })).toMatchObject({
      decline_code: "true",
      parameter: "5",
      live: false,
    });
  });
});
