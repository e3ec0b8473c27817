/** What frameworks on Express answer, and how. */
import type { CatalogError } from "../runtime/catalog-error.js";
import { type ClientErrorListener, clientErrorListener, unread } from "../server/client-error.js";
import { type ErrorHandler, errorHandler } from "../server/error-handler.js";
import { isJsonMedia } from "../server/read-json.js";
import type { Recognize, Recognized } from "../server/recognized.js";
import {
  hasBody,
  type NodeRequest,
  type NodeResponse,
  nodeHeader,
  nodeRequest,
  sendToNode,
} from "../server/send-to-node.js";
import type { ErrorHandlerSettings } from "../server/settings.js";
import { methodsOf, type RoutedApp } from "./express-methods.js";

/** What is asked of a request of Express. */
export interface ExpressRequest extends NodeRequest {
  readonly originalUrl: string;
  readonly path: string;
  readonly app: RoutedApp;
}

/** What all that is built on Express answers alike. */
export interface ExpressAnswers<
  Known extends CatalogError,
  Constructors extends object,
  Operations extends object,
  Request extends ExpressRequest,
> extends Pick<
    ErrorHandler<Known, Constructors, Operations, Request>,
    "error" | "validate" | "operation"
  > {
  answer(thrown: unknown, request: Request, response: NodeResponse, recognize: Recognize): void;
  /** For `app.use`, after all routes: answers to a path that no route is for, or to a method that its routes lack. */
  notFound(request: Request, response: NodeResponse): void;
  /** For `app.use`, before bodies are parsed: refuses those that are no JSON, which `express.json()` passes over. */
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
  settings: ErrorHandlerSettings<Known, Constructors, Operations, Context, Request>,
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
    notFound(request, response) {
      const methods = methodsOf(request.app, request.path);
      const recognized: Recognized =
        // A route of the method may have passed the request on.
        methods.length === 0 || methods.includes(request.method ?? "")
          ? { role: "route_not_found" }
          : { role: "method_not_allowed", finding: { methods } };
      answer(undefined, request, response, () => recognized);
    },
    onlyJson(request, response, next) {
      const header = nodeHeader(request);
      const media = header("content-type")?.split(";")[0]?.trim().toLowerCase();
      if (!hasBody(header) || (media !== undefined && isJsonMedia(media))) return next();
      const finding = { media_type: media, media_types: ["application/json"] };
      answer(undefined, request, response, () => ({ role: "unsupported_media_type", finding }));
    },
    clientError: clientErrorListener(errors, unread as Request),
  };
}
