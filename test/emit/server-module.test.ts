import { describe, expect, it } from "vitest";
import { emitTypeScript } from "../../src/emit/typescript/emit-typescript.js";
import type { Catalog } from "../../src/model/catalog.js";
import type { CatalogError } from "../../src/runtime/catalog-error.js";
import type {
  Finding,
  MakeRole,
  Problem,
  ServerCatalog,
} from "../../src/runtime/server-catalog.js";
import { passing } from "../check/passing.js";
import { entryText, errorsText, headText, soundCatalogOf } from "../support/catalog-of.js";
import { runModule } from "../support/run-module.js";
import { typeErrors } from "../support/type-check.js";

const shop = soundCatalogOf({
  "catalog.yaml": headText(
    "docs: https://errors.example.com/{code}",
    "context: { trace_id?: string, ip?: string }",
    "fallback: fault",
    "infer: { 404: missing, 405: wrong_method, 422: invalid, 499: left, 4xx: missing, 410: over }",
    `roles:
  unexpected: { code: fault, fields: { kind: crash } }
  route_not_found: { code: missing, fields: { path: $path, trace: $context.trace_id } }
  method_not_allowed: { code: wrong_method, fields: { allowed: $methods, method: $method, trace: $context.trace_id } }
  validation: { code: invalid, fields: { errors: $problems } }
  unavailable: gone
  aborted: left`,
  ),
  "errors/a.yaml": errorsText(
    entryText("fault", {
      fields: "{ kind?: { enum: [crash, other] } }",
      examples: "[{ title: A, fields: { kind: crash } }]",
    }),
    entryText("missing", {
      title: "Missing",
      status: "404",
      fields: "{ path?: string, trace?: string }",
      examples: "[{ title: A, fields: { path: /a, trace: b } }]",
    }),
    entryText("wrong_method", {
      title: "Wrong method",
      status: "405",
      headers: '{ Allow: "{allowed}" }',
      fields: "{ allowed: { type: array, items: string }, method?: string, trace: string }",
      examples: "[{ title: A, fields: { allowed: [GET], method: GET, trace: b } }]",
    }),
    entryText("invalid", {
      title: "Invalid",
      status: "422",
      fields:
        "{ errors: { type: array, items: { properties: { name: string, in: { enum: [body, query, path, header, cookie] } } } } }",
      examples: "[{ title: A, fields: { errors: [] } }]",
    }),
    entryText("gone", { title: "Gone", status: "410" }),
    entryText("over", { title: "Over", retired: "{ since: 1.0.0 }" }),
    entryText("left", { title: "Left", status: "499", never_sent: "true" }),
    // What our own names are called.
    entryText("catalog", { title: "Catalog" }),
    entryText("guidance", { title: "Guidance" }),
    entryText("constructors", { title: "Constructors" }),
    entryText("finding", { title: "Finding" }),
  ),
  "operations.yaml": "operations: { look: { codes: [missing] } }\n",
});

function filesOf(catalog: Catalog): Record<string, string> {
  return Object.fromEntries(emitTypeScript(catalog).map(({ path, text }) => [path, text]));
}

type Known = CatalogError & { readonly [field: string]: unknown };
type Make = MakeRole<Known, Readonly<Record<string, unknown>>>;

async function catalogFor(catalog: Catalog): Promise<ServerCatalog<Known>> {
  const files = { "main.ts": 'export * from "./server.js";', ...filesOf(catalog) };
  return (await runModule(files)).catalog as never;
}

const problems: readonly Problem[] = [
  { pointer: "/tags/0", name: "tags.0", detail: "Too long.", in: "body" },
  { pointer: "/tags/0", name: "tags.0", detail: "Not a word.", in: "body" },
  { pointer: "", name: "", detail: "Nothing is there.", in: "query" },
  { pointer: "/__proto__", name: "__proto__", detail: "Not allowed.", in: "body" },
];

/** The fields of what a role makes. */
const fieldsOf = (make: Make | undefined, finding: Finding) =>
  make?.(finding as never)?.toJSON().fields;

