/** Problems of what was found, in words: a line where it is not what is wanted, and else none. */
import { isDeepStrictEqual } from "node:util";
import type { Headers } from "./cases.js";

/** Compares values. */
export function differs(what: string, found: unknown, wanted: unknown): readonly string[] {
  if (isDeepStrictEqual(found, wanted)) return [];
  return [`${what} ${inShort(found)} ≠ ${inShort(wanted)}`];
}

/** Compares bodies: JSON as data, other texts without regard to white space between tags. */
export function bodyDiffers(found: unknown, wanted: unknown): readonly string[] {
  return isDeepStrictEqual(parsed(found), parsed(wanted)) ? [] : differs("body", found, wanted);
}

/** Compares the headers that are wanted, without regard to case in their names. */
export function wrongHeaders(found: Headers, wanted: Headers = {}): readonly string[] {
  const byName = new Map(Object.entries(found).map(([name, value]) => [name.toLowerCase(), value]));
  return Object.entries(wanted).flatMap(([name, value]) =>
    differs(name, byName.get(name.toLowerCase()), value),
  );
}

function parsed(body: unknown): unknown {
  if (typeof body !== "string") return body;
  try {
    return JSON.parse(body);
  } catch {
    return body.replace(/>\s+</g, "><").trim() || undefined;
  }
}

function inShort(value: unknown): string {
  const text = JSON.stringify(value) ?? "undefined";
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
