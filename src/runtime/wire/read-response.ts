/** Reads a `Response` so that it can be decoded. */
import { memberIn } from "../own-member.js";
import { type Answer, headerIn } from "./answer.js";
import { defaultBytes } from "./decode-limits.js";
import type { CancelSignal, ReadableResponse } from "./platform-response.js";

/** How to read a `Response`. */
export interface ReadResponseOptions {
  /** Bytes that are read at most; a longer body is cut off, and said to be. Default: 10,485,760. */
  readonly limit?: number | undefined;
  /** Ends the reading. */
  readonly signal?: CancelSignal | undefined;
  /** The body, where somebody read it before: ofetch's `_data`, or `data` of ky. */
  readonly body?: unknown;
}

/**
 * Reads a `Response`. Never throws: where the body was read before, broke off, is longer than the limit, or was aborted,
 * the answer says so (`incomplete`), and decoding does not guess from what is left.
 *
 * @param options the limit alone, or more than that.
 */
export async function readResponse(
  response: ReadableResponse,
  options?: number | ReadResponseOptions,
): Promise<Answer> {
  return (await readAnswer(response, options)).answer;
}

/** The same, with what the body broke off with. */
export async function readAnswer(
  response: ReadableResponse,
  options: number | ReadResponseOptions = {},
): Promise<{ readonly answer: Answer; readonly cause?: unknown }> {
  const { status, headers } = response;
  const given: ReadResponseOptions = typeof options === "number" ? { limit: options } : options;
  const before = memberIn(given, "body");
  if (before !== undefined) return { answer: { status, headers, body: before } };
  const { cause, ...read } = await readBytes(
    response,
    memberIn(given, "limit") ?? defaultBytes,
    memberIn(given, "signal"),
  );
  return { answer: { status, headers, ...read }, cause };
}

async function readBytes(
  response: ReadableResponse,
  limit: number,
  signal: CancelSignal | undefined,
): Promise<Pick<Answer, "body" | "incomplete"> & { readonly cause?: unknown }> {
  const { body: stream } = response;
  if (response.bodyUsed || stream?.locked)
    // Of nothing, nothing is missing.
    return headerIn(response.headers, "content-length") === "0"
      ? { body: undefined }
      : { incomplete: "the body was read before" };
  const chunks: Uint8Array[] = [];
  let size = 0;
  let incomplete: string | undefined;
  let cause: unknown;
  let stop = () => {};
  try {
    const reader = stream?.getReader();
    // Nobody waits for the other end to agree.
    stop = () => void reader?.cancel().catch(() => {});
    signal?.addEventListener("abort", stop);
    if (signal?.aborted) stop();
    while (reader !== undefined && size <= limit) {
      const { done, value } = await reader.read();
      if (done || value === undefined) break;
      chunks.push(value.subarray(0, Math.max(limit - size, 0)));
      size += value.length;
    }
    if (size > limit) {
      incomplete = `the body was cut off after ${limit} bytes`;
      stop();
    }
  } catch (thrown) {
    incomplete = "the body broke off";
    cause = thrown;
  }
  signal?.removeEventListener("abort", stop);
  if (signal?.aborted) incomplete = "the reading of the body was aborted";
  return { body: joined(chunks), ...(incomplete && { incomplete }), cause };
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const body = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    body.set(chunk, offset);
    offset += chunk.length;
  }
  return body;
}
