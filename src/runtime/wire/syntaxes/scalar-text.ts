/** Single values in syntaxes that know texts alone. */

/** A text, a finite number or a boolean as a text; undefined for every other value. */
export function scalarText(value: unknown): string | undefined {
  const isScalar =
    typeof value === "string" || typeof value === "boolean" || Number.isFinite(value);
  return isScalar ? String(value) : undefined;
}
