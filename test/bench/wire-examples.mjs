/** Every example of the shipped catalog in the formats that have a body, decoded and encoded beside code by hand. */
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { emitFixtures, loadCatalog, readCatalogFiles } from "../../dist/compiler.js";
import { flat, imgPro, pinarkive, problem } from "../../dist/image-hosting/wire.js";
import { imageHostingErrorJson } from "../../dist/image-hosting/zod.js";

const { catalog } = loadCatalog(
  await readCatalogFiles(fileURLToPath(new URL("../../catalog", import.meta.url))),
);
const constructors = await import("../../dist/image-hosting.js");
const { docs } = catalog;
const pageOf = (code) => docs.value.replace("{code}", code);
const fieldsOf = Object.fromEntries(
  imageHostingErrorJson.options.map(({ shape }) => [shape.code.value, shape.fields.shape]),
);
const titles = Object.fromEntries(catalog.entries.map(({ code, title }) => [code, title.value]));
const phrases = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  409: "Conflict",
  410: "Gone",
  413: "Content Too Large",
  429: "Too Many Requests",
  500: "Internal Server Error",
  503: "Service Unavailable",
};

class ApiError extends Error {
  constructor(code, status, message, fields) {
    super(message);
    this.code = code;
    this.status = status;
    Object.assign(this, fields);
  }
}

function errorByHand(code, status, message, fields) {
  const before = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return new ApiError(code, status, message, fields);
  } finally {
    Error.stackTraceLimit = before;
  }
}

/** A client must survive a code that is newer than it. */
function unknownByHand(status, body, issues) {
  return errorByHand("unrecognized", status, "The answer was not recognized.", { body, issues });
}

function unionOf(key, codes, { spellingOf = (code) => code, shapeOf = (code) => fieldsOf[code] }) {
  const text = z.string();
  return z.discriminatedUnion(
    key,
    codes.map((code) =>
      z.object({ [key]: z.literal(spellingOf(code)), ...textsOf(key, text), ...shapeOf(code) }),
    ),
  );
}

function textsOf(key, text) {
  if (key === "type") return { detail: text, title: text, status: z.int() };
  return key === "code" ? { error: text, message: text } : { message: text };
}

/** Code and message in two members, the fields beside them. */
function plainByHand(codes, shapeOf) {
  const union = unionOf("error", codes, { shapeOf });
  return (status, text) => {
    const body = JSON.parse(text);
    const read = union.safeParse(body);
    if (!read.success) return unknownByHand(status, body, read.error.issues);
    const { error, message, ...fields } = read.data;
    return errorByHand(error, status, message, fields);
  };
}

const spellings = {
  unauthorized: "UNAUTHORIZED",
  invalid_token: "INVALID_API_KEY",
  insufficient_scope: "missing_scope",
  file_too_large: "FILE_TOO_LARGE",
  rate_limited: "RATE_LIMIT",
  two_factor_required: "2fa_required",
  two_factor_invalid: "2fa_invalid",
};
const codesBySpelling = Object.fromEntries(
  Object.entries(spellings).map(([code, spelling]) => [spelling, code]),
);
const codesByStatus = {
  400: "bad_request",
  403: "forbidden",
  404: "not_found",
  409: "conflict",
  500: "internal_error",
  503: "service_unavailable",
};
const pinarkiveShapes = {
  insufficient_scope: { required: z.string() },
  rate_limited: {
    retryAfter: z.int().min(0).optional(),
    limit: z.int().min(0).optional(),
    remaining: z.int().min(0).optional(),
    resetTime: z.iso.datetime().optional(),
  },
};

function pinarkiveByHand() {
  const union = unionOf("code", Object.keys(spellings), {
    spellingOf: (code) => spellings[code],
    shapeOf: (code) => pinarkiveShapes[code] ?? {},
  });
  const codeless = z.object({
    error: z.string(),
    message: z.string(),
    currentApiBase: z.string().optional(),
  });
  return (status, text) => {
    const body = JSON.parse(text);
    const read = (body.code === undefined ? codeless : union).safeParse(body);
    if (!read.success) return unknownByHand(status, body, read.error.issues);
    const { data } = read;
    if (data.error === "api_version_deprecated")
      return errorByHand(data.error, status, data.message, {
        current_api_base: data.currentApiBase,
      });
    if (data.code === undefined)
      return errorByHand(codesByStatus[status], status, data.message, undefined);
    const { code, message, required, retryAfter, limit, remaining, resetTime } = data;
    const fields = {};
    if (required !== undefined) fields.required_scope = required;
    if (retryAfter !== undefined) fields.retry_after = retryAfter;
    if (limit !== undefined) fields.limit = limit;
    if (remaining !== undefined) fields.remaining = remaining;
    if (resetTime !== undefined) fields.reset_at = resetTime;
    return errorByHand(codesBySpelling[code], status, message, fields);
  };
}

