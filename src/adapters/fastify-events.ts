/** Streams of server-sent events that Fastify sends: the last event says what happened. */
import { finished, PassThrough, type Readable } from "node:stream";
import { eventsWithLast, withLastEvent as responseWithLastEvent } from "../server/last-event.js";
import { eventOf } from "../server/server-sent-event.js";
import type { ServerAnswer } from "../server/settings.js";

type AnswerTo = (thrown: unknown) => ServerAnswer | undefined;

/** What is sent; where it is a stream, with an event `error` at the end should the stream fail. */
export function withLastEvent(payload: unknown, answerTo: AnswerTo): unknown {
  const { pipe, getReader } = (payload ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof pipe === "function") return streamWithLast(payload as Readable, answerTo);
  if (typeof getReader === "function") return eventsWithLast(payload as ReadableStream, answerTo);
  return responseWithLastEvent(payload, answerTo);
}

function streamWithLast(source: Readable, answerTo: AnswerTo): Readable {
  const events = new PassThrough();
  finished(source, { writable: false }, (thrown) => {
    // Nobody listens any more: that is no failure.
    if (events.destroyed) return;
    const answer = thrown ? answerTo(thrown) : undefined;
    events.end(answer && eventOf(answer));
  });
  events.once("close", () => source.destroy());
  return source.pipe(events, { end: false });
}
