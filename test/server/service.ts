/** The service that every adapter runs: what its routes do, without a word of a framework. */

import * as v from "valibot";
import { z } from "zod";
import { guidance } from "../../src/image-hosting/guidance.js";
import { type ImageHostingError, internalError } from "../../src/image-hosting/index.js";
import { de } from "../../src/image-hosting/locales/de.js";
import { catalog } from "../../src/image-hosting/server.js";
import { flat, problem } from "../../src/image-hosting/wire.js";
import type { ErrorHandler } from "../../src/server/error-handler.js";
import type { FailureReport } from "../../src/server/settings.js";
import { type CanaryParts, thrownValues as canaries } from "../support/canaries.js";
import { type } from "./arktype.js";
import { thrownValues } from "./thrown-values.js";

/** What the services heard. */
export const reports: FailureReport<ImageHostingError, unknown>[] = [];

/** What all services say of their answers. */
export const settings = {
  catalog,
  formats: [flat, problem],
  translations: [de],
  guidance,
  html: true,
  challenge: { realm: "images", schemes: ["Bearer", "DPoP"] },
  report: (report: FailureReport<ImageHostingError, unknown>) => {
    reports.push(report);
    if (report.error.code === "conflict") throw new Error("the log is full");
    // Unheard, it would end the process.
    if (report.error.code === "forbidden") return Promise.reject(new Error("the log is away"));
    return undefined;
  },
} as const;

type Errors = Pick<
  ErrorHandler<ImageHostingError, typeof catalog.constructors, typeof catalog.operations, never>,
  "validate" | "operation"
>;

/** What a route does to its framework. */
export interface Exchange {
  readonly parameter: string;
  /** The body, read by the means of the framework; at most 1,000 bytes. */
  json(): Promise<unknown>;
  setHeader(name: string, value: string): void;
}

/** A route answers with JSON, or with a stream that fails. */
export type RouteResult =
  | { readonly json: unknown }
  | { readonly stream: AsyncGenerator<string>; readonly type: string };

/** A route. `:name` in its path is the parameter. */
export interface Route {
  readonly method: "GET" | "POST" | "DELETE";
  readonly path: string;
  run(exchange: Exchange): RouteResult | Promise<RouteResult>;
}

const person = {
  zod: z.object({ name: z.string().min(3), tags: z.array(z.object({ label: z.string() })) }),
  valibot: v.object({
    name: v.pipe(v.string(), v.minLength(3)),
    tags: v.array(v.object({ label: v.string() })),
  }),
  arktype: type({ name: "string > 2", tags: type({ label: "string" }).array() }),
};

async function* failing(): AsyncGenerator<string> {
  yield "data: 1\n\n";
  await new Promise((done) => setTimeout(done, 20));
  throw thrownValues.plain_error?.();
}

/** The routes for the handlers of an adapter. */
export function routesOf(errors: Errors): readonly Route[] {
  const declared = errors.operation("view_image", (raise) => () => {
    throw raise.not_found();
  });
  const undeclared = errors.operation("view_image", () => async () => {
    throw catalog.constructors.conflict();
  });
  return [
    { method: "GET", path: "/ok", run: () => ({ json: { ok: true } }) },
    { method: "POST", path: "/ok", run: () => ({ json: { ok: "made" } }) },
    { method: "DELETE", path: "/images/:name", run: ({ parameter }) => ({ json: { parameter } }) },
    { method: "GET", path: "/throw/:name", run: ({ parameter }) => throwByName(parameter) },
    {
      method: "GET",
      path: "/throw-later/:name",
      run: async ({ parameter }) => {
        await new Promise((done) => setTimeout(done, 1));
        return throwByName(parameter);
      },
    },
    {
      method: "GET",
      path: "/canary/:name",
      run: ({ parameter }) => {
        throw canaryValues.get(decodeURIComponent(parameter));
      },
    },
    { method: "POST", path: "/json", run: async ({ json }) => ({ json: await json() }) },
    {
      method: "POST",
      path: "/validate/:name",
      run: async ({ parameter, json }) => {
        const schema = person[parameter as keyof typeof person];
        return { json: await errors.validate(schema as typeof person.zod, await json(), "body") };
      },
    },
    {
      method: "GET",
      path: "/headers/:name",
      run: ({ parameter, setHeader }) => {
        setHeader("Vary", "Origin");
        setHeader("Cache-Control", "public, max-age=3600");
        setHeader("ETag", '"of-the-image"');
        setHeader("Content-Language", "fr");
        setHeader("Set-Cookie", "seen=1");
        setHeader("X-Request-Id", "req_7");
        return throwByName(parameter);
      },
    },
    {
      method: "GET",
      path: "/events",
      run: () => ({ stream: failing(), type: "text/event-stream" }),
    },
    { method: "GET", path: "/stream", run: () => ({ stream: failing(), type: "text/plain" }) },
    { method: "GET", path: "/declared", run: () => declared() },
    { method: "GET", path: "/undeclared", run: () => undeclared() },
    {
      method: "GET",
      path: "/wait/:name",
      run: async ({ parameter }) => {
        await new Promise((done) => setTimeout(done, 150));
        return throwByName(parameter);
      },
    },
    {
      method: "GET",
      path: "/many/:name",
      run: async ({ parameter }) => {
        await new Promise((done) => setTimeout(done, Number(parameter) % 7));
        throw catalog.constructors.internal_error({ request_id: `req_${parameter}` });
      },
    },
  ];
}

/** What `/canary/…` throws, by name. */
export const canaryValues: ReadonlyMap<string, unknown> = new Map([
  ...canaries(),
  ...[...canaries(ownCanary)].map(([name, value]) => [`own: ${name}`, value] as const),
]);

/** An error of the catalog with what is internal: a secret field is meant for the wire. */
function ownCanary({ cause, internal }: CanaryParts): Error {
  return internalError({ request_id: "req_1", trace: internal }, { cause });
}

function throwByName(name: string): never {
  throw thrownValues[name]?.();
}

/** A service that listens. */
export interface Service {
  readonly url: string;
  close(): Promise<unknown>;
}
