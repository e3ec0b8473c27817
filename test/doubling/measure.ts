/** Measures how much more an input costs than a smaller one. */
import type { DoublingInput } from "./doubling-input.js";

/** The time of the processor that the work takes at least, in milliseconds: the clock runs for other work too. */
export function costOf(work: () => unknown, runs: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run += 1) {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

/** How two sizes are compared. */
export interface Comparison {
  /** How many times as large the larger is. */
  readonly times: number;
  /** The ratio that is not to be reached. */
  readonly below: number;
  /** What the smaller has to cost at least, in milliseconds: it grows until it does. */
  readonly least: number;
}

/**
 * How many times as much the larger of two inputs costs. Measured again where it is too much, for whatever else the
 * machine did: the least that each ever took counts.
 */
export function ratioOf(
  { size, prepare }: DoublingInput,
  { times, below, least }: Comparison,
): number {
  let count = size;
  let small = prepare(count);
  let cost = costOf(small, 2);
  for (; cost < least; cost = costOf(small, 2)) {
    count *= 2;
    small = prepare(count);
  }
  const large = prepare(count * times);
  let more = costOf(large, 2);
  for (let attempt = 0; attempt < 5 && more >= cost * below; attempt += 1) {
    cost = Math.min(Math.max(cost, 0.1), costOf(small, 3));
    more = Math.min(more, costOf(large, 3));
  }
  return more / cost;
}
