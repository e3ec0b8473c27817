/** What frameworks on Express answer, and how. */
import type { RequestHandler } from "express";
import type { CatalogError } from "../runtime/catalog-error.js";
import { type ClientErrorListener, clientErrorListener } from "../server/client-error.js";
import { type ErrorHandler, errorHandler } from "../server/error-handler.js";
import type { BindOperation } from "../server/operation.js";
import type { Recognize } from "../server/recognized.js";
import {
  hasBody,
  type NodeRequest,
  type NodeResponse,
  nodeHeader,
  nodeRequest,
  sendToNode,
} from "../server/send-to-node.js";
import type { ErrorHandlerSettings } from "../server/settings.js";
import { methodsOf, type RoutedRequest } from "./express-methods.js";
import { missingRoute } from "./missing-route.js";

/** What is asked of a request of Express. */
export interface ExpressRequest extends NodeRequest, RoutedRequest {
  readonly originalUrl: string;
}

/** What all that is built on Express answers alike. */
export interface ExpressAnswers<
  Known extends CatalogError,
  Constructors extends object,
  Operations extends object,
  Request extends ExpressRequest,
> extends Pick<ErrorHandler<Known, Constructors, Operations, Request>, "error" | "validate"> {
  /** Binds a handler to an operation, whose codes alone it gets the constructors of. */
  readonly operation: BindOperation<Constructors, Operations, RequestHandler>;
  answer(thrown: unknown, request: Request, response: NodeResponse, recognize: Recognize): void;
  /**
   * For `app.use`, after all routes: answers to a path that no route is for, or to a method that its routes lack. OPTIONS
   * of a known path is left to Express.
   */
  notFound(request: Request, response: NodeResponse, next?: () => void): void;
  /** For `app.use`, before bodies are parsed: refuses all but `application/json`, which `express.json()` passes over. */
  onlyJson(request: Request, response: NodeResponse, next: () => void): void;
  /** For `server.on("clientError", …)`: answers to what Node itself cannot read, or waited for in vain. */
  readonly clientError: ClientErrorListener;
}

/** What frameworks on Express answer, and how. */
export function expressAnswers<
  Known extends CatalogError,
  Constructors extends object,
  Operations extends object,
  Context,
  Request extends ExpressRequest,
>(
  settings: ErrorHandlerSettings<Known, Constructors, Operations, Context, Request, undefined>,
): ExpressAnswers<Known, Constructors, Operations, Request> {
  const errors = errorHandler(settings);

  function answer(
    thrown: unknown,
    request: Request,
    response: NodeResponse,
    recognize: Recognize,
  ): void {
    // Routers that are mounted somewhere cut off the beginning of `url`.
    const asked = { ...nodeRequest(request, response), url: request.originalUrl };
    sendToNode(errors.answer(thrown, asked, { native: request, recognize }), response);
  }

  return {
    error: errors.error,
    validate: errors.validate,
    operation: errors.operation,
    answer,
    notFound(request, response, next) {
      const recognized = missingRoute(request.method ?? "", methodsOf(request));
      // Express itself says which methods there are.
      if (request.method === "OPTIONS" && recognized.role === "method_not_allowed" && next) next();
      else answer(undefined, request, response, () => recognized);
    },
    onlyJson(request, response, next) {
      const header = nodeHeader(request);
      const media = header("content-type")?.split(";")[0]?.trim().toLowerCase();
      if (!hasBody(header) || media === "application/json") return next();
      const finding = { media_type: media, media_types: ["application/json"] };
      answer(undefined, request, response, () => ({ role: "unsupported_media_type", finding }));
    },
    clientError: clientErrorListener(errors),
  };
}
