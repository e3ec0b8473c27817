/** What JSON can say of a value, whatever the value is. */
import { setOwn } from "./own-member.js";

/** `JSON.stringify` uses up the stack some thousands of levels further down. */
const deepest = 1000;
/** Objects and lists; one that stands in several places is written in each of them. */
const most = 1_000_000;

/**
 * The value itself where every `JSON.stringify` can write it, else a copy without what it cannot write: cycles, what is
 * more than 1,000 levels down, getters that throw. A bigint becomes a number, or a text where that is not exact.
 * Never throws.
 *
 * @param instead stands for what is left out.
 * @param unsure the part of the value that may hold such: the rest is known to be fine.
 */
export function plain<T>(value: T, instead?: string, unsure: unknown = value): T {
  // Somebody may have given one to all objects.
  const { toJSON: everybodys } = Object.prototype as { toJSON?: unknown };
  try {
    if (everybodys === undefined && isPlain(unsure, 0)) return value;
  } catch {
    // A getter or a proxy that throws.
  }
  const around = new Set<unknown>();
  let left = most;

  function copyOf(each: unknown): unknown {
    if (typeof each === "bigint")
      return Number.isSafeInteger(Number(each)) ? Number(each) : String(each);
    if (typeof each !== "object" || each === null) return each;
    left -= 1;
    if (around.size > deepest || left < 0 || around.has(each)) return instead;
    around.add(each);
    try {
      return isBytes(each) ? each : copyOfObject(each as Readonly<Record<string, unknown>>);
    } catch {
      return instead;
    } finally {
      around.delete(each);
    }
  }

  function copyOfObject(each: Readonly<Record<string, unknown>>): unknown {
    const { toJSON } = each;
    if (typeof toJSON === "function" && toJSON !== everybodys) return copyOf(toJSON.call(each));
    const copy = Array.isArray(each) ? [] : {};
    if (everybodys !== undefined)
      Object.defineProperty(copy, "toJSON", { __proto__: null } as object);
    for (const key of Object.keys(each)) setOwn(copy, key, copyOfMember(each, key));
    return copy;
  }

  function copyOfMember(each: Readonly<Record<string, unknown>>, key: string): unknown {
    try {
      return copyOf(each[key]);
    } catch {
      return instead;
    }
  }

  return copyOf(value) as T;
}

/** Objects that were looked at: one that stands in several places may stand in too many. */
let seen = 0;

function isPlain(each: unknown, depth: number): boolean {
  if (typeof each !== "object" || each === null) return typeof each !== "bigint";
  seen = depth === 0 ? 0 : seen + 1;
  if (depth > deepest || seen > most) return false;
  if (Array.isArray(each)) {
    for (const item of each) if (!isPlain(item, depth + 1)) return false;
    return !("toJSON" in each);
  }
  // Most are no more than objects, and that is found out sooner than what bytes are.
  if (Object.getPrototypeOf(each) !== Object.prototype && isBytes(each)) return true;
  if ("toJSON" in each) return false;
  for (const key in each)
    if (!isPlain((each as Readonly<Record<string, unknown>>)[key], depth + 1)) return false;
  return true;
}

// Bytes are no JSON: they are what arrived, and are sent as they are.
function isBytes(value: object): boolean {
  return ArrayBuffer.isView(value) || value instanceof ArrayBuffer;
}
