import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { root } from "../shipped-catalog.js";
import { doublingInputs } from "./doubling-inputs.js";
import { ratioOf } from "./measure.js";

it("docs/benchmark.md lists every input that is doubled", () => {
  const text = readFileSync(`${root}docs/benchmark.md`, "utf8");
  const section = text.split(/^## /m).find((each) => each.startsWith("Twice the input")) ?? "";
  const listed = [...section.matchAll(/^\| (\w[^|]*?) +\|/gm)].map(([, name]) => name);
  expect(listed.filter((name) => name !== "What is doubled")).toEqual(
    doublingInputs.map(({ name }) => name),
  );
});

// Coarser than `npm run doubling`, and quick: what takes the square of its input is 16 times as slow at four times the size.
describe("four times the input costs less than ten times as much", () => {
  it.each(doublingInputs)("$name", (input) => {
    expect(ratioOf(input, { times: 4, below: 10, least: 5 })).toBeLessThan(10);
  });
});
