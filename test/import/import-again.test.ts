import { rmSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Workplace, workplace } from "../support/workplace.js";

const list = [
  "code,status,message",
  "10001,404,Cannot find user %s.",
  "auth/no-user,401,No user.",
  "gone,410,It is gone.",
].join("\n");

const entries = "catalog/errors/general.yaml";

async function imported(): Promise<Workplace> {
  const place = workplace({ "codes.csv": list });
  expect(await place.errdex(["import", "codes.csv"])).toMatchObject({ code: 0 });
  return place;
}

/** What another import says, after its first line. */
async function again(place: Workplace, ...options: readonly string[]): Promise<string> {
  const { code, out, err } = await place.errdex(["import", "codes.csv", ...options]);
  expect([code, err]).toEqual([0, ""]);
  return out;
}

function texts(place: Workplace): Readonly<Record<string, string>> {
  return Object.fromEntries(place.files("catalog").map((path) => [path, place.read(path)]));
}

describe("a second import", () => {
  it("of the same list writes nothing and guesses nothing", async () => {
    const place = await imported();
    const before = texts(place);
    expect(await again(place)).toBe(
      'codes.csv: 3 codes, 0 new, 0 updated; code is "code", status is "status", message is "message".\n\nNothing to write.\n',
    );
    expect(texts(place)).toEqual(before);
  });

  it("adds what is new and updates what nobody changed, in place", async () => {
    const place = await imported();
    place.write({
      [entries]: place
        .read(entries)
        .replace("category:", "# ours\ncategory:")
        .replace("    status: 401", "    # whoever asks\n    status: 401"),
      "codes.csv": `${list
        .replace("401,No user.", "403,No user {0} here.")
        .replace("%s", "%d")}\nnew/one,409,New.\nplain,409,Plain.\n`,
    });
    expect(await again(place)).toContain("5 codes, 2 new, 2 updated");
    expect(place.read(entries)).toBe(`# ours
category: general
errors:
  10001:
    status: 404
    title: Cannot find user
    message: Cannot find user {user}.
    fields: { user: integer }
    name: cannotFindUser
  auth_no_user:
    # whoever asks
    status: 403
    title: No user here
    message: No user {user} here.
    fields: { user: string }
  gone:
    status: 410
    title: It is gone
    message: It is gone.
  new_one:
    status: 409
    title: New
    message: New.
  plain:
    status: 409
    title: Plain
    message: Plain.
`);
    expect(place.read("catalog/wire/codes.yaml")).toMatch(
      /auth\/no-user\n {2}new_one: new\/one\n$/,
    );
    expect(await again(place)).toContain("Nothing to write.");
  });

  it("keeps what people wrote, and says so where the list says something else", async () => {
    const place = await imported();
    place.write({
      [entries]: place
        .read(entries)
        .replace(
          "message: It is gone.",
          "message: Somebody deleted it.\n    meaning: It was there.",
        )
        .replace("auth_no_user:", "nobody:"),
      "catalog/wire/codes.yaml": place
        .read("catalog/wire/codes.yaml")
        .replace("auth_no_user:", "nobody:"),
      "codes.csv": list.replace("It is gone.", "It went away.").replace("410", "404"),
    });
    const out = await again(place);
    expect(out).toContain(
      `${entries}:16:14 gone keeps its message; the list says "It went away.".`,
    );
    const kept = place.read(entries);
    expect(kept).toContain(
      "  gone:\n    status: 404\n    title: It went away\n    message: Somebody deleted it.\n    meaning: It was there.\n",
    );
    expect(kept).not.toContain("auth_no_user");
    expect(await again(place)).toContain("Nothing to write.");
  });

  it("says which codes stand in another category in the list, until it is known", async () => {
    const row = (code: string, category: string) => `${code},404,It is ${code}.,${category}\n`;
    const head = "code,status,message,category\n";
    const place = workplace({
      "codes.csv": `${head}${row("a", "orders")}${row("b", "orders")}${row("c", "users")}`,
    });
    await place.errdex(["import", "codes.csv"]);
    place.write({
      "codes.csv": `${head}${row("a", "users")}${row("b", "new ones")}${row("c", "")}`,
    });
    const out = await again(place);
    expect(out).toContain(
      'catalog/errors/orders.yaml:3:3 a stays in the category orders; the list says "users".',
    );
    expect(out).toContain(
      'catalog/errors/orders.yaml:7:3 b stays in the category orders; the list says "new ones".',
    );
    expect(out.match(/stays in/g)).toHaveLength(2);
    expect(await again(place)).not.toContain("stays in");
    place.write({
      "codes.csv": `${head}${row("a", "Users").replace("404", "410")}${row("b", "Orders")}`,
    });
    const last = await again(place);
    expect(last).toContain('a stays in the category orders; the list says "Users".');
    expect(last.match(/stays in/g)).toHaveLength(1);
  });

  it("retires nothing", async () => {
    const place = await imported();
    const before = place.read(entries);
    place.write({ "codes.csv": list.replace(/\ngone.*/, "") });
    expect(await again(place)).toContain("The list no longer has gone, which stays.");
    expect(place.read(entries)).toBe(before);
  });

  it("of another list into a catalog written by hand adds to its categories and files", async () => {
    const place = workplace({
      "catalog/catalog.yaml":
        "catalog: shop\ntitle: Shop\nversion: 1.0.0\ncategories: { orders: Orders }\n",
      "catalog/errors/orders.yaml":
        "errors:\n    sold_out: { status: 409, title: Sold out, message: None left. } # ours\ncategory: orders\n",
      "more.json": JSON.stringify({
        orders: {
          sold_out: { status: 410, message: "Other." },
          late: { status: 409, message: "Late." },
        },
        users: { gone: { status: 410, message: "Gone." } },
      }),
    });
    const { out } = await place.errdex(["import", "more.json"]);
    expect(out).toContain("sold_out keeps its status; the list says 410.");
    expect(place.read("catalog/catalog.yaml")).toContain(
      "categories: { orders: Orders, users: users }\n",
    );
    expect(place.read("catalog/errors/orders.yaml")).toBe(`errors:
    sold_out: { status: 409, title: Sold out, message: None left. } # ours
    late:
        status: 409
        title: Late
        message: Late.
category: orders
`);
    expect(place.read("catalog/errors/users.yaml")).toContain(
      "category: users\nerrors:\n  gone:\n",
    );
    expect((await place.errdex(["import", "more.json"])).out).toContain("Nothing to write.");
  });

  it("keeps lists of the same name apart by their folders, and follows one that was moved", async () => {
    const head = "code,status,message\n";
    const place = workplace({
      "a/codes.csv": `${head}first,404,It is gone.\nboth,409,One says this.\n`,
      "b/codes.csv": `${head}second,500,It broke.\nboth,400,Another says that.\n`,
    });
    await place.errdex(["import", "a/codes.csv"]);
    const { code, out } = await place.errdex(["import", "b/codes.csv"]);
    expect([code, out]).toEqual([0, expect.not.stringContaining("no longer has")]);
    expect(out).toContain("b/codes.csv: 2 codes, 1 new, 0 updated;");
    expect(out).toContain('both keeps its message; the list says "Another says that.".');
    expect(Object.keys(JSON.parse(place.read("catalog/imported.json")).lists)).toEqual([
      "a/codes.csv",
      "b/codes.csv",
    ]);
    place.write({ "c/codes.csv": place.read("a/codes.csv").replace("It is gone", "It went away") });
    rmSync(`${place.folder}/a`, { recursive: true });
    expect((await place.errdex(["import", "c/codes.csv"])).out).toContain("0 new, 1 updated");
    expect(place.read("catalog/imported.json")).not.toContain("a/codes.csv");
    expect((await place.errdex(["import", "b/codes.csv"])).out).toContain("Nothing to write.");
  });

  it("says what is wrong with what earlier imports left", async () => {
    const place = await imported();
    place.write({ "catalog/imported.json": "<<<<<<< ours" });
    const { code, err } = await place.errdex(["import", "codes.csv"]);
    expect([code, err]).toEqual([
      2,
      expect.stringContaining("imported.json is not what `errdex import` wrote."),
    ]);
  });
});
