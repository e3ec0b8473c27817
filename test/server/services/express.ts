/** The service in Express, 5 or 4. */
import { createServer } from "node:http";
import { createRequire } from "node:module";
import express5, { type Request, type Response } from "express";

import { expressErrors } from "../../../src/adapters/express.js";
import { type Route, routesOf, type Service, settings } from "../service.js";
import { connectionsCheckingInterval, listen } from "./listen.js";

const express4: typeof express5 = createRequire(import.meta.url)("express4");

/** Express 4 does not await its handlers, so there the route passes on what they are rejected with. */
function startExpress(express: typeof express5): Promise<Service> {
  const errors = expressErrors(settings);
  const app = express();
  app.use(errors.onlyJson);
  app.use(express.json({ limit: 1000 }));
  for (const { method, path, run } of routesOf(errors))
    app[method.toLowerCase() as "get"](path, (request, response, next) =>
      answerExpress(run, request, response).catch((thrown) => next(thrown || new Error("nothing"))),
    );
  app.use(errors.notFound);
  app.use(errors.onError);
  return listen(createServer({ connectionsCheckingInterval }, app), errors.clientError);
}

/** Runs a route, and answers with what it gives. */
export async function answerExpress(
  run: Route["run"],
  request: Request,
  response: Response,
): Promise<void> {
  const result = await run({
    parameter: String(request.params.name),
    json: async () => request.body,
    setHeader: (name, value) => response.setHeader(name, value),
  });
  if ("json" in result) return void response.status(200).json(result.json);
  response.writeHead(200, { "Content-Type": result.type });
  for await (const text of result.stream) response.write(text);
  response.end();
}

export const startExpress5 = (): Promise<Service> => startExpress(express5);
export const startExpress4 = (): Promise<Service> => startExpress(express4);
