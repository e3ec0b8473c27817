/** What templates write, and what is read back from it. */
import { describe, expect, it } from "vitest";
import { runCatalog } from "../../../src/wire/running-catalog.js";
import {
  entryText,
  errorsText,
  headText,
  lines,
  soundCatalogOf,
} from "../../support/catalog-of.js";

interface Case {
  readonly name: string;
  readonly fields: string;
  readonly given: Readonly<Record<string, unknown>>;
  /** Of the wire file, after its name. */
  readonly wire: readonly string[];
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Members of the entry besides. */
  readonly entry?: Readonly<Record<string, string>>;
}

const cases: readonly Case[] = [
  {
    name: "an element for each member of a map of texts",
    fields: "{ errors: { type: object, additionalProperties: string } }",
    given: { errors: { a: "b", c: "d" } },
    wire: ["body: { code: $code, errors: { $each: $errors, field: $key, text: $item } }"],
    body: {
      code: "bad",
      errors: [
        { field: "a", text: "b" },
        { field: "c", text: "d" },
      ],
    },
  },
  {
    name: "an element for each member of a map of objects",
    fields:
      "{ errors: { type: object, additionalProperties: { type: object, properties: { m: string } } } }",
    given: { errors: { a: { m: "b" } } },
    wire: ["body: { code: $code, errors: { $each: $errors, field: $key, text: $item.m } }"],
    body: { code: "bad", errors: [{ field: "a", text: "b" }] },
  },
  {
    name: "an element for each item of the lists in a map",
    fields: "{ errors: { type: object, additionalProperties: { type: array, items: string } } }",
    given: { errors: { a: ["b", "c"], d: ["e"] } },
    wire: ["body: { code: $code, errors: { $each: $errors, field: $key, text: $item } }"],
    body: {
      code: "bad",
      errors: [
        { field: "a", text: "b" },
        { field: "a", text: "c" },
        { field: "d", text: "e" },
      ],
    },
  },
  {
    name: "elements inside elements",
    fields:
      "{ list: { type: array, items: { type: object, properties: { f: string, causes: { type: array, items: { type: object, properties: { m: string } } } } } } }",
    given: { list: [{ f: "a", causes: [{ m: "x" }, { m: "y" }] }] },
    wire: [
      "body: { code: $code, errors: { $each: $list, field: $item.f, causes: { $each: $item.causes, text: $item.m } } }",
    ],
    body: { code: "bad", errors: [{ field: "a", causes: [{ text: "x" }, { text: "y" }] }] },
  },
  {
    name: "an item beside members of its element",
    fields:
      "{ errors: { type: object, additionalProperties: { type: object, properties: { m: string, n: integer } } } }",
    given: { errors: { a: { m: "b", n: 1 } } },
    wire: ['body: { code: $code, errors: { $each: $errors, at: $key, "*": $item } }'],
    body: { code: "bad", errors: [{ at: "a", m: "b", n: 1 }] },
  },
  {
    name: "an element that has the code, where another value of it is absent",
    fields: "{ severity?: string }",
    given: {},
    wire: ["body: { issue: [{ severity: $severity, code: $code }] }"],
    body: { issue: [{ severity: null, code: "bad" }] },
  },
  {
    name: "an optional list of which no element is left",
    fields: "{ d?: string }",
    given: {},
    wire: ["body: { code: $code, details?: [{ kind: t, d: $d }] }"],
    body: { code: "bad" },
  },
  {
    name: "values of every kind in headers",
    fields:
      "{ on: boolean, sizes: { type: array, items: integer }, names: { type: array, items: string }, n: integer, t: string }",
    given: { on: true, sizes: [1, 2], names: ["a", "b"], n: 7, t: "true" },
    wire: [
      "body: { code: $code }",
      "headers: { X-On: $on, X-Sizes: $sizes, X-Names: $names, X-N: $n, X-T: $t }",
    ],
    headers: { "X-On": "true", "X-Sizes": "1, 2", "X-Names": "a, b", "X-N": "7", "X-T": "true" },
  },
  {
    name: "a field that has the name of a variable of every error",
    fields: "{ type: string, item: string }",
    given: { type: "a", item: "b" },
    wire: ["body: { code: $code, kind: $.type, thing: $.item }"],
    body: { code: "bad", kind: "a", thing: "b" },
  },
  {
    name: "the message where a field stands otherwise",
    fields: "{ problems?: { type: array, items: string } }",
    given: {},
    wire: ["body: { code: $code, message: $problems|message }"],
    body: { code: "bad", message: "Said here." },
  },
  {
    name: "a type that is spelled otherwise",
    fields: "{ n?: integer }",
    given: {},
    wire: ["spelling: kebab", "codes: { bad: BAD-1 }", "body: { type: $type, detail: $message }"],
    body: { type: "https://errors.example.com/BAD-1", detail: "Said here." },
  },
  {
    name: "a message of a code that this wire does not send",
    fields: "{ n?: integer }",
    given: {},
    wire: ["codes: { bad: null }", "infer: { 400: bad }", "body: { code: $code, text: $message }"],
    body: { code: null, text: "Said here." },
  },
  {
    name: "a delay to the fraction, beside a header that rounds it up",
    fields: "{ wait: number }",
    given: { wait: 2.5 },
    wire: ["body: { code: $code, wait: $wait }", 'headers: { Retry-After: "$wait:seconds" }'],
    body: { code: "bad", wait: 2.5 },
    headers: { "Retry-After": "3" },
  },
  {
    name: "the challenge of the entry",
    fields: "{ n?: integer }",
    given: {},
    wire: ["body: { code: $code }"],
    entry: { status: "401", headers: "{ WWW-Authenticate: 'Basic realm=\"as\"' }" },
    headers: { "WWW-Authenticate": 'Basic realm="as"' },
  },
  {
    name: "the challenge of the format",
    fields: "{ n?: integer }",
    given: {},
    wire: ["body: { code: $code }", "headers: { WWW-Authenticate: Basic }"],
    entry: { status: "401" },
    headers: { "WWW-Authenticate": "Basic" },
  },
];

