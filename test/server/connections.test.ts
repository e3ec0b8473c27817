import { connect } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { send } from "./send.js";
import { reports, type Service } from "./service.js";
import { services } from "./services/all.js";

describe.each(Object.keys(services))("%s", (adapter) => {
  let service: Service;
  beforeAll(async () => {
    service = await (services[adapter] as () => Promise<Service>)();
  });
  afterAll(() => service.close());
  beforeEach(() => {
    reports.length = 0;
  });

  /** Writes to a socket, reads what comes within some time, and hangs up. `next` is written after a first answer. */
  function speak(text: string, patience: number, next?: string): Promise<string> {
    return new Promise((resolve) => {
      const { hostname, port } = new URL(service.url);
      let heard = "";
      const socket = connect(Number(port), hostname, () => socket.write(text));
      if (next) socket.once("data", () => socket.write(next));
      socket.on("data", (chunk) => {
        heard += chunk;
      });
      socket.on("close", () => resolve(heard));
      socket.on("error", () => {});
      setTimeout(() => socket.destroy(), patience);
    });
  }

  it("answers nobody where the client left before the answer, and reports the fault", async () => {
    await speak("GET /wait/plain_error HTTP/1.1\r\nHost: x\r\n\r\n", 50);
    await vi.waitFor(() => expect(reports).toHaveLength(1));
    expect(reports[0]).toMatchObject({ error: { code: "internal_error" }, answer: undefined });
    expect(await send(service.url, { path: "/ok" })).toMatchObject({ status: 200 });
  });

  it("goes on where the client left in the middle of the answer", async () => {
    const heard = await speak("GET /events HTTP/1.1\r\nHost: x\r\n\r\n", 30);
    expect(heard).toContain("200");
    expect(await send(service.url, { path: "/ok" })).toMatchObject({ status: 200 });
  });

  it("goes on where the client left in the middle of its body", async () => {
    const head = "POST /json HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    await speak(`${head}Content-Length: 100\r\n\r\n{"a":`, 50);
    expect(await send(service.url, { path: "/ok" })).toMatchObject({ status: 200 });
    for (const { error } of reports) expect(error.code).toBe("client_closed_request");
  });

  it("answers to what is no HTTP", async () => {
    const heard = await speak("NONSENSE\r\n\r\n", 200);
    expect(heard).toMatch(/^HTTP\/1\.1 400 \r\n/);
    expect(heard).toContain('{"error":"bad_request"');
  });

  it("answers to what is no HTTP after a good request on the same connection", async () => {
    const heard = await speak("GET /ok HTTP/1.1\r\nHost: x\r\n\r\n", 300, "NONSENSE\r\n\r\n");
    expect(heard).toMatch(/^HTTP\/1\.1 200 .*HTTP\/1\.1 400 \r\n.*"error":"bad_request"/s);
  });

  it("answers to a body that stalls after a good request on the same connection", async () => {
    const head = "POST /json HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    const heard = await speak(
      "GET /ok HTTP/1.1\r\nHost: x\r\n\r\n",
      2000,
      `${head}Content-Length: 100\r\n\r\n{"a":`,
    );
    expect(heard).toMatch(/^HTTP\/1\.1 200 .*HTTP\/1\.1 504 \r\n.*"error":"gateway_timeout"/s);
  });

  it("answers to headers that are too large", async () => {
    const heard = await speak(
      `GET /ok HTTP/1.1\r\nHost: x\r\nX: ${"x".repeat(20_000)}\r\n\r\n`,
      300,
    );
    expect(heard).toMatch(/^HTTP\/1\.1 400 \r\n/);
    expect(reports.map(({ issues }) => issues)).toContainEqual([
      "the catalog has no code for status 431, so bad_request answers",
    ]);
  });

  it("mixes up nothing of requests at the same time", async () => {
    const names = Array.from({ length: 100 }, (_, index) => String(index));
    const answers = await Promise.all(
      names.map((name) => send(service.url, { path: `/many/${name}` })),
    );
    expect(answers.map(({ text }) => JSON.parse(text).request_id)).toEqual(
      names.map((name) => `req_${name}`),
    );
    expect(reports).toHaveLength(100);
  });
});
