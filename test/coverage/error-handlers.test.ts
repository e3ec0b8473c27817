import { expect, it } from "vitest";
import { entryText, errorsText, headText, soundCatalogOf } from "../support/catalog-of.js";
import { covered, found, shop, shown } from "./covered.js";

const from = (names: string): string => `import { ${names} } from "./errors/index.js";\n`;

it.each<[string, string, readonly string[]]>([
  [
    "a member",
    `errors.operation("view_order", (raise) => () => { throw raise.not_found(); });`,
    ["not_found raised 1:57"],
  ],
  [
    "a member in brackets",
    `host.errors.operation("view_order", (raise) => () => { throw raise["not_found"](); });`,
    ["not_found raised 1:62"],
  ],
  [
    "a parameter that is taken apart",
    `errors.operation("place_order", ({ sold_out, rate_limited: slow }) => async () => { if (x) throw sold_out(); throw slow({ a: 1 }); });`,
    ["rate_limited raised 1:116", "sold_out raised 1:98"],
  ],
  [
    "the rest of a parameter",
    `errors.operation("view_order", ({ other, ...rest }) => () => rest.not_found());`,
    ["not_found raised 1:62"],
  ],
  [
    "variables",
    `errors.operation("place_order", (raise) => { const { sold_out } = raise; const all = raise; const slow = all.rate_limited; return () => { sold_out(); throw slow(); }; });`,
    ["rate_limited raised 1:157", "sold_out raised 1:139"],
  ],
  [
    "a function with a name, and the name of an operation kept in one",
    `const name = "view_order";\nerrors.operation(name, view);\nerrors.operation("place_order", place);\nfunction view(raise) { return () => raise.not_found(); }\nconst place = function (raise) { return () => raise.sold_out(); } satisfies Make;`,
    ["not_found raised 4:37", "sold_out raised 5:47"],
  ],
  [
    "a function of two operations",
    `errors.operation("view_order", make);\nerrors.operation("place_order", make);\nfunction make(raise) { return () => raise.sold_out(); }`,
    ["sold_out raised 3:37", "undeclared sold_out in view_order 3:37 of make 3:1"],
  ],
  [
    "operation as a name of its own",
    `import { operation as bind } from "server";\nconst { operation } = honoErrors({});\nconst own = errors.operation;\noperation("view_order", (raise) => () => raise.not_found());\nbind("place_order", (raise) => () => raise.sold_out());\nown("place_order", (raise) => () => raise.rate_limited());`,
    ["not_found raised 4:42", "rate_limited raised 6:37", "sold_out raised 5:38"],
  ],
])("sees what the handler of an operation raises through %s", (_, text, want) => {
  expect(found(text)).toEqual(want);
});

it.each<[string, string]>([
  [
    "the functions of operations that no catalog has",
    `errors.operation("log_in", (raise) => () => { throw raise.not_found(); });`,
  ],
  [
    "the functions of other methods",
    `errors.other("view_order", (raise) => () => { throw raise.not_found(); });\nprocedure("view_order", (raise) => raise.not_found());`,
  ],
  [
    "other parameters and names",
    `errors.operation("view_order", (raise) => (request, response) => { request.not_found(); response.not_found(); raise.json(); { const raise = other; raise.not_found(); } });`,
  ],
  [
    "what an operation gives back",
    `const view = errors.operation("view_order", (raise) => other);\nview.not_found();`,
  ],
])("does not count %s", (_, text) => {
  expect(found(text)).toEqual([]);
});

it("counts what tests raise as theirs", () => {
  const text = `errors.operation("view_order", (raise) => () => { throw raise.not_found(); });`;
  const lines = shown(covered({ "test/a.ts": text }));
  expect(lines).toContain("not_found test raises test/a.ts:1:57");
  expect(lines.join()).not.toContain("not_found raised");
});

it("says where constructors of an operation are passed on or chosen at run time", () => {
  const text = `errors.operation("place_order", (raise) => () => { check(raise); use(raise.sold_out); raise[name](); check(raise); });`;
  const { catalogs, unseen } = covered({ "src/a.ts": text });
  expect(unseen.map(({ message, place }) => `${place.column} ${message}`)).toEqual([
    "58 The constructors of the operation place_order are passed on. What is called of them was not seen.",
    "70 The constructor of sold_out is passed on. Where it is called was not seen.",
    "87 Which function of the catalog is called is worked out at run time.",
    "108 The constructors of the operation place_order are passed on. What is called of them was not seen.",
  ]);
  const passed = catalogs.flatMap(({ codes }) =>
    codes.flatMap(({ code, passed }) => passed.map(({ column }) => `${code} ${column}`)),
  );
  expect(passed).toEqual(["rate_limited 58", "sold_out 58", "sold_out 70"]);
});

