/** The entry `errdex/fetch`: handlers from `Request` to `Response`, as Next, Remix, SvelteKit, Workers, Bun and Deno have. */
import type { CatalogError } from "../runtime/catalog-error.js";
import type { PlatformResponse } from "../runtime/wire/platform-response.js";
import { type ErrorHandler, errorHandler } from "../server/error-handler.js";
import { isResponse, withLastEvent } from "../server/last-event.js";
import { memberOf } from "../server/member-of.js";
import type { BindOperation } from "../server/operation.js";
import { type ReadJsonOptions, readJson } from "../server/read-json.js";
import type { Recognized } from "../server/recognized.js";
import type { ErrorHandlerSettings } from "../server/settings.js";
import {
  type FetchBody,
  type FetchRequest,
  fetchRequest,
  jsonSource,
  type PlatformRequest,
  responseOf,
} from "./fetch-request.js";

export type { ReadJsonOptions } from "../server/read-json.js";
export type { FetchBody, FetchRequest, PlatformRequest } from "./fetch-request.js";

/** Answers of a handler from `Request` to `Response` to whatever fails. */
export interface FetchErrors<
  Known extends CatalogError,
  Constructors extends object,
  Operations extends object,
  Native extends FetchRequest,
> extends Pick<ErrorHandler<Known, Constructors, Operations, Native>, "error" | "validate"> {
  /** Binds a handler to an operation, whose codes alone it gets the constructors of. */
  readonly operation: BindOperation<
    Constructors,
    Operations,
    (request: PlatformRequest, ...rest: never[]) => unknown
  >;
  /**
   * The handler, which answers to what it throws or is rejected with. What frameworks throw to steer leaves as it is:
   * a `Response`, a redirect. A stream of server-sent events that fails ends with an event `error`.
   */
  handle<Request extends Native, Rest extends readonly unknown[], Response>(
    handler: (request: Request, ...rest: Rest) => Response | Promise<Response>,
  ): (request: Request, ...rest: Rest) => Promise<Response | PlatformResponse>;
  /**
   * The JSON of a request.
   *
   * @throws the error for `unsupported_media_type`, `body_too_large` or `malformed_body`.
   */
  readJson(request: Native & FetchBody, options?: ReadJsonOptions): Promise<unknown>;
  /** The answer to what was thrown. */
  answer(thrown: unknown, request: Native): PlatformResponse;
  /** The answer to a request that no route is for. */
  notFound(request: Native): PlatformResponse;
  /** The answer to a request whose path has other methods. */
  methodNotAllowed(request: Native, methods: readonly string[]): PlatformResponse;
}

/** The error handler for handlers from `Request` to `Response`. */
export function fetchErrors<
  Known extends CatalogError,
  Constructors extends object,
  Operations extends object,
  Context,
  Native extends FetchRequest = FetchRequest,
>(
  settings: ErrorHandlerSettings<Known, Constructors, Operations, Context, Native>,
): FetchErrors<Known, Constructors, Operations, Native> {
  const errors = errorHandler(settings);

  function answerTo(thrown: unknown, native: Native, recognized?: Recognized) {
    const recognize = recognized && (() => recognized);
    return errors.answer(thrown, fetchRequest(native), { native, recognize });
  }

  const answer = (thrown: unknown, native: Native, recognized?: Recognized): PlatformResponse =>
    responseOf(answerTo(thrown, native, recognized));

  return {
    error: errors.error,
    validate: errors.validate,
    operation: errors.operation,
    handle:
      (handler) =>
      async (request, ...rest) => {
        try {
          const response = await handler(request, ...rest);
          return withLastEvent(response, (thrown) => answerTo(thrown, request));
        } catch (thrown) {
          if (isResponse(thrown)) return thrown;
          if (isSteering(thrown)) throw thrown;
          return answer(thrown, request);
        }
      },
    readJson: (request, options) => readJson(errors, jsonSource(request), options),
    answer: (thrown, request) => answer(thrown, request),
    notFound: (request) => answer(undefined, request, { role: "route_not_found" }),
    methodNotAllowed: (request, methods) =>
      answer(undefined, request, { role: "method_not_allowed", finding: { methods } }),
  };
}

/** What Next and SvelteKit throw to go elsewhere, and not because something failed. */
function isSteering(thrown: unknown): boolean {
  try {
    const digest = memberOf(thrown, "digest");
    const isNext =
      typeof digest === "string" && /^(?:NEXT_|DYNAMIC_SERVER_USAGE|BAILOUT_TO_)/.test(digest);
    const isRedirect = /^3\d\d$/.test(String(memberOf(thrown, "status")));
    return isNext || (isRedirect && typeof memberOf(thrown, "location") === "string");
  } catch {
    return false;
  }
}
