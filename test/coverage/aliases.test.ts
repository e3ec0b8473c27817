import { expect, it } from "vitest";
import { found } from "./covered.js";

/** Ways to get at a constructor or a code. Each is counted, or it is said that it was not seen. */
const rows: readonly (readonly [string, string, readonly string[]])[] = [
  [
    "destructure rename",
    'import * as errors from "./errors/index.js";\nconst { notFound: gone } = errors;\ngone();',
    ["not_found raised 3:1"],
  ],
  [
    "reassigned let",
    'import { soldOut, notFound } from "./errors/index.js";\nlet raise = soldOut;\nraise = notFound;\nraise();',
    ["sold_out raised 4:1", "unseen passed-on 3:9"],
  ],
  [
    "assigned later",
    'import { soldOut } from "./errors/index.js";\nlet raise;\nraise = soldOut;\nraise();',
    ["unseen passed-on 3:9"],
  ],
  [
    "object table member",
    'import { notFound } from "./errors/index.js";\nconst t = { a: notFound };\nt.a();',
    ["not_found raised 3:1", "unseen passed-on 2:16"],
  ],
  [
    "object table lookup",
    'import { notFound, soldOut } from "./errors/index.js";\nconst t = { a: notFound, b: soldOut };\nt[key]();',
    ["unseen passed-on 2:16", "unseen passed-on 2:29"],
  ],
  [
    "object shorthand destr",
    'import { notFound } from "./errors/index.js";\nconst t = { notFound };\nconst { notFound: g } = t; g();',
    ["not_found raised 3:28", "unseen passed-on 2:13"],
  ],
  [
    "array index",
    'import { notFound } from "./errors/index.js";\nconst t = [notFound];\nt[0]();',
    ["unseen passed-on 2:12"],
  ],
  [
    "array destructure",
    'import { notFound } from "./errors/index.js";\nconst [a] = [notFound];\na();',
    ["unseen passed-on 2:14"],
  ],
  [
    "array forEach",
    'import { notFound, soldOut } from "./errors/index.js";\nfor (const make of [notFound, soldOut]) make();',
    ["unseen passed-on 2:21", "unseen passed-on 2:31"],
  ],
  [
    "Map of constructors",
    'import { notFound } from "./errors/index.js";\nconst m = new Map([["x", notFound]]);\nm.get(k)();',
    ["unseen passed-on 2:26"],
  ],
  [
    "class static",
    'import { notFound } from "./errors/index.js";\nclass E { static gone = notFound; }\nE.gone();',
    ["not_found raised 3:1", "unseen passed-on 2:25"],
  ],
  [
    "class field",
    'import { notFound } from "./errors/index.js";\nclass E { gone = notFound; f() { throw this.gone(); } }',
    ["unseen passed-on 2:18"],
  ],
  [
    "function returning",
    'import { notFound } from "./errors/index.js";\nfunction make() { return notFound; }\nmake()();',
    ["unseen passed-on 2:26"],
  ],
  [
    "arrow returning",
    'import { notFound } from "./errors/index.js";\nconst make = () => notFound;\nmake()();',
    ["unseen passed-on 2:20"],
  ],
  [
    "default param",
    'import { notFound } from "./errors/index.js";\nfunction g(raise = notFound) { throw raise(); }',
    ["unseen passed-on 2:20"],
  ],
  [
    "default param arrow destr",
    'import { notFound } from "./errors/index.js";\nconst g = ({ raise = notFound } = {}) => raise();',
    ["unseen passed-on 2:22"],
  ],
  [
    "conditional callee",
    'import { notFound, soldOut } from "./errors/index.js";\n(c ? notFound : soldOut)();',
    ["unseen passed-on 2:6", "unseen passed-on 2:17"],
  ],
  [
    "conditional const",
    'import { notFound, soldOut } from "./errors/index.js";\nconst r = c ? notFound : soldOut;\nr();',
    ["unseen passed-on 2:15", "unseen passed-on 2:26"],
  ],
  [
    "logical callee",
    'import { notFound, soldOut } from "./errors/index.js";\n(x && notFound || soldOut)();',
    ["unseen passed-on 2:7", "unseen passed-on 2:19"],
  ],
  [
    "nullish const",
    'import { notFound } from "./errors/index.js";\nconst r = opt ?? notFound; r();',
    ["unseen passed-on 2:18"],
  ],
  [
    "bind",
    'import { notFound } from "./errors/index.js";\nconst r = notFound.bind(null); r();',
    ["not_found raised 2:11"],
  ],
  [
    "call/apply",
    'import { notFound } from "./errors/index.js";\nnotFound.call(null); notFound.apply(null, []);',
    ["not_found raised 2:1", "not_found raised 2:22"],
  ],
  [
    "comma",
    'import { notFound } from "./errors/index.js";\n(0, notFound)();',
    ["not_found raised 2:1"],
  ],
  [
    "new",
    'import { notFound } from "./errors/index.js";\nnew notFound();',
    ["unseen passed-on 2:5"],
  ],
  [
    "tagged",
    'import { notFound } from "./errors/index.js";\nnotFound`x`;',
    ["unseen passed-on 2:1"],
  ],
  [
    "Reflect.apply",
    'import { notFound } from "./errors/index.js";\nReflect.apply(notFound, null, []);',
    ["unseen passed-on 2:15"],
  ],
  [
    "helper in file",
    'import { notFound } from "./errors/index.js";\nfunction raise(make) { throw make(); }\nraise(notFound);',
    ["unseen passed-on 3:7"],
  ],
  [
    "helper passing raise cb",
    'import { notFound } from "./errors/index.js";\nconst orThrow = (v, make) => v ?? fail(make());\norThrow(x, notFound);',
    ["unseen passed-on 3:12"],
  ],
  [
    "promise then",
    'import { notFound } from "./errors/index.js";\np.catch(notFound);',
    ["unseen passed-on 2:9"],
  ],
  [
    "jsx attr",
    'import { notFound } from "./errors/index.js";\nuse({ onGone: notFound });',
    ["unseen passed-on 2:15"],
  ],
  [
    "spread into obj",
    'import * as errors from "./errors/index.js";\nconst all = { ...errors };\nall.notFound();',
    ["unseen passed-on 2:18"],
  ],
  [
    "Object.values ns",
    'import * as errors from "./errors/index.js";\nObject.values(errors).forEach((e) => e());',
    ["unseen passed-on 2:15"],
  ],
  [
    "await import destr",
    'const { notFound } = await import("./errors/index.js"); notFound();',
    ["not_found raised 1:57"],
  ],
  [
    "await import then var",
    'let e; import("./errors/index.js").then((m) => { e = m; });\ne.notFound();',
    ["unseen passed-on 1:54"],
  ],
  [
    "dynamic template",
    "const { notFound } = await import(`./errors/index.js`); notFound();",
    ["not_found raised 1:57"],
  ],
  [
    "dynamic const",
    'const p = "./errors/index.js"; const { notFound } = await import(p); notFound();',
    ["unseen computed-import 1:59"],
  ],
  [
    "createRequire",
    'import { createRequire } from "node:module";\nconst require = createRequire(import.meta.url);\nconst { notFound } = require("./errors/index.js"); notFound();',
    ["not_found raised 3:52"],
  ],
  [
    "lazy",
    'let mod: typeof import("./errors/index.js");\nasync function g() { mod ??= await import("./errors/index.js"); throw mod.notFound(); }',
    ["unseen passed-on 2:36"],
  ],
  [
    "export default obj",
    'import { notFound } from "./errors/index.js";\nexport default { notFound };',
    ["unseen passed-on 2:18"],
  ],
  [
    "enum raise",
    'import * as errors from "./errors/index.js";\nenum K { A = "notFound" } errors[K.A]();',
    ["not_found raised 2:27"],
  ],
  [
    "const key",
    'import * as errors from "./errors/index.js";\nconst k = "notFound"; errors[k]();',
    ["not_found raised 2:23"],
  ],
  [
    "Set filled later",
    'import { soldOut as a } from "./errors/index.js";\na(); const s = new Set(); s.add("not_found");\ns.has(error.code);',
    ["sold_out raised 2:1", "unseen elsewhere 3:1"],
  ],
  [
    "part of a code",
    'import { soldOut as a } from "./errors/index.js";\na(); error.code.startsWith("not_");',
    ["sold_out raised 2:1", "unseen computed 2:6"],
  ],
  [
    "regular expression",
    'import { soldOut as a } from "./errors/index.js";\na(); /^(not_found|sold_out)$/.test(error.code);',
    ["sold_out raised 2:1", "unseen computed 2:6"],
  ],
  [
    "constant of another module",
    'import { soldOut as a } from "./errors/index.js";\nimport { GONE } from "other";\na(); if (error.code === GONE) {}',
    ["sold_out raised 3:1", "unseen elsewhere 3:25"],
  ],
  [
    "list of another module",
    'import { soldOut as a } from "./errors/index.js";\nimport { gone } from "other";\na(); if (gone.includes(error.code)) {}',
    ["sold_out raised 3:1", "unseen elsewhere 3:10"],
  ],
  [
    "Map get code",
    'const m = new Map([["not_found", 1], ["sold_out", 2]]);\nm.get(error.code);',
    ["not_found list 1:21", "sold_out list 1:39"],
  ],
  [
    "Map has code",
    'const m = new Map([["not_found", 1]]);\nif (m.has(error.code)) {}',
    ["not_found list 1:21"],
  ],
  [
    "Map of entries object",
    "const t = { not_found: 1 }; const m = new Map(Object.entries(t));\nm.get(error.code);",
    ["not_found list 1:13"],
  ],
  ["Set const", 'const s = new Set(["not_found"]);\ns.has(error.code);', ["not_found list 1:20"]],
  [
    "some",
    '["not_found","sold_out"].some((c) => c === error.code);',
    ["not_found list 1:2", "sold_out list 1:14"],
  ],
  [
    "some const",
    'const l = ["not_found"]; l.some((c) => error.code === c);',
    ["not_found list 1:12"],
  ],
  [
    "find",
    'const l = [{ code: "not_found", t: 1 }]; l.find((each) => each.code === error.code);',
    ["not_found list 1:20"],
  ],
  [
    "includes const array",
    'const l = ["not_found"] as const; l.includes(error.code);',
    ["not_found list 1:12"],
  ],
  ["indexOf", '["not_found"].indexOf(error.code) >= 0;', ["not_found list 1:2"]],
  [
    "lookup in",
    "const t = { not_found: 1 }; if (error.code in t) t[error.code];",
    ["not_found lookup 1:13"],
  ],
  [
    "Object.hasOwn",
    "const t = { not_found: 1 }; Object.hasOwn(t, error.code);",
    ["not_found lookup 1:13"],
  ],
  [
    "switch true",
    'switch (true) { case error.code === "not_found": break; }',
    ["not_found comparison 1:37"],
  ],
  [
    "enum case",
    'enum C { Gone = "not_found" } switch (error.code) { case C.Gone: }',
    ["not_found switch 1:58"],
  ],
  [
    "enum eq",
    'enum C { Gone = "not_found" } error.code === C.Gone;',
    ["not_found comparison 1:46"],
  ],
  [
    "const obj case",
    'const C = { Gone: "not_found" } as const; switch (error.code) { case C.Gone: }',
    ["not_found switch 1:70"],
  ],
  [
    "const obj eq",
    'const C = { Gone: "not_found" } as const; if (error.code === C.Gone) {}',
    ["not_found comparison 1:62"],
  ],
  [
    "class static code",
    'class C { static gone = "not_found"; } error.code === C.gone;',
    ["not_found comparison 1:55"],
  ],
  [
    "param code",
    'function t(code: string) { switch (code) { case "not_found": return 1; } }',
    ["unseen elsewhere 1:49"],
  ],
  [
    "param code called",
    'function t(kind: string) { switch (kind) { case "not_found": return 1; } }\nt(error.code);',
    ["not_found switch 1:49"],
  ],
  [
    "code of body",
    'const code = await r.json().error.code; if (code === "not_found") {}',
    ["not_found comparison 1:54"],
  ],
  ["errorCode", 'if (body.errorCode === "not_found") {}', ["unseen elsewhere 1:24"]],
  [
    "eq two",
    'const a = error.code; const b = a; b === "not_found";',
    ["not_found comparison 1:42"],
  ],
  [
    "negated list fn",
    'const isGone = (e) => ["not_found"].includes(e?.code ?? "");',
    ["not_found list 1:24"],
  ],
  ["code or", 'const c = error.code || "x"; c === "not_found";', ["not_found comparison 1:36"]],
  ["optional chain str", 'String(error.code) === "not_found";', ["not_found comparison 1:24"]],
  ["toString lower", 'error.code.toLowerCase() === "not_found";', ["not_found comparison 1:30"]],
  [
    "table with fallback",
    'const t = { not_found: "a" }; (t[error.code] ?? "b");',
    ["not_found lookup 1:13"],
  ],
  ["inline table", '({ not_found: "a" })[error.code];', ["not_found lookup 1:4"]],
  [
    "hasCode const",
    'import { hasCode } from "./errors/index.js";\nconst c = "not_found"; hasCode(e, c);',
    ["not_found hasCode 2:35"],
  ],
  [
    "match curried",
    'import { match } from "./errors/index.js";\nconst m = match; m(e, { not_found: f });',
    ["not_found match 2:25"],
  ],
  ["filter cb", 'list.filter((e) => e.code === "not_found");', ["not_found comparison 1:31"]],
  [
    "destr code alias",
    'const { code: kind } = error; kind === "not_found";',
    ["not_found comparison 1:40"],
  ],
  [
    "in catch destr",
    'try {} catch ({ code }) { if (code === "not_found") {} }',
    ["not_found comparison 1:40"],
  ],
  [
    "nested destr",
    'const { error: { code } } = body; if (code === "not_found") {}',
    ["not_found comparison 1:48"],
  ],
  [
    "optional call handler",
    "const h = { not_found() {} }; h[error.code]?.();",
    ["not_found lookup 1:13"],
  ],
];

it.each(rows)("none is lost without a word: %s", (_, text, want) => {
  expect(found(text)).toEqual(want);
  expect(want).not.toEqual([]);
});
