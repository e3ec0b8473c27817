/** Time limits of requests, and pauses between them. */

/** A signal that aborts after some time. */
export interface TimeLimit {
  readonly signal: AbortSignal | undefined;
  /** Whether the time has passed. */
  readonly hasPassed: () => boolean;
  /** Ends it: what is read later may take its time. */
  readonly clear: () => void;
}

/** A limit of so many milliseconds; without end, none. */
export function timeLimit(ms: number): TimeLimit {
  if (ms === Number.POSITIVE_INFINITY)
    return { signal: undefined, hasPassed: () => false, clear: () => {} };
  const controller = new AbortController();
  const { signal } = controller;
  const timer = setTimeout(
    () => controller.abort(new DOMException("The answer took too long.", "TimeoutError")),
    // More than this is no delay to a timer, but none at all.
    Math.min(Math.max(ms, 0), 2_147_483_647),
  );
  return { signal, hasPassed: () => signal.aborted, clear: () => clearTimeout(timer) };
}

/** A signal that aborts as soon as one of them does. */
export function joinSignals(
  own: AbortSignal | undefined,
  limit: AbortSignal | undefined,
): AbortSignal | undefined {
  if (!own || !limit) return own ?? limit;
  // Keeps hold of neither, as listeners on a signal that lives long would.
  if ("any" in AbortSignal) return AbortSignal.any([own, limit]);
  const controller = new AbortController();
  for (const each of [own, limit] as AbortSignal[]) {
    if (each.aborted) controller.abort(each.reason);
    each.addEventListener("abort", () => controller.abort(each.reason), {
      signal: controller.signal,
    });
  }
  return controller.signal;
}

/** Waits. Ends at once where the signal aborts. */
export function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener("abort", end);
    if (signal?.aborted) end();
  });
}
