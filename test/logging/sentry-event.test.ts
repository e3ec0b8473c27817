import type { ErrorEvent, EventHint } from "@sentry/core";
import { describe, expect, it } from "vitest";
import { quotaExceeded } from "../../src/image-hosting/index.js";
import { imgPro } from "../../src/image-hosting/wire.js";
import { sentryEvent, toLog } from "../../src/logging/index.js";
import { catalogErrorOf } from "../support/canaries.js";
import { sentEvent } from "./log-forms.js";

const url = "https://img.example/?sig=s3cr3t";
const make = (cause?: unknown) =>
  quotaExceeded(
    {
      action: { type: "upgrade", url, label: "Up" },
      usage: { plan: "free", uploads_used: 1, uploads_limit: 1 },
    },
    { cause },
  );

describe("an event of Sentry", () => {
  it("is one issue for each code, with code, catalog and status as tags and the fields as a context", async () => {
    const error = make();
    const { fingerprint, tags, contexts } = await sentEvent(error);
    expect(fingerprint).toEqual(["image-hosting", "quota_exceeded"]);
    expect(tags).toEqual({
      "error.catalog": "image-hosting",
      "error.code": "quota_exceeded",
      "error.status": 403,
    });
    expect(contexts?.error).toEqual(toLog(error, { stack: false, cause: false }));
    expect(contexts).not.toHaveProperty("quota_exceeded");
  });

  it("of an unrecognized error goes by the code as it came, else by the status", () => {
    const of = (body: unknown) =>
      sentryEvent({}, { originalException: imgPro.decode({ status: 418, body }) });
    expect(of({ error: "teapot" })).toMatchObject({ fingerprint: ["unrecognized", "teapot"] });
    expect(of("")).toMatchObject({
      fingerprint: ["unrecognized", "418"],
      tags: { "error.code": "unrecognized", "error.status": 418 },
    });
  });

  it("has the place of the call as its last frame", async () => {
    const frames = (await sentEvent(make())).exception?.values?.[0]?.stacktrace?.frames;
    expect(frames?.at(-1)).toMatchObject({ function: "make", in_app: true });
    expect(frames?.at(-1)?.filename).toContain("sentry-event.test");
  });

  it("shows a secret where nothing is done about it, and else not", async () => {
    const extra = { seen: `${url}#top`, list: [url, { error: make() }] };
    expect(JSON.stringify(await sentEvent(make(), { raw: true, extra }))).toContain("s3cr3t");
    const sent = await sentEvent(make(), { extra });
    expect(JSON.stringify(sent)).not.toContain("s3cr3t");
    expect(sent.extra?.seen).toBe("[redacted]#top");
  });

  it("has no secret and no internal field of a cause either", async () => {
    const cause = catalogErrorOf({ secret: "of-the-cause", internal: "inside-the-cause" });
    const extra = { vars: { shard: "inside-the-cause", token: "of-the-cause" } };
    const text = JSON.stringify(await sentEvent(new Error("outer", { cause }), { extra }));
    expect(text).toContain("link_old");
    expect(text).not.toMatch(/of-the-cause|inside-the-cause/);
  });

  it("of a foreign error keeps its own grouping, and has no credential in what it says", async () => {
    const sent = await sentEvent(new TypeError("connect pg://u:hunter2@db"));
    expect(sent.fingerprint).toBeUndefined();
    expect(sent.exception?.values?.[0]?.value).toBe("connect pg://[redacted]@db");
  });

  it("keeps a fingerprint and tags that it has", () => {
    const event = { fingerprint: ["mine"], tags: { plan: "free", "error.code": "mine" } };
    expect(sentryEvent(event, { originalException: make() })).toMatchObject({
      fingerprint: ["mine"],
      tags: { plan: "free", "error.code": "mine", "error.status": 403 },
    });
  });

  it("is sent whatever it holds, without what could not be looked through", () => {
    const event = {
      message: "x",
      level: "error",
      get contexts(): object {
        throw new Error("never");
      },
    };
    expect(() => sentryEvent(event, { originalException: make() })).not.toThrow();
    const internal = Array.from({ length: 1000 }, (_, index) => `internal-${index}`);
    const many = catalogErrorOf({ secret: "a-secret", internal: internal as never });
    const filled = { level: "error", extra: { token: "a-secret" } };
    expect(sentryEvent(filled, { originalException: many })).toEqual({ level: "error" });
    expect(sentryEvent({ level: "error" })).toEqual({ level: "error" });
  });

  it("fits the type of beforeSend", () => {
    const beforeSend: (event: ErrorEvent, hint: EventHint) => ErrorEvent = sentryEvent;
    expect(beforeSend).toBe(sentryEvent);
  });
});
