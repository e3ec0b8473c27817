/**
 * Wire formats made at random: what passes `check` reads what it writes.
 *
 * `ERRDEX_FORMATS` is how many of them are tried; `npm run formats` tries 2,000.
 */
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Catalog, Entry } from "../../src/model/catalog.js";
import type { WireFormat } from "../../src/model/wire-format.js";
import type { CatalogError } from "../../src/runtime/index.js";
import { lossesIn, type Specimen } from "../../src/wire/round-trip.js";
import { type AnyWireFormat, runCatalog } from "../../src/wire/running-catalog.js";
import { catalogOf, entryText, errorsText, headText, lines } from "../support/catalog-of.js";
import { randomFormat } from "./random-wire.js";

const wanted = Number(process.env.ERRDEX_FORMATS ?? 120);

/** Fields of the codes, their types, and values of them. */
// Names that are numbers stand before all others, whatever order they had.
const word = fc.stringMatching(/^[a-z][a-z0-9 ./~"#%-]{0,8}[a-z0-9]$/);
const whole = fc.nat(1_000_000);
const fields = {
  text: ["string", word],
  count: ["integer", whole],
  share: ["number", fc.nat(1e6).map((value) => value / 1000)],
  wait: ["{ type: integer, minimum: 0 }", fc.nat(100_000)],
  on: ["boolean", fc.boolean()],
  kind: ["{ enum: [a, b, c] }", fc.constantFrom("a", "b", "c")],
  words: ["{ type: array, items: string }", fc.array(word, { maxLength: 3 })],
  pairs: [
    "{ type: array, items: { type: object, properties: { a: string, b?: integer } } }",
    fc.array(fc.record({ a: word, b: whole }, { requiredKeys: ["a"] }), {
      minLength: 1,
      maxLength: 3,
    }),
  ],
  notes: [
    "{ type: object, additionalProperties: string }",
    fc.dictionary(word, word, { minKeys: 1, maxKeys: 3 }),
  ],
  errors: [
    "{ type: object, additionalProperties: { type: array, items: string } }",
    // What is empty may be of any of several types.
    fc.dictionary(word, fc.array(word, { minLength: 1, maxLength: 2 }), { minKeys: 1, maxKeys: 3 }),
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

const catalog = fc.record({ first: code, second: code }).chain((codes) =>
  fc.record({
    codes: fc.constant(codes),
    wire: randomFormat([...new Set([...codes.first.has, ...codes.second.has])]),
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
    "catalog.yaml": `${headText()}  missing-examples: off\n  field-unseen: off\ncontext: { trace?: string, line?: integer }\n`,
    "errors/a.yaml": errorsText(entry("first", "409"), entry("second", "422")),
    "wire/w.yaml": lines(
      "wire: w",
      ...Object.entries(wire as object).flatMap(([key, value]) =>
        value === undefined ? [] : `${key}: ${JSON.stringify(value)}`,
      ),
    ),
  };
}

/** Errors with values that are made at random. */
function specimensOf(made: Catalog, entry: Entry, codes: Codes, seed: number): readonly Specimen[] {
  const { has, required } = codes[entry.code as "first" | "second"];
  const values = fc.record(
    Object.fromEntries(has.map((name) => [name, fields[name][1]])) as Record<
      string,
      fc.Arbitrary<unknown>
    >,
    { requiredKeys: has.filter((name) => required.includes(name)) },
  );
  return fc.sample(values, { seed, numRuns: 5 }).map((given) => {
    const error = runCatalog(made).errorOf(
      entry,
      { fields: given, status: undefined },
      "Said here.",
    );
    if (error === undefined) throw new Error("The fields do not fit.");
    const context = { trace: "t1", line: 3 };
    return { error, example: undefined, context };
  });
}

/** What is wrong with an error that is passed on, as it came or with another message. */
function fault(working: AnyWireFormat, { error, context }: Specimen): unknown {
  const now = Date.now();
  const answer = working.encode(error, { context });
  const arrived = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body);
  const decoded = () => working.decode({ ...answer, body: arrived }, { now }) as CatalogError;
  // Where no code is sent the status may stand for another one.
  if (decoded().code !== error.code) return undefined;
  const same = working.encode(decoded(), { passThrough: true });
  const kept = typeof same.body === "string" ? same.body : JSON.stringify(same.body);
  if (kept !== arrived || same.status !== answer.status) return ["passed through", arrived, kept];
  const changed = Object.assign(decoded(), { message: "Changed." });
  const written = working.encode(changed, { passThrough: true });
  const text = typeof written.body === "string" ? written.body : JSON.stringify(written.body);
  const read = working.decode({ ...written, body: text }, { now }) as CatalogError;
  const isSaid = decoded().message === error.message && arrived?.includes(error.message);
  const wanted = { ...decoded().toJSON(), message: isSaid ? "Changed." : read.message };
  return isDeepStrictEqual(read.toJSON().fields, wanted.fields) &&
    read.code === wanted.code &&
    read.message === wanted.message
    ? undefined
    : ["changed", arrived, text, read];
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
      const format = made.wireFormats.find(({ name }) => name.value === "w") as WireFormat;
      const working = runCatalog(made).formats.get("w") as AnyWireFormat;
      const specimens = new Map(
        made.entries.map((entry) => [entry, specimensOf(made, entry, codes as Codes, index)]),
      );
      const losses = lossesIn(format, made, ({ entry }) => specimens.get(entry) ?? []);
      const shown = losses.map((loss) => ({ ...loss, resolved: loss.resolved.entry.code }));
      const passedOn = [...specimens.values()].flat().flatMap((each) => fault(working, each) ?? []);
      expect([...shown, ...passedOn], JSON.stringify({ codes, wire })).toEqual([]);
    }
    expect(passed).toBe(wanted);
  });
});
