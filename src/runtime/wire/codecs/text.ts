/** `:string` and `:strings`: values as texts, for wires that know nothing else. */
import { isRecord } from "../../is-record.js";
import { own, setOwn } from "../../own-member.js";
import { plain } from "../../plain.js";
import type { FieldShapes, Shape } from "../../shape.js";
import type { Codec } from "../codec.js";

/** One value as a text. */
export const string: Codec = { toWire: asText, fromWire: fromText };

/** An object whose members are all texts. */
export const strings: Codec = {
  toWire: (value) => (isRecord(value) ? mapMembers(value, asText) : undefined),
  fromWire: (value, shape) => {
    if (!isRecord(value)) return undefined;
    const { members, rest } =
      typeof shape === "object" && "members" in shape
        ? shape
        : { members: {} as FieldShapes, rest: "string" as const };
    return mapMembers(value, (member, name) =>
      fromText(member, own(members, name) ?? own(members, `${name}?`) ?? rest ?? "string"),
    );
  },
};

function asText(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return value === null || value === undefined ? undefined : JSON.stringify(plain(value));
}

// Only a field that is no text itself was made one for the wire's sake.
function fromText(value: unknown, shape: Shape): unknown {
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
