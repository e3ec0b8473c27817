/** The entry `errdex/node`: plain `node:http`. */
import type { CatalogError } from "../runtime/catalog-error.js";
import {
  type ErrorHandler,
  type ErrorHandlerSettings,
  errorHandler,
} from "../server/error-handler.js";
import type { Recognized } from "../server/recognized.js";
import {
  type NodeRequest,
  type NodeResponse,
  nodeRequest,
  sendToNode,
} from "../server/send-to-node.js";
import type { ServerRequest } from "../server/server-request.js";

export type { NodeRequest, NodeResponse } from "../server/send-to-node.js";

/** What is asked of the socket of a request that Node could not read. */
export interface NodeSocket {
  readonly writable: boolean;
  readonly bytesWritten: number;
  end(text: string): unknown;
  destroy(): unknown;
}

/** Answers of plain `node:http` to whatever fails. */
export interface NodeErrors<
  Known extends CatalogError,
  Constructors extends object,
  Operations extends object,
  Request extends NodeRequest,
> extends Pick<
    ErrorHandler<Known, Constructors, Operations, Request>,
    "error" | "validate" | "operation"
  > {
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
  clientError(thrown: Error, socket: NodeSocket): void;
}

/** The error handler for plain `node:http`. */
export function nodeErrors<
  Known extends CatalogError,
  Constructors extends object,
  Operations extends object,
  Context,
  Request extends NodeRequest = NodeRequest,
>(
  settings: ErrorHandlerSettings<Known, Constructors, Operations, Context, Request>,
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
    clientError(thrown, socket) {
      const said = errors.answer(thrown, nobody, {
        native: unread as Request,
        recognize: recognizeParser,
      });
      // Something was answered already, or nobody is there.
      if (!socket.writable || socket.bytesWritten > 0 || said === undefined) {
        socket.destroy();
        return;
      }
      const { status, headers, body = "" } = said;
      const length = typeof body === "string" ? new TextEncoder().encode(body).length : 0;
      const lines = Object.entries({ ...headers, "Content-Length": length, Connection: "close" });
      const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join("");
      socket.end(`HTTP/1.1 ${status} \r\n${head}\r\n${typeof body === "string" ? body : ""}`);
    },
  };
}

/** A request of which nothing could be read. */
const unread: NodeRequest = { headers: {} };
const nobody: ServerRequest = { method: "GET", url: "/", header: () => undefined };

/** What Node says of a request that it could not read. */
function recognizeParser(thrown: unknown): Recognized | undefined {
  const { code } = (thrown ?? {}) as { readonly code?: unknown };
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") return { role: "timeout", status: 408 };
  if (code === "HPE_HEADER_OVERFLOW") return { status: 431 };
  return typeof code === "string" && code.startsWith("HPE_") ? { status: 400 } : undefined;
}
