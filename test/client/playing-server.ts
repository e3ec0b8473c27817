/** A server that plays answers over real sockets, also those that no good server gives. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll } from "vitest";

/** An answer to play. */
export interface Played {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** What has come in. */
export interface Request {
  readonly method: string;
  readonly body: string;
}

/** A server at work. */
export interface Playing {
  /** The address of a path. */
  at(path: string): string;
  /** Plays these answers one after the other; the last again and again. @returns their address. */
  play(...answers: readonly Played[]): string;
  /** What has come in at an address of `play`. */
  requests(address: string): readonly Request[];
}

const notFound = JSON.stringify({ error: "not_found", message: "Media not found" });
const json = { "content-type": "application/json" };

const paths: Readonly<
  Record<string, (response: ServerResponse, request: IncomingMessage) => void>
> = {
  "/good": (response) => response.writeHead(200, json).end('{"good":true}'),
  "/page": (response) => response.writeHead(200, { "content-type": "text/html" }).end("<p>"),
  "/empty": (response) => response.writeHead(503).end(),
  "/proxy": (response) =>
    response
      .writeHead(502, { "content-type": "text/html" })
      .end("<html><h1>502 Bad Gateway</h1><hr>nginx/1.25.3</html>"),
  "/gzip": (response) =>
    response.writeHead(404, { ...json, "content-encoding": "gzip" }).end(gzipSync(notFound)),
  "/truncated": (response) => {
    response.writeHead(404, { ...json, "content-length": "1000" });
    response.write(notFound.slice(0, 20));
    setTimeout(() => response.destroy(), 20);
  },
  "/whole-but-truncated": (response) => {
    response.writeHead(404, { ...json, "content-length": "1000" });
    response.write(notFound);
    setTimeout(() => response.destroy(), 20);
  },
  "/silent": () => {},
  "/silent-body": (response) => {
    response.writeHead(404, json);
    response.write(notFound.slice(0, 20));
  },
  "/cut": (response) => response.destroy(),
  "/to-good": (response) => response.writeHead(302, { location: "/good" }).end(),
  "/to-error": (response) => response.writeHead(302, { location: "/gzip" }).end(),
  "/stream": (response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write("data: one\n\n");
  },
};

/** Starts the server before the tests of a file, and stops it after them. */
export function playing(): Playing {
  const answers = new Map<string, readonly Played[]>();
  const seen = new Map<string, Request[]>();
  const server = createServer((request, response) => {
    const { url = "", method = "" } = request;
    const path = paths[url];
    if (path !== undefined) return path(response, request);
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      const requests = seen.get(url) ?? [];
      requests.push({ method, body });
      const all = answers.get(url) ?? [];
      const answer = all[requests.length - 1] ?? all.at(-1) ?? { status: 204 };
      const { status, headers = json, body: sent } = answer;
      const isRaw = sent === undefined || typeof sent === "string" || sent instanceof Uint8Array;
      const written = isRaw ? (sent ?? "") : JSON.stringify(sent);
      const length = { "content-length": String(Buffer.byteLength(written)) };
      response.writeHead(status, { ...headers, ...length }).end(written);
    });
  });
  let origin = "";
  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    at: (path) => origin + path,
    play: (...given) => {
      const path = `/played/${answers.size}`;
      answers.set(path, given);
      seen.set(path, []);
      return origin + path;
    },
    requests: (address) => seen.get(address.slice(origin.length)) ?? [],
  };
}
