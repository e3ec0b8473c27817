import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { expect, it } from "vitest";
import { literal, quote, quoteKey, quoteTemplate } from "../../../src/emit/text/quote.js";
import { hostileText } from "../../support/hostile-text.js";

const invisible =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

it("quotes any text so that it evaluates to itself", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      expect(runInNewContext(quote(text))).toBe(text);
      expect(quote(text)).not.toMatch(invisible);
    }),
  );
});

it("quotes no text as the address of a map", () => {
  const marked = fc
    .tuple(hostileText, fc.constantFrom(...["//# ", "/*# ", "//@ ", "//#\t"]), hostileText)
    .map(([before, mark, after]) => `${before}${mark}sourceMappingURL=data:,${after}`);
  fc.assert(
    fc.property(marked, (text) => {
      for (const code of [quote(text), quoteTemplate([{ text }]), `({${quoteKey(text)}: 1})`])
        expect(code).not.toMatch(/\/[/*][#@]\s*source(Mapping)?URL=/);
      expect(runInNewContext(quote(text))).toBe(text);
      expect(runInNewContext(quoteTemplate([{ text }]))).toBe(text);
    }),
  );
});

it("quotes any texts and expressions as a template that evaluates to them in order", () => {
  const part = fc.oneof(
    hostileText.map((text) => ({ text })),
    fc.constantFrom({ expression: "value" }, { expression: "`${value}`" }),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
      const code = quoteTemplate(parts);
      const expected = parts.map((each) => ("text" in each ? each.text : "7")).join("");
      expect(runInNewContext(code, { value: 7 })).toBe(expected);
      expect(code).not.toMatch(invisible);
    }),
  );
});

it("quotes any text as a name of a member", () => {
  fc.assert(
    fc.property(hostileText, (name) => {
      const code = `(${"{"} ${quoteKey(name)}: 1 ${"}"})`;
      const value: object = runInNewContext(code);
      expect(Object.keys(value)).toEqual([name]);
      expect(code).not.toMatch(invisible);
    }),
  );
});

it("quotes the name __proto__ as a member, not as the prototype", () => {
  const value: object = runInNewContext(`({ ${quoteKey("__proto__")}: 1 })`);
  expect(Object.getOwnPropertyNames(value)).toEqual(["__proto__"]);
});

it("leaves what is an identifier as it is", () => {
  expect(["a_1", "$x", "class", "a-b", "1a", ""].map(quoteKey)).toEqual([
    "a_1",
    "$x",
    "class",
    '"a-b"',
    '"1a"',
    '""',
  ]);
});

it("prints scalars as literals that evaluate to them", () => {
  const scalar = fc.oneof(
    hostileText,
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)),
    fc.boolean(),
    fc.constant(null),
  );
  fc.assert(
    fc.property(scalar, (value) => {
      expect(runInNewContext(literal(value))).toBe(value);
    }),
  );
});
