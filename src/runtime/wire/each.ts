/** `$each`: an element for each item of a list, of a map, or of the lists in a map. */
import { isRecord } from "../is-record.js";
import { own, setOwn } from "../own-member.js";
import type { Shape } from "../shape.js";
import { memberShape, shapeAt } from "../shape-at.js";
import { codeIn, type Layout, noLayout, type Repetition, valueAt } from "./layout.js";
import { setAt } from "./pieces.js";

/** What a field is whose items are repeated. */
interface Repeatable {
  /** Whether it is a map. */
  readonly keyed: boolean;
  /** Whether each member of the map is a list of items. */
  readonly inLists: boolean;
  /** The shape of an item; of a map, of those under the key. */
  itemOf(key: string): Shape;
}

/** `$each`, in both directions. The shape of the field alone decides how they go, so that they cannot differ. */
export const repetition: Repetition = {
  itemsOf(value, shape) {
    const { keyed, inLists } = repeatable(shape);
    if (!keyed) return Array.isArray(value) ? value.map((item: unknown) => ({ item })) : undefined;
    if (!isRecord(value)) return undefined;
    return Object.entries(value).flatMap(([key, member]) => {
      if (!inLists) return { item: member, key };
      return Array.isArray(member) ? member.map((item: unknown) => ({ item, key })) : [];
    });
  },
  itemShape: (shape) => repeatable(shape).itemOf(""),
  fromWire(elements, shape, now, layout = noLayout) {
    if (!Array.isArray(elements)) return undefined;
    const { keyed, inLists, itemOf } = repeatable(shape);
    const ours = elements.filter((element) => codeIn(layout, element) !== false);
    if (!keyed) {
      const items = ours.map((element) => readItem(element, layout, itemOf(""), now));
      return items.filter((item) => item !== undefined);
    }
    const map = {};
    for (const element of ours) {
      const place = layout.places?.find(({ from: [first] }) => first === "$key");
      const given = place && valueAt(element, place.at ?? place.from);
      // What is wrong with nothing in particular has no name.
      const name =
        (place?.as === undefined ? given : place.as.fromWire(given, "string", now)) ?? "";
      if (typeof name !== "string") continue;
      const item = readItem(element, layout, itemOf(name), now);
      if (item === undefined) continue;
      const list: unknown = own(map, name as never);
      if (!inLists) setOwn(map, name, item);
      else if (Array.isArray(list)) list.push(item);
      else setOwn(map, name, [item]);
    }
    return map;
  },
};

/** A list, a map of lists, or another map; of a union the variant that is one of these. */
function repeatable(shape: Shape): Repeatable {
  if (typeof shape === "object" && "oneOf" in shape) {
    const variant = shape.oneOf.find(
      (each) => typeof each === "object" && ("items" in each || "members" in each),
    );
    return repeatable(variant ?? "any");
  }
  if (typeof shape === "object" && "members" in shape) {
    const shapes = [...Object.values(shape.members), shape.rest ?? []].flat();
    const inLists = shapes.length > 0 && shapes.every((each) => listShape(each) !== undefined);
    const itemOf = (key: string) => {
      const member = memberShape(shape, key) ?? shapes[0] ?? "any";
      return (inLists ? listShape(member) : member) ?? "any";
    };
    return { keyed: true, inLists, itemOf };
  }
  return { keyed: false, inLists: false, itemOf: () => listShape(shape) ?? "any" };
}

function listShape(shape: Shape): Shape | undefined {
  return typeof shape === "object" && "items" in shape ? shape.items : undefined;
}

function readItem(element: unknown, { places = [] }: Layout, shape: Shape, now: number): unknown {
  const result: Record<string, unknown> = {};
  for (const { from, at = from, as, item, beside } of places) {
    const [first = ""] = from;
    const [root, ...path] = first.split(".");
    if (root !== "$item") continue;
    const given = valueAt(element, at);
    const inner = shapeAt(shape, path) ?? "any";
    const value = as === undefined ? given : as.fromWire(given, inner, now, item);
    if (beside !== undefined) addOthers(result, value, beside);
    else if (path.length === 0) return value;
    else if (value !== undefined && value !== null) setAt(result, path, value);
  }
  return result;
}

/** An item that stands among other members has all members but those. */
function addOthers(result: object, value: unknown, beside: readonly string[]): void {
  if (!isRecord(value)) return;
  for (const [name, member] of Object.entries(value))
    if (!beside.includes(name)) setOwn(result, name, member);
}
