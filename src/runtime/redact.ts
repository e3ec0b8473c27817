/** Replaces secret values, so that logs and terminals never show them. */

/** The way to a secret value: names of members; `*` is every element of an array or every member of a map. */
export type SecretPath = readonly string[];

const redacted = "[redacted]";

/**
 * A copy of `value` with everything at one of the paths replaced; `value` itself where there is no path. Never throws:
 * what cannot be copied is replaced too.
 */
export function redact<Value>(value: Value, paths: readonly SecretPath[] = []): Value {
  try {
    return paths.reduce(redactPath, value) as Value;
  } catch {
    return redacted as never; // a getter or a proxy that throws
  }
}

function redactPath(value: unknown, [key, ...rest]: SecretPath): unknown {
  if (key === undefined) return redacted;
  if (Object(value) !== value) return value;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<
    string,
    unknown
  >;
  for (const name of Object.keys(copy))
    if (key === "*" || key === name) copy[name] = redactPath(copy[name], rest);
  return copy;
}
