/** What other clients throw, as failures: axios, ky, ofetch, and fetch itself. */
import type { CatalogError } from "../runtime/catalog-error.js";
import { isCatalogError, isUnrecognized } from "../runtime/guards.js";
import { memberIn } from "../runtime/own-member.js";
import type { Answer, AnswerHeaders } from "../runtime/wire/answer.js";
import type { AnyDecoder, ErrorOf } from "../runtime/wire/decoder-types.js";
import type { ReadableResponse } from "../runtime/wire/platform-response.js";
import { readAnswer } from "../runtime/wire/read-response.js";
import { errorAnswer, type Failure, isFailure, noAnswer } from "./failure.js";
import { kindOf, namesOf } from "./kind-of.js";
import { joinSignals, timeLimit } from "./time-limit.js";

/** An answer as clients have it beside what they throw: a `Response`, or what axios has. */
interface ClientResponse {
  readonly status: number;
  readonly headers: AnswerHeaders;
  /** Of axios. */
  readonly data?: unknown;
  /** Of ofetch, which has read it. */
  readonly _data?: unknown;
}

interface ThrownAnswer {
  readonly isAxiosError?: boolean;
  readonly response?: ClientResponse | undefined;
  /** Of ky and ofetch, which have read it. */
  readonly data?: unknown;
  /** Of axios, whose streams do not end when the request is aborted. */
  readonly config?: { readonly signal?: AbortSignal | undefined };
}

/** Milliseconds: nobody waits longer for the rest of an error. */
const longestReading = 30_000;

/**
 * What a client threw, as a failure; undefined where it is not about a request: a fault in a program is none.
 *
 * Knows fetch, axios, ky, ofetch, and errors that the decoder gave. Never rejects.
 */
export async function toFailure<Of extends AnyDecoder>(
  decoder: Of,
  thrown: unknown,
): Promise<Failure<ErrorOf<Of>, unknown> | undefined> {
  if (isFailure(thrown, decoder)) return thrown;
  if (isUnrecognized(thrown) || decoder.is(thrown))
    return errorAnswer(thrown as CatalogError, undefined) as unknown as Failure<
      ErrorOf<Of>,
      unknown
    >;
  // An error that some other code made of an answer says nothing of the request.
  if (typeof thrown !== "object" || thrown === null || isCatalogError(thrown)) return undefined;
  const { response, data, isAxiosError, config } = thrown as ThrownAnswer;
  if (typeof response?.status === "number") {
    const limit = timeLimit(longestReading);
    const signal = joinSignals(config?.signal, limit.signal);
    const { answer, cause } = isAxiosError
      ? await answerOfAxios(response, signal, thrown)
      : await readAnswer(response as unknown as ReadableResponse, {
          body: data ?? memberIn(response, "_data"),
          signal,
        });
    limit.clear();
    const error = decoder.decode(answer);
    const brokeOff = cause ?? signal?.reason;
    if (brokeOff === undefined || !isUnrecognized(error))
      return errorAnswer(error, response) as unknown as Failure<ErrorOf<Of>, unknown>;
    return noAnswer(kindOf(brokeOff, "network"), brokeOff, "The answer broke off.");
  }
  const kind = kindOf(thrown, "network");
  return kind !== "network" || isAxiosError || isNetworkError(thrown)
    ? noAnswer(kind, thrown)
    : undefined;
}

/** What platforms and clients say of a connection that failed. */
function isNetworkError(thrown: object): boolean {
  return /NetworkError|FetchError|fetch|network|load failed|terminated|sending request|UND_ERR|ECONN|ENOTFOUND|EAI_AGAIN|EPIPE|EHOSTUN|ENETUN|Connection|Socket/i.test(
    namesOf(thrown),
  );
}

/** axios has the body, or what was asked for instead: a blob, or a stream that nobody has read. */
async function answerOfAxios(
  { status, headers, data }: ClientResponse,
  signal: AbortSignal | undefined,
  thrown: unknown,
): Promise<{ readonly answer: Answer; readonly cause?: unknown }> {
  // An answer without a body has an empty text.
  if (data === undefined)
    return { answer: { status, headers, incomplete: "the body broke off" }, cause: thrown };
  const isObject = typeof data === "object" && data !== null;
  if (!isObject || !("arrayBuffer" in data || "getReader" in data || "pipe" in data))
    return { answer: { status, headers, body: data } };
  try {
    const { answer, cause } = await readAnswer(
      new Response(data as ReadableStream) as unknown as ReadableResponse,
      { signal },
    );
    return { answer: { ...answer, status, headers }, cause };
  } catch (cause) {
    return { answer: { status, headers, incomplete: "the body was not read" }, cause };
  }
}

/**
 * The promise of a client, rejected with a {@link Failure}: `await orFailure(imgPro, $fetch("/media"))`. What is not about
 * a request stays what it was.
 */
export async function orFailure<Of extends AnyDecoder, T>(
  decoder: Of,
  promise: PromiseLike<T>,
): Promise<T> {
  try {
    return await promise;
  } catch (thrown) {
    throw (await toFailure(decoder, thrown)) ?? thrown;
  }
}

/**
 * Rejects with a failure: for the hooks of clients that hand over what they are about to throw, such as the second
 * argument of `axios.interceptors.response.use`.
 */
export function rejectWithFailure(decoder: AnyDecoder): (thrown: unknown) => Promise<never> {
  return (thrown) => orFailure(decoder, Promise.reject(thrown));
}
