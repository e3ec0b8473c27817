import { describe, expect, it } from "vitest";
import { fetchErrors } from "../../src/adapters/fetch.js";
import { emitTypeScript } from "../../src/emit/typescript/emit-typescript.js";
import type { CatalogError } from "../../src/runtime/catalog-error.js";
import type { ServerCatalog } from "../../src/runtime/server-catalog.js";
import type { ServerFormat } from "../../src/server/settings.js";
import { entryText, errorsText, headText, soundCatalogOf } from "../support/catalog-of.js";
import { runModule } from "../support/run-module.js";

const depot = soundCatalogOf({
  "catalog.yaml": headText(
    "docs: https://errors.example.com/{code}",
    "context: { trace_id: string, instance?: string }",
    "fallback: fault",
    "wire: problem",
    `roles:
  route_not_found: { code: missing, fields: { trace: $context.trace_id, path: $path } }
  validation: { code: invalid, fields: { problems: $problems } }`,
  ),
  "errors/a.yaml": errorsText(
    entryText("fault", { status: "500" }),
    entryText("missing", {
      title: "Missing",
      status: "404",
      fields: "{ trace: string, path?: string }",
      examples: "[{ title: A, fields: { trace: a, path: /b } }]",
    }),
    entryText("invalid", {
      title: "Invalid",
      status: "422",
      fields:
        "{ problems: { type: array, items: { properties: { pointer: string, detail: string } } } }",
      examples: "[{ title: A, fields: { problems: [] } }]",
    }),
  ),
});

interface Depot {
  readonly catalog: ServerCatalog<CatalogError>;
  readonly problem: ServerFormat<CatalogError>;
}

const files = Object.fromEntries(
  emitTypeScript(depot).map(({ path, text }) => [path, text] as const),
);
const { catalog, problem } = (await runModule({
  "all.ts": 'export { catalog } from "./server.js"; export { problem } from "./wire.js";',
  ...files,
})) as unknown as Depot;

const reports: (readonly string[])[] = [];
const errors = fetchErrors({
  catalog,
  formats: [problem],
  context: (request) => {
    const trace = request.headers.get("x-trace");
    if (trace === "none") return undefined;
    if (trace === null) throw new Error("no trace");
    return { trace_id: trace, instance: `/requests/${trace}` };
  },
  report: ({ issues }) => {
    reports.push(issues);
  },
});

async function bodyOf(headers: Record<string, string>, path = "/shelf"): Promise<unknown> {
  reports.length = 0;
  const request = new Request(`https://api.example.com${path}?q=1`, { headers });
  return ((await errors.notFound(request)) as Response).json();
}

describe("values of the request", () => {
  it("are in the answer, and in the fields that a role fills", async () => {
    expect(await bodyOf({ "X-Trace": "t7" })).toMatchObject({
      status: 404,
      instance: "/requests/t7",
      trace: "t7",
      path: "/shelf",
    });
    expect(reports).toEqual([[]]);
  });

  it("that are missing leave the role to the fallback, and the report says so", async () => {
    expect(await bodyOf({ "X-Trace": "none" })).toMatchObject({ status: 500 });
    expect(reports).toEqual([
      ["the catalog has no code for the role route_not_found, so fault answers"],
    ]);
  });

  it("a method that no role is for is a path that is not there", async () => {
    reports.length = 0;
    const request = new Request("https://api.example.com/shelf", { headers: { "X-Trace": "t7" } });
    const response = (await errors.methodNotAllowed(request, ["PUT"])) as Response;
    expect(response.status).toBe(404);
    expect(reports).toEqual([
      ["the catalog has no code for the role method_not_allowed, so missing answers"],
    ]);
  });

  it("that cannot be had cost nobody an answer", async () => {
    expect(await bodyOf({})).toMatchObject({ status: 500 });
    expect(reports).toEqual([
      ["the catalog has no code for the role route_not_found, so fault answers", "context threw"],
    ]);
  });

  it("are not mixed up between requests at the same time", async () => {
    const names = Array.from({ length: 50 }, (_, index) => `t${index}`);
    const handler = errors.handle(async (request: Request): Promise<Response> => {
      await new Promise((done) => setTimeout(done, Math.random() * 5));
      throw new Error(request.url);
    });
    const bodies = await Promise.all(
      names.map(async (name) => {
        const request = new Request("https://api.example.com/", { headers: { "X-Trace": name } });
        return ((await handler(request)) as Response).json();
      }),
    );
    expect(bodies.map(({ instance }) => instance)).toEqual(
      names.map((name) => `/requests/${name}`),
    );
  });
});

describe("a list of problems", () => {
  it("has the members that the catalog names", async () => {
    const known = errors.error("validation", {
      problems: [{ pointer: "/a/0", name: "a.0", detail: "Too short.", in: "body" }],
    });
    expect(known).toMatchObject({ problems: [{ pointer: "/a/0", detail: "Too short." }] });
  });
});
