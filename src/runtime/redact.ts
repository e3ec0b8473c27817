/** Replaces secret values, so that logs and terminals never show them. */

/** The way to a secret value: names of members; `*` is every element of an array or every member of a map. */
export type SecretPath = readonly string[];

const redacted = "[redacted]";

/**
 * A copy of `value` with everything at one of the paths replaced; `value` itself where there is no path. Never throws:
 * what cannot be copied is replaced too.
 */
export function redact<Value>(value: Value, paths: readonly SecretPath[] = []): Value {
  let shown = value as Record<string, unknown>;
  try {
    for (const [key, ...rest] of paths) {
      if (Object(shown) === shown) {
        shown = (Array.isArray(shown) ? [...shown] : { ...shown }) as typeof shown;
        for (const name of Object.keys(shown)) {
          if (key === "*" || key === name)
            shown[name] = rest.length ? redact(shown[name], [rest]) : redacted;
        }
      }
    }
  } catch {
    return redacted as never; // a getter or a proxy that throws
  }
  return shown as Value;
}
