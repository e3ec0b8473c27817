/** Streams of server-sent events that fail: the last event says what happened. */

import { eventOf, isEventStream } from "./server-sent-event.js";
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
  // The body last: servers make one only where it is asked for.
  if (!isResponse(response) || !isEventStream(response.headers.get("content-type")))
    return response;
  const { status, statusText, headers } = response;
  // A text cannot follow what is compressed.
  if (headers.has("content-encoding") || response.body === null) return response;
  const body = eventsWithLast(response.body, answerTo);
  return new Response(body, { status, statusText, headers }) as Given;
}

/** The stream of events, with an event `error` at the end should it fail. */
export function eventsWithLast(
  events: ReadableStream<Uint8Array>,
  answerTo: (thrown: unknown) => ServerAnswer | undefined,
): ReadableStream<Uint8Array> {
  const reader = events.getReader();
  let isCancelled = false;
  return new ReadableStream<Uint8Array>({
    ...{ __proto__: null },
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        // Nobody listens any more: that is no failure.
        if (isCancelled) return;
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (thrown) {
        if (isCancelled) return;
        const answer = answerTo(thrown);
        if (answer) controller.enqueue(new TextEncoder().encode(eventOf(answer)));
        controller.close();
      }
    },
    cancel(reason) {
      isCancelled = true;
      return reader.cancel(reason);
    },
  });
}