function formatOf({ fields, wire, entry = {} }: Pick<Case, "fields" | "wire" | "entry">) {
  const catalog = soundCatalogOf({
    "catalog.yaml": `${headText("docs: https://errors.example.com/{code}")}  missing-examples: off\n  field-unseen: off\n  challenge-expected: off\n`,
    "errors/a.yaml": errorsText(
      entryText("bad", { status: "400", fields, examples: undefined, ...entry }),
    ),
    "wire/w.yaml": lines("wire: w", ...wire),
  });
  const running = runCatalog(catalog);
  const format = running.formats.get("w");
  const [bad] = catalog.entries;
  if (format === undefined || bad === undefined) throw new Error("There is no such format.");
  return {
    format,
    errorOf: (given: Case["given"]) =>
      running.errorOf(bad, { fields: given, status: undefined }, "Said here."),
  };
}

describe("a template writes and reads back", () => {
  it.each(cases)("$name", (each) => {
    const { format, errorOf } = formatOf(each);
    const error = errorOf(each.given);
    if (error === undefined) throw new Error("The fields do not fit.");
    const answer = format.encode(error);
    if (each.body !== undefined) expect(answer.body).toEqual(each.body);
    expect(answer.headers).toMatchObject(each.headers ?? {});
    const read = format.decode({ ...answer, body: JSON.stringify(answer.body) });
    expect(read.code).toBe("bad");
    expect(read.issues).toBeUndefined();
    expect(read.toJSON().fields).toEqual(each.given);
    if (JSON.stringify(answer.body).includes("Said here.")) expect(read.message).toBe("Said here.");
  });
});

describe("headers say what no body says", () => {
  const { format } = formatOf({
    fields: "{ n?: integer }",
    wire: [
      "headers: { X-Code: $code, X-Text: $message, X-Status: $status, X-N: $n }",
      "body: { error: { code?: $code, text?: $message } }",
    ],
  });
  const headers = { "x-code": "bad", "x-text": "Away.", "x-status": "400", "x-n": "7" };

  it("the code, the message, the status and fields", () => {
    const read = format.decode({ headers });
    expect(read.toJSON()).toMatchObject({
      code: "bad",
      status: 400,
      message: "Away.",
      fields: { n: 7 },
    });
    expect(read.inferred).toBeUndefined();
  });

  it("and a body before them", () => {
    const body = { error: { code: "bad", text: "Here." } };
    expect(
      format.decode({ status: 400, headers: { ...headers, "x-code": "other" }, body }),
    ).toMatchObject({
      code: "bad",
      message: "Here.",
    });
  });

  it("a code that nobody knows too", () => {
    expect(format.decode({ status: 400, headers: { "x-code": "new" } })).toMatchObject({
      code: "unrecognized",
      receivedCode: "new",
    });
  });
});

describe("a built-in format that a file configures", () => {
  it("keeps what the file does not say", () => {
    const catalog = soundCatalogOf({
      "catalog.yaml": `${headText("docs: https://errors.example.com/{code}", "infer: { 400: bad }")}  missing-examples: off\n`,
      "errors/a.yaml": errorsText(entryText("bad", { status: "400", examples: undefined })),
      "wire/problem.yaml": lines(
        "wire: problem",
        "spelling: kebab",
        "codes: { bad: { code: BAD, also: [old] } }",
      ),
    });
    const { formats, errorOf } = runCatalog(catalog);
    const problem = formats.get("problem");
    const [bad] = catalog.entries;
    const error = bad && errorOf(bad, { fields: {}, status: undefined });
    if (problem === undefined || error === undefined) throw new Error("There is no such format.");
    expect(problem.encode(error)).toMatchObject({
      headers: { "Content-Type": "application/problem+json" },
      body: { type: "https://errors.example.com/BAD", status: 400 },
    });
    const codes = ["BAD", "old"].map((code) =>
      problem.decode({ status: 400, body: { type: `https://errors.example.com/${code}` } }),
    );
    expect(codes.map(({ code, inferred }) => [code, inferred])).toEqual([
      ["bad", undefined],
      ["bad", undefined],
    ]);
    expect(problem.decode({ status: 400, body: {} })).toMatchObject({
      code: "bad",
      inferred: true,
    });
  });
});

describe("a change of what arrived, passed through,", () => {
  const change = (wire: readonly string[], body: unknown) => {
    const { format } = formatOf({ fields: "{ n?: integer }", wire });
    const read = format.decode({ status: 400, body });
    read.message = "New.";
    return format.encode(read, { passThrough: true }).body;
  };

  it("leaves the errors beside it", () => {
    const body = { errors: [{ code: "bad" }, { code: "other", detail: "second" }] };
    expect(change(["body: { errors: [{ code: $code, detail?: $message }] }"], body)).toEqual({
      errors: [
        { code: "bad", detail: "New." },
        { code: "other", detail: "second" },
      ],
    });
  });

  it("is made in the body that was read", () => {
    const wire = [
      "body: { error: { code: $code, message: $message } }",
      "accepts: [{ fault: { code: $code, text: $message } }]",
    ];
    const body = { fault: { code: "bad", text: "Old.", more: 1 } };
    expect(change(wire, body)).toEqual({ fault: { code: "bad", text: "New.", more: 1 } });
  });
});
