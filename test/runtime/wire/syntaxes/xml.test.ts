import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { xml } from "../../../../src/runtime/wire/syntaxes/xml.js";

const nested = (levels: number) => `${"<a>".repeat(levels)}x${"</a>".repeat(levels)}`;
const attributes = (count: number) =>
  `<a ${Array.from({ length: count }, (_, index) => `b${index}="c"`).join(" ")}/>`;

describe("reading XML", () => {
  it.each<[string, string, unknown]>([
    ["an element with text", "<a>b</a>", { a: "b" }],
    ["an empty element", "<a/>", { a: "" }],
    ["an element without content", "<a></a>", { a: "" }],
    ["white space that is all there is", "<a> \n</a>", { a: " \n" }],
    ["text that is not trimmed", "<a> b\t</a>", { a: " b\t" }],
    ["an attribute", `<a b="c"/>`, { a: { "@b": "c" } }],
    ["quotes of the other kind", `<a b='"' c="'"/>`, { a: { "@b": '"', "@c": "'" } }],
    ["white space in tags", `<a\n b =\t"c"\r\n></a >`, { a: { "@b": "c" } }],
    ["text beside attributes", `<a b="c">d</a>`, { a: { "@b": "c", "#text": "d" } }],
    ["children", "<a><b>1</b><c>2</c></a>", { a: { b: "1", c: "2" } }],
    ["a repeated child", "<a><b>1</b><c/><b>2</b><b/></a>", { a: { b: ["1", "2", ""], c: "" } }],
    ["white space between children", "<a>\n  <b>1</b>\n</a>\n", { a: { b: "1" } }],
    ["text between children", "<a>x <b>1</b>y</a>", { a: { b: "1", "#text": "x y" } }],
    ["prefixes", `<s:a xmlns:s="u" s:b="c"><s:d>e</s:d></s:a>`, { a: { "@b": "c", d: "e" } }],
    ["a namespace alone", `<a xmlns="u">b</a>`, { a: "b" }],
    ["an attribute with a prefix beside one without", `<a b="1" x:b="2"/>`, { a: { "@b": "1" } }],
    ["an attribute with a prefix before one without", `<a x:b="2" b="1"/>`, { a: { "@b": "1" } }],
    ["the five entities", "<a>&lt;&gt;&amp;&quot;&apos;</a>", { a: "<>&\"'" }],
    ["character references", "<a>&#65;&#x1F600;&#x0a;&#000065;</a>", { a: "A😀\nA" }],
    ["what looks like a reference when it was read", "<a>&amp;lt;</a>", { a: "&lt;" }],
    ["references in attributes", `<a b="&lt;&#10;&#9;"/>`, { a: { "@b": "<\n\t" } }],
    ["line ends and tabs in attributes", `<a b="1\r\n2\t3"/>`, { a: { "@b": "1 2 3" } }],
    ["line ends in text", "<a>1\r\n2\r3\n4</a>", { a: "1\n2\n3\n4" }],
    ["CDATA", "<a>x<![CDATA[<b>&amp;]]]]><![CDATA[>]]></a>", { a: "x<b>&amp;]]>" }],
    ["comments", "<!-- <a> --><a>1<!-- & - -->2</a><!---->", { a: "12" }],
    ["a declaration", `<?xml version="1.0" encoding="UTF-8"?>\n<a/>`, { a: "" }],
    ["a byte order mark", `\ufeff<?xml version="1.0"?><a/>`, { a: "" }],
    ["instructions", `<?xml-stylesheet href="a"?><a>1<?b?>2<?c <d> ?></a><?e f?>`, { a: "12" }],
    ["names that are no ASCII", "<é.1-·>1</é.1-·>", { "é.1-·": "1" }],
    ["names beyond the basic plane", "<𐀀/>", { 𐀀: "" }],
    [
      "an error of S3",
      '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>NoSuchKey</Code><Message>a &lt; b</Message></Error>',
      { Error: { Code: "NoSuchKey", Message: "a < b" } },
    ],
    [
      "RFC 9457 appendix B",
      '<?xml version="1.0"?><problem xmlns="urn:ietf:rfc:7807"><type>t</type><accounts><i>1</i><i>2</i></accounts></problem>',
      { problem: { type: "t", accounts: { i: ["1", "2"] } } },
    ],
  ])("reads %s", (_, text, value) => {
    expect(xml.read(text)).toEqual(value);
  });

  it("keeps members in the order in which they first occur", () => {
    expect(JSON.stringify(xml.read(`<a z="1" y="2"><c/><b/>t<c/></a>`))).toBe(
      '{"a":{"@z":"1","@y":"2","c":["",""],"b":"","#text":"t"}}',
    );
  });

  it.each<[string, string]>([
    ["nothing", ""],
    ["white space alone", " \n"],
    ["text alone", "a"],
    ["JSON", `{"a":"<b/>"}`],
    ["a comment alone", "<!-- a -->"],
    ["text before the root", "x<a/>"],
    ["text after the root", "<a/>x"],
    ["a reference after the root", "<a/>&#32;"],
    ["CDATA after the root", "<a/><![CDATA[ ]]>"],
    ["two roots", "<a/><b/>"],
    ["two roots of one name", "<a/><a/>"],
    ["an element that is not closed", "<a><b></a>"],
    ["a root that is not closed", "<a>"],
    ["an end without a start", "</a>"],
    ["a second end", "<a></a></a>"],
    ["elements across each other", "<a><b></a></b>"],
    ["another prefix at the end", "<x:a></y:a>"],
    ["an end that closes itself", "<a></a/>"],
    ["an end with an attribute", `<a></a b="c">`],
    ["a tag without an end", "<a"],
    ["a tag without a name", "<>x</>"],
    ["white space before a name", "< a/>"],
    ["a name that begins with a digit", "<1a/>"],
    ["a prefix without a name", "<a:/>"],
    ["a name without a prefix", "<:a/>"],
    ["a name with two prefixes", "<a:b:c/>"],
    ["a missing quote", `<a b="c/>`],
    ["a missing second quote", `<a b="c' d="e"/>`],
    ["an attribute without quotes", "<a b=c/>"],
    ["an attribute without a value", "<a b/>"],
    ["attributes without white space between", `<a b="c"d="e"/>`],
    ["an attribute twice", `<a b="c" b="c"/>`],
    ["a namespace twice", `<a xmlns="c" xmlns="c"/>`],
    ["< in an attribute", `<a b="<"/>`],
    ["& alone", "<a>a & b</a>"],
    ["& in an attribute", `<a b="&"/>`],
    ["a reference without an end", "<a>&amp</a>"],
    ["an entity of HTML", "<a>&nbsp;</a>"],
    ["an entity in other letters", "<a>&LT;</a>"],
    ["entities named as members of all objects", "<a>&constructor;&__proto__;</a>"],
    ["a reference without digits", "<a>&#;</a>"],
    ["a hexadecimal reference without digits", "<a>&#x;</a>"],
    ["a reference with an X", "<a>&#X41;</a>"],
    ["a reference to a control character", "<a>&#0;</a>"],
    ["a reference to half a pair", "<a>&#xD83D;&#xDE00;</a>"],
    ["a reference beyond Unicode", "<a>&#x110000;</a>"],
    ["a reference to a number without end", `<a>&#${"9".repeat(1000)};</a>`],
    ["a control character", "<a>\u0000</a>"],
    ["half a pair", "<a>\ud83d</a>"],
    ["U+FFFE", "<a>\ufffe</a>"],
    ["]]> in text", "<a>]]></a>"],
    ["CDATA without an end", "<a><![CDATA[</a>"],
    ["a comment without an end", "<a/><!-- "],
    ["-- in a comment", "<a/><!-- a -- b -->"],
    ["a comment that ends with --->", "<a/><!-- a --->"],
    ["an instruction without an end", "<a/><?b"],
    ["an instruction without a target", "<a/><? b?>"],
    ["a declaration after white space", `\n<?xml version="1.0"?><a/>`],
    ["a declaration inside", `<a><?XML version="1.0"?></a>`],
    ["a document type", "<!DOCTYPE a><a/>"],
    ["a document type of HTML", "<!doctype html><html></html>"],
    ["HTML", "<html><body><br></body></html>"],
    [
      "a billion laughs",
      `<!DOCTYPE l [<!ENTITY a "l"><!ENTITY b "${"&a;".repeat(10)}">]><l>&b;</l>`,
    ],
    ["an external entity", `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>`],
    ["an external document type", `<!DOCTYPE a SYSTEM "https://example.com/a.dtd"><a/>`],
    ["an entity that nobody declares", "<a>&b;</a>"],
    ["a document type inside", "<a><!ENTITY b 'c'></a>"],
  ])("does not read %s", (_, text) => {
    expect(xml.read(text)).toBeUndefined();
  });

  it("reads 100 levels and not one more", () => {
    expect(xml.read(nested(100))).toBeDefined();
    expect(xml.read(nested(101))).toBeUndefined();
  });

  it("reads 100,000 elements and attributes and not one more", () => {
    expect(xml.read(`<r>${"<a/>".repeat(99_999)}</r>`)).toBeDefined();
    expect(xml.read(`<r>${"<a/>".repeat(100_000)}</r>`)).toBeUndefined();
    expect(xml.read(attributes(99_999))).toBeDefined();
    expect(xml.read(attributes(100_000))).toBeUndefined();
  });

  it.each<[string, string]>([
    ["levels", nested(100_000)],
    ["levels without an end", "<a>".repeat(300_000)],
    ["elements", `<r>${"<a></a>".repeat(150_000)}</r>`],
    ["attributes without an end", "<a".concat(' b="c"'.repeat(200_000))],
    ["attributes of one tag", attributes(120_000)],
    ["an attribute's name", `<a ${"b".repeat(1e6)}`],
    ["a name of prefixes", `<${"a:".repeat(5e5)}`],
    ["a value without an end", `<a b="${"c".repeat(1e6)}`],
    ["white space in a tag", `<a${" ".repeat(1e6)}b`],
    ["white space after an attribute", `<a b${" ".repeat(1e6)}"`],
    ["starts of tags", "<".repeat(1e6)],
    ["ampersands", `<a>${"&".repeat(1e6)}</a>`],
    ["a reference without an end", `<a>&${"b".repeat(1e6)}</a>`],
    ["digits of a reference", `<a>&#${"1".repeat(1e6)};</a>`],
    ["starts of comments", `<a>${"<!-".repeat(3e5)}</a>`],
    ["a comment", `<a/><!--${"- ".repeat(5e5)}`],
    ["ends of CDATA", `<a><![CDATA[${"]]".repeat(5e5)}`],
    ["starts of CDATA", `<a>${"<![CDATA[".repeat(1e5)}`],
    ["an instruction", `<a/><?b${"?".repeat(1e6)}`],
    ["a text that is longer than any answer", `<a>${"b".repeat(10_485_760)}</a>`],
  ])("ends with a megabyte of almost right %s", (_, text) => {
    expect(xml.read(text)).toBeUndefined();
  });

  it.each<[string, string, (value: never) => unknown]>([
    ["text", `<a>${"b".repeat(1e6)}</a>`, ({ a }: { a: string }) => a.length],
    ["references", `<a>${"&lt;".repeat(1e6)}</a>`, ({ a }: { a: string }) => a.length],
    ["CDATA", `<a>${"<![CDATA[b]]>".repeat(1e5)}</a>`, ({ a }: { a: string }) => a.length * 10],
    ["pieces of text", `<a>${"b<!---->".repeat(1e5)}</a>`, ({ a }: { a: string }) => a.length * 10],
  ])("reads a megabyte of %s", (_, text, length) => {
    expect(length(xml.read(text) as never)).toBe(1e6);
  });

  it("reads names that all objects have as any other", () => {
    const text =
      '<__proto__ __proto__="1" constructor="2"><__proto__>3</__proto__><toString/><toString/></__proto__>';
    const value = xml.read(text) as Record<string, Record<string, unknown>>;
    expect(Object.keys(value)).toEqual(["__proto__"]);
    const root = Object.values(value)[0] ?? {};
    expect(Object.entries(root)).toEqual([
      ["@__proto__", "1"],
      ["@constructor", "2"],
      ["__proto__", "3"],
      ["toString", ["", ""]],
    ]);
    expect(Object.getPrototypeOf(root)).toBe(Object.prototype);
    expect(xml.write(value)).toBe(text);
  });
});

