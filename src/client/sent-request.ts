/** What can be said of a request before it is sent. */
import { memberIn } from "../runtime/own-member.js";
import { type AnswerHeaders, headerIn } from "../runtime/wire/answer.js";

/** What is looked at of the arguments of fetch: of a `Request` as of its options. */
export interface RequestParts {
  readonly method?: string | undefined;
  readonly headers?: AnswerHeaders | undefined;
  readonly body?: unknown;
  readonly signal?: AbortSignal | null | undefined;
  clone?(): unknown;
}

const idempotentMethods = /^(?:GET|HEAD|PUT|DELETE|OPTIONS|TRACE)$/i;

/** The signal of a request. */
export function signalOf(
  input: RequestParts,
  init: RequestParts | undefined,
): AbortSignal | undefined {
  return memberIn(init, "signal") ?? memberIn(input, "signal") ?? undefined;
}

/** Whether the same request may be sent again. */
export function isRepeatable(
  input: RequestParts,
  init: RequestParts | undefined,
  isIdempotent: boolean,
): boolean {
  const method = memberIn(init, "method") ?? memberIn(input, "method") ?? "GET";
  const headers = memberIn(init, "headers") ?? memberIn(input, "headers");
  const isSafe =
    isIdempotent ||
    idempotentMethods.test(method) ||
    headerIn(headers, "idempotency-key") !== undefined;
  return isSafe && !isStream(memberIn(init, "body"));
}

/** What can be read once. */
function isStream(body: unknown): boolean {
  if (typeof body !== "object" || body === null) return false;
  return "getReader" in body || "pipe" in body || Symbol.asyncIterator in body;
}
