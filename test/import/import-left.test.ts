import { describe, expect, it } from "vitest";
import { workplace } from "../support/workplace.js";

/** What an import says of a list, and the entries that it wrote. */
async function importOf(file: string, text: string, ...options: readonly string[]) {
  const place = workplace({ [file]: text });
  const { code, out } = await place.errdex(["import", file, "--all", ...options]);
  const written = place.files("catalog/errors").map((path) => place.read(path));
  return { code, out, entries: written.join("") };
}

describe("what an import leaves out of a list of JSON or YAML", () => {
  it("is text beside groups of codes", async () => {
    const groups = '{\n"version": 3,\n"orders": [{"code": "late", "message": "Late."}],\n';
    const { out } = await importOf(
      "codes.json",
      `${groups}"users": {"gone": "It is gone.", "no": "No."},\n"lost": "It is lost."}`,
    );
    expect(out).toContain('codes.json:2:1 "version" stands beside groups, and was not taken.');
    expect(out).toContain('codes.json:5:1 "lost" stands beside groups, and was not taken.');
  });

  it("is what is nested too deeply, and a list within a list", async () => {
    const deep = Array.from({ length: 8 }, (_, depth) => `${"  ".repeat(depth)}g${depth}:\n`);
    const { out, entries } = await importOf(
      "codes.yaml",
      `near:\n  - { code: late, message: Late. }\n  - [early, soon]\n${deep.join("")}${"  ".repeat(8)}gone: It is gone.\n`,
    );
    expect(out).toContain("codes.yaml:3:5 A list within a list was not taken.");
    expect(out).toContain(
      'codes.yaml:10:13 "g6" is nested more than 6 levels deep, and was not taken.',
    );
    expect(entries).not.toContain("gone");
  });

  it("is a mapping where a text is expected, and a name that stands twice", async () => {
    const { out } = await importOf(
      "codes.json",
      '[\n{"code": "late", "status": 409,\n "message": {"en": "Late.", "de": "Zu spät."}},\n{"code": "gone", "message": "Gone.",\n "message": "Away."}]',
    );
    expect(out).toContain('codes.json:3:13 This "message" is not a text, and was not taken.');
    expect(out).toContain(
      'codes.json:5:2 "message" stands here a second time; the first was read.',
    );
  });

  it("is what stands beside the codes for them all, with or without an anchor", async () => {
    const base = "x-base: &base { status: 404, retry: no }\nx-more: { status: 500 }\n";
    const { code, out, entries } = await importOf(
      "codes.yaml",
      `${base}errors:\n  gone: { <<: *base, message: It is gone. }\n  late: { status: 409, message: Late. }\n`,
    );
    expect(code).toBe(1);
    expect(out).toContain("codes.yaml:4:15 error list-unread The alias *base is not allowed here.");
    expect(out).toContain("Write out what it stands for: a list is read without its aliases.");
    expect(out).not.toMatch(/`types`|code-missing/);
    expect(out).toContain('codes.yaml:1:1 "x-base" stands beside groups, and was not taken.');
    expect(out).toContain('codes.yaml:2:1 "x-more" stands beside groups, and was not taken.');
    expect(entries.match(/^ {2}[\w-]+:/gm)).toEqual(["  gone:", "  late:"]);
    const plain = await importOf(
      "codes.json",
      '{\n"defaults": {"status": 404, "retry": "no"},\n"errors": {"gone": {"message": "Gone."}}}',
    );
    expect(plain.out).toContain(
      'codes.json:2:1 "defaults" stands beside groups, and was not taken.',
    );
    expect(plain.entries.match(/^ {2}[\w-]+:/gm)).toEqual(["  gone:"]);
  });

  it("is no code that begins with x-", async () => {
    const { entries } = await importOf(
      "codes.yaml",
      "x-gone: { status: 404, message: Gone. }\nx-late: { status: 409, message: Late. }\nother: { status: 409, message: Other. }\n",
    );
    expect(entries.match(/^ {2}[\w-]+:/gm)).toEqual(["  x-gone:", "  x-late:", "  other:"]);
  });

  it("is what JSON cannot have", async () => {
    const { out } = await importOf(
      "codes.json",
      '[\n{"code": "late", "message": "Late." },\n{"code": "gone", "message": text(5)}]',
    );
    expect(out).toContain('codes.json:3:18 ""message": text(5)" is not JSON, and was not taken.');
  });
});

