import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  authRequired,
  fromJSON,
  insufficientScope,
  validationError,
} from "../../src/image-hosting/index.js";
import { imgPro } from "../../src/image-hosting/wire.js";
import { format } from "../../src/runtime/index.js";

/** What a terminal obeys, ends a line of a log, or turns the writing direction. */
const dangerous = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;

describe("format", () => {
  it("gives one line of code, status, message and fields", () => {
    expect(format(authRequired())).toBe(
      "auth_required 401: You have to sign in before you can do this.",
    );
    expect(format(insufficientScope({ required_scope: "images:write" }))).toMatch(
      /^insufficient_scope 403: .* \{"required_scope":"images:write"\}$/,
    );
  });

  it("leaves out cause, stack and what was received", () => {
    const error = fromJSON({ code: "new_code", status: 418, message: "No.", body: "in the body" });
    expect(format(error)).toBe('unrecognized 418: No. {"receivedCode":"new_code"}');
    expect(format(authRequired({ cause: new Error("underneath") }))).not.toMatch(
      /underneath|\bat /,
    );
  });

  it("says what is wrong with what arrived, on the same line", () => {
    const quota = { error: "quota_exceeded", message: "No.", usage: { plan: "free\n" } };
    expect(format(imgPro.decode({ status: 403, body: quota }))).toBe(
      'unrecognized 403: No. {"receivedCode":"quota_exceeded"} issues: expected the fields of quota_exceeded; action: expected a value; usage.uploads_used: expected integer from 0; usage.uploads_limit: expected integer from 0',
    );
  });

  it("shows ten issues, and how many there are besides", () => {
    const body = { error: "validation_error", message: "No.", errors: { a: Array(40).fill(1) } };
    const line = format(imgPro.decode({ status: 422, body }));
    expect(line.match(/errors\.a\.\d+: expected/g)).toHaveLength(9);
    expect(line).toMatch(/; 31 more$/);
  });

  it("escapes what would move a cursor, start a line or turn the text around", () => {
    const error = authRequired({ message: "a\u001b[2Jb\nc\rd\u0007e\u009bf\u202eg\u2028h\u0000i" });
    expect(format(error)).toBe(
      "auth_required 401: a\\u001b[2Jb\\u000ac\\u000dd\\u0007e\\u009bf\\u202eg\\u2028h\\u0000i",
    );
  });

  it("lets nothing dangerous through, wherever it stands", () => {
    const text = fc.string({ unit: "binary" });
    fc.assert(
      fc.property(text, text, text, (message, name, value) => {
        const error = validationError({ errors: { [name]: [value] } }, { message });
        expect(format(error)).not.toMatch(dangerous);
        const unknown = fromJSON({ code: value, status: 500, message: name });
        expect(format(unknown)).not.toMatch(dangerous);
      }),
    );
  });

  it("keeps ordinary text of every language as it is", () => {
    const message = "Größe 12 € — 画像 🖼️ שלום";
    expect(format(authRequired({ message }))).toBe(`auth_required 401: ${message}`);
  });
});
