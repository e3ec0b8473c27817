import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { problemsOf, type StandardSchema } from "../../src/server/standard-schema.js";
import { type } from "./arktype.js";

async function problems(schema: StandardSchema, value: unknown) {
  const result = await schema["~standard"].validate(value);
  return problemsOf(result.issues ?? [], value, "body");
}

describe("problems of a Standard Schema", () => {
  it("have a JSON Pointer, a name and the part of the request", async () => {
    const schema = z.object({ "a/b": z.object({ "c~d": z.array(z.number()) }) });
    expect(await problems(schema, { "a/b": { "c~d": [1, "x"] } })).toEqual([
      {
        pointer: "/a~1b/c~0d/1",
        name: "a/b.c~d.1",
        detail: "Invalid input: expected number, received string",
        in: "body",
      },
    ]);
  });

  it("are those of the whole where a value is of another kind", async () => {
    expect(await problems(z.object({}), 7)).toMatchObject([{ pointer: "", name: "" }]);
  });

  // Each of the values stands in the message of its library.
  it.each([
    ["valibot", v.object({ secret: v.picklist(["a", "b"]) }), "hunter2", 'Expected ("a" | "b")'],
    ["valibot", v.object({ secret: v.pipe(v.string(), v.url()) }), "hunter2", "Not as expected"],
    ["valibot", v.object({ secret: v.string() }), 4711, "Expected string"],
    ["valibot", v.object({ secret: v.string() }), 5, "Expected string"],
    ["arktype", type({ secret: "string.email" }), "hunter2", "Expected an email address"],
    ["arktype", type({ secret: "number < 5" }), 4711, "Expected less than 5"],
    ["arktype", type({ secret: "'a'|'b'" }), 'hunter"2\n', "Not as expected"],
    [
      "zod",
      z.object({
        secret: z.string().refine(() => false, { error: (issue) => `no ${issue.input}` }),
      }),
      "hunter2",
      "Not as expected",
    ],
    [
      "zod",
      z.object({ secret: z.any().refine(() => false, { error: () => "hunter2 is not it" }) }),
      { inside: ["hunter2"] },
      "Not as expected",
    ],
  ])("never say the value that was sent: %s, %#", async (_, schema, secret, detail) => {
    const found = await problems(schema as StandardSchema, { secret });
    expect(found.map((each) => each.detail)).toEqual([detail]);
  });
});
