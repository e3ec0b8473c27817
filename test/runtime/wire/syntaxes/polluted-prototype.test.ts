import { expect, it } from "vitest";
import { form } from "../../../../src/runtime/wire/syntaxes/form.js";
import { json } from "../../../../src/runtime/wire/syntaxes/json.js";
import { params } from "../../../../src/runtime/wire/syntaxes/params.js";
import { sse } from "../../../../src/runtime/wire/syntaxes/sse.js";
import { xml } from "../../../../src/runtime/wire/syntaxes/xml.js";

const texts = [
  { syntax: json, text: '{"a":{"b":"1"}}' },
  { syntax: form, text: "a=1&b=2&a=3" },
  { syntax: xml, text: '<?xml version="1.0"?><a b="1"><c>&lt;</c>2<c/></a>' },
  { syntax: sse, text: 'data: {"a":1}\n\n' },
  { syntax: params, text: 'limit="1", Bearer a="b", c="d"' },
];

const names = ["0", "1", "2", "3", "5", "a", "b", "c", "@b", "#text", "?xml", "Bearer", "limit"];
const parts = ["lt", "foo", "name", "local", "text", "at", "members", "isParent", "value", "get"];

it.each([...names, ...parts])("a %s that all objects have changes nothing", (name) => {
  const run = () =>
    texts.map(({ syntax, text }) => {
      const value = syntax.read(text);
      const others = ["", "<a>&foo;</a>", "<a/>", "Bearer"].map((each) => syntax.read(each));
      return JSON.stringify([value, others, syntax.write(value)]);
    });
  const clean = run();
  for (const value of ["P", " ", "=", {}]) {
    Object.defineProperty(Object.prototype, name, {
      value,
      configurable: true,
      enumerable: true,
      writable: true,
    });
    let polluted: unknown;
    try {
      polluted = run();
    } catch (error) {
      polluted = error;
    } finally {
      Reflect.deleteProperty(Object.prototype, name);
    }
    expect(polluted).toEqual(clean);
  }
});
