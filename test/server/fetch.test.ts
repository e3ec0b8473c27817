import { afterEach, describe, expect, it } from "vitest";
import { fetchErrors } from "../../src/adapters/fetch.js";
import { notFound } from "../../src/image-hosting/index.js";
import { reports, settings } from "./service.js";

const errors = fetchErrors(settings);
const request = new Request("https://api.example.com/images/7?token=x");

function answer(thrown: unknown): Promise<Response> {
  return errors.handle(() => {
    throw thrown;
  })(request);
}

describe("a handler from Request to Response", () => {
  afterEach(() => {
    reports.length = 0;
  });

  it("gets what its framework passes besides", async () => {
    const handler = errors.handle(async (_: Request, { id }: { id: string }) => new Response(id));
    expect(await (await handler(request, { id: "7" })).text()).toBe("7");
  });

  it("may throw a Response, which is no failure", async () => {
    const response = new Response("moved", { status: 303, headers: { Location: "/" } });
    expect(await answer(response)).toBe(response);
    expect(reports).toEqual([]);
  });

  it.each([
    { digest: "NEXT_REDIRECT;replace;/login;307;" },
    { digest: "NEXT_HTTP_ERROR_FALLBACK;404" },
    { status: 302, location: "/login" },
  ])("may throw what steers its framework: %o", async (steering) => {
    await expect(answer(steering)).rejects.toBe(steering);
    expect(reports).toEqual([]);
  });

  it("answers to a client that is gone with nothing, and says so in the report", async () => {
    const gone = new AbortController();
    const asked = new Request(request, { signal: gone.signal });
    const handler = errors.handle((): Response => {
      gone.abort();
      throw asked.signal.reason;
    });
    const response = await handler(asked);
    expect(await response.text()).toBe("");
    expect(reports.map(({ error, answer: sent }) => [error.code, sent])).toEqual([
      ["client_closed_request", undefined],
    ]);
  });

  it("reports a fault that has nothing to do with the client's leaving as what it is", async () => {
    const gone = new AbortController();
    const asked = new Request(request, { signal: gone.signal });
    gone.abort();
    await errors.handle((): Response => {
      throw new Error("out of disk");
    })(asked);
    expect(reports.map(({ error }) => error.code)).toEqual(["internal_error"]);
    expect(reports[0]?.thrown).toMatchObject({ message: "out of disk" });
  });

  it("hears what a promise that was thrown is rejected with", async () => {
    const reason = new Error("later");
    await answer(Promise.reject(reason));
    await new Promise((done) => setTimeout(done));
    expect(reports.map(({ thrown, issues }) => [thrown === reason, issues])).toEqual([
      [false, []],
      [true, ["a promise was thrown"]],
    ]);
  });

  it("answers though its request cannot be read", async () => {
    const broken = {
      method: "GET",
      url: "/",
      headers: {
        get: () => {
          throw new Error("no headers");
        },
      },
    };
    const response = errors.answer(notFound(), broken) as Response;
    expect(response.status).toBe(404);
    expect(reports[0]?.issues).toEqual(["the request could not be read"]);
  });
});
