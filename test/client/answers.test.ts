/** One table for all clients: what a server does, and what becomes of it. */
import { describe, expect, it } from "vitest";
import { type Failure, isFailure } from "../../src/client/index.js";
import * as vendors from "../../src/image-hosting/wire.js";
import { retryDelay } from "../../src/runtime/index.js";
import { shippedExamples } from "../shipped-catalog.js";
import { type Asked, type Client, clients } from "./clients.js";
import { playing } from "./playing-server.js";

const { imgPro } = vendors;
const server = playing();

async function failureOf(client: Client, address: string, asked?: Asked): Promise<Failure> {
  const failed = await client(imgPro, address, asked).then(
    (status) => status,
    (thrown: unknown) => thrown,
  );
  if (!isFailure(failed, imgPro)) throw new Error(`No failure: ${failed}`, { cause: failed });
  return failed as Failure;
}

interface Row {
  readonly path: string;
  readonly kind: Failure["kind"];
  readonly code?: string;
  readonly status?: number;
}

const rows: Readonly<Record<string, Row>> = {
  "the page of a proxy": { path: "/proxy", kind: "answer", code: "unrecognized", status: 502 },
  "no body": { path: "/empty", kind: "answer", code: "unrecognized", status: 503 },
  "a body that is compressed": { path: "/gzip", kind: "answer", code: "not_found", status: 404 },
  "a redirect to an error": { path: "/to-error", kind: "answer", code: "not_found", status: 404 },
  "a connection that is cut": { path: "/cut", kind: "network" },
};

describe.each(Object.entries(clients))("%s", (name, client) => {
  it.each(Object.entries(rows))(
    "tells of %s what it is",
    async (_, { path, kind, code, status }) => {
      const failure = await failureOf(client, server.at(path));
      expect({
        kind: failure.kind,
        code: failure.error?.code,
        status: failure.error?.status,
        inferred: failure.error?.inferred,
      }).toEqual({ kind, code, status, inferred: undefined });
    },
  );

  it("does not pass off what broke off as an answer", async () => {
    const failure = await failureOf(client, server.at("/truncated"));
    // ky 2 has read the body, and does not say what became of it.
    if (name === "ky")
      expect(failure).toMatchObject({
        kind: "answer",
        error: {
          code: "unrecognized",
          issues: [{ message: "the body was read before", path: [] }],
        },
      });
    else expect(failure).toMatchObject({ kind: "network", error: undefined });
  });

  it("knows a request that was aborted before", async () => {
    const failure = await failureOf(client, server.at("/good"), { signal: AbortSignal.abort() });
    expect(failure.kind).toBe("aborted");
  });

  it.each(["/silent", "/silent-body"])(
    "knows a request that is aborted during %s",
    async (path) => {
      const controller = new AbortController();
      setTimeout(() => controller.abort(), 50);
      const { signal } = controller;
      const failure = await failureOf(client, server.at(path), { signal });
      // ky 2 gives up reading without a word.
      if (name === "ky" && path === "/silent-body") expect(failure.error?.inferred).toBeUndefined();
      else expect(failure.kind).toBe("aborted");
    },
  );

  it("knows an answer that takes too long", async () => {
    const failure = await failureOf(client, server.at("/silent"), { timeout: 50 });
    expect(failure.kind).toBe("timeout");
    expect(failure.cause).toBeDefined();
  });

  it("knows a host that does not exist", async () => {
    const failure = await failureOf(client, "http://nowhere.invalid/");
    expect(failure).toMatchObject({ kind: "network", error: undefined });
  });

  it.each(["/good", "/to-good", "/stream"])("gives good answers as they are: %s", async (path) => {
    // What waits for the end of an endless stream is not for streams.
    if (path === "/stream" && /axios$|by fetch|ofetch/.test(name)) return;
    expect(await client(imgPro, server.at(path))).toBe(200);
  });
});

const { imagebin, imagizer, pinarkive, picora } = vendors;

describe.each(Object.entries({ imagebin, imgPro, imagizer, pinarkive, picora }))(
  "the documented answers of %s",
  (_, format) => {
    const examples = shippedExamples
      .map(({ create }) => format.encode(create() as never))
      .map((answer) => ({ answer, want: format.decode(answer) }))
      .filter(({ want }) => want.code !== "unrecognized");
    const answers = [...new Map(examples.map((each) => [each.want.code, each])).values()];

    it.each(Object.entries(clients))("are what they are to %s", async (_, client) => {
      for (const { answer, want } of answers) {
        const address = server.play(answer as never);
        const failure = await client(format, address).catch((thrown: unknown) => thrown);
        if (!isFailure(failure, format)) throw failure;
        const { received, ...told } = failure.error?.toJSON() ?? {};
        const { received: before, ...wanted } = want.toJSON();
        expect(told).toEqual(wanted);
        expect(received?.status).toBe(before?.status);
        expect(failure.error && retryDelay(failure.error)).toBe(retryDelay(want));
      }
      expect(answers.length).toBeGreaterThan(5);
    });
  },
);
