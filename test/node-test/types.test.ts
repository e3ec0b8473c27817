import { expect, it } from "vitest";
import { typeCheck } from "../support/type-check.js";

const head = `import { assertErrorCode, assertRejectsErrorCode, assertThrowsErrorCode } from "errdex/node-test";
import type { ErrorByCode } from "errdex/image-hosting";
declare module "errdex/node-test" { interface KnownErrors extends ErrorByCode {} }
declare const error: unknown;
declare const promise: Promise<unknown>;
`;

// All at once: each program reads the libraries anew.
const rows: readonly (readonly [name: string, code: string, want?: string])[] = [
  [
    "a code, which narrows",
    `assertErrorCode(error, "not_found");\nexport const code: "not_found" = error.code;\nexport const status: number = error.status;`,
  ],
  ["an unrecognized error", `assertErrorCode(error, "unrecognized");`],
  ["fields", `assertErrorCode(error, "plan_required", { required_plan: "pro" });`],
  ["a pattern", `assertErrorCode(error, "plan_required", { required_plan: /^p/ });`],
  [
    "what a function throws",
    `export const code: "not_found" = assertThrowsErrorCode(() => 1, "not_found", { origin: "self" }).code;`,
  ],
  [
    "what a promise is rejected with",
    `export const a = async (): Promise<"not_found"> => (await assertRejectsErrorCode(promise, "not_found")).code;`,
  ],
  ["a code that there is not", `assertErrorCode(error, "not_fond");`, '"not_fond"'],
  [
    "a field that there is not",
    `assertErrorCode(error, "plan_required", { plan: "pro" });`,
    "'plan'",
  ],
  [
    "a field of another type",
    `assertErrorCode(error, "plan_required", { required_plan: 1 });`,
    "'number'",
  ],
  [
    "a pattern for a number",
    `assertErrorCode(error, "rate_limited", { retry_after: /1/ });`,
    "'RegExp'",
  ],
  [
    "fields of an unrecognized error",
    `assertErrorCode(error, "unrecognized", { a: 1 });`,
    "arguments",
  ],
  [
    "fields that nobody checks in the type",
    `assertErrorCode(error, "plan_required");\nexport const plan: string = error.required_plan;`,
    "'required_plan'",
  ],
];

it("the assertions know the codes and fields of the catalog", () => {
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

it("the assertions take anything while no catalog is declared", () => {
  const text = `import { assertErrorCode, assertThrowsErrorCode } from "errdex/node-test";
declare const error: unknown;
assertErrorCode(error, "anything", { any: 1, text: /a/ });
assertThrowsErrorCode(() => 1, "at_all");`;
  expect(typeCheck({ "undeclared.ts": text })).toEqual([]);
});
