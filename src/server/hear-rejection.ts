/** Hears what promises are rejected with that nobody waits for: unheard, that ends the process. */

/** Whether a value is a promise. Of what only has a `then`, nobody knows what it does. Never throws. */
export function isPromise(value: unknown): value is Promise<unknown> {
  try {
    return value instanceof Promise;
  } catch {
    return false;
  }
}

/** Calls `heard` should the promise be rejected. Never throws. */
export function hearRejection(promise: Promise<unknown>, heard: (reason: unknown) => void): void {
  try {
    // Its own `catch` may be anything.
    Promise.prototype.then.call(promise, undefined, heard);
  } catch {
    // It has the prototype of a promise and is none.
  }
}
