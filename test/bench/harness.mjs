/** Timing in interleaved rounds, tables, and the targets that the sections collect. */
import { performance } from "node:perf_hooks";

/** The middle value. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

/**
 * Times contenders in turns: every round times each of them, so that whatever else the machine does hits all alike.
 *
 * @param contenders name → function that does its work `times` times.
 * @param options rounds that count, rounds before them that do not, and how often a contender does its work in a round.
 * @returns name → milliseconds for one piece of work, a number for each round.
 */
export function interleave(contenders, { rounds, warmUp, times = 1 }) {
  const names = Object.keys(contenders);
  const measured = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = -warmUp; round < rounds; round += 1) {
    globalThis.gc?.();
    for (let turn = 0; turn < names.length; turn += 1) {
      // Each round begins with another one: the first after a collection has the emptiest heap.
      const name = names[(turn + round + warmUp) % names.length];
      const start = performance.now();
      contenders[name](times);
      const took = performance.now() - start;
      if (round >= 0) measured[name].push(took / times);
    }
  }
  return measured;
}

// Those that capture a stack pay for every caller; in a service there are more than a stack shows (10).
const inService = 16;

/** A loop with as many callers above it as there are in a service. */
export function withCallers(loop) {
  return (count) => descend(inService, loop, count);
}

function descend(depth, loop, count) {
  if (depth === 0) loop(count);
  else descend(depth - 1, loop, count);
}

/** The median of the ratios within the rounds. */
export function ratio(measured, name, base) {
  return median(measured[name].map((value, round) => value / measured[base][round]));
}

/** Prints rows as a Markdown table, so that results can be kept as they are. */
export function printTable(head, rows) {
  const cells = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(3, ...cells.map((row) => row[column].length)));
  const line = (row) =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join(" | ")} |`;
  const rule = widths.map((width, column) =>
    column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`,
  );
  console.log([line(cells[0]), line(rule), ...cells.slice(1).map(line)].join("\n"));
}

/** A number with `digits` behind the point and a space between thousands. */
export function number(value, digits = 0) {
  return value.toFixed(digits).replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, " ");
}

/** A factor, such as `1.04 ×`. */
export function times(value) {
  return `${number(value, 2)} ×`;
}

/** A target that a figure has to stay under (`atMost`) or to get over (`atLeast`). */
export function target(name, figure, limits, show = times) {
  const { atMost, atLeast } = limits;
  const reached =
    (atMost === undefined || figure <= atMost) && (atLeast === undefined || figure >= atLeast);
  const limit = atMost === undefined ? `≥ ${show(atLeast)}` : `≤ ${show(atMost)}`;
  return { name, limit, figure: show(figure), reached };
}