describe("what an import leaves out of a table", () => {
  it("is told at the head of its column, once", async () => {
    const { out } = await importOf(
      "codes.csv",
      "code,message,no,team,message,team\na1,There is no team.,x,y,Other.,z\n",
    );
    expect(out).toContain("codes.csv:1:14 no was not taken.");
    expect(out).toContain("codes.csv:1:17 team was not taken.");
    expect(out).toContain('codes.csv:1:22 A second column is called "message", and was not taken.');
    expect(out).toContain('codes.csv:1:30 A second column is called "team", and was not taken.');
    expect(out.match(/not taken/g)).toHaveLength(4);
  });

  it("is a column without a name, and what stands behind the last one", async () => {
    const { out } = await importOf("codes.csv", "code,,message,\na1,x,One,two.,\na2,,Two.,\n");
    expect(out).toContain("codes.csv:1:6 Column 2 has no name, and was not taken.");
    expect(out).toContain("codes.csv:1:15 Column 4 has no name, and was not taken.");
    expect(out.match(/not taken/g)).toHaveLength(2);
    const { out: wide } = await importOf("codes.csv", "code,message\na1,One, two, and three.\n");
    expect(wide).toContain(
      "codes.csv:2:8 This row has more cells than there are columns; what stands from here on was not taken.",
    );
    expect(wide.match(/not taken/g)).toHaveLength(1);
  });

  it("is a column of a table without names", async () => {
    const { out } = await importOf(
      "codes.csv",
      "a1,404,It is gone.,x\na2,404,It is late.,y\na3,409,It is sold.,\n",
    );
    expect(out).toContain("codes.csv:1:20 Column 4 has no name, and was not taken.");
  });
});

it("what an import leaves out of JSON is told where it first stands as a name", async () => {
  const { out } = await importOf(
    "codes.json",
    '[\n{"code": "team", "message": "No team."},\n{"code": "b", "message": "B.", "team": 1},\n{"code": "c", "message": "C.", "team": 2}]',
  );
  expect(out).toContain("codes.json:3:32 team was not taken.");
});

describe("what an import leaves out of a source", () => {
  it("is what a class works out, but not what its caller says", async () => {
    const { out, entries } = await importOf(
      "errors.ts",
      `export abstract class AppError extends Error {
  status = statusOf("app");
  constructor(readonly code: string, message: string, { cause }: { cause?: Error } = {}, ...rest: unknown[]) { super(message, { cause, ...rest }); this.message = message; }
}
export class Late extends AppError {
  constructor(id: string, options: { title: string }) { super("late", texts.late(id)); this.title = options.title; }
}
export class Gone extends HttpError {
  get code() { return codeOf(this); }
  constructor(id: string, text = textOf("gone")) { super(410, text, undefined, { ...defaults, detail: tell(id) }); }
}
export class Sold extends HttpError { constructor() { super(409, tell("sold")); } }
class Table extends Map { code = codeOf("table"); }
`,
    );
    expect(
      [...out.matchAll(/(\d+:\d+) (".*") is not written out here/g)].map(([, ...is]) => is),
    ).toEqual([
      ["2:12", '"statusOf("app")"'],
      ["6:71", '"texts.late(id)"'],
      ["9:23", '"codeOf(this)"'],
      ["10:34", '"textOf("gone")"'],
      ["10:82", '"...defaults"'],
      ["10:103", '"tell(id)"'],
      ["12:66", '"tell("sold")"'],
    ]);
    expect(entries).toContain("  late:\n");
    expect(entries).toContain("  sold:\n    status: 409\n");
  });
});
