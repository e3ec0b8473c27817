/** Templates at random, as `wire/*.yaml` has them. */
import fc from "fast-check";

/** A template or another value of YAML. */
export type Yaml = unknown;

/** What variables are, how such values are converted, and what stands where they are absent. */
const kinds = {
  text: [
    ["text", "kind", "part.x", "message", "title", "context.trace", "code"],
    ["string", "percent", "pointer", "string:percent"],
    ["none", ""],
  ],
  number: [
    ["count", "share", "wait", "part.y", "status", "context.line", "delay"],
    ["seconds", "duration", "ms", "epoch", "epoch:ms"],
    ["7"],
  ],
  boolean: [["on"], ["string"], ["true"]],
  list: [["words", "pairs"], ["list", "string"], ["[]"]],
  map: [["notes", "errors"], ["string"], ["{}"]],
  lists: [["errors"], ["strings"], ["{}"]],
  object: [["part"], ["string"], []],
} as const;

/** A variable of fields, of what every error has, or of the request. */
export function variable(has: readonly string[]): fc.Arbitrary<string> {
  const others = ["code", "message", "title", "status", "context.trace", "context.line", "delay"];
  const isThere = (path: string) =>
    others.includes(path) || has.includes(path.split(".")[0] as string);
  const all = Object.values(kinds).map(
    ([paths, ...rest]) => [paths.filter(isThere), ...rest] as const,
  );
  return fc
    .constantFrom(...all.filter(([paths]) => paths.length > 0))
    .chain(([paths, conversions, defaults]) =>
      fc
        .tuple(
          fc.constantFrom(...paths),
          fc.option(fc.constantFrom(...paths), { freq: 8 }),
          fc.option(fc.constantFrom(...conversions), { freq: 5 }),
          fc.option(fc.constantFrom<string>("", ...defaults), { freq: 8 }),
        )
        .map(([first, second, conversion, fallback]) => {
          const names = second === null || second === first ? first : `${first}|${second}`;
          if (conversion !== null) return `$${names}:${conversion}`;
          return fallback === null || fallback === "" ? `$${names}` : `$${names}=${fallback}`;
        }),
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
export function pattern(names: readonly string[]): fc.Arbitrary<string> {
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
export function template(
  has: readonly string[],
  isRead = false,
  isNamed = false,
): fc.Arbitrary<Yaml> {
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
