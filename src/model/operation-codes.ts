/** Which codes an operation may answer with. */
import type { Catalog, CodeGroup, Operation } from "./catalog.js";
import { remembered } from "./remembered.js";

/** Every code that an operation may answer with, its groups' included, in order. */
export function codesOf(operation: Operation, groups: readonly CodeGroup[]): readonly string[] {
  const { byId, answered } = groupIndex(groups);
  const named = operation.groups.flatMap(({ value }) => byId.get(value) ?? []);
  // Thousands of operations may share a group of thousands of codes: those that say the same have one list.
  const key = JSON.stringify([
    operation.codes.map(({ value }) => value),
    named.map(({ id }) => id),
  ]);
  const found = answered.get(key) ?? [
    ...new Set([operation, ...named].flatMap(({ codes }) => codes.map(({ value }) => value))),
  ];
  answered.set(key, found);
  return found;
}

const groupIndex = remembered((groups: readonly CodeGroup[]) => ({
  byId: new Map([...groups].reverse().map((group) => [group.id, group])),
  answered: new Map<string, readonly string[]>(),
}));

/** Every code that some operation may answer with. */
export function answeredCodes({
  operations,
  groups,
}: Pick<Catalog, "operations" | "groups">): ReadonlySet<string> {
  const named = new Set(
    operations.flatMap((operation) => operation.groups.map(({ value }) => value)),
  );
  const all = [...operations, ...groups.filter(({ id }) => named.has(id))];
  return new Set(all.flatMap(({ codes }) => codes.map(({ value }) => value)));
}
