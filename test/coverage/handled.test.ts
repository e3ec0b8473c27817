import { expect, it } from "vitest";
import { covered, found, shown } from "./covered.js";

const from = (names: string): string => `import { ${names} } from "./errors/index.js";\n`;

it.each<[string, string, readonly string[]]>([
  [
    "switch",
    `switch (error.code) { case "sold_out": case \`not_found\`: break; case "unrecognized": default: }`,
    ["not_found switch 1:45", "sold_out switch 1:28"],
  ],
  [
    "switch on an optional, cast or awaited error",
    `switch ((await error)?.code!) { case "sold_out": }\nswitch ((e as any)["code"]) { case "sold_out": }`,
    ["sold_out switch 1:38", "sold_out switch 2:36"],
  ],
  [
    "switch on a destructured code",
    `const { code } = error;\nswitch (code) { case "sold_out": }\nfunction f({ code: c }) { switch (c) { case "not_found": } }`,
    ["not_found switch 3:45", "sold_out switch 2:22"],
  ],
  [
    "switch on a name for the code",
    `const kind = error.code;\nswitch (kind) { case "sold_out": }`,
    ["sold_out switch 2:22"],
  ],
  [
    "switch on a constant",
    `const full = "sold_out";\nswitch (error.code) { case full: }`,
    ["sold_out switch 2:28"],
  ],
  [
    "comparisons",
    `error.code === "sold_out"; "not_found" == error.code; error.code !== "rate_limited"; if (e?.code != "internal_error") {}`,
    [
      "internal_error comparison 1:101",
      "not_found comparison 1:28",
      "rate_limited comparison 1:70",
      "sold_out comparison 1:16",
    ],
  ],
  [
    "lists",
    `["sold_out", "not_found"].includes(error.code);\nconst slow = new Set(["rate_limited"] as const);\nslow.has(error.code);`,
    ["not_found list 1:14", "rate_limited list 2:23", "sold_out list 1:2"],
  ],
  [
    "a table that is looked up",
    `const texts = { sold_out: "a", "not_found": "b" };\ntexts[error.code];`,
    ["not_found lookup 1:32", "sold_out lookup 1:17"],
  ],
  [
    "match",
    `${from("match")}match(error, { sold_out: () => 1, "not_found"() {}, ["rate_limited"]: f, unrecognized: g });`,
    ["not_found match 2:35", "rate_limited match 2:54", "sold_out match 2:16"],
  ],
  [
    "match with handlers that stand before it",
    `${from("match as on")}const base = { sold_out: f };\non(error, { ...base, not_found: g });\non(error, base);`,
    ["not_found match 3:22", "sold_out match 2:16"],
  ],
  [
    "Handlers beside a constant",
    `${from("type Handlers")}const a: Handlers<string> = { sold_out: () => "" };\nconst b = { not_found: f } satisfies Handlers<string>;\nconst c = <const>{ x: 1 };\nconst d = { rate_limited: f } as Partial<Handlers<string>>;`,
    ["not_found handlers 3:13", "rate_limited handlers 5:13", "sold_out handlers 2:31"],
  ],
  [
    "Handlers by another name",
    `import type { Handlers as H } from "./errors/index.js";\nimport type * as errors from "./errors/index.js";\ntype Mine = H<string>;\nconst a: Mine = { sold_out: f };\nconst b: errors.Handlers<string> = { not_found: f };\nclass C { c: Readonly<Mine> = { rate_limited: f } }\nfunction f(d: import("./errors/index.js").Handlers<1> = { internal_error: f }) {}`,
    [
      "internal_error handlers 7:59",
      "not_found handlers 5:38",
      "rate_limited handlers 6:33",
      "sold_out handlers 4:19",
    ],
  ],
  [
    "a record by code",
    `${from("type ErrorCode, type ShopError, type ErrorByCode")}const a: Record<ErrorCode, string> = { sold_out: "" };\nconst b: { [C in ShopError["code"]]?: string } = { not_found: "" };\nconst c: Partial<Record<keyof ErrorByCode, 1>> = { rate_limited: 1 };`,
    ["not_found handlers 3:52", "rate_limited handlers 4:52", "sold_out handlers 2:40"],
  ],
  [
    "match with Handlers, counted once",
    `${from("match, type Handlers")}const all: Handlers<string> = { sold_out: f };\nmatch(error, all);`,
    ["sold_out handlers 2:33", "sold_out match 2:33"].slice(1),
  ],
  [
    "hasCode",
    `${from("hasCode")}const more = ["rate_limited"] as const;\nif (hasCode(error, "sold_out", "not_found", ...more)) {}`,
    ["not_found hasCode 3:32", "rate_limited hasCode 2:15", "sold_out hasCode 3:20"],
  ],
  [
    "ts-pattern",
    `import { match, P } from "ts-pattern";\nmatch(error).with({ code: "sold_out" }, () => 1).with({ code: P.union("not_found", "rate_limited"), retry: P.number }, f).otherwise(g);`,
    ["not_found pattern 2:71", "rate_limited pattern 2:84", "sold_out pattern 2:27"],
  ],
  [
    "ts-pattern on a code, several patterns and inside",
    `import { match as m, isMatching, Pattern } from "ts-pattern";\nm(error.code).with("sold_out", "not_found", f).exhaustive();\nm(result).returnType<string>().with({ ok: false, error: { code: "rate_limited" } }, f).run();\nif (isMatching({ code: Pattern.union("internal_error") }, error)) {}`,
    [
      "internal_error pattern 4:38",
      "not_found pattern 2:32",
      "rate_limited pattern 3:65",
      "sold_out pattern 2:20",
    ],
  ],
  [
    "ts-pattern on an error or a code whose type is known",
    `import { match } from "ts-pattern";\n${from("type ShopError, type ErrorCode")}const f = (error: ShopError) => match(error).with({ code: "sold_out" }, g).run();\nconst h = (code: ErrorCode) => match(code).with("not_found", g).run();`,
    ["not_found pattern 4:49", "sold_out pattern 3:59"],
  ],
  [
    "guards of a category",
    `${from("isOrdersError")}if (isOrdersError(error)) {}`,
    ["order_closed by category orders 2:5", "sold_out by category orders 2:5"],
  ],
  [
    "isRetryable, called and passed on",
    `${from("isRetryable")}isRetryable(error);\nerrors.filter(isRetryable);`,
    [
      "internal_error by isRetryable 2:1",
      "internal_error by isRetryable 3:15",
      "rate_limited by isRetryable 2:1",
      "rate_limited by isRetryable 3:15",
    ],
  ],
])("sees what is handled by %s", (_, text, want) => {
  expect(found(text)).toEqual(want);
});

