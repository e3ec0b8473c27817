import { expect, it } from "vitest";
import { typeCheck } from "../support/type-check.js";

const head = `import { expect } from "vitest";
import type {} from "errdex/vitest";
import type { ErrorByCode } from "errdex/image-hosting";
declare module "errdex/vitest" { interface KnownErrors extends ErrorByCode {} }
declare const error: unknown;
declare const promise: Promise<unknown>;
`;

// All at once: each program reads the libraries anew.
const rows: readonly (readonly [string, string, string?])[] = [
  ["a code", `expect(error).toBeErrorCode("not_found");`],
  ["an unrecognized error", `expect(error).toBeErrorCode("unrecognized");`],
  ["fields", `expect(error).toBeErrorCode("plan_required", { required_plan: "pro" });`],
  [
    "an asymmetric matcher",
    `expect(error).toBeErrorCode("plan_required", { required_plan: expect.any(String) });`,
  ],
  ["what a function throws", `expect(() => 1).toThrowErrorCode("not_found", { origin: "self" });`],
  [
    "what a promise is rejected with",
    `export const a = async () => { await expect(promise).rejects.toThrowErrorCode("not_found"); };`,
  ],
  ["not", `expect(error).not.toBeErrorCode("not_found");`],
  ["a code that there is not", `expect(error).toBeErrorCode("not_fond");`, '"not_fond"'],
  [
    "a field that there is not",
    `expect(error).toBeErrorCode("plan_required", { plan: "pro" });`,
    "'plan'",
  ],
  [
    "a field of another type",
    `expect(error).toBeErrorCode("plan_required", { required_plan: 1 });`,
    "'number'",
  ],
  [
    "the code as a field",
    `expect(error).toBeErrorCode("not_found", { code: "not_found" });`,
    "'code'",
  ],
  [
    "fields of an unrecognized error",
    `expect(error).toBeErrorCode("unrecognized", { a: 1 });`,
    "arguments",
  ],
  [
    "a rejected code that there is not",
    `export const a = async () => { await expect(promise).rejects.toThrowErrorCode("not_fond"); };`,
    '"not_fond"',
  ],
];

it("the matchers know the codes and fields of the catalog", () => {
  const texts = Object.fromEntries(rows.map(([, code], index) => [`row-${index}.ts`, head + code]));
  const complaints = typeCheck(texts);
  for (const [index, [name, , want]] of rows.entries()) {
    const said = complaints.filter(({ file }) => file === `row-${index}.ts`);
    expect(said.length, `${name}: ${said.map(({ message }) => message).join("\n")}`).toBe(
      want === undefined ? 0 : 1,
    );
    if (want !== undefined) expect(said[0]?.message, name).toContain(want);
  }
});

it("the matchers take anything while no catalog is declared", () => {
  const text = `import { expect } from "vitest";
import type {} from "errdex/vitest";
expect(1).toBeErrorCode("anything", { any: 1 });
expect(() => 1).toThrowErrorCode("at_all");`;
  expect(typeCheck({ "undeclared.ts": text })).toEqual([]);
});
