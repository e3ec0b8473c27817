/** The service as a handler from `Request` to `Response`, on Node. */
import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { fetchErrors } from "../../../src/adapters/fetch.js";
import { nodeErrors } from "../../../src/adapters/node.js";
import { routesOf, type Service, settings } from "../service.js";
import { findRoute } from "./find-route.js";
import { connectionsCheckingInterval, listen } from "./listen.js";

/** The handler, for any platform that has `Request` and `Response`. */
export function fetchHandler(): (request: Request) => Promise<Response> {
  const errors = fetchErrors(settings);
  const routes = routesOf(errors);
  return errors.handle(async (request: Request): Promise<Response> => {
    const { route, parameter, methods } = findRoute(routes, request.method, request.url);
    if (route === undefined)
      return methods.length === 0
        ? errors.notFound(request)
        : errors.methodNotAllowed(request, methods);
    const result = await route.run({
      parameter,
      json: () => errors.readJson(request, { limit: 1000 }),
      // Nothing is set before there is a response.
      setHeader: () => {},
    });
    if ("json" in result) return Response.json(result.json);
    return new Response(streamOf(result.stream), { headers: { "Content-Type": result.type } });
  });
}

/** A stream of texts. */
export function streamOf(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await texts.next();
      if (done) controller.close();
      else controller.enqueue(new TextEncoder().encode(value));
    },
  });
}

export function startFetch(): Promise<Service> {
  const listener = getRequestListener(fetchHandler());
  const server = createServer({ connectionsCheckingInterval }, listener);
  return listen(server, nodeErrors(settings).clientError);
}