describe("writing XML", () => {
  it.each<[unknown, string]>([
    [{ a: "b" }, "<a>b</a>"],
    [{ a: "" }, "<a/>"],
    [{ a: {} }, "<a/>"],
    [{ a: 1.5 }, "<a>1.5</a>"],
    [{ a: { b: true, c: null, d: undefined, e: [] } }, "<a><b>true</b><e/></a>"],
    [{ a: { "@b": 1, "#text": "c" } }, '<a b="1">c</a>'],
    [{ a: { "#text": "c", "@b": "1" } }, '<a b="1">c</a>'],
    [{ a: { "@b": null, "#text": "" } }, "<a/>"],
    [{ a: { "#text": "x", b: "y" } }, "<a>x<b>y</b></a>"],
    [{ a: { b: ["1", 2, { c: "3" }] } }, "<a><b>1</b><b>2</b><b><c>3</c></b></a>"],
    [{ a: `&<>"'\t\n\r]]>` }, "<a>&amp;&lt;&gt;&quot;'\t\n&#13;]]&gt;</a>"],
    [{ a: { "@b": `&<>"'\t\n\r` } }, `<a b="&amp;&lt;&gt;&quot;'&#9;&#10;&#13;"/>`],
    [
      { "?xml": 'version="1.0" encoding="UTF-8"', a: "b" },
      '<?xml version="1.0" encoding="UTF-8"?>\n<a>b</a>',
    ],
    [
      { a: "b", "?xml": "version='1.0' standalone='yes'" },
      "<?xml version='1.0' standalone='yes'?>\n<a>b</a>",
    ],
    [{ "?xml": null, a: "b", c: undefined }, "<a>b</a>"],
    [
      {
        "soap:Envelope": {
          "@xmlns:soap": "http://schemas.xmlsoap.org/soap/envelope/",
          "soap:Body": { "soap:Fault": { faultcode: "soap:Client" } },
        },
      },
      '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><soap:Fault><faultcode>soap:Client</faultcode></soap:Fault></soap:Body></soap:Envelope>',
    ],
    [{ a: { "@xmlns": "u", "@xmlns:b": "v", "@b": "w" } }, '<a xmlns="u" xmlns:b="v" b="w"/>'],
  ])("writes %j", (value, text) => {
    expect(xml.write(value)).toBe(text);
  });

  const cyclic: Record<string, unknown> = {};
  cyclic.a = [cyclic, cyclic];
  const deep = (levels: number): unknown => (levels === 0 ? "x" : { a: deep(levels - 1) });

  it.each<[string, unknown]>([
    ["no object", "a"],
    ["a list", [{ a: "b" }]],
    ["no root", {}],
    ["no root that has a value", { a: null }],
    ["a declaration alone", { "?xml": 'version="1.0"' }],
    ["two roots", { a: "1", b: "2" }],
    ["a repeated root", { a: ["1", "2"] }],
    ["an attribute as the root", { "@a": "b" }],
    ["text as the root", { "#text": "b" }],
    ["another declaration", { "?xml": 'version="2.0"', a: "b" }],
    ["a declaration that ends early", { "?xml": 'version="1.0"?><b/><?c', a: "b" }],
    ["a declaration that is no text", { "?xml": 1, a: "b" }],
    ["an instruction", { a: { "?b": "c" } }],
    ["a name with white space", { "a b": "c" }],
    ["a name with markup", { "a><b": "c" }],
    ["an empty name", { "": "c" }],
    ["an attribute without a name", { a: { "@": "c" } }],
    ["an attribute with markup in its name", { a: { '@b="" c': "d" } }],
    ["a name with half a pair", { "a\ud800": "b" }],
    ["a name with two prefixes", { "a:b:c": "d" }],
    ["a control character", { a: "\u0000" }],
    ["half a pair", { a: "\udc00" }],
    ["U+FFFF in an attribute", { a: { "@b": "\uffff" } }],
    ["a list in an attribute", { a: { "@b": ["c"] } }],
    ["an object in an attribute", { a: { "@b": {} } }],
    ["an object as text", { a: { "#text": {} } }],
    ["a list in a list", { a: { b: [["c"]] } }],
    ["null in a list", { a: { b: ["c", null] } }],
    ["a number that is none", { a: Number.NaN }],
    ["a bigint", { a: 1n }],
    ["a function", { a: () => 1 }],
    ["white space beside children, which would not read back", { a: { "#text": " ", b: "c" } }],
    ["two elements that read as one", { a: { "x:b": "1", "y:b": "2" } }],
    ["two attributes that read as one", { a: { "@b": "1", "@y:b": "2" } }],
    ["101 levels", deep(101)],
    ["levels without end", cyclic],
    ["100,001 elements", { a: { b: Array(100_000).fill("") } }],
    ["a text that is longer than any answer", { a: "b".repeat(10_485_760) }],
  ])("does not write %s", (_, value) => {
    expect(xml.write(value)?.length).toBeUndefined();
  });

  it("writes as much as it reads", () => {
    for (const value of [deep(100), { a: { b: Array(99_999).fill("") } }])
      expect(xml.read(xml.write(value) ?? "")).toEqual(value);
  });
});

