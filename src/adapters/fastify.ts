/** The entry `errdex/fastify`: Fastify 5. */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { CatalogError } from "../runtime/catalog-error.js";
import { addHeaders } from "../server/add-headers.js";
import { type ClientErrorListener, clientErrorListener } from "../server/client-error.js";
import { type ErrorHandler, errorHandler } from "../server/error-handler.js";
import { isResponse } from "../server/last-event.js";
import type { BindOperation } from "../server/operation.js";
import type { Recognize } from "../server/recognized.js";
import { nodeRequest, sendToNode } from "../server/send-to-node.js";
import { isEventStream } from "../server/server-sent-event.js";
import type { ErrorHandlerSettings, ServerAnswer } from "../server/settings.js";
import { recognizeFastify } from "./fastify-errors.js";
import { withLastEvent } from "./fastify-events.js";
import { methodsWith, missingRoute } from "./missing-route.js";

export type { ClientErrorListener, NodeSocket } from "../server/client-error.js";

/** What is asked of a Fastify instance, whatever its types: requests of HTTP/2 are others than those of HTTP/1. */
export interface FastifyApp {
  setErrorHandler(handler: (thrown: unknown, request: object, reply: object) => void): unknown;
  setNotFoundHandler(handler: (request: object, reply: object) => void): unknown;
  addHook(
    name: "onSend",
    hook: (
      request: object,
      reply: object,
      payload: unknown,
      done: (thrown?: Error | null, payload?: unknown) => void,
    ) => void,
  ): unknown;
  findRoute(options: { readonly method: string; readonly url: string }): unknown;
}

/** Answers of a Fastify app to whatever fails. */
export interface FastifyErrors<
  Known extends CatalogError,
  Constructors extends object,
  Operations extends object,
> extends Pick<
    ErrorHandler<Known, Constructors, Operations, FastifyRequest>,
    "error" | "validate"
  > {
  /** Binds a handler to an operation, whose codes alone it gets the constructors of. */
  readonly operation: BindOperation<
    Constructors,
    Operations,
    (request: FastifyRequest, reply: FastifyReply) => unknown
  >;
  /** For `fastify({ ...errors.serverOptions })`: answers to requests that are refused before there is a route. */
  readonly serverOptions: {
    frameworkErrors(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void;
    readonly clientErrorHandler: ClientErrorListener;
  };
  /**
   * Sets the app up, before its routes: what is thrown, whatever it is, a path that no route is for, and a method that
   * its routes lack are answered. Gives the app.
   */
  install<App extends FastifyApp>(app: App): App;
}

/** The error handler for Fastify. */
export function fastifyErrors<
  Known extends CatalogError,
  Constructors extends object,
  Operations extends object,
  Context,
>(
  settings: ErrorHandlerSettings<
    Known,
    Constructors,
    Operations,
    Context,
    FastifyRequest,
    undefined
  >,
): FastifyErrors<Known, Constructors, Operations> {
  const errors = errorHandler(settings);

  function answerTo(
    thrown: unknown,
    request: FastifyRequest,
    reply: FastifyReply,
    recognize: Recognize,
  ): ServerAnswer | undefined {
    const asked = { ...nodeRequest(request.raw, reply.raw), url: request.originalUrl };
    return errors.answer(thrown, asked, { native: request, recognize });
  }

  function answer(
    thrown: unknown,
    request: FastifyRequest,
    reply: FastifyReply,
    recognize: Recognize = (each) => recognizeFastify(each, request.routeOptions?.bodyLimit),
  ): void {
    const said = answerTo(thrown, request, reply, recognize);
    if (said === undefined || reply.raw.headersSent) {
      reply.hijack();
      sendToNode(said, reply.raw);
      return;
    }
    const { set, remove } = addHeaders(said.headers, (name) => reply.getHeader(name)?.toString());
    for (const name of remove) reply.removeHeader(name);
    // A schema of the route's answers must not strip what the catalog says.
    reply
      .code(said.status)
      .headers(set)
      .serializer((body: unknown) => body as string);
    reply.send(said.body);
  }

  return {
    error: errors.error,
    validate: errors.validate,
    operation: errors.operation,
    serverOptions: {
      frameworkErrors: (thrown, request, reply) => answer(thrown, request, reply),
      clientErrorHandler: clientErrorListener(errors),
    },
    install(app) {
      app.setErrorHandler((thrown, request, reply) =>
        answer(thrown, request as FastifyRequest, reply as FastifyReply),
      );
      app.setNotFoundHandler((given, reply) => {
        const request = given as FastifyRequest;
        const recognized = missingRoute(request.method, methodsOf(app, request));
        answer(undefined, request, reply as FastifyReply, () => recognized);
      });
      app.addHook("onSend", (given, sent, payload, done) => {
        const [request, reply] = [given as FastifyRequest, sent as FastifyReply];
        const media = reply.getHeader("content-type")?.toString();
        // A text cannot follow what is compressed.
        const isText = isEventStream(media) && !reply.hasHeader("content-encoding");
        // A `Response` has headers of its own.
        if (!isText && !isResponse(payload)) return done(null, payload);
        done(
          null,
          withLastEvent(payload, (thrown) => answerTo(thrown, request, reply, () => undefined)),
        );
      });
      return app;
    },
  };
}

function methodsOf(app: FastifyApp, { originalUrl }: FastifyRequest): readonly string[] {
  const url = originalUrl.split("?")[0] as string;
  return methodsWith((method) => {
    try {
      return app.findRoute({ method, url }) !== null;
    } catch {
      return false;
    }
  });
}
