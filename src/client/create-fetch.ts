/** A `fetch` that rejects with errors of a catalog, and tries again where that can help. */
import { isUnrecognized } from "../runtime/guards.js";
import { memberIn } from "../runtime/own-member.js";
import type { DecoderParts } from "../runtime/wire/decoder.js";
import type { AnyDecoder, ErrorOf } from "../runtime/wire/decoder-types.js";
import type {
  PlatformFetch,
  PlatformResponse,
  ReadableResponse,
} from "../runtime/wire/platform-response.js";
import { readAnswer } from "../runtime/wire/read-response.js";
import { errorAnswer, type Failure, noAnswer } from "./failure.js";
import { kindOf } from "./kind-of.js";
import { canRetry, pauseAfter, type RetryOptions, retrySettings } from "./retry.js";
import { isRepeatable, type RequestParts, signalOf } from "./sent-request.js";
import { joinSignals, pause, timeLimit } from "./time-limit.js";

/** What became of a request. */
export type Result<Known> =
  | { readonly ok: true; readonly response: PlatformResponse; readonly failure?: undefined }
  | { readonly ok: false; readonly failure: Failure<Known>; readonly response?: undefined };

/** An attempt that failed. */
export interface FailedAttempt {
  /** From 1. */
  readonly attempt: number;
  /** The milliseconds until the next; undefined where there is none. */
  readonly retryIn: number | undefined;
}

/** Limits of time, in milliseconds. */
export interface TimeLimits {
  /** For each attempt. */
  readonly attempt?: number | undefined;
  /** For all of them, with the pauses. */
  readonly total?: number | undefined;
}

/** How to send requests. */
export interface FetchOptions<Known> {
  /** `false`: a single attempt. */
  readonly retry?: RetryOptions | false | undefined;
  /** Milliseconds for each attempt until its answer begins, an error's until it is read; or these, and those for all together. */
  readonly timeout?: number | TimeLimits | undefined;
  /** Hears of each attempt that failed. What it throws changes nothing. */
  readonly onError?: ((failure: Failure<Known>, attempt: FailedAttempt) => unknown) | undefined;
  /** Sends the requests. Default: `fetch` of the platform, as it is when a request is sent. */
  readonly fetch?: PlatformFetch | undefined;
}

/** A `fetch` that resolves with a good answer and rejects with a {@link Failure}. */
export type ErrorFetch<Known> = PlatformFetch & {
  /** The same without throwing. */
  try(...request: Parameters<PlatformFetch>): Promise<Result<Known>>;
};

/**
 * Makes a `fetch` for a service that answers in the decoder's wire format.
 *
 * An answer of status 400 or more is an error, and one that the decoder takes for an error where its format answers 200 to
 * everything; every other answer is given as it comes, and its body is the caller's.
 */
export function createFetch<Of extends AnyDecoder>(
  decoder: Of,
  options: FetchOptions<ErrorOf<Of>> = {},
): ErrorFetch<ErrorOf<Of>> {
  type Known = ErrorOf<Of>;
  const { attempts, max, budget, idempotent } = retrySettings(memberIn(options, "retry"));
  const timeout = memberIn(options, "timeout");
  const limits: TimeLimits = typeof timeout === "object" ? timeout : { attempt: timeout };
  const ofAttempt = memberIn(limits, "attempt") ?? Number.POSITIVE_INFINITY;
  const ofAll = memberIn(limits, "total") ?? Number.POSITIVE_INFINITY;
  const looks = answersAnyStatus(decoder);

  async function attemptTo(
    send: (init: { readonly signal?: AbortSignal }) => Promise<unknown>,
    own: AbortSignal | undefined,
    ms: number,
  ): Promise<Result<Known>> {
    const limit = timeLimit(ms);
    const signal = joinSignals(own, limit.signal);
    const failed = (cause: unknown, message?: string): Result<Known> => {
      const kind = own?.aborted
        ? kindOf(own.reason, "aborted")
        : limit.hasPassed()
          ? "timeout"
          : kindOf(cause, "network");
      return {
        ok: false,
        failure: noAnswer(kind, cause, kind === "network" ? message : undefined),
      };
    };
    try {
      const response = (await send(limit.signal && signal ? { signal } : {})) as Looked;
      const isError = response.status >= 400;
      if (!isError && !(looks && isShort(response)))
        return { ok: true, response: response as unknown as PlatformResponse };
      const { answer, cause } = await readAnswer(isError ? response : response.clone(), { signal });
      if (!isError && (answer.incomplete !== undefined || !decoder.isError(answer)))
        return { ok: true, response: response as unknown as PlatformResponse };
      const error = decoder.decode(answer);
      if (isUnrecognized(error) && (signal?.aborted || cause !== undefined))
        return failed(cause ?? signal?.reason, "The answer broke off.");
      return {
        ok: false,
        failure: errorAnswer(error, response as unknown as PlatformResponse) as Failure<Known>,
      };
    } catch (cause) {
      return failed(cause);
    } finally {
      limit.clear();
    }
  }

  async function request(input: RequestParts, init?: RequestParts): Promise<Result<Known>> {
    const start = Date.now();
    const own = signalOf(input, init);
    const mayRepeat = attempts > 1 && isRepeatable(input, init, idempotent);
    const send = (more: object) => {
      const fetch = (memberIn(options, "fetch") ?? globalThis.fetch) as Send;
      // The body of a request can be read once: each attempt sends a copy.
      const sent = mayRepeat && memberIn(input, "clone") ? input.clone?.() : input;
      return fetch(sent, { ...init, ...more });
    };
    for (let attempt = 1; ; attempt += 1) {
      const left = start + ofAll - Date.now();
      const result = await attemptTo(send, own, Math.min(ofAttempt, left));
      if (result.ok) return result;
      const { failure } = result;
      const ms =
        mayRepeat && attempt < attempts && canRetry(failure)
          ? pauseAfter(attempt, failure, max)
          : Number.POSITIVE_INFINITY;
      const isInTime = Date.now() + ms <= start + Math.min(budget, ofAll);
      tell(memberIn(options, "onError"), failure, { attempt, retryIn: isInTime ? ms : undefined });
      if (!isInTime) return result;
      await pause(ms, own);
      if (own?.aborted)
        return { ok: false, failure: noAnswer(kindOf(own.reason, "aborted"), own.reason) };
    }
  }

  return Object.assign(
    async (input: RequestParts, init?: RequestParts) => {
      const { response, failure } = await request(input, init);
      if (failure) throw failure;
      return response;
    },
    { try: request },
  ) as unknown as ErrorFetch<Known>;
}

/** Whether an answer of any status may be an error in the decoder's format. */
function answersAnyStatus(decoder: AnyDecoder): boolean {
  const { "~spec": spec } = decoder as unknown as Partial<DecoderParts>;
  return memberIn(spec, "anyStatus") === true;
}

type Send = (input: unknown, init: object) => Promise<unknown>;

interface Looked extends ReadableResponse {
  clone(): ReadableResponse;
}

/** Streams of events stay streams, and files files. */
function isShort({ headers }: Looked): boolean {
  const type = headers.get("content-type") ?? "";
  return /^$|json|xml|form|^text\/(?!event-stream)/i.test(type);
}

async function tell<Given extends readonly unknown[]>(
  listener: ((...given: Given) => unknown) | undefined,
  ...given: Given
): Promise<void> {
  try {
    await listener?.(...given);
  } catch {
    // It only listens.
  }
}
