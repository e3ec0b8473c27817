/** text/event-stream, HTML Standard section 9.2. */
import { passedByLength } from "../decode-limits.js";
import { json } from "./json.js";
import type { Syntax } from "./syntax.js";

const maximumEvents = 10_000;

/**
 * The list of what the events of a stream say: the data of each that is JSON. Of more than 10,000 events the last ones.
 *
 * A stream that breaks off gives its last event, too: an error often is the last thing that is said.
 */
export const sse: Syntax = {
  read(text) {
    if (passedByLength(text.length) !== undefined) return undefined;
    const values = dataOf(text)
      .map((data) => json.read(data))
      .filter((value) => value !== undefined);
    return values.length === 0 ? undefined : values;
  },
  write(value) {
    if (!Array.isArray(value) || value.length === 0 || value.length > maximumEvents)
      return undefined;
    const texts = value.map((each) => json.write(each));
    if (texts.includes(undefined)) return undefined;
    const text = texts.map((each) => `data: ${each}\n\n`).join("");
    return passedByLength(text.length) === undefined ? text : undefined;
  },
};

/** The data of the last events that have any. */
function dataOf(text: string): readonly string[] {
  const lines = `${text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n")}\n\n`;
  const events: string[] = [];
  let data: string | undefined;
  let end = 0;
  for (let at = 0; at < lines.length; at = end + 1) {
    end = lines.indexOf("\n", at);
    if (at < end) {
      const value = dataIn(lines.slice(at, end));
      if (value !== undefined) data = data === undefined ? value : `${data}\n${value}`;
    } else if (data !== undefined) {
      events.push(data);
      data = undefined;
      if (events.length === 2 * maximumEvents) events.splice(0, maximumEvents);
    }
  }
  return events.slice(-maximumEvents);
}

/** What a line adds to the data of its event. */
function dataIn(line: string): string | undefined {
  if (line === "data") return "";
  if (!line.startsWith("data:")) return undefined;
  return line.slice(line.startsWith("data: ") ? 6 : 5);
}
