/** An error in a stream that has begun: status and headers are gone, so the error is an event of its own. */
import { own } from "../runtime/own-member.js";
import type { ServerAnswer } from "./settings.js";

/** Whether a media type is that of a stream of server-sent events. */
export function isEventStream(media: string | null | undefined): boolean {
  return /^text\/event-stream\s*(?:;|$)/i.test(media ?? "");
}

/** The body as an event `error` of a stream of server-sent events (HTML, section 9.2). */
export function eventOf({ headers, body }: ServerAnswer): string {
  const text = typeof body === "string" ? body : "";
  // The format makes an event by itself.
  if (isEventStream(own(headers, "Content-Type"))) return `\n\nevent: error\n${text}`;
  const data = text.split(/\r\n|\r|\n/).map((line) => `data: ${line}\n`);
  // What was being written when it failed ends here: an empty line ends every event.
  return `\n\nevent: error\n${data.join("")}\n`;
}
