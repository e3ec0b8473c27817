/** Paths that routers know in part: routes that pass on, routes for OPTIONS alone, routers inside of others. */
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { getRequestListener } from "@hono/node-server";
import express5 from "express";
import fastify from "fastify";
import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expressErrors } from "../../src/adapters/express.js";
import { fastifyErrors } from "../../src/adapters/fastify.js";
import { honoErrors } from "../../src/adapters/hono.js";
import { send } from "./send.js";
import { type Service, settings } from "./service.js";
import { listen } from "./services/listen.js";

const express4: typeof express5 = createRequire(import.meta.url)("express4");

function startExpress(express: typeof express5): Promise<Service> {
  const errors = expressErrors(settings);
  const app = express();
  const inner = express.Router();
  inner.get("/here", (_, response) => void response.send("here"));
  inner.use(errors.notFound);
  const mounted = express();
  mounted.use("/deep", inner);
  mounted.use(errors.notFound);
  app.options(/.*/, (_request, _response, next) => next());
  app.use("/api", inner);
  app.use("/mounted", mounted);
  app.get("/gone", (_request, _response, next) => next());
  app.get("/there", (_, response) => void response.send("there"));
  app.all("/any", (_request, _response, next) => next());
  app.use(errors.notFound, errors.onError);
  return listen(createServer(app), errors.clientError);
}

function startHono(): Promise<Service> {
  const errors = honoErrors(settings);
  const app = errors.install(new Hono());
  const inner = new Hono().get("/here", (context) => context.text("here"));
  app.options("*", (context) => context.body(null, 204));
  app.route("/api", inner);
  app.route("/mounted", new Hono().route("/deep", inner));
  app.get("/gone", (context) => context.notFound());
  app.get("/there", (context) => context.text("there"));
  app.all("/any", (context) => context.notFound());
  return listen(createServer(getRequestListener(app.fetch)), () => {});
}

async function startFastify(): Promise<Service> {
  const errors = fastifyErrors(settings);
  const app = errors.install(fastify());
  app.options("*", (_, reply) => void reply.code(204).send());
  app.register(async (inner) => void inner.get("/here", async () => "here"), { prefix: "/api" });
  app.register(async (inner) => void inner.get("/here", async () => "here"), {
    prefix: "/mounted/deep",
  });
  app.get("/gone", (_, reply) => reply.callNotFound());
  app.get("/there", async () => "there");
  app.all("/any", (_, reply) => reply.callNotFound());
  await app.ready();
  return listen(app.server, errors.serverOptions.clientErrorHandler);
}

const services = {
  hono: startHono,
  express: () => startExpress(express5),
  express4: () => startExpress(express4),
  fastify: startFastify,
};

describe.each(Object.entries(services))("%s", (_, start) => {
  let service: Service;
  beforeAll(async () => {
    service = await start();
  });
  afterAll(() => service.close());

  it.each([
    ["GET", "/nowhere", "not_found"],
    ["HEAD", "/nowhere", ""],
    ["GET", "/gone", "not_found"],
    ["GET", "/any", "not_found"],
    ["PUT", "/any", "not_found"],
    ["GET", "/api/nowhere", "not_found"],
    ["DELETE", "/api/there", "not_found"],
    ["DELETE", "/api/gone", "not_found"],
    ["DELETE", "/mounted/deep/there", "not_found"],
    ["GET", "/mounted/deep/nowhere", "not_found"],
  ])("finds nothing for %s %s", async (method, path, error) => {
    const { status, text, headers } = await send(service.url, { method, path });
    expect([status, headers.allow]).toEqual([404, undefined]);
    expect(text === "" ? "" : JSON.parse(text).error).toBe(error);
  });

  it.each([
    ["DELETE", "/there"],
    ["DELETE", "/gone"],
    ["DELETE", "/api/here"],
    ["DELETE", "/mounted/deep/here"],
  ])("knows the path but not the method of %s %s", async (method, path) => {
    const { status, headers } = await send(service.url, { method, path });
    expect([status, headers.allow?.replace(", OPTIONS", "")]).toEqual([405, "GET, HEAD"]);
  });
});

it.each([express5, express4])("leaves OPTIONS of a known path to Express", async (express) => {
  const errors = expressErrors(settings);
  const app = express();
  app.get("/there", (_, response) => void response.send("there"));
  app.use(errors.notFound, errors.onError);
  const service = await listen(createServer(app), errors.clientError);
  const known = await send(service.url, { method: "OPTIONS", path: "/there" });
  const unknown = await send(service.url, { method: "OPTIONS", path: "/nowhere" });
  await service.close();
  expect([known.status, known.headers.allow?.replaceAll(" ", "")]).toEqual([200, "GET,HEAD"]);
  expect(unknown.status).toBe(404);
});