it.each<[string, string]>([
  [
    "comments and texts",
    `// switch (error.code) { case "sold_out": }\nconst a = "error.code === 'sold_out'"; "sold_out";`,
  ],
  [
    "a switch on something else",
    `switch (error.kind) { case "sold_out": }\nswitch (status) { case "sold_out": }`,
  ],
  [
    "a name that is no code",
    `function f(code) { switch (code) { case "ENOENT": } }\nfunction g(kind) { switch (kind) { case "sold_out": } }`,
  ],
  [
    "a comparison with something else",
    `error.kind === "sold_out"; status === "sold_out"; "sold_out" === "sold_out"; error.code > "sold_out";`,
  ],
  [
    "match of another module",
    `import { match } from "./other.js";\nmatch(error, { sold_out: f });`,
  ],
  [
    "Handlers of the file's own",
    `type Handlers<T> = Record<string, T>;\nconst a: Handlers<string> = { sold_out: "" };\nconst b: Record<string, string> = { sold_out: "" };`,
  ],
  [
    "a chain of another library",
    `import { match } from "./other.js";\nmatch(error).with({ code: "sold_out" }, f);\nz.with({ code: "sold_out" }, f);`,
  ],
  [
    "hasCode of another module",
    `import { hasCode } from "./other.js";\nhasCode(error, "sold_out");`,
  ],
  [
    "a pattern that is not for it",
    `import { match, P } from "ts-pattern";\nmatch(error).with({ code: P.not("sold_out") }, f).with({ kind: "sold_out" }, f).otherwise(g);`,
  ],
  [
    "codes of other systems",
    `error.code === "ENOENT"; error.code === "P2025"; error.code === "auth/invalid-token"; switch (error.code) { case "ENOENT": case "23505": }`,
  ],
])("does not count %s", (_, text) => {
  expect(
    shown(covered({ "src/a.ts": text, "src/other.ts": "export const match = 1, hasCode = 2;" })),
  ).toEqual([]);
});

