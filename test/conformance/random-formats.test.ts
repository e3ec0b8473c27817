/**
 * Wire formats made at random: what passes `check` reads what it writes.
 *
 * `ERRDEX_FORMATS` is how many of them are tried; `npm run formats` tries 2,000.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lossesOf } from "../../src/wire/round-trip.js";
import { runCatalog } from "../../src/wire/running-catalog.js";
import { catalogOf, entryText, errorsText, headText, lines } from "../support/catalog-of.js";

const wanted = Number(process.env.ERRDEX_FORMATS ?? 200);

/** Fields of the codes, their types, and values of them. */
const word = fc.stringMatching(/^[a-z0-9][a-z0-9 ./~"#%-]{0,8}[a-z0-9]$/);
const whole = fc.nat(1_000_000);
const fields = {
  text: ["string", word],
  count: ["integer", whole],
  share: ["number", fc.nat(1e6).map((value) => value / 1000)],
  wait: ["{ type: integer, minimum: 0 }", fc.nat(100_000)],
  on: ["boolean", fc.boolean()],
  kind: ["{ enum: [a, b, 3] }", fc.constantFrom("a", "b", 3)],
  words: ["{ type: array, items: string }", fc.array(word, { maxLength: 3 })],
  pairs: [
    "{ type: array, items: { type: object, properties: { a: string, b?: integer } } }",
    fc.array(fc.record({ a: word, b: whole }, { requiredKeys: ["a"] }), { maxLength: 3 }),
  ],
  notes: [
    "{ type: object, additionalProperties: string }",
    fc.dictionary(word, word, { maxKeys: 3 }),
  ],
  errors: [
    "{ type: object, additionalProperties: { type: array, items: string } }",
    fc.dictionary(word, fc.array(word, { minLength: 1, maxLength: 2 }), { maxKeys: 3 }),
  ],
  part: [
    "{ type: object, properties: { x: string, y?: integer } }",
    fc.record({ x: word, y: whole }, { requiredKeys: ["x"] }),
  ],
} as const satisfies Record<string, readonly [string, fc.Arbitrary<unknown>]>;
type Name = keyof typeof fields;
const names = Object.keys(fields) as Name[];

/** A code: which of the fields it has, and which of these have to be there. */
const code = fc.record({
  has: fc.subarray(names, { minLength: 0, maxLength: 4 }),
  required: fc.subarray(names),
});

const variable = (has: readonly string[]): fc.Arbitrary<string> => {
  const paths = [...has, ...has, "part.x", "part.y", "code", "message", "status", "title"].filter(
    (path) => !path.startsWith("part.") || has.includes("part"),
  );
  return fc
    .tuple(
      fc.constantFrom(...paths),
      fc.option(fc.constantFrom(...paths), { freq: 8 }),
      fc.option(fc.constantFrom("string", "strings", "seconds", "duration", "pointer"), {
        freq: 5,
      }),
    )
    .map(
      ([first, second, conversion]) =>
        `$${first}${second === null ? "" : `|${second}`}${conversion === null ? "" : `:${conversion}`}`,
    );
};

const item = fc.constantFrom(
  "$item",
  "$item.a",
  "$item.b",
  "$key",
  "$item:string",
  "$key:pointer",
  "x",
);

/** A template of a body. */
const template = (has: readonly string[]): fc.Arbitrary<unknown> =>
  fc.letrec((tie) => ({
    node: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      { weight: 6, arbitrary: variable(has) },
      { weight: 1, arbitrary: fc.constantFrom<unknown>("x", 7, true, null, [], {}) },
      { weight: 2, arbitrary: tie("object") },
      { weight: 1, arbitrary: fc.array(tie("node"), { minLength: 1, maxLength: 2 }) },
      {
        weight: 2,
        arbitrary: fc
          .tuple(
            fc.constantFrom(...has, "words"),
            fc.dictionary(fc.constantFrom("p", "q", "*"), item),
          )
          .map(([list, members]) => ({ $each: `$${list}`, ...members })),
      },
    ),
    object: fc
      .tuple(
        fc.dictionary(
          fc
            .tuple(fc.constantFrom("a", "b", "c", "d", "e"), fc.constantFrom("", "?"))
            .map((key) => key.join("")),
          tie("node"),
          { maxKeys: 4 },
        ),
        fc.option(fc.constant("$fields"), { freq: 2 }),
      )
      .map(([members, spread]) => (spread === null ? members : { ...members, "*": spread })),
  })).object;

/** A format of which a body has the code, most of them the message, and every field a place where chance gives it one. */
const format = (has: readonly string[]): fc.Arbitrary<Readonly<Record<string, unknown>>> =>
  fc
    .record(
      {
        body: template(has),
        own: template(has),
        accepts: template(has),
        header: variable(has),
        code: fc.constantFrom<unknown>("A-B", 7, null),
        shell: fc.constantFrom("code", "code?"),
      },
      { requiredKeys: ["body", "shell"] },
    )
    .map(({ body, own, accepts, header, code: spelling, shell }) => ({
      body: { [shell]: "$code", "message?": "$message", ...(body as object) },
      ...(accepts !== undefined && { accepts: [{ code: "$code", inner: accepts }] }),
      ...(header !== undefined && { headers: { "X-One": header } }),
      codes: {
        first: {
          ...(spelling !== undefined && { code: spelling }),
          ...(own !== undefined && { body: { kind: "first", id: "$code", ...(own as object) } }),
        },
      },
      infer: { 409: "first" },
    }));

const catalog = fc.record({ first: code, second: code }).chain((codes) =>
  fc.record({
    codes: fc.constant(codes),
    wire: format([...new Set([...codes.first.has, ...codes.second.has])]),
  }),
);

type Codes = Readonly<
  Record<"first" | "second", { readonly has: Name[]; readonly required: Name[] }>
>;

function textsOf(codes: Codes, wire: unknown): Readonly<Record<string, string>> {
  const entry = (name: "first" | "second", status: string) => {
    const { has, required } = codes[name];
    const listed = has.map(
      (each) => `${each}${required.includes(each) ? "" : "?"}: ${fields[each][0]}`,
    );
    return entryText(name, {
      title: `About ${name}`,
      status,
      ...(listed.length > 0 && { fields: `{ ${listed.join(", ")} }` }),
      examples: undefined,
    });
  };
  return {
    "catalog.yaml": `${headText()}  missing-examples: off\n  field-unseen: off\n`,
    "errors/a.yaml": errorsText(entry("first", "409"), entry("second", "422")),
    "wire/w.yaml": lines(
      "wire: w",
      ...Object.entries(wire as object).map(([key, value]) => `${key}: ${JSON.stringify(value)}`),
    ),
  };
}

describe("a format made at random that passes check", () => {
  it(`reads what it writes (${wanted} formats)`, () => {
    let passed = 0;
    const seeds = fc.sample(catalog, { seed: 11, numRuns: wanted * 36 });
    for (const [index, { codes, wire }] of seeds.entries()) {
      if (passed === wanted) break;
      const { catalog: made, diagnostics } = catalogOf(textsOf(codes as Codes, wire));
      if (made === undefined || diagnostics.some(({ severity }) => severity === "error")) continue;
      passed += 1;
      const running = runCatalog(made);
      const working = running.formats.get("w");
      if (working === undefined) throw new Error("There is no such format.");
      for (const entry of made.entries) {
        const { has, required } = codes[entry.code as "first" | "second"];
        const values = fc.record(
          Object.fromEntries(has.map((name) => [name, fields[name][1]])) as Record<
            string,
            fc.Arbitrary<unknown>
          >,
          { requiredKeys: has.filter((name) => required.includes(name)) },
        );
        for (const given of fc.sample(values, { seed: index, numRuns: 5 })) {
          const error = running.errorOf(entry, { fields: given, status: undefined }, "Said here.");
          if (error === undefined) throw new Error("The fields do not fit.");
          const answer = working.encode(error);
          const text = JSON.stringify(answer.body);
          const read = working.decode({ ...answer, body: text });
          const again = working.encode(read, { passThrough: "text" });
          expect(
            [read.code, JSON.stringify(again.body), again.headers],
            JSON.stringify({ codes, wire, given, text }),
          ).toEqual([error.code, text, answer.headers]);
        }
      }
      expect(lossesOf(made.wireFormats.at(-1) as never, made)).toEqual([]);
    }
    expect(passed).toBe(wanted);
  });
});
