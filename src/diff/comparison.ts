/** What every comparison is given: both contracts, and where to note what differs. */
import type { Contract, ContractSteps } from "../model/contract.js";
import type { ChangeKind } from "./change-kinds.js";
import type { Replay } from "./replay.js";

/** Notes a change: its kind, where it is, what it is in a sentence, and what to do where that is special. */
export type Note = (id: ChangeKind, steps: ContractSteps, what: string, help?: string) => void;

/** Two contracts and the list of their differences. */
export interface Comparison {
  readonly base: Contract;
  readonly current: Contract;
  readonly note: Note;
  readonly replay: Replay;
  /** The code that has taken the place of a retired one, by the retired one. */
  readonly renames: ReadonlyMap<string, string>;
}

/** What stands in only one of two lists, or in both. */
export interface Sides<T> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
  readonly kept: readonly T[];
}

/** Sorts two lists into what only one has and what both have. */
export function sides<T>(base: Iterable<T>, current: Iterable<T>): Sides<T> {
  const before = new Set(base);
  const after = new Set(current);
  return {
    added: [...after].filter((each) => !before.has(each)),
    removed: [...before].filter((each) => !after.has(each)),
    kept: [...before].filter((each) => after.has(each)),
  };
}

/** The names of the members that two records have. */
export function sidesOf(
  base: Readonly<Record<string, unknown>> | undefined,
  current: Readonly<Record<string, unknown>> | undefined,
): Sides<string> {
  return sides(Object.keys(base ?? {}), Object.keys(current ?? {}));
}
