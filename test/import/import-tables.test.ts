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
