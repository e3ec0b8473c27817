import { describe, expect, it } from "vitest";
import { authRequired } from "../../src/image-hosting/index.js";
import { de } from "../../src/image-hosting/locales/de.js";
import { catalog } from "../../src/image-hosting/server.js";
import { flat } from "../../src/image-hosting/wire.js";
import { withEncodeOptions } from "../../src/runtime/index.js";
import { errorHandler } from "../../src/server/error-handler.js";

const request = {
  method: "GET",
  url: "/",
  header: (name: string) => (name === "accept-language" ? "de" : undefined),
};
const own = withEncodeOptions(flat, {
  realm: "format",
  passThrough: "text",
  translations: [de],
});
const upstream = flat.decode({ status: 404, body: { error: "not_found", message: "Not here." } });

describe("options of a format", () => {
  it("hold where the error handler has none", () => {
    const errors = errorHandler({ catalog, formats: [own] });
    const unknown = errors.answer(authRequired(), request, { native: undefined });
    expect(unknown?.headers).toMatchObject({
      "WWW-Authenticate": 'Bearer realm="format"',
      "Content-Language": "de",
    });
    const passed = errors.answer(upstream, request, { native: undefined });
    expect(passed?.body).toContain("Not here.");
  });

  it("give way to those of the error handler", () => {
    const errors = errorHandler({
      catalog,
      formats: [own],
      challenge: { realm: "handler" },
      passThrough: false,
    });
    const unknown = errors.answer(authRequired(), request, { native: undefined });
    expect(unknown?.headers["WWW-Authenticate"]).toBe('Bearer realm="handler"');
    const passed = errors.answer(upstream, request, { native: undefined });
    expect(passed?.body).not.toContain("Not here.");
  });
});
