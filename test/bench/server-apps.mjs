/** Services of two kinds in each framework: bare, and with the error handler. A child process of the section runs them. */
import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import express from "express";
import fastify from "fastify";
import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import createHttpError from "http-errors";
import { expressErrors } from "../../dist/express.js";
import { fastifyErrors } from "../../dist/fastify.js";
import { fetchErrors } from "../../dist/fetch.js";
import { honoErrors } from "../../dist/hono.js";
import { catalog } from "../../dist/image-hosting/server.js";
import { flat } from "../../dist/image-hosting/wire.js";
import { notFound } from "../../dist/image-hosting.js";
import { nodeErrors } from "../../dist/node.js";

const settings = { catalog, formats: [flat], report: () => {} };
const body = { error: "not_found", message: "There is nothing at this address." };

const bareFastify = fastify()
  .get("/ok", async () => ({ ok: true }))
  .get("/fail", async () => {
    throw createHttpError(404, body.message);
  });
const handlingFastify = fastifyErrors(settings)
  .install(fastify())
  .get("/ok", async () => ({ ok: true }))
  .get("/fail", async () => {
    throw notFound();
  });
await bareFastify.ready();
await handlingFastify.ready();

/** Each answers `/ok`, and fails at `/fail`. */
const listeners = {
  node: {
    bare: (request, response) => {
      try {
        if (request.url !== "/ok") throw Object.assign(new Error("no"), { status: 404 });
        response.setHeader("Content-Type", "application/json");
        response.end('{"ok":true}');
      } catch (thrown) {
        response.writeHead(thrown.status, { "Content-Type": "application/json" });
        response.end(JSON.stringify(body));
      }
    },
    errdex: nodeErrors(settings).handle((request, response) => {
      if (request.url !== "/ok") throw notFound();
      response.setHeader("Content-Type", "application/json");
      response.end('{"ok":true}');
    }),
  },
  fetch: {
    bare: getRequestListener(async (request) => {
      try {
        if (!request.url.endsWith("/ok")) throw Object.assign(new Error("no"), { status: 404 });
        return Response.json({ ok: true });
      } catch (thrown) {
        return Response.json(body, { status: thrown.status });
      }
    }),
    errdex: getRequestListener(
      fetchErrors(settings).handle((request) => {
        if (!request.url.endsWith("/ok")) throw notFound();
        return Response.json({ ok: true });
      }),
    ),
  },
  hono: {
    bare: getRequestListener(
      new Hono()
        .get("/ok", (context) => context.json({ ok: true }))
        .get("/fail", () => {
          throw new HTTPException(404, { message: body.message });
        }).fetch,
    ),
    errdex: getRequestListener(
      honoErrors(settings)
        .install(new Hono())
        .get("/ok", (context) => context.json({ ok: true }))
        .get("/fail", () => {
          throw notFound();
        }).fetch,
    ),
  },
  express: {
    bare: express()
      .set("env", "test")
      .get("/ok", (_, response) => response.json({ ok: true }))
      .get("/fail", () => {
        throw createHttpError(404, body.message);
      }),
    errdex: withErrors(expressErrors(settings)),
  },
  fastify: { bare: bareFastify.routing, errdex: handlingFastify.routing },
};

function withErrors(errors) {
  return express()
    .get("/ok", (_, response) => response.json({ ok: true }))
    .get("/fail", () => {
      throw notFound();
    })
    .use(errors.notFound, errors.onError);
}

const ports = {};
for (const [framework, kinds] of Object.entries(listeners)) {
  for (const [kind, listener] of Object.entries(kinds)) {
    const server = createServer(listener);
    await new Promise((done) => server.listen(0, "127.0.0.1", done));
    ports[framework] = { ...ports[framework], [kind]: server.address().port };
  }
}
process.send(ports);
process.on("disconnect", () => process.exit());
