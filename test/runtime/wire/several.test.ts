/** Several errors in one answer. */
import { describe, expect, it } from "vitest";
import type { CatalogError } from "../../../src/runtime/index.js";
import { runCatalog } from "../../../src/wire/running-catalog.js";
import {
  entryText,
  errorsText,
  headText,
  lines,
  soundCatalogOf,
} from "../../support/catalog-of.js";

type WithOthers = CatalogError & { readonly others?: readonly WithOthers[] };

/** A catalog with `late` (409, a field `who`) and `lost` (410), in a format of these lines. */
function formatOf(...wire: readonly string[]) {
  const catalog = soundCatalogOf({
    "catalog.yaml": `${headText()}  missing-examples: off\n  field-unseen: off\n`,
    "errors/a.yaml": errorsText(
      entryText("late", { fields: "{ who?: string }", examples: undefined }),
      entryText("lost", {
        title: "Lost",
        status: "410",
        fields: "{ who?: string }",
        examples: undefined,
      }),
    ),
    "wire/w.yaml": lines("wire: w", ...wire),
  });
  const running = runCatalog(catalog);
  const format = running.formats.get("w");
  if (format === undefined) throw new Error("There is no such format.");
  const errorOf = (code: string, fields = {}) => {
    const entry = catalog.entries.find((each) => each.code === code);
    const error = entry && running.errorOf(entry, { fields, status: undefined }, `${code}!`);
    if (error === undefined) throw new Error("There is no such error.");
    return error;
  };
  return {
    decode: (body: unknown, status = 409) => format.decode({ status, body }) as WithOthers,
    format,
    errorOf,
  };
}

/** The code of an error, with those beside it. */
const codesOf = ({ code, others = [] }: WithOthers): unknown =>
  others.length === 0 ? code : [code, ...others.map(codesOf)];

const listed = "body: { errors: { $each: error, code: $code, message?: $message, who?: $who } }";
const batch = [
  "body: { code: $code, message?: $message, who?: $who }",
  "accepts: [{ $each: error }]",
];

describe("errors beside the first", () => {
  it("are read up to 1,000, and an issue says that there were more", () => {
    const { decode } = formatOf(listed);
    const errors = Array.from({ length: 1001 }, () => ({ code: "late" }));
    const error = decode({ errors });
    expect(error.others).toHaveLength(999);
    expect(error.issues).toEqual([{ message: "expected at most 1000 errors", path: [] }]);
    expect(decode({ errors: errors.slice(1) }).issues).toBeUndefined();
  });

  it("may be no value at all, in a body that is parsed already", () => {
    const { decode } = formatOf(listed);
    expect(decode({ errors: [undefined] })).toMatchObject({ code: "unrecognized", status: 409 });
    expect(codesOf(decode({ errors: [undefined, { code: "late" }] }))).toBe("late");
    expect(codesOf(decode({ errors: new Array(5) }))).toBe("unrecognized");
  });

  it("stay where each answer of a batch has several itself", () => {
    const { decode } = formatOf(listed, "accepts: [{ $each: error }]");
    const answer = (...codes: readonly string[]) => ({ errors: codes.map((code) => ({ code })) });
    expect(codesOf(decode([answer("late", "lost"), answer("lost", "late")]))).toEqual([
      "late",
      "lost",
      "lost",
      "late",
    ]);
  });

  it("are no batches of batches", () => {
    const { decode } = formatOf(...batch);
    let lists: unknown = { code: "late" };
    for (let level = 0; level < 40; level += 1) lists = [lists];
    expect(decode(lists).code).toBe("unrecognized");
    expect(codesOf(decode([[{ code: "lost" }], { code: "late" }]))).toBe("late");
  });
});

describe("several errors are written", () => {
  it.each([
    ["in a member", listed],
    [
      "under a name that may be another",
      "body: { 'errors|problems': { $each: error, code: $code, message?: $message, who?: $who } }",
    ],
    [
      "in XML with prefixes",
      "body: { 's:errors': { 's:error': { $each: error, code: $code, message?: $message, who?: $who } } }\nsyntax: xml",
    ],
    [
      "behind a list of others",
      "body: { a: [{ t: x }, { t: y, errors: { $each: error, code: $code, message?: $message, who?: $who } }] }",
    ],
    [
      "in a member that others share",
      "body: { a: [], b: [], errors: { $each: error, code: $code, message?: $message, who?: $who } }",
    ],
    [
      "one answer each",
      "body: { code: $code, message?: $message, who?: $who }\naccepts: [{ $each: error }]",
    ],
  ])("%s", (_, wire) => {
    const { format, errorOf } = formatOf(...wire.split("\n"));
    const error = Object.assign(errorOf("late", { who: "a" }), {
      others: [errorOf("lost", { who: "b" }), errorOf("late", {})],
    });
    const answer = format.encode(error);
    const read = format.decode({ ...answer, body: JSON.stringify(answer.body) }) as WithOthers;
    expect(codesOf(read)).toEqual(["late", "lost", "late"]);
    expect([read, ...(read.others ?? [])].map(({ message }) => message)).toEqual([
      "late!",
      "lost!",
      "late!",
    ]);
    expect(read.others?.[0]).toMatchObject({ who: "b" });
    expect(format.encode(read, { passThrough: "text" }).body).toEqual(answer.body);
  });
});
