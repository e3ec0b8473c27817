/** The service in Hono. */
import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { honoErrors } from "../../../src/adapters/hono.js";
import { nodeErrors } from "../../../src/adapters/node.js";
import { routesOf, type Service, settings } from "../service.js";
import { streamOf } from "./fetch.js";
import { connectionsCheckingInterval, listen } from "./listen.js";

/** The app, for any platform. */
export function honoApp(): Hono {
  const errors = honoErrors(settings);
  const app = errors.install(new Hono());
  for (const { method, path, run } of routesOf(errors))
    app.on(method, path, async (context) => {
      const result = await run({
        parameter: context.req.param("name") ?? "",
        json: () => errors.readJson(context, { limit: 1000 }),
        setHeader: (name, value) => context.header(name, value),
      });
      if ("json" in result) return context.json(result.json as object);
      return context.body(streamOf(result.stream), 200, { "Content-Type": result.type });
    });
  return app;
}

export function startHono(): Promise<Service> {
  const server = createServer({ connectionsCheckingInterval }, getRequestListener(honoApp().fetch));
  return listen(server, nodeErrors(settings).clientError);
}
