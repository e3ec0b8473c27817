import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { coverSources } from "../../src/coverage/cover-sources.js";
import { fencesOf } from "../docs/fences.js";
import { root, shippedCatalog } from "../shipped-catalog.js";
import { shown } from "./covered.js";

const snippets = fencesOf(readFileSync(`${root}docs/coverage.md`, "utf8"))
  .filter(({ language }) => language === "ts")
  .map(({ code }) => code);

function foundIn(part: string): readonly string[] {
  const text = snippets.find((code) => code.includes(part)) ?? "";
  return shown(coverSources([{ path: "src/a.ts", text }], [shippedCatalog]))
    .map((line) => line.replace(/ \d+:\d+.*$/, ""))
    .sort();
}

it("what docs/coverage.md says is raised, is", () => {
  expect(foundIn("const raise = gone")).toEqual([
    "not_found raised",
    "not_found raised",
    "not_found raised",
    "rate_limited raised",
  ]);
});

it("what docs/coverage.md says an error handler and its operations raise, is", () => {
  const lines = foundIn("delete_failed, ...others");
  expect(lines.filter((line) => !line.includes("raised by"))).toEqual([
    "bad_request raised",
    "delete_failed raised",
    "not_found raised",
    "not_found raised",
  ]);
  expect(lines).toContain("internal_error raised by role unexpected");
});

it("what docs/coverage.md says is handled, is", () => {
  expect(foundIn("match as on")).toEqual([
    "bad_gateway pattern",
    "forbidden comparison",
    "forbidden match",
    "gateway_timeout pattern",
    "invalid_token list",
    "not_found switch",
    "quota_exceeded hasCode",
    "rate_limited comparison",
    "token_expired list",
  ]);
});

it("the operations of docs/coverage.md are seen", () => {
  const text = snippets.find((code) => code.includes("route(")) ?? "";
  // The operation declares what all of them raise, and would not declare these.
  const changed = text
    .replace("Promise.reject(notFound())", "Promise.reject(fileTooLarge())")
    .replace("raise.not_found()", "fileTooLarge()");
  const imported = changed.replace("{ notFound,", "{ fileTooLarge, notFound,");
  const file = { path: "src/a.ts", text: imported };
  expect(coverSources([file], [shippedCatalog]).undeclared).toMatchObject([
    { operation: "view_image", code: "file_too_large", handler: { name: "viewImage" } },
    { operation: "view_image", code: "file_too_large", handler: { name: undefined } },
  ]);
});
