/** Wire formats at random, as `wire/*.yaml` has them. */
import fc from "fast-check";

/** A template or another value of YAML. */
type Yaml = unknown;

const conversions = [
  ...["string", "strings", "seconds", "duration", "pointer"],
  ...["ms", "epoch", "epoch:ms", "percent", "list", "strings:list", "string:percent"],
];

function variable(has: readonly string[]): fc.Arbitrary<string> {
  const paths = [...has, ...has, "part.x", "part.y", "code", "message", "status", "title"].filter(
    (path) => !path.startsWith("part.") || has.includes("part"),
  );
  const others = ["context.trace", "context.line", "delay"];
  return fc
    .tuple(
      fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...paths) }, fc.constantFrom(...others)),
      fc.option(fc.constantFrom(...paths), { freq: 8 }),
      fc.option(fc.constantFrom(...conversions), { freq: 5 }),
      fc.option(fc.constantFrom("", "none", "7", "[]", "null"), { freq: 8 }),
    )
    .map(([first, second, conversion, fallback]) =>
      [
        `$${first}`,
        second === null ? "" : `|${second}`,
        conversion === null ? "" : `:${conversion}`,
        fallback === null ? "" : `=${fallback}`,
      ].join(""),
    );
}

/** What `$each` and `$tree` go over: fields, and what their items have. */
const repeated: Readonly<Record<string, readonly string[]>> = {
  words: ["$item", "$item:string", "x"],
  pairs: ["$item.a", "$item.b", "$item", "x"],
  notes: ["$item", "$key", "$key:pointer", "x"],
  errors: ["$item", "$item:string", "$key", "$key:pointer"],
};

const key = fc.constantFrom("a", "b", "c", "d", "e", "f|F", "g|h");

/** An object of members of which each may be left out. */
function members(of: fc.Arbitrary<Yaml>): fc.Arbitrary<Readonly<Record<string, Yaml>>> {
  return fc
    .dictionary(key, fc.tuple(of, fc.constantFrom("", "?")), { minKeys: 1, maxKeys: 3 })
    .map((all) =>
      Object.fromEntries(Object.entries(all).map(([name, [value, mark]]) => [name + mark, value])),
    );
}

/** A pattern: placeholders with texts between them that no value has. */
function pattern(names: readonly string[]): fc.Arbitrary<string> {
  const name = fc.constantFrom(...names, "*", "*=y");
  return fc
    .tuple(
      fc.constantFrom("", "ERR ", "<"),
      fc.array(fc.tuple(name, fc.boolean()), { minLength: 1, maxLength: 3 }),
    )
    .map(([head, parts]) =>
      parts.reduce<string>((text, [each, isOptional], index) => {
        const part = index === 0 ? `{${each}}` : `${[": ", " | ", ";"][index]}{${each}}`;
        return text + (isOptional && index > 0 ? `[${part}]` : part);
      }, head),
    );
}

/** A template of an object. */
function template(has: readonly string[], isRead = false, isNamed = false): fc.Arbitrary<Yaml> {
  const placed = variable(has);
  const hasLists = has.some((name) => name in repeated);
  const hasTrees = has.some((name) => name in repeated && name !== "words");
  return fc.letrec((tie) => ({
    node: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      { weight: 9, arbitrary: placed },
      {
        weight: 1,
        arbitrary: fc.constantFrom<Yaml>("x", 7, true, null, [], {}, ...(isRead ? ["$any"] : [])),
      },
      { weight: 2, arbitrary: tie("object") },
      { weight: 1, arbitrary: fc.array(tie("node"), { minLength: 1, maxLength: 2 }) },
      ...(hasLists ? [{ weight: 2, arbitrary: each(has) }] : []),
      ...(hasTrees ? [{ weight: 1, arbitrary: tree(has) }] : []),
      { weight: 1, arbitrary: pattern(["code", "message", ...has]).map(($text) => ({ $text })) },
      {
        weight: 1,
        arbitrary: fc.tuple(pattern(["one", "two"]), placed, placed).map(([$text, one, two]) => ({
          $text,
          ...($text.includes("{one}") && { one }),
          ...($text.includes("{two}") && { two }),
        })),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.constantFrom("json", "form", "params", "xml"), tie("object"))
          .map(([$syntax, members]) => ({ $syntax, ...under($syntax, members as object) })),
      },
      {
        weight: 1,
        arbitrary: fc
          .array(tie("node"), { minLength: 2, maxLength: 2 })
          .map(($both) => ({ $both })),
      },
      ...(isNamed ? [] : [{ weight: 1, arbitrary: fc.constant({ $body: "named" }) }]),
    ),
    object: fc
      .tuple(
        members(tie("node")),
        fc.option(fc.constantFrom("$fields", "$fields", "$message"), { freq: 2 }),
      )
      .map(([own, spread]) => (spread === null ? own : { ...(own as object), "*": spread })),
  })).object;
}

/** XML has one root, and what says how to sign in a scheme. */
function under(syntax: string, members: object): object {
  if (syntax === "xml") return { root: members };
  return syntax === "params" ? { "Scheme?": members } : members;
}

