/** Carries what changed over to what was received. */
import { isRecord } from "../is-record.js";
import { setOwn } from "../reader-of.js";

/** `received`, with the differences between `before` and `after` made in it; whatever else it has stays. */
export function patch(received: unknown, before: unknown, after: unknown): unknown {
  if (isSame(before, after)) return received;
  if (!isRecord(received) || !isRecord(before) || !isRecord(after)) {
    if (!Array.isArray(received) || !Array.isArray(before) || !Array.isArray(after)) return after;
    if (before.length !== after.length) return after;
    return received.map((item: unknown, index) =>
      index in after ? patch(item, before[index], after[index]) : item,
    );
  }
  const patched: Record<string, unknown> = {};
  for (const key of new Set([...Object.keys(received), ...Object.keys(after)])) {
    const old = own(before, key);
    const now = own(after, key);
    const value = isSame(old, now)
      ? own(received, key)
      : now === undefined
        ? undefined
        : patch(own(received, key), old, now);
    if (value !== undefined) setOwn(patched, key, value);
  }
  return patched;
}

function own(value: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Whether two values are the same JSON. Values too deep to compare count as different. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  try {
    return equal(a, b);
  } catch {
    return false;
  }
}

function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && equal((a as never)[key], (b as never)[key]))
  );
}
