/** What pino and winston write of errors, with what we give them. */
import type { LoggerOptions } from "pino";
import { describe, expect, it } from "vitest";
import winston from "winston";
import { quotaExceeded } from "../../src/image-hosting/index.js";
import { errSerializer, pinoErrors, toLog, winstonErrors } from "../../src/logging/index.js";
import { pinoLines, winstonLines } from "./log-forms.js";

const make = () =>
  quotaExceeded(
    {
      action: { type: "upgrade", url: "https://img.example/?sig=s3cr3t", label: "Up" },
      usage: { plan: "free", uploads_used: 1, uploads_limit: 1 },
    },
    { cause: new Error("connect pg://u:hunter2@db") },
  );

const parsed = (lines: string) =>
  lines
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe("pino", () => {
  it("writes what toLog gives, with the serializer alone", () => {
    const error = make();
    const options: LoggerOptions = { serializers: { err: errSerializer } };
    const [line] = parsed(pinoLines(options, (log) => log.error({ err: error, plan: 1 }, "no")));
    expect(line).toMatchObject({ err: toLog(error), plan: 1, msg: "no" });
  });

  it("writes errors under every name so, with pinoErrors", () => {
    const error = make();
    const lines = parsed(
      pinoLines(pinoErrors({ stack: false }), (log) => {
        log.error(error);
        log.error({ other: error, several: [error, 1], plan: "free" }, "see pg://u:hunter2@db");
        log.error({ err: "a text" });
        log.info({ plan: "free" }, "no error\nat all");
        log.child({ err: error }).warn("child");
      }),
    );
    const logged = toLog(error, { stack: false });
    expect(lines).toMatchObject([
      { err: logged, msg: error.message },
      { other: logged, several: [logged, 1], plan: "free", msg: "see pg://[redacted]@db" },
      { err: { type: "string", message: "a text" } },
      { plan: "free", msg: "no error\nat all" },
      { err: logged, msg: "child" },
    ]);
    expect(lines[3]).not.toHaveProperty("err");
    expect(JSON.stringify(lines)).not.toMatch(/s3cr3t|hunter2/);
  });
});

describe("winston", () => {
  const { combine, json, splat, simple } = winston.format;
  const logged = toLog(make(), { stack: false });
  const log = async (call: (logger: winston.Logger) => void) =>
    parsed(await winstonLines(combine(winstonErrors({ stack: false }), splat(), json()), call))[0];

  it.each<[string, (logger: winston.Logger) => void, object]>([
    [
      "a text and the error",
      (logger) => logger.error("Upload failed", make()),
      { message: "Upload failed", err: logged, service: "depot", level: "error" },
    ],
    [
      "a text and a record",
      (logger) => logger.error("Upload failed", { err: make(), plan: "free" }),
      { message: "Upload failed", err: logged, plan: "free", service: "depot", level: "error" },
    ],
    [
      "the error alone",
      (logger) => logger.error(make()),
      { message: logged.message, err: logged, level: "error" },
    ],
    [
      "the error as the message",
      (logger) => logger.error({ message: make(), plan: "free" }),
      { message: logged.message, err: logged, plan: "free", service: "depot", level: "error" },
    ],
    [
      "a text that takes another into itself",
      (logger) => logger.error("no: %s", "that", { plan: "free" }),
      { message: "no: that", plan: "free", service: "depot", level: "error" },
    ],
    [
      "a text that takes errors into itself",
      (logger) => logger.error("no: %s", new Error("pg://u:hunter2@db"), make()),
      { message: "no: Error: pg://[redacted]@db", err: logged, service: "depot", level: "error" },
    ],
    [
      "a text, the error and a record",
      (logger) => logger.error("Upload failed", make(), { plan: "free" }),
      { message: "Upload failed", err: logged, plan: "free", service: "depot", level: "error" },
    ],
    [
      "no error",
      (logger) => logger.info("see pg://u:hunter2@db", { plan: "free" }),
      { message: "see pg://[redacted]@db", plan: "free", service: "depot", level: "info" },
    ],
  ])("writes %s", async (_, call, record) => {
    expect(await log(call)).toEqual(record);
  });

  it("writes a child's error without credentials", async () => {
    const line = await log((logger) =>
      logger.child({ request: 5 }).error(new Error("connect pg://u:hunter2@db")),
    );
    expect(line).toMatchObject({ message: "connect pg://[redacted]@db", request: 5 });
    expect(JSON.stringify(line)).not.toContain("hunter2");
  });

  it("writes a text for people too", async () => {
    const text = await winstonLines(combine(winstonErrors(), simple()), (logger) => {
      logger.error("Upload failed", make());
    });
    expect(text).toMatch(/^error: Upload failed \{"err":\{/);
  });

  it("takes the format by its types", () => {
    const format: winston.Logform.Format = winstonErrors();
    expect(
      winston.createLogger({ format: winston.format.combine(format), silent: true }),
    ).toBeDefined();
  });
});
