/** What the items of a field are that `$each` repeats. */
import { type FieldType, variantsOf } from "../../model/field.js";
import type { RowValues, Values } from "./row-values.js";

/** The items of lists, and of the lists in a map. */
export function itemsOf(lists: readonly FieldType[], { types }: RowValues): Values {
  const arrays = lists.flatMap((type): readonly FieldType[] => {
    if (type.kind !== "object") return [type];
    const inner = [...type.properties.map((property) => property.type), type.rest ?? []].flat();
    return inner.flatMap((each) => variantsOf(each, types));
  });
  const items = arrays.flatMap((type) => {
    if (type.kind === "any") return [type];
    return type.kind === "array" ? [type.items] : [];
  });
  return { types: items, absent: false };
}

/** The names under which the items of a map stand. */
export function keysOf(lists: readonly FieldType[]): Values {
  const maps = lists.filter(({ kind }) => kind === "object" || kind === "any");
  const [map] = maps;
  if (map === undefined) return { types: [], absent: true };
  return {
    types: [{ kind: "scalar", at: map.at, type: "string" }],
    absent: lists.some(({ kind }) => kind !== "object"),
  };
}
