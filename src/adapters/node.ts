/** The entry `errdex/node`: plain `node:http`. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { CatalogError } from "../runtime/catalog-error.js";
import { type ClientErrorListener, clientErrorListener } from "../server/client-error.js";
import { type ErrorHandler, errorHandler } from "../server/error-handler.js";
import type { BindOperation } from "../server/operation.js";
import { type ReadJsonOptions, readJson } from "../server/read-json.js";
import type { Recognized } from "../server/recognized.js";
import {
  hasBody,
  type NodeRequest,
  type NodeResponse,
  nodeHeader,
  nodeRequest,
  sendToNode,
} from "../server/send-to-node.js";
import type { ErrorHandlerSettings } from "../server/settings.js";

export type { ClientErrorListener, NodeSocket } from "../server/client-error.js";
export type { ReadJsonOptions } from "../server/read-json.js";
export type { NodeRequest, NodeResponse } from "../server/send-to-node.js";

/** Answers of plain `node:http` to whatever fails. */
export interface NodeErrors<
  Known extends CatalogError,
  Constructors extends object,
  Operations extends object,
  Request extends NodeRequest,
> extends Pick<ErrorHandler<Known, Constructors, Operations, Request>, "error" | "validate"> {
  /** Binds a handler to an operation, whose codes alone it gets the constructors of. */
  readonly operation: BindOperation<
    Constructors,
    Operations,
    (request: IncomingMessage, response: ServerResponse) => unknown
  >;
  /** A listener for `http.createServer`, which answers to what the handler throws or is rejected with. */
  handle<Given extends Request, Response extends NodeResponse>(
    handler: (request: Given, response: Response) => unknown,
  ): (request: Given, response: Response) => Promise<void>;
  /** Answers to what was thrown. */
  answer(thrown: unknown, request: Request, response: NodeResponse): void;
  /** Answers to a request that no route is for. */
  notFound(request: Request, response: NodeResponse): void;
  /** Answers to a request whose path has other methods. */
  methodNotAllowed(request: Request, response: NodeResponse, methods: readonly string[]): void;
  /** For `server.on("clientError", …)`: answers to what Node itself cannot read, or waited for in vain. */
  readonly clientError: ClientErrorListener;
  /**
   * The JSON of a request.
   *
   * @throws the error for `unsupported_media_type`, `body_too_large` or `malformed_body`.
   */
  readJson(
    request: Request & AsyncIterable<Uint8Array>,
    options?: ReadJsonOptions,
  ): Promise<unknown>;
}

/** The error handler for plain `node:http`. */
export function nodeErrors<
  Known extends CatalogError,
  Constructors extends object,
  Operations extends object,
  Context,
  Request extends NodeRequest = NodeRequest,
>(
  settings: ErrorHandlerSettings<Known, Constructors, Operations, Context, Request, undefined>,
): NodeErrors<Known, Constructors, Operations, Request> {
  const errors = errorHandler(settings);

  function answer(
    thrown: unknown,
    request: Request,
    response: NodeResponse,
    recognized?: Recognized,
  ): void {
    const recognize = recognized && (() => recognized);
    const failure = { native: request, recognize };
    sendToNode(errors.answer(thrown, nodeRequest(request, response), failure), response);
  }

  return {
    error: errors.error,
    validate: errors.validate,
    operation: errors.operation,
    handle: (handler) => async (request, response) => {
      try {
        await handler(request, response);
      } catch (thrown) {
        answer(thrown, request, response);
      }
    },
    answer: (thrown, request, response) => answer(thrown, request, response),
    notFound: (request, response) =>
      answer(undefined, request, response, { role: "route_not_found" }),
    methodNotAllowed: (request, response, methods) =>
      answer(undefined, request, response, { role: "method_not_allowed", finding: { methods } }),
    clientError: clientErrorListener(errors),
    readJson: (request, options) => {
      const header = nodeHeader(request);
      const source = {
        contentType: header("content-type"),
        contentLength: header("content-length"),
        chunks: hasBody(header) ? request : undefined,
      };
      return readJson(errors, source, options);
    },
  };
}
