import { describe, expect, it } from "vitest";
import { catalogOf, entryText, errorsText, headText, shown } from "../support/catalog-of.js";
import { inCatalog, workplace } from "../support/workplace.js";

const wire = (text: string) => ({
  "catalog.yaml": headText("wire: sql"),
  "errors/a.yaml": errorsText(entryText("sold_out", { title: "Sold out" })),
  "wire/sql.yaml": `wire: sql\nbody: { state: $code, text: $message }\n${text}`,
});
const entry = (members: Readonly<Record<string, string>>) => ({
  "catalog.yaml": headText(),
  "errors/a.yaml": errorsText(entryText("sold_out", members)),
});
const said = (texts: Readonly<Record<string, string>>) => shown(catalogOf(texts).diagnostics);
const numbers = (texts: Readonly<Record<string, string>>) =>
  said(texts).filter((line) => line.startsWith("yaml-number"));

describe("a number that YAML writes otherwise", () => {
  it.each([
    ["08001", "the number 8001"],
    ["5E1", "the number 50"],
    ["0x1F", "the number 31"],
    ["0o17", "the number 15"],
    ["+1", "the number 1"],
    ["1.0", "the number 1"],
    ["-0", "the number 0"],
    ["NULL", "null"],
  ])("is refused as the spelling %s", (written, read) => {
    const value = /\d+/.test(read) ? read.replace("the number ", "") : read;
    expect(numbers(wire(`codes: { sold_out: ${written} }\n`))).toEqual([
      `yaml-number wire/sql.yaml:3:20 YAML reads ${written} as ${read}. | Put it in quotes, "${written}", or write ${value}.`,
    ]);
  });

  it.each([
    ["an older spelling", wire("codes: { sold_out: { code: A, also: [B, 007] } }\n")],
    ["a constant of a template", wire("codes: { sold_out: { code: A, body: { v: [1.10] } } }\n")],
    ["a column", wire("codes: { sold_out: { code: A, sqlstate: 08001 } }\nrow: { sqlstate: X }\n")],
    ["the default of a column", wire("row: { sqlstate: 08001 }\n")],
    ["a constant that is true", wire("codes: { sold_out: { code: A, body: { v: TRUE } } }\n")],
    ["a value of an enum", entry({ fields: "{ a?: { enum: [1.10, 2] } }" })],
    ["a constant", entry({ fields: "{ a?: { oneOf: [string, { const: 1.0 }] } }" })],
    [
      "a value of an example that may be anything",
      entry({ fields: "{ a?: {} }", examples: "[{ title: A, fields: { a: { v: 1.10 } } }]" }),
    ],
    [
      "a value of an example that may be a text",
      entry({
        fields: "{ a?: { type: [string, number] } }",
        examples: "[{ title: A, fields: { a: 1.10 } }]",
      }),
    ],
    ["a status with a zero in front", entry({ status: "0409" })],
    [
      "a number of an example with a zero in front",
      entry({ fields: "{ a?: integer }", examples: "[{ title: A, fields: { a: 010 } }]" }),
    ],
  ])("is refused as %s", (_, texts) => {
    expect(numbers(texts)).toEqual([expect.stringMatching(/^yaml-number .*YAML reads/)]);
  });

  it.each([
    ["a limit", entry({ fields: "{ a?: { type: number, minimum: 0.50, maximum: 0x1F } }" })],
    ["a status", entry({ status: "4.09e2" })],
    ["a constant of a number", entry({ fields: "{ a?: { type: number, enum: [1.0, 1e3] } }" })],
    [
      "a value of a number field",
      entry({ fields: "{ a?: number }", examples: "[{ title: A, fields: { a: 9.90 } }]" }),
    ],
    ["a mark", wire("codes: { sold_out: { code: A, assumed: TRUE, status: 410 } }\n")],
    [
      "a text that is none in YAML 1.2",
      wire("codes: { sold_out: { code: 1_000, also: [0b1] } }\n"),
    ],
    ["a spelling that is written as it is read", wire("codes: { sold_out: -7003 }\n")],
    ["nothing", wire("codes: { sold_out: { code: A, body: { a: ~, b: } } }\n")],
  ])("is fine as %s", (_, texts) => {
    expect(numbers(texts)).toEqual([]);
  });
});

it("travels as it is written once `check --fix` has put it in quotes", async () => {
  const place = workplace(
    inCatalog({
      "catalog.yaml": headText("wire: sql", "outputs: { fixtures: ../answers }"),
      "errors/a.yaml": errorsText(
        entryText("no_connection", {
          title: "No connection",
          fields: "{ any?: {}, zip?: { enum: [01234, 123] } }",
          examples: "[{ title: A case, fields: { any: [1.10], zip: 123 } }]",
        }),
        entryText("five_e", { title: "Five", message: "It is five." }),
        entryText("hex", { title: "Hexadecimal", message: "It is hexadecimal." }),
        entryText("huge", { title: "Huge", message: "It is huge." }),
      ),
      "wire/sql.yaml":
        'wire: sql\nbody: { v: 1.0, state: $code, text: $message, "*": $fields }\ncodes:\n  no_connection: 08001 # class 08\n  five_e: { code: 5E1, also: [0x1F1] }\n  hex: 0x1F\n  huge: 9007199254740993\n',
    }),
  );
  expect((await place.errdex(["check"])).code).toBe(1);
  const { err } = await place.errdex(["check", "--fix"]);
  expect(err).toContain("quoted 08001");
  expect(place.read("catalog/wire/sql.yaml")).toBe(
    'wire: sql\nbody: { v: "1.0", state: $code, text: $message, "*": $fields }\ncodes:\n  no_connection: "08001" # class 08\n  five_e: { code: "5E1", also: ["0x1F1"] }\n  hex: "0x1F"\n  huge: "9007199254740993"\n',
  );
  expect(place.read("catalog/errors/a.yaml")).toContain('enum: ["01234", 123]');
  expect(place.read("catalog/errors/a.yaml")).toContain('any: ["1.10"]');
  expect(await place.errdex(["check"])).toMatchObject({ code: 0, err: "" });
  expect((await place.errdex(["build"])).code).toBe(0);
  const answers = place
    .files("answers")
    .map((path) => place.read(path))
    .join("\n");
  for (const spelling of ["08001", "5E1", "0x1F", "9007199254740993"])
    expect(answers).toContain(`"state": "${spelling}"`);
});
