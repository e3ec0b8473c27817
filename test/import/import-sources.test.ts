import { describe, expect, it } from "vitest";
import { workplace } from "../support/workplace.js";

/** Imports one file, and gives the entries that it became. */
async function entriesOf(name: string, text: string): Promise<string> {
  const place = workplace({ [name]: text });
  const { code, out } = await place.errdex(["import", name]);
  expect(code, out).toBe(0);
  const files = place.files("catalog/errors").map((path) => place.read(path));
  return files.map((file) => file.replace(/^category: .*\nerrors:\n/, "")).join("");
}

describe("errdex import", () => {
  it("reads an enum with the tables beside it", async () => {
    const source = `export enum ErrorCode { OrderNotFound = 1001, CardDeclined, Odd = "odd" }
      export const messages: Record<ErrorCode, string> = {
        [ErrorCode.OrderNotFound]: "The order was not found.",
        [ErrorCode.CardDeclined]: \`The card was declined: \${reason}.\`,
      };
      const status = { [ErrorCode.OrderNotFound]: StatusCodes.NOT_FOUND, [ErrorCode.CardDeclined]: 402 } as const;
      const unrelated = { port: 80 };`;
    expect(await entriesOf("codes.ts", source)).toBe(`  1001:
    status: 404
    title: The order was not found
    message: The order was not found.
    name: orderNotFound
  1002:
    status: 402
    title: The card was declined
    message: "The card was declined: {reason}."
    fields: { reason: string }
    name: cardDeclined
  odd:
    status: 500
    title: Odd
`);
  });

  it("takes the names of an enum that counts, and what its comments say", async () => {
    const source = "export enum Code {\n  /** There is none. */\n  NotFound,\n  Gone,\n}";
    expect(await entriesOf("codes.ts", source)).toBe(`  NotFound:
    status: 404
    title: There is none
    message: There is none.
  Gone:
    status: 500
    title: Gone
`);
  });

  it("takes a comment for the meaning where a table beside it has the message", async () => {
    const source = `export enum Code {
      /** The user was here, and is no more. @deprecated since 2 */
      UserGone = "USER_GONE",
      /** Out of cups. */
      NoCups = "NO_CUPS",
    }
    export const messages = { [Code.UserGone]: "The user is gone.", [Code.NoCups]: "Out of cups." };
    export const errors = {
      /** More than there is room for. */
      TOO_MANY: { status: 409, message: "There are too many." },
      /** Nobody knows why. */
      ODD: { status: 500 },
    };`;
    expect(await entriesOf("codes.ts", source)).toBe(`  USER_GONE:
    status: 500
    title: The user is gone
    message: The user is gone.
    meaning: The user was here, and is no more.
  NO_CUPS:
    status: 500
    title: Out of cups
    message: Out of cups.
  TOO_MANY:
    status: 409
    title: There are too many
    message: There are too many.
    meaning: More than there is room for.
  ODD:
    status: 500
    title: Nobody knows why
    message: Nobody knows why.
`);
  });

  it("works out values that the file defines, and makes up no code for those that it does not", async () => {
    const source = `const PREFIX = "APP";
    export enum Code { Gone = \`\${PREFIX}_GONE\`, Same = Gone, Full = 1 << 3, Odd = "abc".length, Next = 7 }
    export const errors = {
      [Code.Gone]: { status: 4 * 101, message: "Gone after " + PREFIX },
      [\`\${SCOPE}_X\`]: { status: 409, message: "It clashes." },
      ...others,
      [Other.Late]: { status: 410, message: \`Late by \${3}.\` },
      [Code.Full]: { status: limit(), message: "Full of " + user.id },
    };
    export namespace Inner {
      export const errors = new Map([["IN_MAP", { status: 423, message: "Locked." }], spare()]);
    }
    export const Busy = class extends Error { code = "BUSY"; status = 503; message = "Busy."; };
    export * from "./more.js";`;
    const place = workplace({ "codes.ts": source });
    const { code, out } = await place.errdex(["import", "codes.ts", "--all"]);
    expect(code).toBe(1);
    expect(place.read("catalog/errors/general.yaml")).toBe(`category: general
errors:
  APP_GONE:
    status: 404
    title: Gone after APP
    message: Gone after APP
  8:
    status: 500
    title: Full of
    message: Full of {user_id}
    fields: { user_id: string }
    name: full
  7:
    status: 500
    title: Next
    name: next
  Late:
    status: 410
    title: Late by 3
    message: Late by 3.
  IN_MAP:
    status: 423
    title: Locked
    message: Locked.
  BUSY:
    status: 503
    title: Busy
    message: Busy.
`);
    for (const line of [
      `codes.ts:2:77 "Odd = "abc".length" is not written out here, and was not taken.`,
      `codes.ts:6:7 "...others" is not written out here, and was not taken.`,
      'codes.ts:7:8 Other.Late is defined elsewhere, and was read as "Late". Put the file that defines it into one with this.',
      `codes.ts:8:22 "status: limit()" is not written out here, and was not taken.`,
      `codes.ts:11:87 "spare()" is not written out here, and was not taken.`,
      `codes.ts:14:5 What "./more.js" has was not read. Where it has codes too, import that file as well.`,
      "user_id of 8 became {user_id}, a string.",
      'codes.ts:5:8 error code-unusable "`${SCOPE}_X`" has a value in it that is defined elsewhere, so nobody can tell how the code is spelled.',
    ])
      expect(out).toContain(line);
  });

  it("reads an object by code, and one by name with a code inside", async () => {
    const source = `module.exports = Object.freeze({
      sold_out: { status: 409, message: "Sold out." },
      stale: { status: 412, message: (at) => "Stale since " + at },
    });`;
    expect(await entriesOf("errors.cjs", source)).toBe(`  sold_out:
    status: 409
    title: Sold out
    message: Sold out.
  stale:
    status: 412
    title: Stale since
    message: Stale since {at}
    fields: { at: string }
`);
    const named =
      'export const ERRORS = { NotFound: { code: "E-1", http: 404, text: "None." } } satisfies X;';
    expect(await entriesOf("errors.ts", named)).toBe(
      "  E-1:\n    status: 404\n    title: None\n    message: None.\n    name: notFound\n",
    );
  });

  it("reads classes over http-errors and of one's own, and calls", async () => {
    const source = `import createError, { HttpError } from "http-errors";
      export abstract class AppError extends Error {
        constructor(readonly statusCode: number, readonly code: string, message: string) { super(message); }
      }
      export class UserNotFoundError extends AppError {
        constructor(id: number) { super(404, "USER_NOT_FOUND", \`User \${id} not found.\`); }
      }
      export class GoneError extends HttpError { status = 410; message = "It is gone."; }
      export class NoAccess extends createError.Forbidden { constructor() { super("Not for you."); } }
      export const locked = (by: string) => createError(423, \`Locked by \${by}.\`, { code: "LOCKED" });
      function find() { throw new createError.NotFound("No such page."); }
      class Unrelated extends Map {}`;
    expect(await entriesOf("errors.ts", source)).toBe(`  USER_NOT_FOUND:
    status: 404
    title: User not found
    message: User {id} not found.
    fields: { id: number }
  gone:
    status: 410
    title: It is gone
    message: It is gone.
  no_access:
    status: 403
    title: Not for you
    message: Not for you.
  LOCKED:
    status: 423
    title: Locked by
    message: Locked by {by}.
    fields: { by: string }
  no_such_page:
    status: 404
    title: No such page
    message: No such page.
`);
  });

  it("reads a catalog of evlog", async () => {
    const source = `import { defineErrorCatalog } from "evlog";
      export const billing = defineErrorCatalog("billing", {
        CARD_DECLINED: { status: 402, message: "Card declined", why: "The bank said no.", fix: "Try another." },
        TOO_LITTLE: { message: ({ left }: { left: number }) => \`Only $\${left} left.\` },
      });`;
    expect(await entriesOf("billing.ts", source)).toBe(`  billing.CARD_DECLINED:
    status: 402
    title: Card declined
    message: Card declined
    causes: [The bank said no.]
    fixes: [Try another.]
    name: billingCardDeclined
  billing.TOO_LITTLE:
    status: 500
    title: Only left
    message: Only \${left} left.
    fields: { left: number }
    name: billingTooLittle
`);
  });

  it("reads JSON by category and YAML in a wrapper", async () => {
    const json =
      '{ "v": 2, "errors": { "auth": { "expired": { "http": 401, "msg": "Expired." } }, "quota": { "limit": { "http": 429, "msg": "{{user}} hit #{n}." } } } }';
    expect(await entriesOf("errors.json", json)).toBe(`  expired:
    status: 401
    title: Expired
    message: Expired.
  limit:
    status: 429
    title: Hit
    message: "{user} hit {n}."
    fields: { user: string, n: string }
`);
    const yaml =
      "error_codes:\n  - { code: 08001, name: ConnectFailed, message: No connection., http: 503 }\n";
    expect(await entriesOf("codes.yml", yaml)).toBe(
      "  08001:\n    status: 503\n    title: No connection\n    message: No connection.\n    name: connectFailed\n",
    );
  });

  it("reads the error responses of an OpenAPI document", async () => {
    const document = `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        "200": { description: Fine. }
        "404": { $ref: "#/components/responses/NotFound" }
        "409":
          description: It cannot be.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Problem" }
              examples:
                none: { value: { error: { code: sold_out, message: None is left. } } }
    post:
      responses:
        "404": { $ref: "#/components/responses/NotFound" }
        "410": { description: Gone., content: { application/json: { example: { code: sold_out, message: Other. } } } }
components:
  responses: { NotFound: { description: There is none. } }
  schemas:
    Problem: { properties: { error: { properties: { code: { enum: [sold_out, stale] } } } } }
`;
    expect(await entriesOf("api.yaml", document)).toBe(`  not_found:
    status: 404
    title: There is none
    message: There is none.
  sold_out:
    status: [409, 410]
    title: None is left
    message: None is left.
  stale:
    status: 409
    title: Stale
`);
  });
});
