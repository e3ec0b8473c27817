/** Every form in which errors go into logs and telemetry, written by the real loggers. */
import { Writable } from "node:stream";
import { SpanKind } from "@opentelemetry/api";
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";
import {
  createStackParser,
  createTransport,
  type Event,
  extraErrorDataIntegration,
  linkedErrorsIntegration,
  nodeStackLineParser,
  Scope,
  ServerRuntimeClient,
} from "@sentry/core/server";
import { type LoggerOptions, pino } from "pino";
import winston from "winston";
import {
  errSerializer,
  logLine,
  pinoErrors,
  sentryEvent,
  toLog,
  winstonErrors,
} from "../../src/logging/index.js";
import { errorCounter, recordError } from "../../src/otel/index.js";
import type { CatalogError } from "../../src/runtime/index.js";
import { format, isCatalogError } from "../../src/runtime/index.js";
import type { CanaryKind } from "../support/canaries.js";

/** The lines that pino writes. */
export function pinoLines(options: LoggerOptions, log: (logger: pino.Logger) => void): string {
  const lines: string[] = [];
  log(pino(options, { write: (line: string) => lines.push(line) }));
  return lines.join("");
}

/** The lines that winston writes. */
export async function winstonLines(
  format: winston.Logform.Format,
  log: (logger: winston.Logger) => void,
): Promise<string> {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk, _, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const transports = [new winston.transports.Stream({ stream })];
  const logger = winston.createLogger({ format, transports, defaultMeta: { service: "depot" } });
  log(logger);
  await new Promise<void>((done) => {
    logger.on("finish", () => setImmediate(done));
    logger.end();
  });
  return lines.join("");
}

/** The event that Sentry would send, with the integrations that collect the most. */
export async function sentEvent(
  thrown: unknown,
  options: { readonly raw?: boolean; readonly extra?: Record<string, unknown> } = {},
): Promise<Event> {
  let sent: Event | undefined;
  const client = new ServerRuntimeClient({
    dsn: "https://key@sentry.example/1",
    integrations: [extraErrorDataIntegration({ depth: 9 }), linkedErrorsIntegration()],
    stackParser: createStackParser(nodeStackLineParser()),
    normalizeDepth: 9,
    transport: (options) =>
      createTransport(options, async ({ body }) => {
        const [, , text = ""] = String(body).split("\n");
        sent = JSON.parse(text) as Event;
        return { statusCode: 200 };
      }),
    ...(options.raw !== true && { beforeSend: sentryEvent }),
  });
  client.init();
  const scope = new Scope();
  scope.setClient(client);
  scope.setExtras(options.extra ?? {});
  scope.captureException(thrown);
  await client.flush(2000);
  if (sent === undefined) throw new Error("Nothing was sent.");
  return sent;
}

/** A span of a kind that ended with the error: all that an exporter gets of it, and what was counted. */
export function spanOf(thrown: unknown, kind: SpanKind, status?: number) {
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({
    spanProcessors: [new SimpleSpanProcessor(exporter)],
  });
  const counted: unknown[] = [];
  const counter = errorCounter({
    createCounter: (name, options) => ({
      add: (value, attributes) => counted.push({ name, options, value, attributes }),
    }),
  });
  const span = provider.getTracer("tests").startSpan("upload", { kind });
  recordError(span, thrown, { counter, ...(status !== undefined && { status }) });
  span.end();
  const [ended] = exporter.getFinishedSpans();
  if (ended === undefined) throw new Error("No span has ended.");
  return { attributes: ended.attributes, status: ended.status, events: ended.events, counted };
}

/** A form, and what kinds of canaries may be in it: as a table of docs/logging.md says it. */
export interface LogForm {
  readonly name: string;
  readonly allowed: readonly CanaryKind[];
  readonly write: (thrown: unknown) => string | Promise<string>;
}

const inLogs: readonly CanaryKind[] = ["frame", "foreign"];
const { combine, json, errors, splat } = winston.format;

/** All forms. */
export const logForms: readonly LogForm[] = [
  {
    name: "format",
    allowed: [],
    write: (thrown) => (isCatalogError(thrown) ? format(thrown as CatalogError) : ""),
  },
  { name: "toLog", allowed: inLogs, write: (thrown) => JSON.stringify(toLog(thrown)) },
  {
    name: "toLog with internal: true",
    allowed: [...inLogs, "internal"],
    write: (thrown) => JSON.stringify(toLog(thrown, { internal: true })),
  },
  {
    name: "toLog with stack: false, cause: false",
    allowed: ["foreign"],
    write: (thrown) => JSON.stringify(toLog(thrown, { stack: false, cause: false })),
  },
  { name: "logLine", allowed: inLogs, write: (thrown) => logLine(thrown) },
  {
    name: "pino with errSerializer",
    allowed: inLogs,
    write: (thrown) =>
      pinoLines({ serializers: { err: errSerializer } }, (log) => {
        log.error({ err: thrown }, "failed");
        log.child({ err: thrown }).error("failed");
      }),
  },
  {
    name: "pino with pinoErrors()",
    allowed: inLogs,
    write: (thrown) =>
      pinoLines(pinoErrors(), (log) => {
        log.error({ err: thrown });
        if (!(thrown instanceof Error)) return;
        log.error(thrown);
        log.error({ other: thrown, several: [thrown] });
        log.child({ err: thrown }).error("failed");
      }),
  },
  ...[
    { name: "json()", after: json() },
    {
      name: "errors(), splat() and json()",
      after: combine(errors({ stack: true, cause: true }), splat(), json()),
    },
  ].map(({ name, after }) => ({
    name: `winston with winstonErrors() and ${name}`,
    allowed: inLogs,
    write: (thrown: unknown) =>
      winstonLines(combine(winstonErrors(), after), (log) => {
        log.error("failed", thrown instanceof Error ? thrown : { err: errSerializer(thrown) });
        if (!(thrown instanceof Error)) return;
        log.error("failed", { err: thrown, other: thrown });
        log.error({ message: thrown });
        log.error(thrown);
      }),
  })),
  ...[SpanKind.SERVER, SpanKind.CLIENT, SpanKind.INTERNAL].map((kind) => ({
    name: `recordError and the counter, on a span of kind ${SpanKind[kind]}`,
    allowed: [],
    write: (thrown: unknown) => JSON.stringify(spanOf(thrown, kind)),
  })),
  {
    name: "Sentry with sentryEvent",
    // What its own integrations collect of foreign errors and objects is its business.
    allowed: [...inLogs, "member"],
    write: async (thrown) => JSON.stringify(await sentEvent(thrown, { extra: { thrown } })),
  },
];
