/** `quota_exceeded` as errdex makes it, by hand, and as its peers make it: same code, status, fields and message. */
import fastifyError from "@fastify/error";
import { ErrorFactory } from "@praha/error-factory";
import { TaggedError } from "better-result";
import { createError as createEvlogError } from "evlog";
import createHttpError from "http-errors";
import { z } from "zod";
import { quotaExceeded } from "../../dist/image-hosting.js";

/** What the error carries. */
export const fields = {
  action: {
    type: "upgrade",
    url: "https://img.example.com/upgrade?t=abc&exp=1709337600&sig=fake",
    label: "Upgrade to Pro",
  },
  usage: { plan: "free", uploads_used: 100, uploads_limit: 100 },
};

const withoutStack = { stack: false };

function messageOf({ quota, usage }) {
  return quota !== undefined
    ? `You have reached the ${quota} limit of the ${usage.plan} plan.`
    : `You have used ${usage.uploads_used} of ${usage.uploads_limit} uploads.`;
}

class QuotaExceeded extends Error {
  constructor(given, options) {
    super(messageOf(given), options);
    this.name = "QuotaExceeded";
    this.code = "quota_exceeded";
    this.status = 403;
    this.action = given.action;
    this.usage = given.usage;
    if (given.quota !== undefined) this.quota = given.quota;
  }
}

const link = (type) => z.object({ type: z.literal(type), url: z.string(), label: z.string() });
const count = z.int().min(0);
const schema = z.object({
  action: z.discriminatedUnion("type", [link("upgrade"), link("verify")]),
  usage: z.object({
    plan: z.string(),
    uploads_used: count,
    uploads_limit: count,
    storage_used_bytes: count.optional(),
    storage_limit_bytes: count.optional(),
  }),
  quota: z.string().optional(),
});

const PrahaQuotaExceeded = ErrorFactory({
  name: "quota_exceeded",
  message: messageOf,
  fields: ErrorFactory.fields(),
});

class TaggedQuotaExceeded extends TaggedError("quota_exceeded") {
  constructor(given) {
    super({ message: messageOf(given), code: "quota_exceeded", status: 403, ...given });
  }
}

const FastifyQuotaExceeded = fastifyError("quota_exceeded", "You have used %s of %s uploads.", 403);

/**
 * How each makes the error. `checks` says what holds the fields to their types: TypeScript (`types`), the library
 * when it is called (`run time`), or nothing (`none`).
 */
export const makers = {
  "hand-written class": { checks: "types", make: () => new QuotaExceeded(fields) },
  errdex: { checks: "types", make: () => quotaExceeded(fields) },
  "errdex, stack: false": { checks: "types", make: () => quotaExceeded(fields, withoutStack) },
  "@praha/error-factory": {
    checks: "types",
    make: () => new PrahaQuotaExceeded({ ...fields, code: "quota_exceeded", status: 403 }),
  },
  "better-result": { checks: "types", make: () => new TaggedQuotaExceeded(fields) },
  evlog: {
    checks: "none",
    make: () =>
      createEvlogError({
        message: messageOf(fields),
        code: "quota_exceeded",
        status: 403,
        data: fields,
      }),
  },
  "@fastify/error": {
    checks: "none",
    make: () =>
      Object.assign(
        new FastifyQuotaExceeded(fields.usage.uploads_used, fields.usage.uploads_limit),
        fields,
      ),
  },
  "http-errors": {
    checks: "none",
    make: () => createHttpError(403, messageOf(fields), { code: "quota_exceeded", ...fields }),
  },
  "zod + class by hand": {
    checks: "run time",
    make: () => new QuotaExceeded(schema.parse(fields)),
  },
};