function each(has: readonly string[]): fc.Arbitrary<Yaml> {
  return fc.constantFrom(...has.filter((name) => name in repeated)).chain((list) =>
    fc
      .tuple(
        fc.constantFrom("", "", "=[]"),
        fc.dictionary(fc.constantFrom("p", "q|r"), fc.constantFrom(...(repeated[list] ?? [])), {
          minKeys: 1,
        }),
        fc.boolean(),
      )
      .map(([or, own, isSpread]) => ({
        $each: `$${list}${or}`,
        ...own,
        ...(isSpread && { "*": "$item" }),
      })),
  );
}

function tree(has: readonly string[]): fc.Arbitrary<Yaml> {
  const lists = has.filter((name) => name in repeated && name !== "words");
  return fc
    .tuple(fc.constantFrom(...lists), fc.constantFrom(undefined, "_leaf"), fc.boolean())
    .map(([list, leaf, isMade]) => ({
      $tree: `$${list}`,
      ...(leaf !== undefined && { leaf }),
      ...(list === "pairs" && { path: "$item.a", n: "$item.b" }),
      ...(list !== "pairs" && isMade && { n: "$item" }),
    }));
}

const condition = fc.constantFrom<Yaml>(
  { status: "4xx" },
  { headers: { "x-one": "$any" } },
  { body: { ok: true } },
  { a: "x" },
  { body: { a: "$any" } },
);

/** The shell of a body: where its code and its message stand. */
const shell = fc.constantFrom<(body: object) => Yaml>(
  (body) => ({ code: "$code", "message?": "$message", ...body }),
  (body) => ({ "code?": "$code", "message?": "$message", ...body }),
  (body) => ({ "code|Code": "$code", "message|text?": "$message", ...body }),
  (body) => ({ code: "$code=first", "message?": "$message", ...body }),
  (body) => ({ errors: { $each: "error", code: "$code", "message?": "$message", ...body } }),
  (body) => ({
    errors: {
      $each: "error",
      $prefer: [{ a: "x" }],
      code: "$code",
      "message?": "$message",
      "status?": "$status",
      ...body,
    },
  }),
  (body) => ({ error: { $text: "{code}[: {message}]" }, ...body }),
  (body) => ({ error: { $both: ["$code", "$message"] }, ...body }),
  (body) => ({ $body: "shell", body }),
);

const syntax = fc.constantFrom<Yaml>("xml", "form", ["json", "sse"], ["sse", "json"], "sse", [
  "xml",
  "json",
]);

/** A format of which most bodies have the code and the message, and every field a place where chance gives it one. */
export function randomFormat(has: readonly string[]): fc.Arbitrary<Readonly<Record<string, Yaml>>> {
  return fc
    .record(
      {
        body: template(has),
        shell,
        own: template(has),
        named: template(has, false, true),
        accepts: template(has, true),
        batch: fc.constant([{ $each: "error" }]),
        header: fc.oneof(
          variable(has),
          pattern(["message", "code", ...has]).map(($text) => ({ $text })),
          variable(has).map((each) => ({
            $syntax: "params",
            "Scheme?": { "a?": each, "b?": "$message" },
          })),
        ),
        code: fc.constantFrom<Yaml>("A-B", 7, null),
        also: fc.constantFrom<Yaml>(["a*"], ["-32099..-32000"], ["B", "c*"]),
        syntax,
        case: fc.constant("ignore"),
        unknown: fc.constant("infer"),
        success: fc.array(condition, { minLength: 1, maxLength: 2 }),
        when: condition,
      },
      { requiredKeys: ["body", "shell", "named"] },
    )
    .map(
      ({
        body,
        shell: around,
        own,
        named,
        accepts,
        batch = [],
        header,
        code,
        also,
        when,
        ...rest
      }) => {
        const whole = around(body as object) as Record<string, Yaml>;
        const isXml = [rest.syntax].flat()[0] === "xml";
        const inXml = (each: Yaml) => (isXml ? { "?xml?": 'version="1.0"', root: each } : each);
        const bodies = {
          named: { ...(named as object), "n?": "$message" },
          shell: { code: "$code", "message?": "$message", ...(body as object) },
        };
        const format = {
          ...rest,
          body: inXml(whole.$body === "shell" ? { $body: "shell" } : whole),
          ...((accepts !== undefined || batch.length > 0) && {
            accepts: [
              ...(accepts === undefined ? [] : [{ code: "$code", inner: accepts }]),
              ...batch,
            ],
          }),
          ...(header !== undefined && { headers: { "X-One": header } }),
          codes: {
            first: {
              ...(code !== undefined && { code }),
              ...(also !== undefined && { also }),
              ...(own !== undefined && {
                body: inXml({ kind: "first", id: "$code", ...(own as object) }),
              }),
            },
          },
          infer: { 409: when === undefined ? "first" : [{ code: "second", when }, "first"] },
        };
        const text = JSON.stringify([format, bodies]);
        const isUsed = (name: string) =>
          JSON.stringify([format, name === "named" ? bodies.shell : ""]).includes(
            `"$body":"${name}"`,
          );
        const used = Object.entries(bodies).filter(
          ([name]) =>
            isUsed(name) &&
            (name === "shell" ||
              isUsed("shell") ||
              JSON.stringify(format).includes('"$body":"named"')),
        );
        const omits = has.filter(
          (name) => !/"\*":"\$fields"/.test(text) && !new RegExp(`[$|{]${name}\\b`).test(text),
        );
        return {
          ...format,
          ...(used.length > 0 && { bodies: Object.fromEntries(used) }),
          ...(omits.length > 0 && { omits }),
        };
      },
    );
}
