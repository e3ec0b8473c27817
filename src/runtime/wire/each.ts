/** `$each`: an element for each item of a list, or of the lists in a map. */
import { isRecord } from "../is-record.js";
import { own, setOwn } from "../own-member.js";
import type { Shape } from "../shape.js";
import { codeIn, type Layout, noLayout, type Repetition, valueAt } from "./layout.js";
import { setAt, shapeAt } from "./pieces.js";

/** `$each`, in both directions. */
export const repetition: Repetition = {
  itemsOf(value) {
    if (Array.isArray(value)) return value.map((item: unknown) => ({ item, key: undefined }));
    if (!isRecord(value)) return [];
    return Object.entries(value).flatMap(([key, list]) =>
      Array.isArray(list) ? list.map((item: unknown) => ({ item, key })) : [],
    );
  },
  fromWire(elements, shape, now, layout = noLayout) {
    if (!Array.isArray(elements)) return undefined;
    const isMap = typeof shape === "object" && "members" in shape;
    const list = isMap ? (shape.rest ?? "any") : shape;
    const itemShape: Shape = typeof list === "object" && "items" in list ? list.items : "any";
    const ours = elements.filter((element) => codeIn(layout, element) !== false);
    if (!isMap) {
      const items = ours.map((element) => readItem(element, layout, itemShape, now));
      return items.filter((item) => item !== undefined);
    }
    const map: Record<string, unknown[]> = {};
    for (const element of ours) {
      const place = layout.places?.find(({ from: [first] }) => first === "$key");
      const given = place && valueAt(element, place.at ?? place.from);
      // What is wrong with nothing in particular has no name.
      const name =
        (place?.as === undefined ? given : place.as.fromWire(given, "string", now)) ?? "";
      const item = readItem(element, layout, itemShape, now);
      if (typeof name !== "string" || item === undefined) continue;
      const list = own(map, name);
      if (list === undefined) setOwn(map, name, [item]);
      else list.push(item);
    }
    return map;
  },
};

function readItem(element: unknown, { places = [] }: Layout, shape: Shape, now: number): unknown {
  const result: Record<string, unknown> = {};
  for (const { from, at = from, as } of places) {
    const [first = ""] = from;
    const [root, ...path] = first.split(".");
    if (root !== "$item") continue;
    const given = valueAt(element, at);
    const value = as === undefined ? given : as.fromWire(given, shapeAt(shape, path) ?? "any", now);
    if (path.length === 0) return value;
    if (value !== undefined && value !== null) setAt(result, path, value);
  }
  return result;
}
