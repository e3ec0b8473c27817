/** The same answers as errdex decodes and encodes them, by hand with zod, and as its peers do. */
import {
  createORPCClient,
  createORPCErrorFromJson,
  isORPCErrorJson,
  ORPCError,
} from "@orpc/client";
import { RPCLink } from "@orpc/client/fetch";
import { StandardRPCJsonSerializer, StandardRPCSerializer } from "@orpc/client/standard";
import { validateORPCError } from "@orpc/contract";
import { Schema } from "effect";
import { z } from "zod";
import { flat, imgPro } from "../../dist/image-hosting/client.js";

/** An answer of img.pro, with a body in the form of `flat` too. */
const action = {
  type: "upgrade",
  url: "https://img.example.com/upgrade/pro?t=abc&exp=1709337600&sig=fake",
  label: "Upgrade to Pro",
};
const usage = { plan: "free", uploads_used: 100, uploads_limit: 100 };
const quota = "You have used 100 of 100 uploads.";
const rate = "You are sending requests too fast. Try again in 30 seconds.";

/** The errors that are decoded. */
export const samples = {
  quota_exceeded: { status: 403, message: quota, fields: { action, usage } },
  rate_limited: {
    status: 429,
    message: rate,
    fields: { action: { type: "wait", seconds: 30 }, retry_after: 30 },
  },
};

/** A body as img.pro and `flat` have it. */
export function plainBody({ code, message, fields }) {
  return JSON.stringify({ error: code, message, ...fields });
}

function orpcBody({ code, status, message, fields }) {
  return JSON.stringify({ json: { defined: true, code, status, message, data: fields } });
}

const count = z.int().min(0);
const link = (type) => z.object({ type: z.literal(type), url: z.string(), label: z.string() });
const upgradeOrVerify = z.discriminatedUnion("type", [link("upgrade"), link("verify")]);
const wait = z.object({ type: z.literal("wait"), seconds: count });
const usageSchema = z.object({
  plan: z.string(),
  uploads_used: count,
  uploads_limit: count,
  storage_used_bytes: count.optional(),
  storage_limit_bytes: count.optional(),
});
const fieldsOf = {
  quota_exceeded: { action: upgradeOrVerify, usage: usageSchema },
  rate_limited: {
    action: z.discriminatedUnion("type", [wait, link("redirect")]).optional(),
    retry_after: count.optional(),
  },
  validation_error: { errors: z.record(z.string(), z.array(z.string())) },
  key_limit_reached: { action: link("verify") },
  registration_closed: { action: link("redirect") },
  delete_failed: {},
  fetch_failed: {},
  forbidden: {},
  import_failed: {},
  not_found: {},
  unauthorized: {},
  update_failed: {},
  upload_failed: {},
};
const union = z.discriminatedUnion(
  "error",
  Object.entries(fieldsOf).map(([code, fields]) =>
    z.object({ error: z.literal(code), message: z.string(), ...fields }),
  ),
);

class ApiError extends Error {
  constructor(code, status, message, fields) {
    super(message);
    this.code = code;
    this.status = status;
    Object.assign(this, fields);
  }
}

function errorByHand({ error, message, ...fields }, status) {
  const before = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return new ApiError(error, status, message, fields);
  } finally {
    Error.stackTraceLimit = before;
  }
}

const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0));
const Link = (type) =>
  Schema.Struct({ type: Schema.Literal(type), url: Schema.String, label: Schema.String });
