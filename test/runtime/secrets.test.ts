import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  fromJSON,
  isImageHostingError,
  quotaExceeded,
  rateLimited,
} from "../../src/image-hosting/index.js";
import { createError, hideFields } from "../../src/runtime/generated.js";
import { format } from "../../src/runtime/index.js";
import { redact } from "../../src/runtime/redact.js";

const url = "https://img.example/upgrade?signature=s3cr3t";
const usage = { plan: "free", uploads_used: 50, uploads_limit: 50 };

function denied(options?: { readonly stack?: boolean; readonly cause?: unknown }) {
  return quotaExceeded({ action: { type: "upgrade", url, label: "Upgrade" }, usage }, options);
}

describe("a secret field", () => {
  it("is there for whoever reads it, and on the wire", () => {
    expect(denied().action.url).toBe(url);
    expect(denied().toJSON().fields).toMatchObject({ action: { url } });
  });

  it.each([
    ["an error", () => denied()],
    ["an error without a stack", () => denied({ stack: false })],
    ["an error that was decoded", () => fromJSON(denied().toJSON())],
    ["a list of errors", () => [denied(), denied()]],
    ["an error deep in an object", () => ({ request: { outcome: { error: denied() } } })],
    ["an error as a cause", () => new Error("Upload failed.", { cause: denied() })],
    ["an error as the cause of one of ours", () => denied({ cause: denied() })],
    ["an AggregateError", () => new AggregateError([denied()])],
    ["a Map and a Set", () => [new Map([["error", denied()]]), new Set([denied()])]],
    [
      "a rejected promise",
      () => {
        const promise = Promise.reject(denied());
        promise.catch(() => {});
        return promise;
      },
    ],
  ])("is redacted where util.inspect prints %s", (_, make) => {
    for (const options of [
      {},
      { depth: null },
      { showHidden: true, depth: null },
      { getters: true },
    ]) {
      const text = inspect(make(), options);
      expect(text).not.toContain("s3cr3t");
      expect(text).toContain("quota_exceeded");
    }
    expect(inspect(make(), { depth: 12 })).toContain("[redacted]");
  });

  it("is redacted in format, with the rest in place", () => {
    expect(format(denied())).toBe(
      'quota_exceeded 403: You have used 50 of 50 uploads. {"action":{"type":"upgrade","url":"[redacted]","label":"Upgrade"},"usage":{"plan":"free","uploads_used":50,"uploads_limit":50}}',
    );
  });

  it("is redacted in what an error that could not be read had received", () => {
    const json = { ...denied().toJSON(), code: "code_of_tomorrow" };
    const error = fromJSON(JSON.parse(JSON.stringify(json)));
    expect(error.code).toBe("unrecognized");
    expect(inspect(error, { showHidden: true, depth: null })).not.toContain("s3cr3t");
    expect(format(error)).not.toContain("s3cr3t");
  });

  it("is redacted with the shape of the value whatever it is", () => {
    const error = createError(
      {
        catalog: "tests",
        code: "odd",
        status: 400,
        fields: ["links"],
        secret: [["links", "*", "url"]],
        hide: hideFields("links"),
      },
      () => "Odd.",
    );
    error.links = [{ url, title: "one" }, { title: "none" }, null, "text"];
    expect(format(error as never)).toBe(
      'odd 400: Odd. {"links":[{"url":"[redacted]","title":"one"},{"title":"none"},null,"text"]}',
    );
  });

  it("that is absent stays absent", () => {
    expect(format(rateLimited({}))).not.toContain("redacted");
    expect(inspect(rateLimited({ action: { type: "wait", seconds: 3 } }))).not.toContain(
      "redacted",
    );
  });
});

describe("redact", () => {
  it("changes nothing in what it was given", () => {
    const fields = Object.freeze({ action: Object.freeze({ url }) });
    redact(fields, [["action", "url"]]);
    expect(fields.action.url).toBe(url);
  });

  it("keeps a member named __proto__ a member", () => {
    const fields = JSON.parse('{"a": {"__proto__": {"url": "x"}, "url": "y"}}');
    const redacted = redact(fields, [["a", "url"]]) as { a: object };
    expect(Object.keys(redacted.a)).toEqual(["__proto__", "url"]);
    expect(Object.getPrototypeOf(redacted.a)).toBe(Object.prototype);
  });

  it("never leaves a secret and never throws, whatever the values are", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (value, other) => {
        const text = JSON.stringify(
          redact({ secret: value, map: { a: "hidden-value", b: other } }, [
            ["secret"],
            ["map", "*"],
          ]),
        );
        expect(text).toBe('{"secret":"[redacted]","map":{"a":"[redacted]","b":"[redacted]"}}');
      }),
    );
  });
});

it("an error with secrets stays one of the catalog", () => {
  expect(isImageHostingError(denied())).toBe(true);
});
