/** The entry `errdex/express`: Express 5 and 4. */
import type { CatalogError } from "../runtime/catalog-error.js";
import {
  type ErrorHandler,
  type ErrorHandlerSettings,
  errorHandler,
} from "../server/error-handler.js";
import { type Recognized, recognizeHttpError, recognizeStatus } from "../server/recognized.js";
import {
  type NodeRequest,
  type NodeResponse,
  nodeRequest,
  sendToNode,
} from "../server/send-to-node.js";
import { methodsOf, type RoutedApp } from "./express-methods.js";

/** What is asked of a request of Express. */
export interface ExpressRequest extends NodeRequest {
  readonly originalUrl: string;
  readonly path: string;
  readonly app: RoutedApp;
}

/** Answers of an Express app to whatever fails. */
export interface ExpressErrors<
  Known extends CatalogError,
  Constructors extends object,
  Operations extends object,
  Request extends ExpressRequest,
> extends Pick<
    ErrorHandler<Known, Constructors, Operations, Request>,
    "error" | "validate" | "operation"
  > {
  /** For `app.use`, after all routes: answers to a path that no route is for, or to a method that its routes lack. */
  notFound(request: Request, response: NodeResponse): void;
  /** For `app.use`, last: answers to what was thrown. Express knows it by its four parameters. */
  onError(
    thrown: unknown,
    request: Request,
    response: NodeResponse,
    next: (thrown?: unknown) => void,
  ): void;
}

/** The error handler for Express. */
export function expressErrors<
  Known extends CatalogError,
  Constructors extends object,
  Operations extends object,
  Context,
  Request extends ExpressRequest = ExpressRequest,
>(
  settings: ErrorHandlerSettings<Known, Constructors, Operations, Context, Request>,
): ExpressErrors<Known, Constructors, Operations, Request> {
  const errors = errorHandler(settings);

  function answer(
    thrown: unknown,
    request: Request,
    response: NodeResponse,
    recognize: (thrown: unknown) => Recognized | undefined,
  ): void {
    // Routers that are mounted somewhere cut off the beginning of `url`.
    const asked = { ...nodeRequest(request, response), url: request.originalUrl };
    sendToNode(errors.answer(thrown, asked, { native: request, recognize }), response);
  }

  return {
    error: errors.error,
    validate: errors.validate,
    operation: errors.operation,
    notFound(request, response) {
      const methods = methodsOf(request.app, request.path);
      const recognized: Recognized =
        methods.length === 0
          ? { role: "route_not_found" }
          : { role: "method_not_allowed", finding: { methods } };
      answer(undefined, request, response, () => recognized);
    },
    // Express counts the parameters.
    onError(thrown, request, response, _next) {
      const recognize = (each: unknown) => recognizeHttpError(each) ?? recognizeStatus(each);
      answer(thrown, request, response, recognize);
    },
  };
}
