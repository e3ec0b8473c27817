/** What holds for every code, every format and every value. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as module from "../../src/image-hosting/index.js";
import type { Entry } from "../../src/model/catalog.js";
import { constructorName } from "../../src/model/identifier.js";
import type { CatalogError } from "../../src/runtime/index.js";
import { isSame } from "../../src/runtime/wire/patch.js";
import { shippedEntries, shippedExamples } from "../shipped-catalog.js";
import { fieldsOf, fits, mutate, mutations, texts } from "./arbitraries.js";
import { pageOf, placesOf, sent, spellingsOf, wires } from "./contract.js";
import { type AnyFormat, formats } from "./vendor.js";

type Construct = (first: object, second?: object) => CatalogError;

function create(entry: Entry, fields: object, options: object): CatalogError {
  const construct = (module as unknown as Readonly<Record<string, Construct>>)[
    constructorName(entry)
  ];
  if (construct === undefined) throw new Error(`There is no constructor for ${entry.code}.`);
  return entry.fields.length === 0 ? construct(options) : construct(fields, options);
}

const overTheWire = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value));
const isHeaderText = (value: unknown): boolean =>
  /^[\t\u0020-\u007e\u0080-\u00ff]*$/.test(String(value));

const carried = formats.flatMap((format) =>
  shippedEntries.flatMap((entry) => {
    const own = sent(format.name, entry.code);
    return own?.as === entry.code
      ? [{ format, entry, own, name: format.name, code: entry.code }]
      : [];
  }),
);

describe("encoding and decoding", () => {
  it.each(carried)(
    "$name gives back $code with its fields, message and status",
    ({ format, entry, own }) => {
      const { body: inBody, headers: inHeaders } = placesOf(format.name, entry.code);
      const statuses = fc.constantFrom(...entry.statuses.map(({ value }) => value));
      fc.assert(
        fc.property(fieldsOf(entry), texts, statuses, (fields, message, status) => {
          const error = create(entry, fields, { message, status, stack: false });
          const encoded = format.encode(error);
          const back = format.decode({ ...encoded, body: overTheWire(encoded.body) });
          expect(back.code).toBe(entry.code);
          expect(back.issues ?? []).toEqual([]);
          expect(own.statuses).toContain(encoded.status);
          expect(back.received?.status).toBe(encoded.status);
          const listed = entry.statuses.some(({ value }) => value === encoded.status);
          expect(back.status).toBe(listed ? encoded.status : entry.statuses[0]?.value);
          if (own.template !== undefined) expect(back.message).toBe(message);
          const wanted = Object.entries(fields).filter(
            ([name, value]) => inBody.has(name) || (inHeaders.has(name) && isHeaderText(value)),
          );
          const { retry_after: delay, ...others } = back.toJSON().fields;
          const { retry_after: wantedDelay, ...wantedOthers } = Object.fromEntries(wanted);
          expect(others).toEqual(wantedOthers);
          // A wire without actions says in Retry-After what the action says.
          const { action } = fields as { action?: { seconds?: number } };
          const carriesAction = inBody.has("action");
          expect(delay).toBe(
            wantedDelay ??
              (inHeaders.has("retry_after") && !carriesAction ? action?.seconds : undefined),
          );
        }),
        { numRuns: 60 },
      );
    },
  );
});

/** Answers as they are sent: every example in every format, with what the vendors' documents show beside them. */
const answers = formats.flatMap((format) =>
  shippedExamples.map(({ create: example }) => {
    const { status, headers, body } = format.encode(example());
    return { format, status, headers, body: overTheWire(body) };
  }),
);
const pool = answers.flatMap(({ body }) =>
  typeof body === "object" && body !== null ? Object.values(body) : [],
);

/** What is known was said: by a spelling in the body, or by a status. */
function holds(format: AnyFormat, status: number, body: unknown, error: CatalogError): void {
  if (error.code === "unrecognized") return;
  const entry = shippedEntries.find(({ code }) => code === error.code);
  if (entry === undefined) throw new Error(`${error.code} is not in the catalog.`);
  const text = JSON.stringify(body) ?? "";
  const lenient = error.issues !== undefined;
  const { fields } = error.toJSON();
  for (const { name, optional, internal, type } of entry.fields) {
    const value = fields[name];
    expect(internal && value !== undefined).toBe(false);
    if (value !== undefined)
      expect([name, value, fits(type, value, lenient)]).toEqual([name, value, true]);
    else if (!optional && !internal)
      expect(placesOf(format.name, error.code).omits).toContain(name);
  }
  if (error.inferred === true) {
    const infer = wires.get(format.name)?.infer ?? {};
    const table = format.name === "flat" || format.name === "problem" ? catalogInfer : infer;
    expect(table[status] ?? table[`${Math.floor(status / 100)}xx`]).toBe(error.code);
    expect(status).toBeGreaterThanOrEqual(400);
  } else {
    const spellings = spellingsOf(format.name, error.code);
    const isSaid = spellings.some(
      (spelling) => text.includes(JSON.stringify(spelling)) || text.includes(String(spelling)),
    );
    expect([text, isSaid || text.includes(pageOf(error.code))]).toEqual([text, true]);
  }
}

