/** How loudly to say an error in a log. */
import { type CatalogErrorObject, entryOf, type Severity } from "../runtime/catalog-error.js";
import { isCatalogError } from "../runtime/guards.js";
import { memberIn } from "../runtime/own-member.js";

/** A level that pino, winston and the console know; winston and the console have no `fatal`. */
export type LogLevel = "fatal" | "error" | "warn" | "info";

/**
 * The level for whatever was thrown, by the `severity` of its code: `log[logLevel(error)]({ err: error })`. An error
 * whose catalog says nothing of it is an `error`, and so is a foreign one. Never throws.
 */
export function logLevel(thrown: unknown): LogLevel {
  return levels[severityOf(thrown) ?? "error"];
}

/** How bad the catalog says that it is; undefined where it says nothing. */
export function severityOf(thrown: unknown): Severity | undefined {
  try {
    if (!isCatalogError(thrown)) return undefined;
    const said = memberIn((thrown as CatalogErrorObject)[entryOf], "severity");
    return said !== undefined && Object.hasOwn(levels, said) ? said : undefined;
  } catch {
    return undefined;
  }
}

const levels: Readonly<Record<Severity, LogLevel>> = {
  critical: "fatal",
  error: "error",
  warning: "warn",
  info: "info",
};
