/** Sends an answer by what Node has for responses, which most frameworks pass on. */
import { own } from "../runtime/own-member.js";
import { addHeaders } from "./add-headers.js";
import { memberOf } from "./member-of.js";
import type { ServerRequest } from "./server-request.js";
import { eventOf, isEventStream } from "./server-sent-event.js";
import type { ServerAnswer } from "./settings.js";

/** What is asked of a request of Node: `http.IncomingMessage` has it, HTTP/2's too. */
export interface NodeRequest extends AsyncIterable<Uint8Array> {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** What is asked of a response of Node: `http.ServerResponse` has it, HTTP/2's too. */
export interface NodeResponse {
  statusCode: number;
  readonly headersSent: boolean;
  readonly writableEnded: boolean;
  readonly destroyed: boolean;
  getHeader(name: string): number | string | readonly string[] | undefined;
  setHeader(name: string, value: string): unknown;
  removeHeader(name: string): unknown;
  write(text: string): unknown;
  end(body?: string | Uint8Array): unknown;
  destroy(): unknown;
}

/** The request, as an error handler asks for it. */
export function nodeRequest(request: NodeRequest, response: NodeResponse): ServerRequest {
  const { method = "GET", url = "/" } = request;
  return {
    method,
    url,
    header: nodeHeader(request),
    isGone: response.destroyed && !response.writableEnded,
  };
}

/** What a header of the request says, by its name in lower case. */
export function nodeHeader({ headers }: NodeRequest): ServerRequest["header"] {
  return (name) => {
    const value = own(headers, name);
    return typeof value === "string" ? value : value?.join(", ");
  };
}

/** Whether a request has a body: RFC 9112 section 6. */
export function hasBody(header: ServerRequest["header"]): boolean {
  return Number(header("content-length")) > 0 || Boolean(header("transfer-encoding"));
}

/**
 * Sends the answer. Where another has begun, nothing of it may look whole: a stream of events ends with an event
 * `error`, every other with a connection that breaks off.
 */
export function sendToNode(answer: ServerAnswer | undefined, response: NodeResponse): void {
  if (response.writableEnded || response.destroyed) return;
  if (answer === undefined) {
    breakOff(response);
    return;
  }
  const { status, headers, body } = answer;
  if (response.headersSent) {
    if (isEventStream(mediaSent(response))) response.end(eventOf(answer));
    else breakOff(response);
    return;
  }
  const { set, remove } = addHeaders(headers, (name) => headerOf(response, name));
  for (const name of remove) response.removeHeader(name);
  for (const [name, value] of Object.entries(set)) response.setHeader(name, value);
  response.statusCode = status;
  if (body === undefined) response.end();
  else response.end(body);
}

/** Ends the response so that nobody takes it for whole. */
function breakOff(response: NodeResponse): void {
  const stream = memberOf(response, "stream") as { close?(code: number): void } | undefined;
  // HTTP/2 ends a stream in peace, unless it is told of an INTERNAL_ERROR (RFC 9113 section 7).
  if (stream?.close) stream.close(2);
  else response.destroy();
}

/** What was sent by `writeHead` alone is in no list of headers, only in the text that went out. */
function mediaSent(response: NodeResponse): string | undefined {
  const { _header: head } = response as { readonly _header?: unknown };
  const [, media] = /^content-type: *(.*)$/im.exec(String(head)) ?? [];
  return headerOf(response, "Content-Type") ?? media;
}

function headerOf(response: NodeResponse, name: string): string | undefined {
  const value = response.getHeader(name);
  return typeof value === "object" ? value.join(", ") : value?.toString();
}
