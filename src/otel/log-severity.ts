/** How bad an error is, for records of the logs of OpenTelemetry. */
import { severityOf } from "../logging/log-level.js";
import type { Severity } from "../runtime/catalog-error.js";

/** What a log record says of it. */
export interface LogSeverity {
  /** By the data model of logs: 9 is INFO, 13 WARN, 17 ERROR, 18 ERROR2. */
  readonly severityNumber: 9 | 13 | 17 | 18;
  /** As the catalog calls it. */
  readonly severityText: Severity;
}

/**
 * Severity for `logger.emit({ ...logSeverity(error), body: … })`. What the catalog says nothing of is an error, and so is
 * whatever else was thrown. Never throws.
 */
export function logSeverity(thrown: unknown): LogSeverity {
  const severityText = severityOf(thrown) ?? "error";
  return { severityNumber: numbers[severityText], severityText };
}

// As the data model maps the severities of syslog.
const numbers = { critical: 18, error: 17, warning: 13, info: 9 } as const;
