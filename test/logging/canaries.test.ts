/** No form of ours shows what must not be in it, whatever is thrown and whatever NODE_ENV says. */
import { readFileSync } from "node:fs";
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { root } from "../shipped-catalog.js";
import {
  canariesIn,
  canaryNames,
  nodeEnvironments,
  thrownValues,
  withNodeEnvironment,
} from "../support/canaries.js";
import { logForms } from "./log-forms.js";

describe("the canaries", () => {
  it("are thirty or more, and each is in something that is thrown", () => {
    const all = [...thrownValues().values()].map(everythingOf).join("\n");
    expect(canaryNames.length).toBeGreaterThanOrEqual(30);
    expect(canariesIn(all)).toEqual(canaryNames);
  });
});

describe.each(nodeEnvironments)("with NODE_ENV %s", (environment) => {
  it.each(logForms)("$name has none that must not be in it", async ({ allowed, write }) => {
    await withNodeEnvironment(environment, async () => {
      for (const [name, thrown] of thrownValues()) {
        const text = await write(thrown);
        expect(canariesIn(text, allowed), `${name}: ${text}`).toEqual([]);
      }
    });
  });
});

it("a form that may have something has it", async () => {
  for (const { name, allowed, write } of logForms) {
    if (allowed.length === 0) continue;
    const texts = await Promise.all([...thrownValues().values()].map((thrown) => write(thrown)));
    const found = canariesIn(texts.join("\n"));
    expect(found.length, name).toBeGreaterThan(0);
    for (const kind of allowed)
      expect(
        found.length - canariesIn(texts.join("\n"), [kind]).length,
        `${name}: ${kind}`,
      ).toBeGreaterThan(0);
  }
});

it("is what the table of docs/logging.md says", () => {
  const text = readFileSync(`${root}docs/logging.md`, "utf8");
  const [, table = ""] = /\n(\| Form [\s\S]*?)\n\n/.exec(text) ?? [];
  const rows = table
    .split("\n")
    .slice(2)
    .map((line) => line.split("|").map((cell) => cell.trim().replaceAll("`", "")));
  const kinds = ["frame", "foreign", "credential", "member", "secret", "internal"] as const;
  for (const { name, allowed } of logForms) {
    const row = rows.find(
      ([, form = ""]) =>
        name === form || name.startsWith(`${form} and `) || name.startsWith(`${form}, `),
    );
    expect(row?.slice(2, 8), name).toEqual(
      kinds.map((kind) => (allowed.includes(kind) ? "yes" : "no")),
    );
  }
  expect(rows.length).toBeGreaterThan(8);
});

/** All that somebody who looks hard can read of a value. */
function everythingOf(thrown: unknown): string {
  if (typeof thrown !== "object" || thrown === null) return String(thrown);
  const error = thrown as Record<string, unknown>;
  const names = ["connection", "dsn", "detail", "trace", "shard", "token", "action", "links"];
  return [
    inspect(thrown, { depth: 9, showHidden: true }),
    inspect(
      names.map((name) => error[name]),
      { depth: 9 },
    ),
    ...(error.cause === undefined ? [] : [everythingOf(error.cause)]),
    ...(Object.hasOwn(error, "toString") ? [String(error)] : []),
    `${error.message}\n${error.stack}`,
  ].join("\n");
}
