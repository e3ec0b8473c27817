/** Replaces secret values, so that logs and terminals never show them. */

/** The way to a secret value: names of members; `*` is every element of an array or every member of a map. */
export type SecretPath = readonly string[];

/** A copy of `value` with everything at one of the paths replaced; `value` itself where there is no path. */
export function redact<Value>(value: Value, paths: readonly SecretPath[] = []): Value {
  let shown = value as Record<string, unknown>;
  for (const [key, ...rest] of paths) {
    if (Object(shown) === shown) {
      shown = (Array.isArray(shown) ? [...shown] : { ...shown }) as typeof shown;
      for (const name in shown) {
        if (key === "*" || key === name)
          shown[name] = rest.length ? redact(shown[name], [rest]) : "[redacted]";
      }
    }
  }
  return shown as Value;
}
