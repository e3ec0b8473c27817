/** An error in a stream that has begun: status and headers are gone, so the error is an event of its own. */
import type { ServerAnswer } from "./settings.js";

/** The body as an event `error` of a stream of server-sent events (HTML, section 9.2). */
export function eventOf({ body }: ServerAnswer): string {
  const text = typeof body === "string" ? body : "";
  const data = text.split(/\r\n|\r|\n/).map((line) => `data: ${line}\n`);
  // What was being written when it failed ends here: an empty line ends every event.
  return `\n\nevent: error\n${data.join("")}\n`;
}
