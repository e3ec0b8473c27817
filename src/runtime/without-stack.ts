/** Making errors without capturing a stack, which is most of what making one costs. */

/** Runs `make` while no stack is captured. Where `Error` is frozen the stack is captured all the same. */
export function withoutStack<T>(make: () => T): T {
  const limit = Error.stackTraceLimit;
  // A limit of 0 would leave an error its first line, which takes twice as long.
  limitStacks();
  try {
    return make();
  } finally {
    limitStacks(limit);
  }
}

function limitStacks(limit?: number): void {
  try {
    Error.stackTraceLimit = limit as number;
  } catch {}
}