it.each<[string, string, readonly string[]]>([
  [
    "inside its function",
    `${from("notFound")}errors.operation("place_order", () => async () => { throw notFound(); });`,
    ["undeclared not_found in place_order 2:59 of undefined 2:33"],
  ],
  [
    "in a function that it calls",
    `${from("notFound")}errors.operation("place_order", () => async () => store());\nfunction store() { throw notFound(); }`,
    ["undeclared not_found in place_order 3:26 of undefined 2:33"],
  ],
  [
    "through what it is given, which has no such constructor",
    `errors.operation("place_order", (raise) => () => { throw raise.not_found(); });`,
    ["undeclared not_found in place_order 1:58 of undefined 1:33"],
  ],
  [
    "once, where a function around it has the operation's name",
    `${from("notFound")}const placeOrder = (errors) => errors.operation("place_order", () => () => { throw notFound(); });`,
    ["undeclared not_found in place_order 2:84 of placeOrder 2:20"],
  ],
])("finds what an operation does not declare %s", (_, text, want) => {
  expect(found(text).filter((line) => line.startsWith("undeclared"))).toEqual(want);
});

it("follows a function of another file, and says what it could not see of it", () => {
  const { undeclared, unseen } = covered({
    "src/a.ts": `import { make } from "./make.js";\nimport { other } from "left-pad";\nerrors.operation("place_order", make);\nerrors.operation("log_in", make);\nerrors.operation("place_order", other);`,
    "src/make.ts": `${from("notFound")}export const make = (raise) => () => { throw notFound(); };`,
    "test/a.ts": `import { make } from "../src/make.js";\nerrors.operation("view_order", make);`,
  });
  expect(undeclared).toMatchObject([
    { operation: "place_order", code: "not_found", place: { path: "src/make.ts", column: 46 } },
  ]);
  expect(unseen).toEqual([
    {
      reason: "elsewhere",
      message:
        "The function of the operation place_order stands in another file. What it raises of what it is given was not seen.",
      place: { path: "src/a.ts", line: 3, column: 33 },
      hides: ["raised"],
    },
  ]);
});

it("leaves a code to the catalogs whose operation declares it", () => {
  const mall = soundCatalogOf({
    "catalog.yaml": headText().replace("shop", "mall"),
    "errors/a.yaml": errorsText(
      entryText("not_found", { title: "Not found" }),
      entryText("sold_out", { title: "Sold out" }),
    ),
    "operations.yaml": "operations: { view_order: { codes: [sold_out] } }\n",
  });
  const text = `errors.operation("view_order", (raise) => () => { raise.not_found(); raise.sold_out(); });`;
  const { catalogs, undeclared } = covered({ "src/a.ts": text }, {}, [shop, mall]);
  const raised = catalogs.flatMap(({ catalog, codes }) =>
    codes.flatMap(({ code, raised }) => raised.map(() => `${catalog} ${code}`)),
  );
  expect([raised, undeclared]).toEqual([["shop not_found", "mall sold_out"], []]);
});

const byRole = [
  "internal_error raised by role unexpected",
  "internal_error raised by fallback",
  "not_found raised by role route_not_found",
];

it.each([
  ["errdex/server", "errorHandler"],
  ["errdex/express", "expressErrors"],
  ["errdex/fastify", "fastifyErrors"],
  ["errdex/hono", "honoErrors"],
  ["errdex/nest", "nestErrors"],
  ["errdex/node", "nodeErrors"],
  ["errdex/fetch", "fetchErrors"],
])("counts the codes of roles as raised by the error handler of %s", (module, maker) => {
  const text = `import { ${maker} } from "${module}";\nimport { catalog } from "./errors/server.js";\nexport const errors = ${maker}({ catalog, formats });`;
  expect(found(text)).toEqual(byRole);
});

it.each<[string, string]>([
  [
    "CommonJS",
    `const { honoErrors } = require("errdex/hono");\nmodule.exports = honoErrors(settings);`,
  ],
  [
    "a namespace",
    `import * as hono from "errdex/hono";\nconst settings = { catalog: other };\nhono.honoErrors(settings);`,
  ],
])("sees an error handler through %s", (_, text) => {
  expect(found(text)).toEqual(byRole);
});

it.each<[string, string]>([
  ["types", `import type { HonoErrors } from "errdex/hono";`],
  [
    "other functions of its modules",
    `import { problem } from "errdex/server";\nexport const schema = problem({});`,
  ],
  ["another module", `import { honoErrors } from "hono-errors";\nhonoErrors({});`],
  ["a name of the file", `function honoErrors() {}\nhonoErrors({});`],
])("takes no error handler from %s", (_, text) => {
  expect(found(text)).toEqual([]);
});

it("takes no error handler from tests", () => {
  const text = `import { honoErrors } from "errdex/hono";\nhonoErrors({});`;
  expect(shown(covered({ "test/a.ts": text }))).toEqual([]);
});

it("counts the roles of the catalog that the error handler is given, where that is seen", () => {
  const mall = soundCatalogOf({
    "catalog.yaml": headText("fallback: gone").replace("shop", "mall"),
    "errors/a.yaml": errorsText(entryText("gone", { title: "Gone" })),
  });
  const byHandler = (argument: string) =>
    shown(
      covered(
        {
          "src/a.ts": `import { honoErrors } from "errdex/hono";\nimport { catalog } from "./errors/server.js";\nhonoErrors(${argument});`,
        },
        {},
        [shop, mall],
      ),
    );
  expect(byHandler("{ catalog }")).toEqual(byRole);
  expect(byHandler("settings")).toEqual([...byRole, "gone raised by fallback"]);
});
