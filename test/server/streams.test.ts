/** Streams that have begun: nobody takes a broken one for whole, and nobody reads on for a client that left. */
import { createServer } from "node:http";
import {
  connect as connect2,
  createServer as createServer2,
  type Http2ServerResponse,
} from "node:http2";
import { type AddressInfo, connect } from "node:net";
import { Readable } from "node:stream";
import { getRequestListener } from "@hono/node-server";
import fastify from "fastify";
import { Hono } from "hono";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { fastifyErrors } from "../../src/adapters/fastify.js";
import { fetchErrors } from "../../src/adapters/fetch.js";
import { honoErrors } from "../../src/adapters/hono.js";
import { nodeErrors } from "../../src/adapters/node.js";
import { notFound } from "../../src/image-hosting/index.js";
import { flat } from "../../src/image-hosting/wire.js";
import { eventOf } from "../../src/server/server-sent-event.js";
import { send } from "./send.js";
import { reports, type Service, settings } from "./service.js";
import { listen } from "./services/listen.js";

let left: string[] = [];
const first = new TextEncoder().encode("data: 1\n\n");

/** Says something, and then fails or waits for ever. */
function webStream(fails: boolean): ReadableStream<Uint8Array> {
  let isFirst = true;
  return new ReadableStream({
    async pull(controller) {
      if (isFirst) controller.enqueue(first);
      else await new Promise((done) => setTimeout(done, fails ? 20 : 10_000));
      if (!isFirst && fails) throw new Error("hunter2");
      isFirst = false;
    },
    cancel: () => void left.push("cancelled"),
  });
}

function nodeStream(fails: boolean): Readable {
  let isFirst = true;
  return new Readable({
    read() {
      if (isFirst) this.push(first);
      else if (fails) setTimeout(() => this.destroy(new Error("hunter2")), 20);
      isFirst = false;
    },
    destroy(thrown, done) {
      left.push("cancelled");
      done(thrown);
    },
  });
}

const headersFor = (path: string) => ({
  "Content-Type": "text/event-stream; charset=utf-8",
  ...(path.startsWith("/packed") && { "Content-Encoding": "gzip" }),
});
const paths = ["/waits", "/fails", "/packed-fails"];

function startFetch(): Promise<Service> {
  const handler = fetchErrors(settings).handle(async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    return new Response(webStream(pathname.endsWith("fails")), { headers: headersFor(pathname) });
  });
  const listener = getRequestListener(handler as (request: Request) => Promise<Response>);
  return listen(createServer(listener), () => {});
}

function startHono(): Promise<Service> {
  const app = honoErrors(settings).install(new Hono());
  for (const path of paths)
    app.get(path, (context) =>
      context.body(webStream(path.endsWith("fails")), 200, headersFor(path)),
    );
  return listen(createServer(getRequestListener(app.fetch)), () => {});
}

async function startFastify(streamOf: (path: string) => unknown): Promise<Service> {
  const app = fastifyErrors(settings).install(fastify());
  for (const path of paths)
    app.get(path, (_, reply) => {
      const sent = streamOf(path);
      return (sent instanceof Response ? reply : reply.headers(headersFor(path))).send(sent);
    });
  await app.ready();
  return listen(app.server, () => {});
}

const services = {
  fetch: startFetch,
  hono: startHono,
  "fastify with a stream of Node": () => startFastify((path) => nodeStream(path.endsWith("fails"))),
  "fastify with a stream of the web": () =>
    startFastify((path) => webStream(path.endsWith("fails"))),
  "fastify with a Response": () =>
    startFastify(
      (path) => new Response(webStream(path.endsWith("fails")), { headers: headersFor(path) }),
    ),
};

describe.each(Object.entries(services))("events, %s", (_, start) => {
  let service: Service;
  beforeAll(async () => {
    service = await start();
  });
  afterAll(() => service.close());
  beforeEach(() => {
    left = [];
    reports.length = 0;
  });

  it("end with an event should they fail", async () => {
    const { text, broken } = await send(service.url, { path: "/fails" });
    expect(text).toMatch(/^data: 1\n\n\n\nevent: error\ndata: \{"error":"internal_error".*\n\n$/);
    expect(broken).toBe(false);
    expect(reports).toMatchObject([{ error: { code: "internal_error" } }]);
  });

  it("that are compressed have no text after them", async () => {
    const { text, broken } = await send(service.url, { path: "/packed-fails" });
    expect(text).not.toContain("event: error");
    expect(broken).toBe(true);
  });

  it("are not read on where the client left, which is no failure", async () => {
    const { hostname, port } = new URL(service.url);
    const socket = connect(Number(port), hostname);
    socket.write("GET /waits HTTP/1.1\r\nHost: x\r\n\r\n");
    await new Promise((done) => socket.once("data", done));
    expect(left).toEqual([]);
    socket.destroy();
    await vi.waitFor(() => expect(left).toEqual(["cancelled"]));
    expect(reports).toEqual([]);
  });
});

describe("HTTP/2", () => {
  it.each([
    ["/", 404, '{"error":"not_found"', 0],
    ["/events", 200, 'data: 1\n\n\n\nevent: error\ndata: {"error":"not_found"', 0],
    ["/stream", 200, "data: 1\n\n", 2],
  ])("%s", async (path, status, begin, code) => {
    const server = createServer2(
      nodeErrors(settings).handle(async ({ url }, response: Http2ServerResponse) => {
        if (url !== "/") {
          const type = url === "/events" ? "text/event-stream" : "text/plain";
          response.writeHead(200, { "content-type": type });
          response.write(first);
        }
        throw notFound();
      }),
    );
    await new Promise<void>((done) => server.listen(0, done));
    const client = connect2(`http://localhost:${(server.address() as AddressInfo).port}`);
    const stream = client.request({ ":path": path });
    let [got, text] = [0, ""];
    stream.on("response", (headers) => {
      got = Number(headers[":status"]);
    });
    stream.on("data", (chunk) => {
      text += chunk;
    });
    stream.on("error", () => {});
    await new Promise<void>((done) => stream.once("close", done));
    client.close();
    server.close();
    expect([got, stream.rstCode]).toEqual([status, code]);
    expect(text.slice(0, begin.length)).toBe(begin);
  });
});

describe("an event of an error", () => {
  it("is that of the format where this makes events", () => {
    const headers = { "Content-Type": "text/event-stream" };
    const event = eventOf({ status: 404, headers, body: 'data: {"error":"not_found"}\n\n' });
    expect(event).toBe('\n\nevent: error\ndata: {"error":"not_found"}\n\n');
  });
});

describe("an answer of 205", () => {
  it("has no body", () => {
    const upstream = flat.decode({ status: 205, body: { error: "not_found", message: "Gone." } });
    const errors = fetchErrors({ ...settings, passThrough: true });
    const response = errors.answer(upstream, new Request("https://api.example.com/")) as Response;
    expect([response.status, response.body]).toEqual([205, null]);
  });
});