describe("the server module", () => {
  it("makes the error of a role from what was found, and of a status or a constructor", async () => {
    const { name, roles, byStatus, fallback, constructors, operations } = await catalogFor(shop);
    expect(name).toBe("shop");
    expect(Object.keys(roles)).toEqual([
      "unexpected",
      "route_not_found",
      "method_not_allowed",
      "validation",
      "aborted",
      "unavailable",
    ]);
    expect(roles.unexpected?.({})?.toJSON()).toMatchObject({
      code: "fault",
      fields: { kind: "crash" },
    });
    const found = { path: "/a", methods: ["GET"], method: "PUT", context: { trace_id: "t" } };
    expect(fieldsOf(roles.route_not_found, found)).toEqual({ path: "/a", trace: "t" });
    expect(fieldsOf(roles.route_not_found, {})).toEqual({});
    expect(fieldsOf(roles.method_not_allowed, found)).toEqual({
      allowed: ["GET"],
      method: "PUT",
      trace: "t",
    });
    const cause = new Error("why");
    expect(roles.unavailable?.({}, { cause })?.cause).toBe(cause);
    expect(Object.keys(byStatus)).toEqual(["404", "4xx"]);
    expect(byStatus["4xx"]?.({ cause })).toMatchObject({ code: "missing", cause });
    expect(fallback({ cause })).toMatchObject({ code: "fault", cause });
    expect(Object.keys(constructors)).not.toContain("over");
    expect((constructors as never as Record<string, () => Known>).gone?.().code).toBe("gone");
    expect(operations).toEqual({ look: ["missing"] });
  });

  it.each<[keyof ServerCatalog["roles"], Finding]>([
    ["method_not_allowed", { methods: ["GET"] }],
    ["method_not_allowed", { methods: ["GET"], context: {} }],
    ["method_not_allowed", { context: { trace_id: "t" } }],
    ["validation", {}],
    ["validation", { problems: [{ pointer: "", name: "", detail: "No part." }] }],
  ])("makes no %s of %j, which lacks what a required field needs", async (role, finding) => {
    const { roles } = await catalogFor(shop);
    expect(roles[role]?.(finding)).toBeUndefined();
  });

  it("puts problems into every shape that a field may have", async () => {
    const catalog = soundCatalogOf(passing["role-fields"] as never);
    const { roles } = await catalogFor(catalog);
    const finding: Finding = {
      ...{ method: "GET", methods: ["GET", "PUT"], path: "/", limit: 9, media_types: [] },
      problems,
      context: { trace_id: "t", number: 1 },
    };
    const error = roles.validation?.(finding);
    expect(error).toMatchObject({ inside: "x", secret: "x" });
    expect(JSON.parse(JSON.stringify(error?.toJSON().fields))).toEqual({
      method: "GET",
      methods: ["GET", "PUT"],
      path: "/",
      anything: 9,
      limit: 9,
      list: [],
      lists: JSON.parse(
        '{ "tags.0": ["Too long.", "Not a word."], "": ["Nothing is there."], "__proto__": ["Not allowed."] }',
      ),
      texts: JSON.parse(
        '{ "/tags/0": "Too long. Not a word.", "": "Nothing is there.", "/__proto__": "Not allowed." }',
      ),
      lines: [
        "/tags/0: Too long.",
        "/tags/0: Not a word.",
        "Nothing is there.",
        "/__proto__: Not allowed.",
      ],
      rows: [
        { name: "tags.0", message: "Too long.", in: "body" },
        { name: "tags.0", message: "Not a word.", in: "body" },
        { name: "", message: "Nothing is there.", in: "query" },
        { name: "__proto__", message: "Not allowed.", in: "body" },
      ],
      either: JSON.parse(
        '{ "tags.0": "Too long. Not a word.", "": "Nothing is there.", "__proto__": "Not allowed." }',
      ),
      trace: "t",
      number: 1,
      constant: { a: 1, b: "$a" },
      dollar: "$a",
      secret: "x",
    });
    expect(typeErrors(filesOf(catalog))).toEqual([]);
  });

  it("has precise types", () => {
    const consumer = `import type { Finding } from "errdex/generated";
import { catalog } from "./server.js";
import { guidance } from "./guidance.js";
import type { ShopError, WrongMethod } from "./index.js";

export const made: ShopError | undefined = catalog.roles.method_not_allowed?.({ methods: [], context: { trace_id: "t" } });
export const wrong: WrongMethod = catalog.constructors.wrong_method({ allowed: ["GET"], trace: "t" });
export const look: "missing" = catalog.operations.look[0];
export const fallback: ShopError = catalog.fallback();
export const title: string | undefined = guidance.of("fault")?.title;
export const finding: Finding<{ readonly trace_id?: string | undefined }> = {};
// @ts-expect-error The catalog declares another type.
catalog.roles.timeout?.({ context: { trace_id: 1 } });
// @ts-expect-error A required field is missing.
catalog.constructors.wrong_method({});
// @ts-expect-error There is no such code.
catalog.constructors.unknown();
// @ts-expect-error What is retired is not made any more.
catalog.constructors.over();
`;
    expect(typeErrors({ "consumer.ts": consumer, ...filesOf(shop) })).toEqual([]);
  });

  it("takes no values of a request where the catalog declares none", () => {
    const consumer = `import { catalog } from "./server.js";
// @ts-expect-error They would have no effect.
catalog.roles.timeout?.({ context: { trace_id: "t" } });
export const none: string | undefined = catalog.roles.timeout?.({})?.code;
`;
    const plain = soundCatalogOf({
      "catalog.yaml": headText("fallback: fault"),
      "errors/a.yaml": errorsText(entryText("fault")),
    });
    expect(typeErrors({ "consumer.ts": consumer, ...filesOf(plain) })).toEqual([]);
  });

  it("is not there where no code stands for everything else", () => {
    const bare = soundCatalogOf({
      "catalog.yaml": headText(),
      "errors/a.yaml": errorsText(entryText("fault")),
    });
    expect(Object.keys(filesOf(bare))).not.toContain("server.ts");
  });
});

it("the guidance module says what the catalog says of each code", async () => {
  const files = { "main.ts": 'export * from "./guidance.js";', ...filesOf(shop) };
  const { guidance } = (await runModule(
    files,
  )) as never as typeof import("../../src/image-hosting/guidance.js");
  expect(guidance.catalog).toBe("shop");
  expect({ ...guidance.of("missing") }).toEqual({
    title: "Missing",
    meaning: "The shop has none.",
    causes: ["Somebody else bought it."],
    fixes: ["Order another."],
    resolver: "user",
    retry: "never",
    page: "https://errors.example.com/missing",
  });
  expect(guidance.of("over")?.title).toBe("Over");
  expect(guidance.of("toString")).toBeUndefined();
});
