import fc from "fast-check";
import { expect, it } from "vitest";
import { matchesAny } from "../../src/coverage/path-globs.js";
import { parseRecording } from "../../src/coverage/recorded/recording.js";
import { isNestedTooDeeply } from "../../src/coverage/syntax/nesting.js";
import { covered } from "./covered.js";

const words = [
  ...[
    "import",
    "export",
    "from",
    "*",
    "as",
    "default",
    "const",
    "let",
    "function",
    "class",
    "type",
  ],
  ...[
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    "<",
    ">",
    ",",
    ";",
    ":",
    ".",
    "?.",
    "...",
    "=",
    "=>",
    "===",
    "!",
  ],
  ...[
    "soldOut",
    "errors",
    "error",
    "code",
    "match",
    "hasCode",
    "Handlers",
    "switch",
    "case",
    "await",
  ],
  ...[
    '"./errors/index.js"',
    '"./b.js"',
    '"sold_out"',
    '"sold_uot"',
    "require",
    "import(",
    "`",
    "${",
    "\n",
  ],
  ...[
    "try",
    "catch",
    "satisfies",
    "return",
    "async",
    "new",
    "exports",
    "module",
    "with",
    "typeof",
    "1",
  ],
];

const soup = fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((parts) => parts.join(" "));

const statement = fc.constantFrom(
  'import { soldOut as a, match } from "./errors/index.js";',
  'import * as b from "./b.js";',
  'export * from "./a.js";',
  'export * from "./b.js";',
  "export const c = a; const d = c; export { d as soldOut };",
  "const { x: { y = soldOut(), ...z }, [w]: v } = b;",
  "switch (error.code) { case 'sold_out': { b.soldOut(); } default: a(); }",
  "match(error, { ...b, sold_out() {}, [a]: 1 });",
  "const e = e2, e2 = e; e(); b[e](); b?.[0]!.x?.();",
  "function f({ code }: b.ShopError) { return code === `sold_out` || f(a); }",
  "const h: import('./errors/index.js').Handlers<1> = { sold_out: f };",
  "class A extends b.B<1> { static x = a; #p = b; get c() { return this.#p; } }",
  "type T = T | (T & { a: T }); let t: T; t.code === 'x';",
  "module.exports = { ...require('./b.js'), a }; exports.q = module.exports.q;",
);

it("nothing that a file may hold makes it fail", () => {
  fc.assert(
    fc.property(soup, fc.array(statement), fc.array(statement), (text, a, b) => {
      const found = covered({
        "src/s.tsx": text,
        "src/a.ts": a.join("\n"),
        "src/b.ts": b.join("\n"),
      });
      expect(found.files).toBe(3);
    }),
    { numRuns: 500 },
  );
});

it("what is nested too deeply is told in linear time, whatever the text", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words, " ", "\t", "\r\n")), (parts) => {
      expect(isNestedTooDeeply(parts.join(""))).toBe(false);
    }),
  );
  const start = performance.now();
  for (const part of [" ", "\n", ";\n", " \n", "a\n", ";", "=>\n"])
    isNestedTooDeeply(part.repeat(400_000));
  expect(performance.now() - start).toBeLessThan(5000);
});

it("any glob and any recording is taken as it is", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (glob, path) => {
      expect(typeof matchesAny([glob])(path)).toBe("boolean");
    }),
  );
  expect(matchesAny(["**/".repeat(50)])("a/".repeat(50))).toBe(true);
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(parseRecording(JSON.stringify(value))).toBeUndefined();
    }),
  );
  expect(parseRecording("{")).toBeUndefined();
});
