import { expect, expectTypeOf, it } from "vitest";
import type { z } from "zod";
import {
  type ImageHostingError,
  isImageHostingError,
  quotaExceeded,
} from "../../src/image-hosting/index.js";
import { imageHostingError, imageHostingErrorJson } from "../../src/image-hosting/zod.js";
import { shippedExamples } from "../shipped-catalog.js";

const quota = quotaExceeded({
  action: { type: "upgrade", url: "https://img.example/u", label: "Upgrade" },
  usage: { plan: "free", uploads_used: 5, uploads_limit: 5 },
});

it.each(shippedExamples)("accepts $code: $example.title", ({ create }) => {
  const json: unknown = JSON.parse(JSON.stringify(create()));
  expect(imageHostingErrorJson.parse(json)).toEqual(json);
  const read = imageHostingError.parse(json);
  expect(isImageHostingError(read)).toBe(true);
  expect(read.toJSON()).toEqual(json);
});

it.each([
  ["an unknown code", { code: "quota" }, ["code"]],
  ["a wrong status", { status: 404 }, ["status"]],
  ["a missing message", { message: undefined }, ["message"]],
  [
    "a broken field",
    { fields: { ...quota.toJSON().fields, usage: { plan: 1 } } },
    ["fields", "usage", "plan"],
  ],
])("refuses %s, and says where", (_, change, path) => {
  const { error } = imageHostingErrorJson.safeParse({ ...quota.toJSON(), ...change });
  expect(error?.issues[0]?.path).toEqual(path);
});

it("is a Standard Schema that gives real errors", async () => {
  const standard = imageHostingError["~standard"];
  expect(standard.version).toBe(1);
  const result = await standard.validate(quota.toJSON());
  expect("value" in result && isImageHostingError(result.value)).toBe(true);
  expect(await standard.validate({})).toMatchObject({ issues: [{ path: ["code"] }] });
});

it("has the types of the catalog", () => {
  expectTypeOf<z.output<typeof imageHostingError>>().toEqualTypeOf<ImageHostingError>();
  const parsed = imageHostingErrorJson.parse(quota.toJSON());
  if (parsed.code === "quota_exceeded")
    expectTypeOf(parsed.fields.usage.plan).toEqualTypeOf<string>();
});
