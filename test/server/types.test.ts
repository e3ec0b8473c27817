import { describe, expect, it } from "vitest";
import { typeCheck } from "../support/type-check.js";

const prelude = `import { fetchErrors } from "errdex/fetch";
import { fastifyErrors } from "errdex/fastify";
import { honoErrors } from "errdex/hono";
import { catalog } from "errdex/image-hosting/server";
import { imgPro, problem } from "errdex/image-hosting/wire";
import type { CatalogError, WireFormat } from "errdex";
import fastify from "fastify";
import { Hono } from "hono";
import { z } from "zod";

interface ParcelLost extends CatalogError { readonly code: "parcel_lost"; readonly carrier: string }
declare const parcels: WireFormat<{ readonly parcel_lost: ParcelLost }, ParcelLost>;
const errors = fetchErrors({ catalog, formats: [imgPro, problem] });
`;

function complaints(code: string): readonly string[] {
  const line = prelude.split("\n").length;
  return typeCheck({ "given.ts": prelude + code }).map(
    (each) => `${each.line - line + 1} ${each.code} ${each.message}`,
  );
}

describe("the types of a server", () => {
  it.each([
    [
      "handlers of any signature, and narrowing in reports",
      `export const handler = errors.handle(async (request: Request, { id }: { id: string }) => new Response(id + request.url));
export const reporting = honoErrors({
  catalog,
  formats: [imgPro],
  context: (context) => { context.req.header("x-request-id"); return undefined; },
  report: ({ error, request }) => {
    if (error.code === "quota_exceeded") error.usage.plan satisfies string;
    request.req.url satisfies string;
  },
});
export const app = reporting.install(new Hono<{ Variables: { user: string } }>()).get("/x", (c) => c.text(c.get("user")));`,
    ],
    [
      "the parameters of a framework's handlers, where they do not say theirs",
      `import express from "express";
import { expressErrors } from "errdex/express";
import { nodeErrors } from "errdex/node";
const shop = expressErrors({
  catalog,
  formats: [imgPro],
  context: (request) => { request.get("x-request-id"); return undefined; },
  report: ({ request }) => { request?.res?.statusCode satisfies number | undefined; },
});
express().post("/a/:id", shop.operation("sign_in", (raise) => async (request, response) => {
  if (request.body.name === "") throw raise.unauthorized();
  response.json(request.params.id);
}));
const depot = fastifyErrors({ catalog, formats: [imgPro], report: ({ request }) => { request?.log.info(request.url); } });
const app = depot.install(fastify());
app.delete("/a", depot.operation("delete_image", (raise) => async (request, reply) => {
  reply.code(204);
  if (request.url === "/") throw raise.not_found();
}));
app.post<{ Body: { a: string } }>("/b", depot.operation("sign_in", () => async (request: { body: { a: string } }) => request.body.a));
const site = honoErrors({ catalog, formats: [imgPro], report: ({ request }) => { request.req.url satisfies string; } });
site.install(new Hono()).get("/a/:id", site.operation("view_image", (raise) => async (context) => {
  if (context.req.param("id") === "7") throw raise.not_found();
  return context.json({ id: 7 });
}));
const plain = nodeErrors({ catalog, formats: [imgPro] });
plain.handle(plain.operation("view_image", (raise) => (request, response) => {
  if (request.url === "/") throw raise.not_found();
  response.end();
}));
export const handler = errors.handle(errors.operation("view_image", (raise) => async (request) => {
  if (request.method === "PUT") throw raise.not_found();
  return new Response(await request.text());
}));`,
    ],
    [
      "apps of Fastify on HTTP/2, and with another logger",
      `const own = fastifyErrors({ catalog, formats: [imgPro] });
export const http2 = own.install(fastify({ http2: true })).get("/x", async (request) => request.id);
export const logging = own.install(fastify({ ...own.serverOptions, logger: true })).register(async (child) => void own.install(child));`,
    ],
    [
      "what a schema gives",
      `export const size: Promise<number> = errors.validate(z.object({ size: z.number() }), {}).then(({ size }) => size);`,
    ],
    [
      "the constructors of an operation",
      `export const view = errors.operation("view_image", (raise) => (id: number): string => {
  if (id < 0) throw raise.not_found({ origin: "self" });
  throw raise.rate_limited({ retry_after: 3 });
});
export const text: string = view(7);`,
    ],
  ])("have %s", (_, code) => {
    expect(complaints(code)).toEqual([]);
  });

  it.each([
    ["a format of another catalog", "fetchErrors({ catalog, formats: [parcels] });", "1 TS2322"],
    ["no format at all", "fetchErrors({ catalog, formats: [] });", "1 TS2322"],
    [
      "an operation that is none",
      'errors.operation("view_imag", () => () => 1);',
      "Argument of type '\"view_imag\"' is not assignable",
    ],
    [
      "a code that the operation does not declare",
      'errors.operation("view_image", (raise) => () => { throw raise.conflict(); });',
      "1 TS2339 Property 'conflict' does not exist",
    ],
    [
      "a code without its fields",
      'errors.operation("view_image", (raise) => () => { throw raise.quota_exceeded({}); });',
      "1 TS2345",
    ],
    ["a role that is none", 'errors.error("too_late");', "1 TS2345"],
  ])("refuse %s", (_, code, want) => {
    const found = complaints(`${code}\nexport {};`);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(want);
  });
});