describe("whatever it is, XML", () => {
  const name = fc.oneof(
    fc.stringMatching(/^[A-Za-z_][\w.-]{0,5}$/),
    fc.constantFrom("__proto__", "constructor", "toString", "xmlns", "é", "𐀀"),
  );
  const character = fc
    .string({ unit: "binary", minLength: 1, maxLength: 1 })
    .filter((each) => /[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(each));
  const text = fc.string({
    unit: fc.oneof(character, fc.constantFrom("\r", "\n", "\t", " ", "]", ">", "<", "&", '"', ";")),
    maxLength: 8,
  });
  const members = (pairs: readonly (readonly [string, unknown])[]) => Object.fromEntries(pairs);
  const { element } = fc.letrec<{ element: unknown }>((tie) => ({
    element: fc.oneof(
      { maxDepth: 4 },
      text,
      fc
        .tuple(
          fc.array(
            fc.tuple(
              name.filter((each) => each !== "xmlns"),
              text,
            ),
            { maxLength: 3 },
          ),
          fc.array(
            fc.tuple(
              name,
              fc.oneof(tie("element"), fc.array(tie("element"), { minLength: 2, maxLength: 3 })),
            ),
            { maxLength: 3 },
          ),
          text,
        )
        .map(([own, children, content]) => {
          const parts = [
            ...own.map(([key, value]) => [`@${key}`, value] as const),
            ...children,
            ...(/[^ \t\n\r]/.test(content) ? [["#text", content] as const] : []),
          ];
          const isText = parts.every(([key]) => key === "#text");
          return isText ? content : members(parts);
        }),
    ),
  }));

  it("reads back as it was written", () => {
    fc.assert(
      fc.property(name, element, (root, value) => {
        const written = xml.write(members([[root, value]]));
        expect(written).toBeDefined();
        const read = xml.read(written ?? "");
        expect(read).toEqual(members([[root, value]]));
        expect(xml.write(read)).toBe(xml.write(xml.read(xml.write(read) ?? "")));
      }),
      { numRuns: 500 },
    );
  });

  it("is undefined or an object with one member, of any text", () => {
    const pieces = fc.constantFrom(
      ...'<a> </a> <b/> <!-- --> <![CDATA[ ]]> <? ?> <?xml & &lt; ; &#x41; x: = " \' < > / c="d"'.split(
        " ",
      ),
      " ",
      "\r",
      "\ud800",
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(pieces, fc.string({ unit: "binary", maxLength: 3 }))),
        (parts) => {
          for (const each of [parts.join(""), `<a>${parts.join("")}</a>`]) {
            const value = xml.read(each);
            if (value === undefined) continue;
            expect(Object.keys(value as object)).toHaveLength(1);
            const written = xml.write(value);
            if (written !== undefined) expect(xml.read(written)).toEqual(value);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});
