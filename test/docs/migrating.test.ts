import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { root } from "../shipped-catalog.js";
import { typeErrors } from "../support/type-check.js";
import { workplace } from "../support/workplace.js";
import { type Fence, fencesOf } from "./fences.js";
import { runSnippet } from "./run-snippet.js";

const page = readFileSync(`${root}docs/migrating.md`, "utf8");
const sections = new Map(
  page
    .split(/^## /m)
    .slice(1)
    .map((text) => [text.split("\n", 1)[0] ?? "", fencesOf(text)]),
);

/** The code of the fence with a word behind its language. */
function codeOf(fences: readonly Fence[], word: string): string {
  const found = fences.find(({ language, info }) => language === word || info.includes(word));
  expect(found, word).toBeDefined();
  return found?.code ?? "";
}

describe("the page about migrations", () => {
  it.each(["From http-errors", "From a TypeScript enum", "From evlog", "From classes of your own"])(
    "%s: what is shown becomes what is shown, is built, and what is shown then compiles",
    async (section) => {
      const fences = sections.get(section) ?? [];
      const place = workplace({
        "errors.ts": codeOf(fences, "errors.ts"),
        "package.json": '{ "name": "shop" }',
      });
      expect(await place.errdex(["import", "errors.ts"])).toMatchObject({ code: 0, err: "" });
      const entries = place.files("catalog/errors").map((path) => place.read(path));
      expect(entries.join("").replaceAll(/^(category|errors):.*\n/gm, "")).toBe(
        codeOf(fences, "yaml").replaceAll(/^(?=.)/gm, "  "),
      );
      expect(await place.errdex(["check", "--baseline"])).toMatchObject({ code: 0 });
      expect(await place.errdex(["build"])).toMatchObject({ code: 0, err: "" });
      const modules = place.files("src").map((path) => [path, place.read(path)]);
      const after = codeOf(fences, "after");
      expect(typeErrors({ "after.ts": after, ...Object.fromEntries(modules) })).toEqual([]);
    },
  );

  it("To RFC 9457: an old answer leaves as a problem", async () => {
    const { answer } = await runSnippet(codeOf(sections.get("To RFC 9457") ?? [], "runs"));
    expect(answer).toMatchObject({
      status: 404,
      headers: { "Content-Type": "application/problem+json" },
      body: { type: expect.stringMatching(/\/not_found$/), title: "Nothing found", status: 404 },
    });
  });

  it("From RFC 9457: a problem is read, and leaves as an old answer", async () => {
    const ran = await runSnippet(codeOf(sections.get("From RFC 9457") ?? [], "runs"));
    const { error, answer } = ran as unknown as Record<string, { code?: string; body?: unknown }>;
    expect(error?.code).toBe("not_found");
    expect(answer?.body).toEqual({
      error: "not_found",
      message: "There is nothing at this address.",
    });
  });
});
