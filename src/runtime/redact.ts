/** Replaces secret values, so that logs and terminals never show them. */

/** The way to a secret value: names of members; `*` is every element of an array or every member of a map. */
export type SecretPath = readonly string[];

/** What stands in place of a secret value. */
export const redactedText = "[redacted]";

/** A copy of `fields` with every value at one of the paths replaced; `fields` itself where there is no path. */
export function redact(
  fields: Record<string, unknown>,
  paths: readonly SecretPath[] = [],
): Record<string, unknown> {
  return paths.reduce((value: unknown, path) => redactAt(value, path), fields) as never;
}

function redactAt(value: unknown, [key, ...rest]: SecretPath): unknown {
  if (value === undefined) return undefined;
  if (key === undefined) return redactedText;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => redactAt(item, rest));
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      key === "*" || key === name ? redactAt(member, rest) : member,
    ]),
  );
}
