/** The code of docs/integrations.md, over sockets. */
import { readFileSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, describe, expect, it } from "vitest";
import type { CatalogError } from "../../src/runtime/index.js";
import { root } from "../shipped-catalog.js";
import { fencesOf } from "./fences.js";
import { runSnippet } from "./run-snippet.js";

const page = readFileSync(`${root}docs/integrations.md`, "utf8");

/** The code under a heading. */
function codeOf(heading: string): string {
  const [, section = ""] = page.split(`\n## ${heading}\n`);
  return fencesOf(section)[0]?.code ?? "";
}

const servers: Server[] = [];
afterAll(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function addressOf(server: Server): Promise<string> {
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

type ErrorIn = (value: unknown) => CatalogError;

/** What nobody outside may read. */
const inside = /hunter2|TypeError|\\n +at |node_modules|postgres/;

describe("tRPC", async () => {
  const { server, errorIn } = (await runSnippet(codeOf("tRPC"))) as never as {
    readonly server: Server;
    readonly errorIn: ErrorIn;
  };
  const address = addressOf(server);
  const ask = async (path: string, init?: RequestInit) => {
    const headers = { "content-type": "application/json" };
    const response = await fetch(`${await address}/${path}`, { headers, ...init });
    const text = await response.text();
    const { error } = JSON.parse(text);
    return { response, text, message: error.message, error: errorIn(error.data) };
  };

  it.each([
    ["an error of the catalog", "upload", { method: "POST", body: '"a"' }, 429, "rate_limited"],
    ["whatever else was thrown", "broken", {}, 500, "internal_error"],
    ["an unknown procedure", "nothing", {}, 404, "not_found"],
    ["input that does not fit", "upload", { method: "POST", body: "5" }, 422, "validation_error"],
    ["another method", "upload", {}, 400, "bad_request"],
    ["a body that is no JSON", "upload", { method: "POST", body: "{" }, 400, "bad_request"],
  ])("answers %s", async (_, path, init, status, code) => {
    const { response, text, message, error } = await ask(path, init);
    expect([response.status, error.status, error.code]).toEqual([status, status, code]);
    expect(error.message).toBe(message);
    expect(text).not.toMatch(inside);
  });

  it("has fields and headers", async () => {
    const { response, error } = await ask("upload", { method: "POST", body: '"a"' });
    expect(error).toMatchObject({ code: "rate_limited", retry_after: 30 });
    expect(response.headers.get("retry-after")).toBe("30");
  });
});

describe("GraphQL", async () => {
  const { server, errorIn } = (await runSnippet(codeOf("GraphQL"))) as never as {
    readonly server: Server;
    readonly errorIn: ErrorIn;
  };
  const address = addressOf(server);
  const ask = async (query: string) => {
    const response = await fetch(`${await address}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query }),
    });
    const text = await response.text();
    return { text, ...JSON.parse(text) };
  };

  it.each([
    ["an error of the catalog", "{ image(id: 1) }", "image", "not_found", 404],
    ["whatever else was thrown", "{ broken }", "broken", "internal_error", 500],
  ])("answers %s", async (_, query, path, code, status) => {
    const { text, errors, data } = await ask(query);
    const error = errorIn(errors[0]);
    expect([error.code, error.status]).toEqual([code, status]);
    expect(errors).toMatchObject([{ message: error.message, path: [path], extensions: { code } }]);
    expect(errors[0].locations).toHaveLength(1);
    expect(data).toEqual({ [path]: null });
    expect(text).not.toMatch(inside);
  });

  it("leaves errors of GraphQL itself as they are", async () => {
    expect((await ask("{ nothing }")).errors[0].message).toMatch(/Cannot query field/);
    expect((await ask("{")).errors[0].message).toMatch(/Syntax Error/);
  });
});

/** A service without generated code: four methods, each with a text as its request and its response. */
const connectService = `
import { createServer as makeServer } from "node:http";
import { create as $create, createFileRegistry } from "@bufbuild/protobuf";
import {
  FileDescriptorProtoSchema, FileDescriptorSetSchema, StringValueSchema, file_google_protobuf_wrappers,
} from "@bufbuild/protobuf/wkt";
import { createClient } from "@connectrpc/connect";
import { connectNodeAdapter, createConnectTransport } from "@connectrpc/connect-node";
import { quotaExceeded, validationError } from "errdex/image-hosting";

const text = ".google.protobuf.StringValue";
const methods = ["Upload", "Broken", "Refused", "List"];
const file = $create(FileDescriptorProtoSchema, {
  name: "images.proto", package: "images", syntax: "proto3",
  dependency: ["google/protobuf/wrappers.proto"],
  service: [{ name: "Images", method: methods.map((name) => (
    { name, inputType: text, outputType: text, serverStreaming: name === "List" })) }],
});
const set = $create(FileDescriptorSetSchema, { file: [file_google_protobuf_wrappers.proto, file] });
const Images = createFileRegistry(set).getService("images.Images");
const usage = { plan: "free", uploads_used: 5, uploads_limit: 5 };
const action = { type: "upgrade", url: "https://img.example/up?sig=x", label: "Up" };
const images = {
  upload: () => { throw quotaExceeded({ action, usage }); },
  broken: () => { throw new TypeError("connect postgres://svc:hunter2@db failed"); },
  refused: () => { throw new ConnectError("not so", Code.OutOfRange); },
  async *list() {
    yield $create(StringValueSchema, { value: "first" });
    throw validationError({ errors: { page: ["Must be a number"] } });
  },
};
export const server = makeServer(connectNodeAdapter({
  routes: (router) => router.service(Images, images),
  interceptors: [catalogErrors],
}));
export const clientOf = (baseUrl) =>
  createClient(Images, createConnectTransport({ baseUrl, httpVersion: "1.1" }));
`;

describe("Connect", async () => {
  const { server, errorIn, clientOf } = (await runSnippet(
    codeOf("Connect"),
    connectService,
  )) as never as {
    readonly server: Server;
    readonly errorIn: ErrorIn;
    readonly clientOf: (url: string) => Record<string, (request: object) => Promise<unknown>>;
  };
  const address = addressOf(server);
  const thrownBy = async (method: string) =>
    clientOf(await address)
      [method]?.({ value: "" })
      .then(() => undefined)
      .catch((thrown: Error & { rawMessage: string; code: number }) => thrown);

  it("answers an error of the catalog, with its fields", async () => {
    const thrown = await thrownBy("upload");
    const error = errorIn(thrown);
    expect(error).toMatchObject({
      code: "quota_exceeded",
      status: 403,
      action: { type: "upgrade", url: "https://img.example/up?sig=x", label: "Up" },
      usage: { plan: "free", uploads_used: 5, uploads_limit: 5 },
    });
    expect(thrown).toMatchObject({ code: 7, rawMessage: error.message });
  });

  it("answers whatever else was thrown", async () => {
    const thrown = await thrownBy("broken");
    expect(errorIn(thrown).code).toBe("internal_error");
    expect(thrown?.code).toBe(13);
    expect(thrown?.message).not.toMatch(inside);
    const response = await fetch(`${await address}/images.Images/Broken`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '""',
    });
    expect(response.status).toBe(500);
    expect(await response.text()).not.toMatch(inside);
  });

  it("leaves errors of Connect itself as they are", async () => {
    const thrown = await thrownBy("refused");
    expect(thrown).toMatchObject({ code: 11, rawMessage: "not so" });
    expect(errorIn(thrown).code).toBe("unrecognized");
  });

  it("answers a stream that fails after it has begun", async () => {
    const received: unknown[] = [];
    let thrown: unknown;
    try {
      const messages = clientOf(await address).list?.({ value: "" });
      for await (const { value } of messages as never as AsyncIterable<{ value: string }>)
        received.push(value);
    } catch (error) {
      thrown = error;
    }
    expect(received).toEqual(["first"]);
    expect(errorIn(thrown)).toMatchObject({
      code: "validation_error",
      errors: { page: ["Must be a number"] },
    });
  });
});

const orpcClient = `
import { createORPCClient } from "@orpc/client";
import { RPCLink } from "@orpc/client/fetch";
export const clientOf = (url) => createORPCClient(new RPCLink({ url }));
`;

describe("oRPC", async () => {
  const { server, errorIn, clientOf } = (await runSnippet(codeOf("oRPC"), orpcClient)) as never as {
    readonly server: Server;
    readonly errorIn: ErrorIn;
    readonly clientOf: (url: string) => Record<string, () => Promise<unknown>>;
  };
  const address = addressOf(server);
  const thrownBy = async (method: string) =>
    clientOf(await address)
      [method]?.()
      .then(() => undefined)
      .catch((thrown: Error & { status: number; code: string }) => thrown);

  it.each([
    ["an error of the catalog", "upload", "rate_limited", 429],
    ["whatever else was thrown", "broken", "internal_error", 500],
  ])("answers %s", async (_, method, code, status) => {
    const thrown = await thrownBy(method);
    const error = errorIn(thrown);
    expect([error.code, error.status]).toEqual([code, status]);
    expect(thrown).toMatchObject({ code, status, message: error.message });
    const response = await fetch(`${await address}/${method}`, { method: "POST", body: "{}" });
    expect(response.status).toBe(status);
    expect(await response.text()).not.toMatch(inside);
  });

  it("has fields", async () => {
    expect(errorIn(await thrownBy("upload"))).toMatchObject({ retry_after: 30 });
  });

  it("answers a procedure that there is not", async () => {
    const response = await fetch(`${await address}/nothing`, { method: "POST", body: "{}" });
    expect([response.status, (await response.json()).error]).toEqual([404, "not_found"]);
  });
});
