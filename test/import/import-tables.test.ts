import { describe, expect, it } from "vitest";
import { workplace } from "../support/workplace.js";

const rows = [
  "Code,Text,HTTP,Owner",
  "10001,Cannot find user %s,404,team a",
  '10002,"The table {0} has %d rows',
  'and more.",,',
  "not_allowed,You may not do this.,403 Forbidden,",
  "CDC:ErrX,  The stream broke.  ,502,",
  "auth/no-user,No user.,401,",
  "odd,It is odd.,520,",
  "0,Fine.,200,",
].join("\n");

describe("errdex import of a table", () => {
  it("begins a catalog of it, and says what was guessed and mended", async () => {
    const place = workplace({ "codes.csv": rows });
    const { code, out, err } = await place.errdex(["import", "codes.csv"]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain(
      'codes.csv: 6 codes; code is "Code", status is "HTTP", message is "Text".',
    );
    expect(out).toContain("Owner was not taken.");
    expect(out).toContain('codes.csv:9:1 "0" is left out: the status 200 is no error.');
    expect(out).toContain("%s of 10001 became {user}, a string.");
    expect(out).toContain("codes.csv:3:7 {0} of 10002 became {table}, a string.");
    expect(place.read("catalog/errors/general.yaml")).toBe(`category: general
errors:
  10001:
    status: 404
    title: Cannot find user
    message: Cannot find user {user}
    fields: { user: string }
    name: cannotFindUser
  10002:
    status: 500
    title: The table has rows and more
    message: The table {table} has {rows} rows and more.
    fields: { table: string, rows: integer }
    name: tableHasRowsAndMore
  not_allowed:
    status: 403
    title: You may not do this
    message: You may not do this.
  cdc_err_x:
    status: 502
    title: The stream broke
    message: The stream broke.
  auth_no_user:
    status: 401
    title: No user
    message: No user.
  odd:
    status: 520
    title: It is odd
    message: It is odd.
`);
    expect(place.read("catalog/wire/codes.yaml")).toMatch(
      /\ncodes:\n {2}cdc_err_x: "CDC:ErrX"\n {2}auth_no_user: auth\/no-user\n {2}odd: \{ status: 520 \}\n$/,
    );
  });

  it("refuses a code with two meanings, with both places, and takes the others", async () => {
    const place = workplace({
      "codes.csv": "code,message\na1,One.\na2,Two.\na1,Other.\na2,Two.\n",
    });
    const { code, out } = await place.errdex(["import", "codes.csv"]);
    expect(code).toBe(1);
    expect(out).toContain(
      'codes.csv:2:1 error code-meanings "a1" has 2 meanings: "One." and "Other.".',
    );
    expect(out).toContain("see: codes.csv:4:1 Another is here.");
    expect(out).toContain('codes.csv:5:1 "a2" stands here again, and says the same.');
    expect(place.read("catalog/errors/general.yaml")).not.toContain("a1:");
  });

  it("reads a cell of several statuses, and takes a class of them for what it says", async () => {
    const cells = [
      ["a1", "400/404", "[400, 404]"],
      ["a2", "404 or 410", "[404, 410]"],
      ["a3", "409, 422 (or 409)", "[409, 422]"],
      ["a4", "HTTP/1.1 409 Conflict", "409"],
      ["a5", "200/404", "404"],
      ["a6", "503 after 500 ms", "503"],
      ["a7", "4xx", "400"],
      ["a8", "5XX", "500"],
      ["a9", "400-499", "400"],
      ["b1", "-", "500"],
      ["b2", "404/520", "404"],
    ] as const;
    const table = cells.map(([code, cell]) => `${code};${cell};It is ${code}.`).join("\n");
    const place = workplace({ "codes.csv": `code;status;message\n${table}\n` });
    const { code, out } = await place.errdex(["import", "codes.csv"]);
    expect(code).toBe(0);
    const entries = place.read("catalog/errors/general.yaml");
    for (const [name, , status] of cells)
      expect(entries).toContain(`  ${name}:\n    status: ${status}\n`);
    for (const line of [
      'codes.csv:2:4 The status of a1, "400/404", was read as 400 and 404.',
      'codes.csv:6:4 The status of a5, "200/404", was read as 404.',
      'codes.csv:8:4 "4xx" is a class of statuses; a7 was given 400, because no word says more.',
      'codes.csv:11:4 "-" is no status; b1 was given 500, because no word says more.',
    ])
      expect(out).toContain(line);
  });

  it("takes severities and whether to try again, and says which words it does not know", async () => {
    const place = workplace({
      "codes.csv":
        "code,status,message,level,retry\na1,400,One.,FATAL,yes\na2,400,Two.,warn,no\na3,400,Three.,error,\na4,400,Four.,tall,after 5s\n",
    });
    const { code, out } = await place.errdex(["import", "codes.csv"]);
    expect(code).toBe(0);
    expect(place.read("catalog/errors/general.yaml")).toBe(`category: general
errors:
  a1:
    status: 400
    title: One
    message: One.
    severity: critical
    retry: backoff
  a2:
    status: 400
    title: Two
    message: Two.
    severity: warning
    retry: never
  a3:
    status: 400
    title: Three
    message: Three.
  a4:
    status: 400
    title: Four
    message: Four.
`);
    expect(out).toContain('codes.csv:5:14 "tall" of a4 says no severity, and was not taken.');
    expect(out).toContain(
      'codes.csv:5:19 "after 5s" of a4 does not say whether trying again can help, and was not taken.',
    );
  });

  it("writes nothing with --dry-run", async () => {
    const place = workplace({ "codes.csv": rows });
    const { out } = await place.errdex(["import", "codes.csv", "--dry-run"]);
    expect(out).toContain("would write catalog/catalog.yaml\n");
    expect(place.files()).toEqual(["codes.csv"]);
  });

  it("takes columns that somebody names, by name or number", async () => {
    const place = workplace({ "codes.csv": "a;b;c\nx1;y1;One.\nx2;y2;Two.\n" });
    await place.errdex(["import", "codes.csv", "--column", "code=b,message=3", "--status", "409"]);
    expect(place.read("catalog/errors/general.yaml")).toContain(
      "  y1:\n    status: 409\n    title: One\n    message: One.\n",
    );
    const { code, err } = await place.errdex([
      "import",
      "codes.csv",
      "--column",
      "code=nothing",
      "--catalog",
      "other",
    ]);
    expect([code, err]).toEqual([
      2,
      'errdex: The list has no column "nothing". Known: "a", "b", "c".\n',
    ]);
  });
});
