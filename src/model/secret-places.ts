/** How many secrets a type holds. */
import { match } from "ts-pattern";
import type { FieldType, NamedTypes, Property } from "./field.js";

/**
 * Counts the places in a type that hold a secret. Each named type is counted once and remembered: types that hold
 * others twice, through many levels, have more places than anybody can walk through.
 */
export function secretCounter(types: NamedTypes): (type: FieldType) => number {
  const known = new Map<string, number>();
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
  const ofProperty = ({ secret, type }: Property) => (secret ? 1 : count(type));
  const count = (type: FieldType): number =>
    match(type)
      .with({ kind: "reference" }, ({ name }) => {
        const inner = types.get(name)?.type;
        if (inner === undefined) return 0;
        const found = known.get(name) ?? count(inner);
        known.set(name, found);
        return found;
      })
      .with({ kind: "array" }, ({ items }) => count(items))
      .with({ kind: "object" }, ({ properties, rest }) =>
        sum([...properties.map(ofProperty), rest === undefined ? 0 : count(rest)]),
      )
      .with({ kind: "oneOf" }, ({ variants }) => sum(variants.map(count)))
      .with({ kind: "any" }, { kind: "scalar" }, { kind: "enum" }, () => 0)
      .exhaustive();
  return count;
}
