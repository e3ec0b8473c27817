/** Errors in the events of Sentry. */
import type { CatalogError, Severity } from "../runtime/catalog-error.js";
import { isCatalogError } from "../runtime/guards.js";
import { memberIn } from "../runtime/own-member.js";
import { hiddenTexts } from "./hidden-texts.js";
import { severityOf } from "./log-level.js";
import { maskCredentials } from "./mask-credentials.js";
import { readMember } from "./thrown-value.js";
import { toLog } from "./to-log.js";
import { withoutTexts } from "./without-texts.js";

/** What Sentry says of an event. */
export interface SentryHint {
  readonly originalException?: unknown;
}

/** What is read and written of an event. */
interface EventParts {
  readonly level?: string;
  readonly fingerprint?: readonly string[];
  readonly tags?: object;
  readonly contexts?: object;
  readonly exception?: { readonly values?: readonly { readonly value?: string }[] };
}

/** The parts of an event that may have been filled from an error. The others are Sentry's own. */
const parts = ["message", "exception", "contexts", "extra", "breadcrumbs", "tags", "request"];

/**
 * For `beforeSend` of Sentry: `Sentry.init({ beforeSend: sentryEvent })`.
 *
 * Events of a code are one issue, by the fingerprint of catalog and code, unless the event has one. Code, catalog and
 * status are tags, and the fields are a context, redacted. Secret values and internal fields of the error and of its
 * causes are taken out of the whole event, whatever integrations put there; a text of less than six characters is not
 * looked for. In what foreign errors say and carry, what has the shape of a credential is masked. Never throws.
 */
export function sentryEvent<Event extends object>(event: Event, hint?: SentryHint): Event {
  const thrown = readMember(hint, "originalException");
  try {
    const { texts, paths } = hiddenTexts(thrown);
    const text = (given: string): string =>
      [...texts].reduce((shown, each) => shown.replaceAll(each, "[redacted]"), given);
    const masked = (given: string): string => maskCredentials(text(given));
    const safe: Record<string, unknown> = {};
    for (const part of parts)
      if (Object.hasOwn(event, part))
        safe[part] = withoutTexts(readMember(event, part), { text, paths });
    // What integrations collect of foreign errors.
    for (const part of ["contexts", "extra"])
      if (Object.hasOwn(event, part))
        safe[part] = withoutTexts(safe[part], { text: masked, paths });
    const shown = { ...event, ...safe } as Event & EventParts;
    const about = isCatalogError(thrown) ? aboutError(thrown, shown) : {};
    return { ...shown, ...maskedMessages(shown), ...about };
  } catch {
    // Nothing that may have been filled from the error, and no event that is lost.
    const own = Object.keys(event).filter((name) => !parts.includes(name));
    return Object.fromEntries(own.map((name) => [name, readMember(event, name)])) as Event;
  }
}

/** What Sentry calls them. */
const levels: Readonly<Record<Severity, string>> = {
  critical: "fatal",
  error: "error",
  warning: "warning",
  info: "info",
};

function maskedMessages(event: EventParts): EventParts {
  const exception = memberIn(event, "exception");
  const values = memberIn(exception, "values");
  if (!Array.isArray(values)) return {};
  const masked = values.map((each) => {
    const value = memberIn(each, "value");
    return typeof value === "string" ? { ...each, value: maskCredentials(value) } : each;
  });
  return { exception: { ...exception, values: masked } };
}

function aboutError(error: CatalogError, event: EventParts): EventParts {
  // Stack and causes are exceptions of the event already.
  const logged = toLog(error, { stack: false, cause: false });
  const { code } = error;
  const severity = severityOf(error);
  const level = memberIn(event, "level");
  const catalog = memberIn(logged, "catalog");
  // Of what no catalog knows, the code as it came is the nearest to one.
  const received = memberIn(logged, "receivedCode") ?? `${error.status}`;
  // An integration of Sentry writes `toJSON` there.
  const { [error.name]: _, ...contexts } = { ...memberIn(event, "contexts") } as object & {
    readonly [name: string]: unknown;
  };
  return {
    // What a call of Sentry's own has said stays.
    ...(severity && (level ?? "error") === "error" && { level: levels[severity] }),
    fingerprint: memberIn(event, "fingerprint") ?? (catalog ? [catalog, code] : [code, received]),
    tags: {
      ...(catalog && { "error.catalog": catalog }),
      "error.code": code,
      ...(error.status && { "error.status": error.status }),
      ...memberIn(event, "tags"),
    },
    contexts: { ...contexts, error: logged },
  };
}
