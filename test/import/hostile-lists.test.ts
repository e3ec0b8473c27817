import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ImportOptions, importList } from "../../src/import/import-list.js";
import { workplace } from "../support/workplace.js";

type Form = ImportOptions["form"];

/** What an import of a text says and writes. */
function importOf(content: string | Uint8Array, form: Form) {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const list = { shownPath: "list", name: "list", id: "list", content: bytes };
  const { files, notes } = importList(list, { form, columns: new Map(), catalogName: "shop" });
  return { files, said: notes.map(({ rule, message }) => `${rule} ${message}`) };
}

const entriesOf = (files: ReadonlyMap<string, string>) =>
  files.get("errors/general.yaml") ?? files.get("errors/list.yaml");

function utf16(text: string, isBig: boolean): Uint8Array {
  const bytes = new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"));
  return isBig ? new Uint8Array(Buffer.from(bytes).swap16()) : bytes;
}

describe("an import of a hostile list", () => {
  it.each([false, true])("reads UTF-16, big end first: %s", (isBig) => {
    const { files, said } = importOf(utf16("code,message\r\nb1,Größe.\r\n", isBig), "csv");
    expect(entriesOf(files)).toContain("message: Größe.\n");
    expect(said[0]).toContain(isBig ? "UTF-16BE" : "UTF-16LE");
  });

  it("names the place where it is not UTF-8, and takes nothing", async () => {
    const place = workplace();
    writeFileSync(
      join(place.folder, "codes.csv"),
      Buffer.from("code,message\na,Gr\xf6\xdfe\n", "latin1"),
    );
    const { code, out } = await place.errdex(["import", "codes.csv"]);
    expect(code).toBe(1);
    expect(out).toContain("codes.csv:2:5 error list-unread The file is not UTF-8 from here on.");
    expect(place.files()).toEqual(["codes.csv"]);
  });

  it.each([
    ["a2", '"Two.\na3,Three.\n', "3:4", "2 lines from here on were"],
    ["a2", '"Two.\n', "3:4", "this row was"],
    ['"a2', "Two.\na3,Three.\n", "3:1", "2 lines from here on were"],
  ])(
    "refuses a row whose quotation mark is never closed, and takes those before it: %s,%j",
    async (first, rest, at, what) => {
      const place = workplace({ "codes.csv": `code,message\na1,One.\n${first},${rest}` });
      const { code, out } = await place.errdex(["import", "codes.csv"]);
      expect(code).toBe(1);
      expect(out).toContain(
        `codes.csv:${at} error list-unread The quotation mark that opens this cell is not closed before a delimiter or the end of a line, so ${what} not taken.`,
      );
      expect(out).toContain("Close it where the cell ends.");
      expect(place.read("catalog/errors/general.yaml")).toContain("a1:");
      expect(place.read("catalog/errors/general.yaml")).not.toContain("a2:");
    },
  );

  it("refuses rows that are taken for one cell, since a later quotation mark closes it, and takes the others", async () => {
    const place = workplace({
      "codes.csv":
        'code,message\r\n\r\na1,"One ""and"" one.\r\n"\r\na2,"Two.\r\na3,Three.\r\na4,"Four."\r\na5,5 "five"\r\n',
    });
    const { code, out } = await place.errdex(["import", "codes.csv"]);
    expect(code).toBe(1);
    expect(out).toMatch(
      /codes\.csv:5:4 error list-unread .* so 3 lines from here on were not taken/,
    );
    const entries = place.read("catalog/errors/general.yaml");
    expect(entries.match(/^ {2}\w+/gm)).toEqual(["  a1", "  a5"]);
  });

  it("refuses a text of ten megabytes in one line, and takes the others", () => {
    const { files, said } = importOf(
      `code,message\na1,${"x %s {0} ".repeat(1_200_000)}\na2,Two.\n`,
      "csv",
    );
    expect(said).toContainEqual(expect.stringMatching(/^text-long /));
    expect(entriesOf(files)).toContain("a2:");
    expect(entriesOf(files)).not.toContain("a1:");
  });

  it("reads the first of two columns with one name, and drops what is invisible", () => {
    const { files, said } = importOf(
      "code,message,message\na\u0000b,O\u0000ne\u202e.,Two.\n",
      "csv",
    );
    expect(said).toContainEqual(
      expect.stringContaining('A second column is called "message", and was not taken.'),
    );
    expect(said).toContainEqual(expect.stringMatching(/^text-mended /));
    expect(entriesOf(files)).toContain(
      "  a_b:\n    status: 500\n    title: O ne\n    message: O ne .\n",
    );
  });

  it.each<[Form, string]>([
    ["csv", "code,message\n__proto__,One.\nconstructor,Two.\n"],
    ["json", '[{"code":"__proto__","message":"One."},{"code":"constructor","message":"Two."}]'],
    [
      "json",
      '{"__proto__":{"status":409,"message":"One."},"constructor":{"status":409,"message":"Two."}}',
    ],
    ["source", 'enum Code { A = "__proto__", B = "constructor" }'],
  ])("takes __proto__ for a spelling like others, in %s", (form, text) => {
    const { files } = importOf(text, form);
    expect(entriesOf(files)).toMatch(/^ {2}proto:$/m);
    expect(entriesOf(files)).toMatch(/^ {2}constructor:$/m);
    expect(files.get("wire/list.yaml")).toMatch(/^ {2}proto: "__proto__"$/m);
    expect(Object.prototype).not.toHaveProperty("status");
  });

  it("refuses aliases, so that nothing grows", () => {
    const bomb = Array.from({ length: 30 }, (_, index) =>
      index === 0 ? "a0: &a0 [x, x]" : `a${index}: &a${index} [${`*a${index - 1}, `.repeat(9)}x]`,
    );
    expect(importOf(bomb.join("\n"), "yaml").said[0]).toMatch(/^list-unread /);
  });

  it.each<[Form, string]>([
    ["json", "[".repeat(100_000)],
    ["json", '{"code": '],
    ["json", "12"],
    ["yaml", "a: [b"],
    ["yaml", ""],
    ["source", "export enum {"],
    ["source", "const x = 1;"],
    ["csv", "\n\n"],
    ["yaml", "openapi: 3.1.0\npaths: {}"],
  ])("says what cannot be read, or writes nothing: %s %j", (form, text) => {
    const { files, said } = importOf(text, form);
    expect(files.size).toBe(0);
    if (form !== "csv") expect(said).toContainEqual(expect.stringMatching(/^list-unread /));
  });

  it("never throws, whatever the list is", () => {
    const form = fc.constantFrom<Form>("csv", "tsv", "json", "yaml", "source");
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.json(),
      fc
        .array(fc.array(fc.string({ unit: "grapheme" })))
        .map((rows) => `code,message\n${rows.map((row) => row.join(",")).join("\n")}`),
      fc.string().map((inner) => `enum A { a = ${JSON.stringify(inner)} }`),
    );
    fc.assert(fc.property(form, text, (each, value) => void importOf(value, each)));
  });
});
