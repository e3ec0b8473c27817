import { expect, it } from "vitest";
import { doublingInputs } from "./doubling-inputs.js";
import { ratioOf } from "./measure.js";

it.each(doublingInputs)("$name: twice the size costs less than 2.5 times as much", (input) => {
  const ratio = ratioOf(input, { times: 2, below: 2.5, least: 100 });
  process.stdout.write(`${ratio.toFixed(2)} × ${input.name}\n`);
  expect(ratio).toBeLessThan(2.5);
});
