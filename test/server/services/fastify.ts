/** The service in Fastify. */
import { createServer } from "node:http";
import { Readable } from "node:stream";
import fastify from "fastify";
import { fastifyErrors } from "../../../src/adapters/fastify.js";
import { routesOf, type Service, settings } from "../service.js";
import { connectionsCheckingInterval, listen } from "./listen.js";

export async function startFastify(): Promise<Service> {
  const errors = fastifyErrors(settings);
  const app = errors.install(
    fastify({
      ...errors.serverOptions,
      bodyLimit: 1000,
      serverFactory: (handler) => createServer({ connectionsCheckingInterval }, handler),
    }),
  );
  for (const { method, path, run } of routesOf(errors))
    app.route({
      method,
      url: path,
      // As strict as can be: nothing of an error's body is in it.
      schema: { response: { "4xx": { type: "object", properties: {} } } },
      handler: async (request, reply) => {
        const result = await run({
          parameter: (request.params as { readonly name?: string }).name ?? "",
          json: async () => request.body,
          setHeader: (name, value) => void reply.header(name, value),
        });
        if ("json" in result) return result.json;
        return reply.type(result.type).send(Readable.from(result.stream));
      },
    });
  app.post("/ajv", {
    schema: {
      body: {
        type: "object",
        required: ["name", "age"],
        additionalProperties: false,
        properties: {
          name: { type: "string", minLength: 3 },
          age: { type: "integer" },
          tags: { type: "array", items: { enum: ["a", "b"] } },
        },
      },
    },
    handler: async (request) => request.body,
  });
  await app.ready();
  return listen(app.server, errors.serverOptions.clientErrorHandler);
}
