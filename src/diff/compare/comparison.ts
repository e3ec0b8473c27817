/** What every comparison is given: both contracts, and where to note what differs. */
import type { Contract } from "../../model/catalog.js";
import type { Located, Span } from "../../model/source.js";
import type { ChangeKind } from "../changes/change-kinds.js";
import type { Replay } from "../replay/misreading.js";
import { ownPlace, wirePlace } from "./code-on-wire.js";
import { partsOf } from "./contract-parts.js";

/** A thing that is compared: the way to it by names, and where each side has it, or the nearest thing around it. */
export interface Spot {
  readonly steps: readonly string[];
  readonly base: Span | undefined;
  readonly current: Span | undefined;
}

/** Something that knows its place. */
export type Placed = Pick<Located<unknown>, "at"> | undefined;

/** Notes a change: its kind, where it is, what it is in a sentence, and what to do where that is special. */
export type Note = (id: ChangeKind, spot: Spot, what: string, help?: string) => void;

/** Two contracts and the list of their differences. */
export interface Comparison {
  readonly base: Contract;
  readonly current: Contract;
  readonly note: Note;
  readonly replay: Replay;
  /** Whether both sides say the same of a code that both have, apart from what it refers to. */
  readonly saysSameOf: (code: string) => boolean;
  /** The code that has taken the place of a retired one, by the retired one. */
  readonly renames: ReadonlyMap<string, string>;
}

/** A thing of the contracts, where each side has it. */
export function spotOf(steps: readonly string[], base: Placed, current: Placed): Spot {
  return { steps, base: base?.at, current: current?.at };
}

/** A part of what stands at the spot. Where a side does not have it, the whole is the nearest thing. */
export function inside(
  spot: Spot,
  steps: readonly string[],
  base?: Placed,
  current?: Placed,
): Spot {
  return {
    steps: [...spot.steps, ...steps],
    base: base?.at ?? spot.base,
    current: current?.at ?? spot.current,
  };
}

/** A code. */
export function codeSpot(code: string, { base, current }: Comparison): Spot {
  const [before, after] = [base, current].map((side) => partsOf(side).codes.get(code));
  return spotOf(["codes", code], before, after);
}

/** A code on a wire. */
export function rowSpot(code: string, format: string, comparison: Comparison): Spot {
  const [before, after] = [comparison.base, comparison.current].map((side) => {
    const at = wirePlace(side, format, code);
    return at && { at };
  });
  return inside(codeSpot(code, comparison), ["wires", format], before, after);
}

/** A wire format. A built-in one is written nowhere: the name of its catalog is nearest. */
export function formatSpot(name: string, { base, current }: Comparison): Spot {
  const [before, after] = [base, current].map((side): Placed => {
    const format = partsOf(side).formats.get(name);
    return format && (ownPlace(format, side) ?? side.name);
  });
  return spotOf(["wires", name], before, after);
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
