/** The service in plain `node:http`. */
import { createServer } from "node:http";
import { nodeErrors } from "../../../src/adapters/node.js";
import { routesOf, type Service, settings } from "../service.js";
import { findRoute } from "./find-route.js";
import { connectionsCheckingInterval, listen } from "./listen.js";

export function startNode(): Promise<Service> {
  const errors = nodeErrors(settings);
  const routes = routesOf(errors);
  const listener = errors.handle(
    async (
      request: import("node:http").IncomingMessage,
      response: import("node:http").ServerResponse,
    ) => {
      const { route, parameter, methods } = findRoute(routes, request.method, request.url);
      if (route === undefined)
        return methods.length === 0
          ? errors.notFound(request, response)
          : errors.methodNotAllowed(request, response, methods);
      const result = await route.run({
        parameter,
        json: () => errors.readJson(request, { limit: 1000 }),
        setHeader: (name, value) => response.setHeader(name, value),
      });
      if ("json" in result) {
        response.setHeader("Content-Type", "application/json");
        return response.end(JSON.stringify(result.json));
      }
      response.writeHead(200, { "Content-Type": result.type });
      for await (const text of result.stream) response.write(text);
      return response.end();
    },
  );
  return listen(createServer({ connectionsCheckingInterval }, listener), errors.clientError);
}