const Usage = Schema.Struct({
  plan: Schema.String,
  uploads_used: Count,
  uploads_limit: Count,
  storage_used_bytes: Schema.optionalKey(Count),
  storage_limit_bytes: Schema.optionalKey(Count),
});
const effectFields = {
  quota_exceeded: { action: Schema.Union([Link("upgrade"), Link("verify")]), usage: Usage },
  rate_limited: {
    action: Schema.optionalKey(
      Schema.Union([
        Schema.Struct({ type: Schema.Literal("wait"), seconds: Count }),
        Link("redirect"),
      ]),
    ),
    retry_after: Schema.optionalKey(Count),
  },
  validation_error: { errors: Schema.Record(Schema.String, Schema.Array(Schema.String)) },
  key_limit_reached: { action: Link("verify") },
  registration_closed: { action: Link("redirect") },
};
const effectClasses = Object.fromEntries(
  Object.keys(fieldsOf).map((code) => [
    code,
    class extends Schema.Error(code)({
      error: Schema.Literal(code),
      message: Schema.String,
      ...effectFields[code],
    }) {},
  ]),
);
const EffectUnion = Schema.Union(Object.values(effectClasses));
const decodeEffect = Schema.decodeUnknownSync(EffectUnion);
const encodeEffect = Schema.encodeSync(effectClasses.quota_exceeded);

const serializer = new StandardRPCSerializer(new StandardRPCJsonSerializer());
const errorMap = Object.fromEntries(
  Object.entries(fieldsOf).map(([code, fields]) => [
    code,
    { status: samples[code]?.status, data: z.object(fields) },
  ]),
);

function decodeOrpc(text) {
  const json = serializer.deserialize(JSON.parse(text));
  if (!isORPCErrorJson(json)) throw new TypeError("Invalid RPC response format.");
  return createORPCErrorFromJson(json);
}

/** What a call gives that is answered with the body: the way through oRPC's own client. */
async function callOrpc(status, text, type) {
  const headers = { "Content-Type": type };
  const link = new RPCLink({
    url: "https://img.example.com/rpc",
    fetch: async () => new Response(text, { status, headers }),
  });
  try {
    return await createORPCClient(link).upload();
  } catch (error) {
    return error;
  }
}

/**
 * How each decodes. `body` writes what its own server would send, `decode` is what is timed, and `answer`, where that
 * is another way, is the whole way through its client. `checks`: whether it validates what arrives.
 */
export const decoders = {
  errdex: {
    checks: "validates",
    body: plainBody,
    decode: (status, text) => imgPro.decode({ status, body: text }),
  },
  "errdex, flat": {
    checks: "validates",
    body: plainBody,
    decode: (status, text) => flat.decode({ status, body: text }),
  },
  "zod + Error by hand": {
    checks: "validates",
    body: plainBody,
    decode: (status, text) => errorByHand(union.parse(JSON.parse(text)), status),
  },
  "Error by hand": {
    checks: "casts",
    body: plainBody,
    decode: (status, text) => errorByHand(JSON.parse(text), status),
  },
  oRPC: {
    checks: "casts",
    body: orpcBody,
    decode: (_status, text) => decodeOrpc(text),
    answer: callOrpc,
  },
  "oRPC + contract with zod": {
    checks: "validates",
    body: orpcBody,
    // What validateORPCError does, without the promise around it.
    decode(_status, text) {
      const error = decodeOrpc(text);
      const { code, status, message, cause } = error;
      const { value, issues } = errorMap[code].data["~standard"].validate(error.data);
      return issues
        ? new ORPCError(code, { defined: false, status, message, data: error.data, cause })
        : new ORPCError(code, { defined: true, status, message, data: value, cause });
    },
    answer: async (status, text, type) =>
      validateORPCError(errorMap, await callOrpc(status, text, type)),
  },
  Effect: {
    checks: "validates",
    body: plainBody,
    decode: (_status, text) => decodeEffect(JSON.parse(text)),
  },
};

/** Peers that make an Error and have a way of their own to write it. */
export const encoders = {
  oRPC: () =>
    JSON.stringify(
      serializer.serialize(
        new ORPCError("quota_exceeded", {
          defined: true,
          status: 403,
          message: quota,
          data: { action, usage },
        }).toJSON(),
      ),
    ),
  Effect: () =>
    JSON.stringify(
      encodeEffect(
        new effectClasses.quota_exceeded({
          error: "quota_exceeded",
          message: quota,
          action,
          usage,
        }),
      ),
    ),
};