it.each<[string, string, readonly string[]]>([
  [
    "a case beside known ones",
    `switch (error.code) { case "sold_out": case "gone_fishing": }`,
    ["sold_out switch 1:28", "unknown gone_fishing in switch 1:45"],
  ],
  [
    "a case that is nearly one",
    `switch (error.code) { case "sold_uot": }`,
    ["unknown sold_uot in switch 1:28 like sold_out"],
  ],
  [
    "a comparison that is nearly one",
    `error.code === "rate_limitted"; error.code === "notFound"; error.code === "NOT_FOUND";`,
    [
      "unknown rate_limitted in comparison 1:16 like rate_limited",
      "unknown notFound in comparison 1:48 like not_found",
      "unknown NOT_FOUND in comparison 1:75 like not_found",
    ],
  ],
  [
    "a comparison with an error that is the catalog's",
    `${from("decode, type ShopError, type UnrecognizedError")}function f(error: ShopError | UnrecognizedError) { return error.code === "gone_fishing"; }\nconst e = decode(answer);\nif (e.code === "gone_away") {}\nif (decode(answer).code === "gone_up") {}`,
    [
      "unknown gone_fishing in comparison 2:74",
      "unknown gone_away in comparison 4:16",
      "unknown gone_up in comparison 5:29",
    ],
  ],
  [
    "a switch over a code of the catalog's type",
    `${from("type ErrorCode, type SoldOut")}function f(code: ErrorCode) { switch (code) { case "gone_fishing": case "sold_out": } }\nfunction g(code: SoldOut["code"]) { return code === "gone_away"; }`,
    [
      "sold_out switch 2:73",
      "unknown gone_fishing in switch 2:52",
      "unknown gone_away in comparison 3:53",
    ],
  ],
  [
    "an alias of the types",
    `${from("type ShopError")}type Any = ShopError | undefined;\nconst f = (error: Any) => error?.code === "gone_fishing";`,
    ["unknown gone_fishing in comparison 3:43"],
  ],
  [
    "a handler",
    `${from("match, type Handlers")}match(error, { sold_uot: f });\nconst a: Handlers<1> = { gone_fishing: f };`,
    ["unknown sold_uot in match 2:16 like sold_out", "unknown gone_fishing in handlers 3:26"],
  ],
  [
    "hasCode",
    `${from("hasCode")}hasCode(error, "sold_outt");`,
    ["unknown sold_outt in hasCode 2:16 like sold_out"],
  ],
  [
    "ts-pattern",
    `import { match } from "ts-pattern";\nmatch(error).with({ code: "sold_out" }, f).with({ code: "gone_fishing" }, g).run();`,
    ["sold_out pattern 2:27", "unknown gone_fishing in pattern 2:57"],
  ],
  [
    "a matcher for tests",
    `expect(error).toBeErrorCode("gone_fishing");`,
    ["unknown gone_fishing in matcher 1:29"],
  ],
  [
    "an assertion for tests",
    `assertErrorCode(error, "gone_fishing");\nassert.assertThrowsErrorCode(f, "sold_out");`,
    ["unknown gone_fishing in matcher 1:24"],
  ],
])("finds a text that no catalog knows in %s", (_, text, want) => {
  expect(found(text)).toEqual(want);
});

it("leaves alone what it is told to", () => {
  const text = `switch (error.code) { case "sold_out": case "gone_fishing": }`;
  expect(found(text, { ignore: ["gone_fishing"] })).toEqual(["sold_out switch 1:28"]);
});

it("knows the types that another module passes on", () => {
  const lines = shown(
    covered({
      "src/types.ts": `import type { ShopError, UnrecognizedError, Handlers } from "./errors/index.js";\nexport type ApiError = ShopError | UnrecognizedError;\nexport type Table = Handlers<string>;`,
      "src/a.ts": `import type { ApiError, Table } from "./types.js";\nconst f = (error: ApiError) => error.code === "gone_fishing";\nconst t: Table = { sold_out: f };`,
    }),
  );
  expect(lines).toEqual(["sold_out handlers 3:20", "unknown gone_fishing in comparison 2:47"]);
});

it("does not take an error that may be somebody else's for the catalog's", () => {
  const text = `${from("type ShopError")}function f(error: ShopError | NodeJS.ErrnoException) { return error.code === "gone_fishing"; }`;
  expect(found(text)).toEqual([]);
});