function problemByHand() {
  const codes = Object.keys(fieldsOf);
  const codesByPage = Object.fromEntries(codes.map((code) => [pageOf(code), code]));
  const errors = z.array(z.object({ pointer: z.string(), detail: z.string() }));
  const union = unionOf("type", codes, {
    spellingOf: pageOf,
    shapeOf: (code) => (code === "validation_error" ? { errors } : fieldsOf[code]),
  });
  return (status, text) => {
    const body = JSON.parse(text);
    const read = union.safeParse(body);
    if (!read.success) return unknownByHand(status, body, read.error.issues);
    const { type, title: _title, status: _status, detail, ...fields } = read.data;
    const code = codesByPage[type];
    if (code === "validation_error") fields.errors = listsByPointer(fields.errors);
    return errorByHand(code, status, detail, fields);
  };
}

function listsByPointer(errors) {
  const lists = {};
  for (const { pointer, detail } of errors) {
    const name = pointer.slice(2).replaceAll("~1", "/").replaceAll("~0", "~");
    lists[name] ??= [];
    lists[name].push(detail);
  }
  return lists;
}

const imgProBody = (error) => ({
  error: error.code,
  message: error.message,
  action: error.action,
  usage: error.usage,
  errors: error.errors,
  retry_after: error.retry_after,
});

const pinarkiveBody = (error) =>
  error.code === "api_version_deprecated"
    ? { error: error.code, message: error.message, currentApiBase: error.current_api_base }
    : {
        error: phrases[error.status],
        message: error.message,
        code: spellings[error.code],
        required: error.required_scope,
        retryAfter: error.retry_after,
        limit: error.limit,
        remaining: error.remaining,
        resetTime: error.reset_at,
      };

/** The fields of each code, named once. */
const flatBodies = Object.fromEntries(
  Object.entries(fieldsOf).map(([code, shape]) => {
    const members = Object.keys(shape).map((name) => `, ${name}: error.${name}`);
    const body = `({ error: "${code}", message: error.message${members.join("")} })`;
    return [code, new Function("error", `return ${body};`)];
  }),
);

const problemBodies = Object.fromEntries(
  Object.entries(fieldsOf).map(([code, shape]) => {
    const members = Object.keys(shape)
      .filter((name) => name !== "errors")
      .map((name) => `, ${name}: error.${name}`);
    const said = `type: "${pageOf(code)}", title: ${JSON.stringify(titles[code])}`;
    const body = `({ ${said}, status: error.status, detail: error.message${members.join("")} })`;
    return [code, new Function("error", `return ${body};`)];
  }),
);

function problemBody(error) {
  const body = problemBodies[error.code](error);
  if (error.code === "validation_error")
    body.errors = Object.entries(error.errors).flatMap(([name, list]) => {
      const pointer = `#/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      return list.map((detail) => ({ pointer, detail }));
    });
  return body;
}

const imgProCodes = [
  "delete_failed",
  "fetch_failed",
  "forbidden",
  "import_failed",
  "key_limit_reached",
  "not_found",
  "quota_exceeded",
  "rate_limited",
  "registration_closed",
  "unauthorized",
  "update_failed",
  "upload_failed",
  "validation_error",
];

const formats = {
  "img-pro": [imgPro, plainByHand(imgProCodes, imgProShape), imgProBody],
  pinarkive: [pinarkive, pinarkiveByHand(), pinarkiveBody],
  problem: [problem, problemByHand(), problemBody],
  flat: [
    flat,
    plainByHand(Object.keys(fieldsOf), (code) => fieldsOf[code]),
    (error) => flatBodies[error.code](error),
  ],
};

function imgProShape(code) {
  const { action, usage, errors, retry_after } = fieldsOf[code];
  const all = { action, usage, errors, retry_after };
  return Object.fromEntries(Object.entries(all).filter(([, shape]) => shape !== undefined));
}

/**
 * For each format its answers and what reads them, its errors and what writes them.
 *
 * Of a code that a format folds into another, the answer is decoded, but the error is not encoded.
 */
export const examples = Object.fromEntries(
  Object.entries(formats).map(([name, [format, decode, bodyOf]]) => {
    const [{ text }] = emitFixtures(catalog, { wire: name }).filter(({ path }) =>
      path.endsWith(`${name}.json`),
    );
    const { answers } = JSON.parse(text);
    const all = Object.values(answers).flat();
    const own = Object.entries(answers).flatMap(([code, list]) =>
      list.filter(({ readAs }) => readAs === code),
    );
    return [
      name,
      {
        format,
        answers: all.map(({ status, headers, body, readAs }) => ({
          code: readAs,
          status,
          headers: new Headers(headers),
          text: JSON.stringify(body),
        })),
        errors: errorsOf(new Set(own.map(({ readAs }) => readAs))),
        decodeByHand: decode,
        bodyByHand: bodyOf,
      },
    ];
  }),
);

function errorsOf(codes) {
  return catalog.entries
    .filter(({ code }) => codes.has(code))
    .flatMap(({ code, fields, examples: cases }) => {
      const construct = constructors[code.replace(/_(.)/g, (_, letter) => letter.toUpperCase())];
      return cases.map((example) => {
        const options = { status: example.status?.value };
        return fields.length === 0 ? construct(options) : construct(example.fields, options);
      });
    });
}
