/** A counter of errors for metrics. */
import type { ErrorAttributes } from "./error-attributes.js";

/** What is needed of a counter of `@opentelemetry/api`. */
export interface ErrorCounter {
  add(value: number, attributes?: ErrorAttributes): void;
}

/** What is needed of a meter of `@opentelemetry/api`. */
export interface ErrorMeter {
  createCounter(
    name: string,
    options?: { readonly description?: string; readonly unit?: string },
  ): ErrorCounter;
}

/**
 * The counter `errdex.errors` for `recordError`: errors by `error.type` and status.
 *
 * @param name where it is to have another.
 */
export function errorCounter(meter: ErrorMeter, name = "errdex.errors"): ErrorCounter {
  return meter.createCounter(name, { description: "Errors by their codes.", unit: "{error}" });
}
