/** The parts of a contract by name. */
import {
  type Category,
  type Contract,
  compareText,
  type Entry,
  isTombstone,
  type Operation,
} from "../../model/catalog.js";
import { remembered } from "../../model/remembered.js";
import type { WireFormat } from "../../model/wire-format.js";

/** What is compared by name. The first of two that have one name counts, as everywhere in a catalog with that error. */
export interface ContractParts {
  readonly categories: ReadonlyMap<string, Category>;
  readonly codes: ReadonlyMap<string, Entry>;
  readonly operations: ReadonlyMap<string, Operation>;
  readonly formats: ReadonlyMap<string, WireFormat>;
}

/** The parts, in the order of their names. */
export const partsOf: (contract: Contract) => ContractParts = remembered(
  ({ categories, entries, operations, wireFormats }) => ({
    categories: byName(categories, ({ id }) => id),
    codes: byName(entries, ({ code }) => code),
    operations: byName(operations, ({ id }) => id),
    formats: byName(wireFormats, ({ name }) => name.value),
  }),
);

function byName<T>(parts: readonly T[], nameOf: (part: T) => string): ReadonlyMap<string, T> {
  const named = parts.map((part): [string, T] => [nameOf(part), part]).reverse();
  return new Map([...new Map(named)].sort(([a], [b]) => compareText(a, b)));
}

/** Whether the code is one that services raise. */
export function isLive(entry: Entry | undefined): boolean {
  return entry !== undefined && entry.retired === undefined;
}

/** Whether clients can still decode the code: all but bare tombstones. */
export function decodes(entry: Entry | undefined): entry is Entry {
  return entry !== undefined && !isTombstone(entry);
}
