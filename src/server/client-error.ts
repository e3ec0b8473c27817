/** Answers to what Node itself cannot read, or waited for in vain: there is a socket and no request. */
import type { CatalogError } from "../runtime/catalog-error.js";
import type { ErrorHandler } from "./error-handler.js";
import { memberOf } from "./member-of.js";
import type { Recognized } from "./recognized.js";
import type { ServerRequest } from "./server-request.js";

/** What is asked of the socket. */
export interface NodeSocket {
  readonly writable: boolean;
  readonly bytesWritten: number;
  end(text: string): unknown;
  destroy(): unknown;
}

/** For `server.on("clientError", …)`. */
export type ClientErrorListener = (thrown: Error, socket: NodeSocket) => void;

const nobody: ServerRequest = { method: "GET", url: "/", header: () => undefined };

/** The listener of a handler. */
export function clientErrorListener<Known extends CatalogError, Native>(
  errors: Pick<ErrorHandler<Known, object, object, Native>, "answer">,
): ClientErrorListener {
  return (thrown, socket) => {
    // It was answered, and what it still sends is not read.
    if (!socket.writable) return void socket.destroy();
    const answer = errors.answer(thrown, nobody, {
      native: undefined,
      recognize: recognizeParser,
    });
    if (hasBegun(socket) || answer === undefined) return void socket.destroy();
    const { status, headers, body } = answer;
    const text = typeof body === "string" ? body : "";
    const length = new TextEncoder().encode(text).length;
    const lines = Object.entries({ ...headers, "Content-Length": length, Connection: "close" });
    const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join("");
    // RFC 9112 section 4: the phrase may be empty, the space before it may not be left out.
    socket.end(`HTTP/1.1 ${status} \r\n${head}\r\n${text}`);
  };
}

/** Whether another answer has begun on the socket and is not at its end. */
function hasBegun(socket: NodeSocket): boolean {
  if (socket.bytesWritten === 0) return false;
  // Node itself asks this, where nobody listens. It is null between two requests of a connection that is kept.
  const response = memberOf(socket, "_httpMessage");
  return response !== null && memberOf(response, "_headerSent") !== false;
}

/** What Node says of a request that it could not read. */
function recognizeParser(thrown: unknown): Recognized | undefined {
  const code = memberOf(thrown, "code");
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") return { role: "timeout", status: 408 };
  if (code === "HPE_HEADER_OVERFLOW") return { status: 431 };
  // The client hung up in the middle of its request.
  if (code === "ECONNRESET" || code === "HPE_INVALID_EOF_STATE") return { role: "aborted" };
  return typeof code === "string" && code.startsWith("HPE_") ? { status: 400 } : undefined;
}
