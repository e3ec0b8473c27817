/** Streams of server-sent events that fail: the last event says what happened. */

import { eventOf } from "./server-sent-event.js";
import type { ServerAnswer } from "./settings.js";

/** Whether a value is a `Response`, of whichever copy of the class. */
export function isResponse(value: unknown): value is Response {
  try {
    return Object.prototype.toString.call(value) === "[object Response]";
  } catch {
    return false;
  }
}

/**
 * The response; where it is a stream of server-sent events, with an event `error` at the end should the stream fail.
 *
 * @param answerTo what to say of the failure; undefined where nobody listens.
 */
export function withLastEvent<Given>(
  response: Given,
  answerTo: (thrown: unknown) => ServerAnswer | undefined,
): Given {
  if (!isResponse(response) || response.body === null) return response;
  if (!response.headers.get("content-type")?.startsWith("text/event-stream")) return response;
  const reader = response.body.getReader();
  const body = new ReadableStream<Uint8Array>({
    ...{ __proto__: null },
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (thrown) {
        const answer = answerTo(thrown);
        if (answer) controller.enqueue(new TextEncoder().encode(eventOf(answer)));
        controller.close();
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
  const { status, statusText, headers } = response;
  return new Response(body, { status, statusText, headers }) as Given;
}
