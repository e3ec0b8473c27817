/** Which body of a format an answer is read by, where several fit. */
import { describe, expect, it } from "vitest";
import { arrivalOf } from "../../../src/runtime/wire/arrival.js";
import { type AnyWireFormat, runCatalog } from "../../../src/wire/running-catalog.js";
import { loaded } from "../../doubling/doubling-input.js";
import { entryText, headText } from "../../support/catalog-of.js";

type Entries = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A format of its own, for a catalog of these entries. */
function format(entries: Entries, wire: string): AnyWireFormat {
  const texts = Object.entries(entries).map(([code, members]) => entryText(code, members));
  const catalog = loaded({
    "catalog.yaml": headText(),
    "errors/a.yaml": `category: orders\nerrors:\n${texts.join("")}`,
    "wire/w.yaml": `wire: w\n${wire}`,
  });
  const found = runCatalog(catalog).formats.get("w");
  if (found === undefined) throw new Error("There is no such format.");
  return found;
}

const read = (wire: AnyWireFormat, status: number, body: unknown) => {
  const error = wire.decode({ status, body });
  const { code, message, issues } = error;
  return { code, message, fields: error.toJSON().fields, issues };
};

describe("a body of a code alone", () => {
  const list = format(
    {
      invalid: { status: "400", fields: "{ problems: { type: array, items: string } }" },
      other: { status: "500" },
    },
    `body: { statusCode: $status, message: $message }
rest: none
codes: { invalid: { code: null, body: { statusCode: $status, message: $problems } }, other: null }
infer: { 400: invalid, 500: other }
`,
  );

  it("is read where it fits", () => {
    const body = { statusCode: 400, message: ["a", "b"] };
    expect(read(list, 400, body)).toMatchObject({
      code: "invalid",
      fields: { problems: ["a", "b"] },
    });
  });

  it("hides no text of the general body where it does not fit", () => {
    const body = { statusCode: 400, message: "Unexpected token" };
    expect(read(list, 400, body)).toEqual({
      code: "unrecognized",
      message: "Unexpected token",
      fields: {},
      issues: [{ message: "expected a value", path: ["problems"] }],
    });
  });

  it("hides no known code of the general body where that explains more", () => {
    const cards = format(
      {
        declined: { status: "402", fields: "{ reason?: string }" },
        card_error: { status: "402", fields: "{ cause_code?: string }" },
      },
      `body: { error: { type: card_error, code: $code, reason?: $reason } }
rest: none
codes: { declined: {}, card_error: { body: { error: { type: $code, code?: $cause_code } } } }
`,
    );
    const declined = { error: { type: "card_error", code: "declined", reason: "x" } };
    expect(read(cards, 402, declined)).toMatchObject({ code: "declined", fields: { reason: "x" } });
    const other = { error: { type: "card_error", code: "brand_new", reason: "x" } };
    expect(read(cards, 402, other)).toMatchObject({
      code: "card_error",
      fields: { cause_code: "brand_new" },
    });
  });
});

describe("of bodies that all fit", () => {
  const gone = format(
    { gone: { status: "404", fields: "{ id?: string, size?: integer }" } },
    `body: { code: $code, message?: $message, inner?: { id?: $id }, size?: $size }
accepts: [{ code: $code, Message: $message, Inner: { id: $id } }, { code: $code, text: $message, id: $size }]
`,
  );

  it("the one that explains more of the answer is meant", () => {
    const body = { code: "gone", Message: "Away.", Inner: { id: "7" } };
    expect(read(gone, 404, body)).toEqual({
      code: "gone",
      message: "Away.",
      fields: { id: "7" },
      issues: undefined,
    });
  });

  it("the first is meant where they explain the same", () => {
    const error = gone.decode({ status: 404, body: { code: "gone" } });
    expect(arrivalOf(error)?.layout.places).toContainEqual({ from: ["size"] });
  });

  it("one with a member of another shape comes after one without", () => {
    const broken = read(gone, 404, { code: "gone", text: "Away.", id: "seven" });
    expect(broken).toMatchObject({ code: "gone", fields: {}, issues: undefined });
    expect(broken.message).not.toBe("Away.");
    expect(read(gone, 404, { code: "gone", text: "Away.", id: 7 })).toMatchObject({
      message: "Away.",
      fields: { size: 7 },
    });
  });

  it("one whose required fields are valid comes before one that explains more", () => {
    const wire = format(
      { late: { status: "409", fields: "{ by: integer }" } },
      "body: { code: $code, by: $by }\naccepts: [{ code: $code, text: $message, on: $by, by: late }]\n",
    );
    expect(read(wire, 409, { code: "late", by: 5, text: "Late.", on: "x" })).toMatchObject({
      code: "late",
      fields: { by: 5 },
    });
  });

  it("a known code comes before an unknown one, and that before none", () => {
    const wire = format(
      { late: { status: "409" } },
      "body: { code?: $code, text?: $message }\naccepts: [{ kind: $code, text: $message }, { type: $code }]\ninfer: { 409: late }\n",
    );
    expect(read(wire, 409, { text: "No.", kind: "what", type: "late" })).toMatchObject({
      code: "late",
    });
    expect(read(wire, 409, { text: "No.", kind: "what" })).toMatchObject({
      code: "unrecognized",
      message: "No.",
      fields: { receivedCode: "what" },
    });
    expect(read(wire, 409, { text: "No." })).toMatchObject({ code: "late", message: "No." });
  });
});

describe("a code in two places", () => {
  const twice = format({ late: { status: "409" } }, "body: { code: $code, link: $code }\n");

  it.each([
    ["both", { code: "late", link: "late" }],
    ["the first", { code: "late" }],
    ["the second", { link: "late" }],
    ["the second, where the first is no code", { code: null, link: "late" }],
  ])("is read where it stands in %s", (_, body) => {
    expect(twice.decode({ status: 409, body }).code).toBe("late");
  });

  it("is missing where it stands in neither", () => {
    expect(twice.decode({ status: 409, body: {} })).toMatchObject({ code: "unrecognized" });
  });
});

describe("the body that was read", () => {
  it("is known of an error that was decoded here, and of no other", () => {
    const wire = format(
      { late: { status: "409" } },
      "body: { code: $code }\naccepts: [{ fault: { code: $code, text: $message } }]\n",
    );
    const error = wire.decode({ status: 409, body: { fault: { code: "late", text: "Late." } } });
    expect(arrivalOf(error)?.layout.code).toEqual(["fault", "code"]);
    expect(arrivalOf(wire.decode({ status: 409, body: "<html>" }))?.layout.code).toBeUndefined();
    expect(arrivalOf(new Error("another"))).toBeUndefined();
  });
});
