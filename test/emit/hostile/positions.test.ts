import { expect, it } from "vitest";
import { positions } from "./positions.js";
import { textPositions } from "./text-positions.js";

it("every place of the schemas where a text can stand is filled", () => {
  const filled = new Set(Object.keys(positions).map((path) => path.replace(/ \d$/, "")));
  expect([...filled].sort()).toEqual(textPositions());
});
