import { expect, it } from "vitest";
import { strictOptions, typeCheck } from "../support/type-check.js";

const known = `import type {} from "errdex/jest";
import type { ErrorByCode } from "errdex/image-hosting";
declare module "errdex/jest" { interface KnownErrors extends ErrorByCode {} }
declare const error: unknown;
declare const promise: Promise<unknown>;
`;

// All at once: each program reads the libraries anew.
const rows: readonly (readonly [name: string, code: string, want?: string])[] = [
  ["a code", `expect(error).toBeErrorCode("not_found");`],
  ["an unrecognized error", `expect(error).toBeErrorCode("unrecognized");`],
  ["fields", `expect(error).toBeErrorCode("plan_required", { required_plan: "pro" });`],
  [
    "an asymmetric matcher",
    `expect(error).toBeErrorCode("plan_required", { required_plan: expect.any(String) as never });`,
  ],
  ["what a function throws", `expect(() => 1).toThrowErrorCode("not_found", { origin: "self" });`],
  [
    "what a promise is rejected with, as a promise",
    `export const a: Promise<void> = expect(promise).rejects.toThrowErrorCode("not_found");`,
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

it.each([
  ["@jest/globals", `import { expect } from "@jest/globals";\n`, ["node"]],
  ["@types/jest", "", ["node", "jest"]],
])("the matchers of %s know the codes and fields of the catalog", (_, head, types) => {
  const texts = Object.fromEntries(
    rows.map(([, code], index) => [`row-${index}.ts`, head + known + code]),
  );
  const complaints = typeCheck(texts, undefined, { ...strictOptions, types });
  for (const [index, [name, , want]] of rows.entries()) {
    const said = complaints.filter(({ file }) => file === `row-${index}.ts`);
    expect(said.length, `${name}: ${said.map(({ message }) => message).join("\n")}`).toBe(
      want === undefined ? 0 : 1,
    );
    if (want !== undefined) expect(said[0]?.message, name).toContain(want);
  }
});
