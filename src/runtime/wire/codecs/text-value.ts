/** Values inside texts without a conversion: what forms, XML and patterns say becomes what the field takes. */
import { isRecord } from "../../is-record.js";
import { setOwn } from "../../own-member.js";
import { readerOf } from "../../reader-of.js";
import type { Shape } from "../../shape.js";
import { memberShape } from "../../shape-at.js";
import type { Codec } from "../codec.js";
import { scalars } from "./header-text.js";

/** What stands in a text, as the field has it. */
export const textValue: Codec = { toWire: (value) => value, fromWire: valueFor };

function valueFor(value: unknown, shape: Shape): unknown {
  const fits = (each: unknown) => readerOf(shape)(each, []) !== undefined;
  if (value === undefined || (fits(value) && (typeof value !== "object" || value === null)))
    return value;
  if (typeof shape === "object" && "items" in shape)
    return listIn(value, shape.items).map((each) => valueFor(each, shape.items));
  if (isRecord(value)) {
    const members = {};
    for (const [name, member] of Object.entries(value))
      setOwn(members, name, valueFor(member, memberShape(shape, name) ?? "any"));
    const { "#text": text } = value;
    return typeof text === "string" && !fits(members) ? valueFor(text, shape) : members;
  }
  // An empty element, of which nobody sees what it could hold.
  if (value === "" && fits({})) return {};
  return typeof value === "string" ? (scalars(value).find(fits) ?? value) : value;
}

/** The items of a list: one alone, several of a name, or what stands in an element around them. */
function listIn(value: unknown, items: Shape): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (value === "") return [];
  const [name = "", ...more] = isRecord(value) ? Object.keys(value) : [""];
  // A member of the items makes it one of them.
  return name !== "" && more.length === 0 && memberShape(items, name) === undefined
    ? [(value as Record<string, unknown>)[name]].flat()
    : [value];
}
