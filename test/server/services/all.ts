/** The service in every framework, by the name of the adapter. */
import type { Service } from "../service.js";
import { startExpress4, startExpress5 } from "./express.js";
import { startFastify } from "./fastify.js";
import { startFetch } from "./fetch.js";
import { startHono } from "./hono.js";
import { startNest } from "./nest.js";
import { startNode } from "./node.js";

export const services: Readonly<Record<string, () => Promise<Service>>> = {
  node: startNode,
  fetch: startFetch,
  hono: startHono,
  express: startExpress5,
  express4: startExpress4,
  fastify: startFastify,
  nest: startNest,
};
