/** Numbers that may have become texts: in headers, in forms. */

/** The number, 0 or more, or the one that a text of digits says. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value !== "string") return typeof value === "number" && value >= 0 ? value : undefined;
  return /^\d{1,20}(?:\.\d{1,20})?$/.test(value.trim()) ? Number(value) : undefined;
}
