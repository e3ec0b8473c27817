/** How many secrets a type holds. */
import type { FieldType, NamedTypes } from "./field.js";
import { partsOf } from "./visit-type.js";

/**
 * Counts the places in a type that hold a secret. Each named type is counted once and remembered: types that hold
 * others twice, through many levels, have more places than anybody can walk through.
 */
export function secretCounter(types: NamedTypes): (type: FieldType) => number {
  const known = new Map<string, number>();
  const ofNamed = (name: string): number => {
    const inner = types.get(name)?.type;
    if (inner === undefined) return 0;
    const found = known.get(name) ?? count(inner);
    known.set(name, found);
    return found;
  };
  const count = (type: FieldType): number =>
    type.kind === "reference"
      ? ofNamed(type.name)
      : partsOf(type).reduce(
          (total, { secret, type: part }) => total + (secret ? 1 : count(part)),
          0,
        );
  return count;
}
