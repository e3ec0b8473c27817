/** What handlers throw: each by a name, made anew each time. */
import createHttpError from "http-errors";
import { imgPro } from "../../src/image-hosting/client.js";
import {
  authRequired,
  clientClosedRequest,
  conflict,
  internalError,
  notFound,
  quotaExceeded,
  rateLimited,
  validationError,
} from "../../src/image-hosting/index.js";
import { createError } from "../../src/runtime/create-error.js";

const usage = { plan: "free", uploads_used: 100, uploads_limit: 100 };
const action = {
  type: "upgrade",
  url: "https://images.example.com/upgrade?t=u1&sig=s3cret",
  label: "Upgrade",
} as const;

const circular: Record<string, unknown> = { name: "loop" };
circular.self = circular;

let deep: unknown = "bottom";
for (let level = 0; level < 5000; level += 1) deep = { deep };

/** Where the values of a foreign error must never be seen. */
export const secretText = "postgres://root:hunter2@db.internal/images";

/** An error with what no answer may hold: message, stack, cause. */
function foreign(): Error {
  return new Error(`connect ECONNREFUSED ${secretText}`, {
    cause: new Error("select * from users", { cause: new Error("/srv/app/secrets.json") }),
  });
}

/** What is thrown, by name. */
export const thrownValues: Readonly<Record<string, () => unknown>> = {
  not_found: () => notFound(),
  auth_required: () => authRequired(),
  conflict: () => conflict(),
  quota_exceeded: () => quotaExceeded({ action, usage }),
  rate_limited: () => rateLimited({ retry_after: 30, limit: 10, remaining: 0 }),
  internal_fields: () => internalError({ request_id: "req_1", trace: secretText }),
  never_sent: () => clientClosedRequest(),
  without_a_field: () => quotaExceeded({ usage } as never),
  with_cause: () => notFound({}, { cause: foreign() }),
  with_others: () => notFound({}, { others: [authRequired()] }),
  string: () => secretText,
  empty_string: () => "",
  undefined: () => undefined,
  null: () => null,
  number: () => 404,
  symbol: () => Symbol(secretText),
  object: () => ({ status: 200, message: secretText }),
  function: () => () => secretText,
  promise: () => Promise.reject(foreign()),
  promise_that_waits: () => new Promise(() => {}),
  promise_that_is_none: () => Object.create(Promise.prototype),
  promise_with_a_catch: () =>
    Object.assign(Promise.reject(foreign()), {
      catch: () => {
        throw new Error(secretText);
      },
    }),
  aggregate: () => new AggregateError([notFound(), authRequired()], secretText),
  aggregate_mixed: () => new AggregateError([foreign(), notFound()], secretText),
  aggregate_foreign: () => new AggregateError([foreign(), foreign()], secretText),
  aggregate_empty: () => new AggregateError([]),
  plain_error: () => foreign(),
  type_error: () => new TypeError(`Cannot read properties of ${secretText}`),
  frozen: () => Object.freeze(foreign()),
  other_catalog: () =>
    createError({ catalog: "parcels", code: "parcel_lost", status: 409 }, () => secretText),
  other_catalog_502: () =>
    createError({ catalog: "parcels", code: "carrier_down", status: 502 }, () => secretText),
  upstream: () =>
    imgPro.decode({ status: 404, body: { error: "not_found", message: "<b>Gone</b>", x: 1 } }),
  upstream_unrecognized: () =>
    imgPro.decode({ status: 418, body: { error: "teapot", message: secretText } }),
  http_error_403: () => createHttpError(403, secretText),
  http_error_418: () => createHttpError(418, secretText),
  http_error_503: () => createHttpError(503, secretText, { headers: { "X-Leak": "1" } }),
  client_error: () =>
    Object.assign(new Error(secretText), {
      status: 404,
      isAxiosError: true,
      response: { status: 404, data: secretText },
    }),
  bigint: () => validationError({ errors: { size: [10n as never] } }),
  cycle: () => validationError({ errors: circular as never }),
  deep: () => validationError({ errors: { deep: deep as never } }),
  getter: () =>
    validationError({
      errors: Object.defineProperty({ file: ["Too dark."] }, "bad", {
        enumerable: true,
        get: () => {
          throw new Error(secretText);
        },
      }) as never,
    }),
  proxy: () =>
    new Proxy(new Error("x"), {
      get: () => {
        throw new Error(secretText);
      },
    }),
  revoked: () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  },
  abort_without_abort: () => new DOMException(secretText, "AbortError"),
};
