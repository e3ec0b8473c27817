import { expect, it } from "vitest";
import { covered, found, shown } from "./covered.js";

const from = (names: string): string => `import { ${names} } from "./errors/index.js";\n`;
const undeclared = (lines: readonly string[]): readonly string[] =>
  lines.filter((line) => line.startsWith("undeclared"));

it.each<[string, string, readonly string[]]>([
  [
    "a function with its name",
    `${from("soldOut, notFound")}export function placeOrder() { soldOut(); throw notFound(); }`,
    ["undeclared not_found in place_order 2:49 of placeOrder 2:8"],
  ],
  [
    "a constant with its name",
    `${from("notFound")}const placeOrder = async () => { throw notFound(); };`,
    ["undeclared not_found in place_order 2:40 of placeOrder 2:20"],
  ],
  [
    "a method or property with its name",
    `${from("notFound")}class A { placeOrder() { throw notFound(); } }\nconst b = { placeOrder: () => notFound(), viewOrder() { throw notFound(); } };`,
    [
      "undeclared not_found in place_order 2:32 of placeOrder 2:21",
      "undeclared not_found in place_order 3:31 of placeOrder 3:25",
    ],
  ],
  [
    "a function that returns its errors",
    `${from("notFound, type PlaceOrderError")}async function f(): Promise<Result<Order, PlaceOrderError>> { return err(notFound()); }`,
    ["undeclared not_found in place_order 2:74 of f 2:1"],
  ],
  [
    "a constant of a type with its errors",
    `${from("notFound, type PlaceOrderError as E")}const f: Handler<E> = () => { throw notFound(); };`,
    ["undeclared not_found in place_order 2:37 of f 2:23"],
  ],
  [
    "a function that is given with it",
    `${from("notFound, operations")}route(operations.place_order, async () => { throw notFound(); });\nroute({ codes: operations.view_order }, () => notFound());`,
    ["undeclared not_found in place_order 2:51 of undefined 2:31"],
  ],
  [
    "functions that it calls",
    `${from("notFound")}function placeOrder() { store(); }\nfunction store() { deeper(); }\nconst deeper = () => { throw notFound(); };\nfunction unrelated() { notFound(); }`,
    ["undeclared not_found in place_order 4:30 of placeOrder 2:1"],
  ],
  [
    "functions inside it",
    `${from("notFound")}function placeOrder() { return [1].map(() => notFound()); }`,
    ["undeclared not_found in place_order 2:46 of placeOrder 2:1"],
  ],
])("finds what an operation does not declare in %s", (_, text, want) => {
  expect(undeclared(found(text))).toEqual(want);
});

it("follows the functions that are called through other modules", () => {
  const lines = shown(
    covered({
      "src/a.ts": `import { save } from "./passed.js";\nexport function placeOrder() { save(); }`,
      "src/passed.ts": `export { store as save } from "./store.js";`,
      "src/store.ts": `${from("notFound, soldOut")}export const store = () => { soldOut(); throw notFound(); };`,
    }),
  );
  expect(undeclared(lines)).toEqual([
    "undeclared not_found in place_order src/store.ts:2:47 of placeOrder 2:8",
  ]);
});

it.each<[string, string]>([
  [
    "what it declares",
    `${from("soldOut, rateLimited")}function placeOrder() { soldOut(); throw rateLimited(); }`,
  ],
  [
    "what may be caught inside",
    `${from("notFound")}function placeOrder() { try { store(); throw notFound(); } catch (e) {} }\nfunction store() { throw notFound(); }`,
  ],
  [
    "functions that call each other",
    `${from("soldOut")}function placeOrder() { other(); }\nfunction other() { placeOrder(); soldOut(); }`,
  ],
  ["functions that are of no operation", `${from("notFound")}function f() { throw notFound(); }`],
])("does not complain about %s", (_, text) => {
  expect(undeclared(found(text))).toEqual([]);
});

it("does not complain about tests", () => {
  const text = `import { notFound } from "../src/errors/index.js";\nfunction placeOrder() { throw notFound(); }`;
  expect(undeclared(shown(covered({ "test/a.ts": text })))).toEqual([]);
});
