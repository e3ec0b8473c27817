import { expect, it } from "vitest";
import { fingerprints } from "../../src/diagnostics/fingerprint.js";

const at = (text: string, start: number) => ({
  rule: "some-rule",
  severity: "error" as const,
  message: "Wrong.",
  at: { file: { path: "a.yaml", text }, start, end: start + 1 },
});

it("stays the same when lines move, and tells findings of one line apart", () => {
  const text = "one\ntwo: wrong wrong\n";
  const [first, second] = fingerprints([at(text, 9), at(text, 15)]);
  expect(first?.slice(0, -1)).toBe(second?.slice(0, -1));
  expect([first, second].map((each) => each?.at(-1))).toEqual(["1", "2"]);
  const [moved] = fingerprints([at(`zero\n${text}`, 14)]);
  expect(moved).toBe(first);
});

it("looks at what is around the place where a line is very long", () => {
  const long = "x".repeat(5000);
  const [here, there] = fingerprints([
    at(`${long}wrong${long}`, 5000),
    at(`${long}other${long}`, 5000),
  ]);
  const [elsewhere] = fingerprints([at(`y${long}wrong${long}y`, 5001)]);
  expect(here).not.toBe(there);
  expect(elsewhere).toBe(here);
});
