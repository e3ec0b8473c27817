import { describe, expect, it } from "vitest";
import { didYouMean, nearest } from "../../src/diagnostics/suggest.js";

const words = ["title", "message", "meaning", "retry", "type", "GET"];

describe("the nearest name", () => {
  it.each([
    ["titel", "title"],
    ["tpye", "type"],
    ["get", "GET"],
    ["mesage", "message"],
    ["retri", "retry"],
    ["mening", "meaning"],
  ])("for %s is %s", (word, expected) => {
    expect(nearest(word, words)).toBe(expected);
  });

  it.each(["", "colour", "ab", "ttl", "x".repeat(100_000)])(
    "for a word as far off as %j is none",
    (word) => {
      expect(nearest(word, words)).toBeUndefined();
    },
  );
});

it("names all where none is near and they are few", () => {
  expect(didYouMean("colour", ["a", "b"])).toEqual({ help: 'Known: "a", "b".' });
  expect(didYouMean("colour", [])).toEqual({});
  expect(
    didYouMean(
      "colour",
      Array.from({ length: 13 }, (_, index) => `name${index}`),
    ),
  ).toEqual({});
});
