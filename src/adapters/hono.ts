/** The entry `errdex/hono`. */
import type { Context, Env, Hono } from "hono";
import type { CatalogError } from "../runtime/catalog-error.js";
import { addHeaders } from "../server/add-headers.js";
import { type ErrorHandler, errorHandler } from "../server/error-handler.js";
import { isResponse, withLastEvent } from "../server/last-event.js";
import { memberOf } from "../server/member-of.js";
import type { BindOperation } from "../server/operation.js";
import { type ReadJsonOptions, readJson } from "../server/read-json.js";
import { isErrorStatus, type Recognized, recognizeHttpError } from "../server/recognized.js";
import type { ErrorHandlerSettings, ServerAnswer } from "../server/settings.js";

import { fetchRequest, jsonSource, responseOf } from "./fetch-request.js";
import { methodsWith, missingRoute } from "./missing-route.js";

export type { ReadJsonOptions } from "../server/read-json.js";

/** Answers of a Hono app to whatever fails. */
export interface HonoErrors<
  Known extends CatalogError,
  Constructors extends object,
  Operations extends object,
> extends Pick<ErrorHandler<Known, Constructors, Operations, Context>, "error" | "validate"> {
  /** Binds a handler to an operation, whose codes alone it gets the constructors of. */
  readonly operation: BindOperation<
    Constructors,
    Operations,
    (context: Context) => Response | Promise<Response>
  >;
  /**
   * Sets the app up, before its routes: what is thrown, whatever it is, a path that no route is for, and a method that
   * its routes lack are answered. Gives the app.
   */
  install<App extends HonoApp>(app: App): App;
  /**
   * The JSON of a request. Hono's own `json()` throws what is no error of a catalog.
   *
   * @throws the error for `unsupported_media_type`, `body_too_large` or `malformed_body`.
   */
  readJson(context: Context, options?: ReadJsonOptions): Promise<unknown>;
  /** The answer to what was thrown, for a handler that catches for itself. */
  answer(thrown: unknown, context: Context): Response;
}

/** What is asked of a Hono app, whatever its types. */
export interface HonoApp {
  readonly router: Pick<Hono["router"], "match">;
  use(
    path: string,
    middleware: (context: Context, next: () => Promise<void>) => Promise<void>,
  ): unknown;
  onError(handler: (thrown: Error, context: Context) => Response): unknown;
  notFound(handler: (context: Context) => Response): unknown;
}

/** The error handler for Hono. */
export function honoErrors<
  Known extends CatalogError,
  Constructors extends object,
  Operations extends object,
  Values,
>(
  settings: ErrorHandlerSettings<Known, Constructors, Operations, Values, Context>,
): HonoErrors<Known, Constructors, Operations> {
  const errors = errorHandler(settings);

  function answerTo(thrown: unknown, context: Context, recognized?: Recognized) {
    return errors.answer(thrown, fetchRequest(context.req.raw), {
      native: context,
      recognize: recognized ? () => recognized : recognizeException,
    });
  }

  function answer(thrown: unknown, context: Context, recognized?: Recognized): Response {
    return withStanding(answerTo(thrown, context, recognized), context);
  }

  return {
    error: errors.error,
    validate: errors.validate,
    operation: errors.operation,
    readJson: ({ req }, options) => readJson(errors, jsonSource(req.raw), options),
    answer: (thrown, context) => answer(thrown, context),
    install(app) {
      // Hono gives `onError` what is an Error, and lets everything else fall through.
      app.use("*", async (context, next) => {
        try {
          await next();
        } catch (thrown) {
          context.res = isResponse(thrown) ? thrown : answer(thrown, context);
          return;
        }
        const sent = withLastEvent(context.res, (thrown) => answerTo(thrown, context));
        if (sent !== context.res) {
          context.res = undefined;
          context.res = sent;
        }
      });
      app.onError((thrown, context) => answer(thrown, context));
      app.notFound((context) => {
        const { method, path } = context.req;
        return answer(undefined, context, missingRoute(method, methodsOf(app, path)));
      });
      return app;
    },
  };
}

/** `HTTPException`, by what it has: there may be two copies of Hono. */
function recognizeException(thrown: unknown): Recognized | undefined {
  const status = memberOf(thrown, "status");
  return typeof memberOf(thrown, "getResponse") === "function" && isErrorStatus(status)
    ? { status }
    : recognizeHttpError(thrown);
}

/** Which methods the app has routes for, besides what it has for all of them. */
function methodsOf({ router }: HonoApp, path: string): readonly string[] {
  return methodsWith((method) => {
    // Hono answers HEAD by what GET gives.
    const names = method === "HEAD" ? ["HEAD", "GET"] : [method];
    return names.some((name) =>
      router.match(name, path)[0].some(([[, route]]) => route.method === name),
    );
  });
}

/** The response, with what was set for the answer that never came. */
function withStanding(answer: ServerAnswer | undefined, context: Context<Env>): Response {
  const { headers: standing } = context.res;
  const headers = new Headers(standing);
  const changes = addHeaders(answer?.headers ?? {}, (name) => headers.get(name) ?? undefined);
  for (const name of changes.remove) headers.delete(name);
  for (const [name, value] of Object.entries(changes.set)) headers.set(name, value);
  // Hono puts what was set before over whatever is answered after it.
  try {
    for (const name of [...standing.keys()]) standing.delete(name);
  } catch {
    context.res = undefined;
  }
  const { status, body } = responseOf(answer);
  return new Response(body, { status, headers });
}
