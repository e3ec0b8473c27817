/** What an error remembers of the answer that it was read from. */
import { DecodedErrorObject, type Origin } from "../decoded-error.js";
import { memberIn } from "../own-member.js";
import type { Received } from "../received.js";
import { type Answer, headersOf, isStatus } from "./answer.js";
import type { Layout } from "./layout.js";

/** What an error remembers of the answer that it was read from. */
export interface Arrival extends Origin {
  readonly answer: Answer;
  readonly status: number;
  readonly body: unknown;
  readonly wire: string;
  /** When it was read, where that was said or matters. */
  readonly now: number | undefined;
  /** Times stand in it beside what all answers have. */
  readonly times: true | undefined;
  /** The layout that the body was read by. */
  readonly layout: Layout;
  /** The code as it came. */
  readonly spelling: string | undefined;
  /** Seconds to wait, where the answer says so beside the fields. */
  readonly delay: number | undefined;
}

const originals = /*#__PURE__*/ new WeakMap<object, object>();

/** Says which error a copy is of. */
export function remember<Copy extends object>(copy: Copy, original: object): Copy {
  originals.set(copy, original);
  return copy;
}

/** Where an error came from; undefined where it was not decoded by this copy of the runtime. */
export function arrivalOf(error: object): Arrival | undefined {
  return DecodedErrorObject.originOf(originals.get(error) ?? error) as Arrival | undefined;
}

/** The answer in the form in which an error remembers it. */
export function receivedFrom(this: Arrival): Received {
  const { answer, status, body, wire, now, times, delay } = this;
  let headers: Received["headers"] = {};
  try {
    headers = headersOf(answer.headers);
  } catch {
    // Headers that throw are none; this is asked for when nobody expects that any more.
  }
  // A date is so many seconds away only as seen from the time at which it was read.
  const isTimed = times || memberIn(headers, "retry-after")?.includes(":");
  const at = isTimed ? { at: now ?? Date.now() } : {};
  const said = delay === undefined ? {} : { delay };
  return { status: isStatus(status) ? status : 0, headers, body, wire, ...at, ...said };
}
