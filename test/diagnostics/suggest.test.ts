import { describe, expect, it } from "vitest";
import { didYouMean, guesser, nearest, quoted } from "../../src/diagnostics/suggest.js";

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

it("guesses each of a few words, and gives up where thousands are wrong", () => {
  const names = Array.from({ length: 3000 }, (_, index) => `some_long_name_${index}`);
  const guess = guesser(() => names);
  const helped = names.filter((name) => "help" in guess(`${name}x`));
  expect(helped.slice(0, 10)).toEqual(names.slice(0, 10));
  expect(helped.length).toBeLessThan(200);
});

it("shows no more of a long word than somebody reads", () => {
  expect(quoted("x".repeat(200))).toBe(`"${"x".repeat(200)}"`);
  expect(quoted("x".repeat(1_000_000))).toBe(`"${"x".repeat(200)}…"`);
  expect(quoted(`${"x".repeat(199)}😀`)).toBe(`"${"x".repeat(199)}…"`);
});
