/** What making an error costs, with and without its way to JSON. */
import { types } from "node:util";
import { interleave, median, number, printTable, ratio, target } from "./harness.mjs";
import { fields, makers } from "./quota-exceeded.mjs";

const hand = "hand-written class";

// In a service an error has more callers than a stack shows (10). Near the top of a program it has few.
const inService = 16;

/** Runs the section. */
export function run(_folder, rounds) {
  for (const [name, { make }] of Object.entries(makers)) assertSame(name, make());
  const measure = (depth, work) => interleave(makersAt(depth, work), rounds);
  const deep = measure(inService, (make) => make());
  const shallow = measure(0, (make) => make());
  const toJson = measure(inService, (make) => JSON.stringify(make()));
  const ns = (measured, name) => number(median(measured[name]) * 1e6);
  printTable(
    [
      "ns",
      "construct",
      "× hand",
      "+ JSON",
      "× hand",
      "no callers",
      "× hand",
      "real Error",
      "checks",
    ],
    Object.entries(makers).map(([name, { make, checks }]) => [
      name,
      ns(deep, name),
      number(ratio(deep, name, hand), 2),
      ns(toJson, name),
      number(ratio(toJson, name, hand), 2),
      ns(shallow, name),
      number(ratio(shallow, name, hand), 2),
      types.isNativeError(make()) ? "yes" : "no",
      checks,
    ]),
  );
  const peers = Object.keys(makers).filter(
    (name) =>
      !name.startsWith("errdex") && name !== hand && types.isNativeError(makers[name].make()),
  );
  const fastest = peers.reduce((a, b) => (median(deep[a]) < median(deep[b]) ? a : b));
  return [
    target("construct, with a stack, to hand-written", ratio(deep, "errdex", hand), {
      atMost: 1.1,
    }),
    target(
      "construct, stack: false, faster than with",
      ratio(deep, "errdex", "errdex, stack: false"),
      {
        atLeast: 10,
      },
    ),
    target(
      `construct, with a stack, to the fastest peer (${fastest})`,
      ratio(deep, "errdex", fastest),
      {
        atMost: 1.05,
      },
    ),
  ];
}

function makersAt(depth, work) {
  // One error of each stays alive: a collection that finds none drops the shape that optimised code relies on.
  const kept = new Map();
  const contenders = Object.entries(makers).map(([name, { make }]) => {
    const loop = (count) => {
      let last;
      for (let index = 0; index < count; index += 1) last = work(make);
      kept.set(name, [make(), last]);
    };
    return [name, (count) => descend(depth, loop, count)];
  });
  return Object.fromEntries(contenders);
}

function descend(depth, loop, count) {
  if (depth === 0) loop(count);
  else descend(depth - 1, loop, count);
}

// A comparison of unlike things would say nothing.
function assertSame(name, error) {
  const { action, usage } = error.data ?? error;
  const message = "You have used 100 of 100 uploads.";
  const same =
    error instanceof Error &&
    error.message === message &&
    (error.code ?? error.data.code).toLowerCase() === "quota_exceeded" &&
    (error.status ?? error.statusCode) === 403 &&
    JSON.stringify({ action, usage }) === JSON.stringify(fields);
  if (!same) throw new Error(`${name} does not make the same error.`);
}