const catalogInfer = wires.get("flat")?.infer ?? {};
const statuses = fc.constantFrom(
  200,
  400,
  401,
  403,
  404,
  405,
  409,
  410,
  413,
  418,
  422,
  429,
  499,
  500,
  502,
  503,
  504,
  599,
);

describe.each(formats)("$name", (format) => {
  const own = answers.filter((answer) => answer.format === format);

  it("makes a known error only of what says so, however real answers are changed", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...own),
        mutations(pool),
        fc.option(statuses),
        ({ status, headers, body }, changes, other) => {
          const changed = changes.reduce(mutate, body);
          const answer = { status: other ?? status, headers, body: changed };
          const error = format.decode(answer);
          holds(format, answer.status, changed, error);
          const again = format.encode(error, { passThrough: true });
          expect(again.status).toBe(answer.status);
          expect(JSON.stringify(again.body)).toBe(
            JSON.stringify(
              typeof changed === "string" ? format.decode(answer).received?.body : changed,
            ),
          );
        },
      ),
      { numRuns: 3000 },
    );
  });

  it("decodes an answer of any other format without harm", () => {
    fc.assert(
      fc.property(fc.constantFrom(...answers), ({ status, headers, body }) => {
        const error = format.decode({ status, headers, body });
        holds(format, status, body, error);
        const again = format.encode(error, { passThrough: true });
        expect([again.status, again.body]).toEqual([status, body]);
      }),
    );
  });

  it("bears any JSON, any text and any bytes", () => {
    const bodies = fc.oneof(
      fc.json({ maxDepth: 4 }),
      fc.jsonValue({ maxDepth: 4 }),
      fc.string({ unit: "binary" }),
      fc.uint8Array({ maxLength: 200 }),
      fc.anything({
        withBigInt: true,
        withDate: true,
        withMap: true,
        withNullPrototype: true,
        withSparseArray: true,
      }),
    );
    const headers = fc.oneof(
      fc.dictionary(
        fc.constantFrom(
          "Retry-After",
          "content-type",
          "X-RateLimit-Limit",
          "x-request-id",
          "__proto__",
        ),
        texts,
      ),
      fc.array(texts),
      fc.array(fc.tuple(texts, texts)),
      fc.anything(),
    );
    fc.assert(
      fc.property(
        bodies,
        headers,
        fc.oneof(statuses, fc.integer(), fc.anything()),
        (body, headerForm, status) => {
          const answer = { body, headers: headerForm, status } as object;
          const error = format.decode(answer);
          if (error.inferred !== true) expect(error.code).toBe("unrecognized");
          for (const other of formats) {
            const { status: sentStatus, headers: sentHeaders } = other.encode(error);
            expect(sentStatus >= 100 && sentStatus <= 599).toBe(true);
            expect(Object.values(sentHeaders).every(isHeaderText)).toBe(true);
          }
        },
      ),
      { numRuns: 1500 },
    );
  });

  it("takes up any change of an answer, and keeps everything else of it", () => {
    const codes = carried.filter((each) => each.format === format);
    fc.assert(
      fc.property(fc.constantFrom(...codes), fc.infiniteStream(fc.nat()), (each, seeds) => {
        const [seed] = seeds.take(1);
        const [first, second] = fc.sample(fieldsOf(each.entry), { numRuns: 2, seed: seed ?? 0 });
        if (first === undefined || second === undefined) return;
        const sentFirst = format.encode(create(each.entry, first, { stack: false }));
        const body = overTheWire(sentFirst.body);
        const isObject = typeof body === "object" && body !== null;
        const grown = isObject ? { ...body, x_unknown: [null, { a: 1 }] } : body;
        const error = format.decode({ ...sentFirst, body: grown });
        expect(error.code).toBe(each.code);
        // What was read out of a header and is what it was is no change, and the body goes on without it.
        const { fields } = error.toJSON();
        if (
          Object.keys(second).some((name) => !(name in first) && isSame(fields[name], second[name]))
        )
          return;
        for (const name of Object.keys(fields))
          (error as unknown as Record<string, unknown>)[name] = undefined;
        Object.assign(error, second);
        const changed = format.encode(error, { passThrough: true });
        const fresh = format.encode(
          create(each.entry, second, {
            stack: false,
            message: error.message,
            status: error.status,
          }),
        );
        expect(overTheWire(changed.body)).toEqual(
          isObject ? { ...(overTheWire(fresh.body) as object), x_unknown: [null, { a: 1 }] } : body,
        );
        // What a challenge says of a field that is not read from this wire cannot be seen to change.
        const { "WWW-Authenticate": challenge, ...headers } = changed.headers;
        const { "WWW-Authenticate": freshChallenge, ...freshHeaders } = fresh.headers;
        expect(headers).toEqual(freshHeaders);
        if (placesOf(format.name, each.code).omits.length === 0)
          expect(challenge).toBe(freshChallenge);
      }),
      { numRuns: 400 },
    );
  });
});
