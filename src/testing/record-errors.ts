/** Records the errors that tests raise, decode and match. */
import type { Recording } from "../coverage/recorded/recording.js";
import { type CatalogError, type CatalogErrorObject, entryOf } from "../runtime/catalog-error.js";
import { createError } from "../runtime/create-error.js";
import { unrecognizedError } from "../runtime/unrecognized-error.js";

/** What happened to an error. */
export type Event = "raised" | "decoded" | "met";

/** How often each happened, by catalog and code. */
export type EventCounts = Record<string, Record<string, Record<Event, number>>>;

/** Counts what happens to errors from now on. */
export interface ErrorRecorder {
  readonly counts: EventCounts;
  meet(error: CatalogError): void;
}

/**
 * Watches the construction of errors, by a setter for `code` on what all of them inherit from.
 *
 * The runtime knows nothing of it and is as fast as ever where it is not called. It sees the errors of this copy of the
 * runtime; those of another copy count when a matcher meets them. Called again, it begins anew.
 *
 * @param counted is called after each.
 */
export function recordErrors(counted: () => void = () => {}): ErrorRecorder {
  const counts: EventCounts = {};
  const count = (error: CatalogError, code: string, event: Event): void => {
    const { catalog = "" } = (error as CatalogErrorObject)[entryOf] ?? {};
    // An unrecognized error is of no catalog.
    if (catalog === "") return;
    counts[catalog] ??= {};
    counts[catalog][code] ??= { raised: 0, decoded: 0, met: 0 };
    counts[catalog][code][event] += 1;
    counted();
  };
  const base = basePrototype();
  const decoded = Object.getPrototypeOf(
    unrecognizedError({ issues: [], received: { status: 0, headers: {}, body: undefined } }, 0),
  ) as object;
  Object.defineProperty(base, "code", {
    configurable: true,
    set(this: CatalogError, code: string) {
      Object.defineProperty(this, "code", {
        value: code,
        configurable: true,
        enumerable: true,
        writable: true,
      });
      count(this, code, Object.prototype.isPrototypeOf.call(decoded, this) ? "decoded" : "raised");
    },
  });
  return { counts, meet: (error) => count(error, error.code, "met") };
}

/** What the tests of one file recorded, as it is written down. */
export function recordingOf(test: string, counts: EventCounts): Recording {
  const catalogs = Object.entries(counts).map(([catalog, codes]) => [
    catalog,
    Object.fromEntries(
      Object.entries(codes).map(([code, events]) => [code, { ...events, tests: [test] }]),
    ),
  ]);
  return { version: 1, catalogs: Object.fromEntries(catalogs) };
}

/** Stops recording. */
export function stopRecording(): void {
  Reflect.deleteProperty(basePrototype(), "code");
}

// The class is the runtime's own; its prototype is found by way of an error.
function basePrototype(): object {
  const entry = { catalog: "", code: "", status: 500 };
  return Object.getPrototypeOf(createError(entry, () => "", { stack: false })) as object;
}
