/** How values are spelled on a wire. Never throws: what cannot be converted counts as absent. */
import { isRecord } from "../is-record.js";
import type { Shape } from "../shape.js";
import { setOwn } from "../validate.js";
import { parseRetryAfter } from "./retry-after.js";
import type { Conversion } from "./wire-spec.js";

/** A value as the wire spells it; undefined where it cannot. */
export function toWire(value: unknown, as: Conversion | undefined): unknown {
  switch (as) {
    case undefined:
      return value;
    case "string":
      return asString(value);
    case "strings":
      return isRecord(value) ? mapMembers(value, asString) : undefined;
    case "seconds":
      return isDelay(value) ? String(Math.ceil(value)) : undefined;
    case "duration":
      return isDelay(value) ? `${value}s` : undefined;
    case "pointer":
      return typeof value === "string" ? encodePointer(value) : undefined;
  }
}

/** A value of the wire as the field has it; undefined where it cannot be one. */
export function fromWire(
  value: unknown,
  as: Conversion | undefined,
  shape: Shape,
  now: number,
): unknown {
  switch (as) {
    case undefined:
      return value;
    case "string":
      return fromString(value, shape);
    case "strings": {
      if (!isRecord(value)) return undefined;
      const shapes =
        typeof shape === "object" && "members" in shape
          ? shape
          : { members: {}, rest: "any" as const };
      return mapMembers(value, (member, name) =>
        fromString(
          member,
          shapes.members[name] ?? shapes.members[`${name}?`] ?? shapes.rest ?? "string",
        ),
      );
    }
    case "seconds":
      if (typeof value === "string") return parseRetryAfter(value.trim(), now);
      return isDelay(value) ? value : undefined;
    case "duration": {
      const [, seconds] = /^(\d+(?:\.\d{1,9})?)s$/.exec(String(value)) ?? [];
      return seconds === undefined ? undefined : Number(seconds);
    }
    case "pointer":
      return typeof value === "string" ? decodePointer(value) : undefined;
  }
}

function isDelay(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value <= Number.MAX_SAFE_INTEGER;
}

function asString(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return value === null || value === undefined ? undefined : JSON.stringify(value);
}

// Only a field that is no text itself was a text for the wire's sake.
function fromString(value: unknown, shape: Shape): unknown {
  if (typeof value !== "string" || isText(shape)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function isText(shape: Shape): boolean {
  if (typeof shape === "string") return shape === "string";
  if ("range" in shape) return shape.range === "string";
  return "enum" in shape && shape.enum.every((value) => typeof value === "string");
}

function mapMembers(value: object, change: (member: unknown, name: string) => unknown): object {
  const result = {};
  for (const [name, member] of Object.entries(value)) {
    const changed = change(member, name);
    if (changed !== undefined) setOwn(result, name, changed);
  }
  return result;
}

// RFC 6901 section 6: a pointer in a URI fragment. The one to the whole document has no name in it.
function encodePointer(name: string): string | undefined {
  if (name === "") return "#";
  try {
    return `#/${encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1"))}`;
  } catch {
    return undefined; // half a surrogate pair has no place in a URI
  }
}

// What points deeper is a name with slashes in it: for whoever shows it, that is better than nothing.
function decodePointer(pointer: string): string | undefined {
  const [, hash, path = ""] = /^(#?)(?:\/(.*))?$/s.exec(pointer) ?? [];
  if (hash === undefined) return undefined;
  try {
    const plain = hash === "" ? path : decodeURIComponent(path);
    return plain.replaceAll("~1", "/").replaceAll("~0", "~");
  } catch {
    return undefined;
  }
}
