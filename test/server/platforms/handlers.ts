/** The service as a handler from `Request` to `Response`, for platforms that are not Node. */
import { fetchHandler } from "../services/fetch.js";
import { honoApp } from "../services/hono.js";

type Handler = (request: Request) => Response | Promise<Response>;

const hono = honoApp();

/** By the name of the adapter. */
export const handlers: Readonly<Record<string, Handler>> = {
  fetch: fetchHandler(),
  hono: (request) => hono.fetch(request),
};
