/** The entry `errdex/otel`: errors on spans and in metrics of OpenTelemetry. Needs no package of it. */
export type { ErrorAttributes } from "./error-attributes.js";
export { type ErrorCounter, type ErrorMeter, errorCounter } from "./error-counter.js";
export { type LogSeverity, logSeverity } from "./log-severity.js";
export {
  type ErrorSpan,
  type RecordErrorOptions,
  recordError,
  type SpanKindLike,
} from "./record-error.js";
