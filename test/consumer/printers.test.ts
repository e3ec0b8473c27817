/** What the printers that people use show of an error, as docs/logging.md says it. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, inject, it } from "vitest";
import { root } from "../shipped-catalog.js";

const consumer = inject("consumer");
const file = (name: string) => join(consumer, name);
// Its install script puts the program there; where scripts do not run it is in the package of the platform.
const bun = ["bun/bin/bun.exe", "@oven/bun-linux-x64/bin/bun"]
  .map((path) => join(root, "node_modules", path))
  .find((path) => existsSync(path));

const made = `
import { captureStackTrace, createError, hideFields } from "errdex/generated";
const entry = {
  catalog: "tests", code: "link_old", status: 410,
  fields: ["action", "limit"], secret: [["action", "url"]], hide: hideFields("action", "trace"),
};
export function make() {
  const error = createError(entry, () => "Old.", { cause: new Error("the-cause") });
  error.action = { url: "https://img.example/?sig=the-secret", label: "Go" };
  error.limit = 5;
  error.trace = "the-internal";
  if (error.stack === undefined) captureStackTrace(error, make);
  return error;
}
`;

const script = `
import { Writable } from "node:stream";
import { inspect } from "node:util";
import { createRequire } from "node:module";
import { format } from "errdex";
import { logLine, pinoErrors, sentryEvent, toLog, winstonErrors } from "errdex/logging";
import { recordError } from "errdex/otel";
import { make } from "./printed.mjs";

const require = createRequire(${JSON.stringify(join(root, "package.json"))});
const otel = require("@opentelemetry/sdk-trace-base");
const { extraErrorDataIntegration } = require("@sentry/core");
const pino = require("pino");
const winston = require("winston");

const pinoLine = (...args) => pinoLineWith({}, ...args);
const pinoLineWith = (options, ...args) => {
  const lines = [];
  pino(options, { write: (line) => lines.push(line) }).error(...args);
  return lines.join("");
};
const winstonLine = async (format) => {
  const lines = [];
  const stream = new Writable({ write: (chunk, _, done) => done(lines.push(String(chunk)) && undefined) });
  const log = winston.createLogger({ format, transports: [new winston.transports.Stream({ stream })] });
  log.error(make());
  log.end();
  await new Promise((done) => log.on("finish", () => setImmediate(done)));
  return lines.join("");
};
const exporter = new otel.InMemorySpanExporter();
const provider = new otel.BasicTracerProvider({ spanProcessors: [new otel.SimpleSpanProcessor(exporter)] });
const spanWith = (record) => {
  const span = provider.getTracer("t").startSpan("s");
  record(span);
  span.end();
  const { events, attributes, status } = exporter.getFinishedSpans().at(-1);
  return JSON.stringify({ events, attributes, status });
};
const extended = () =>
  extraErrorDataIntegration().processEvent(event, { originalException: make() }, client);
const event = { exception: { values: [{}] } };
const client = { getOptions: () => ({ normalizeDepth: 9 }) };
const { errors, json, combine } = winston.format;
console.log(JSON.stringify({
  "format(error)": format(make()),
  "toLog(error), logLine(error)": JSON.stringify(toLog(make())) + logLine(make()),
  "console.log(error), util.inspect": inspect(make(), { depth: 9, showHidden: true }),
  "util.inspect with customInspect: false": inspect(make(), { depth: 9, showHidden: true, customInspect: false }),
  "{ ...error }": JSON.stringify({ ...make() }),
  "Object.entries(error)": JSON.stringify(Object.entries(make())),
  "JSON.stringify(error), error.toJSON()": JSON.stringify(make()),
  "structuredClone(error), postMessage": inspect(structuredClone(make()), { depth: 9, showHidden: true }),
  "pino: log.error(error), log.error({ err: error })": pinoLine(make()) + pinoLine({ err: make() }),
  "pino: log.error({ other: error })": pinoLine({ other: make() }),
  "pino with pinoErrors(), either":
    pinoLineWith(pinoErrors(), make()) + pinoLineWith(pinoErrors(), { other: make() }),
  "winston with format.errors()": await winstonLine(combine(errors({ stack: true }), json())),
  "winston with format.json() alone": await winstonLine(json()),
  "winston with winstonErrors()": await winstonLine(combine(winstonErrors(), json())),
  "Sentry with extraErrorDataIntegration": JSON.stringify(extended()),
  "Sentry with sentryEvent, the same integration": JSON.stringify(
    sentryEvent(extended(), { originalException: make() })),
  "OpenTelemetry: span.recordException(error)": spanWith((span) => span.recordException(make())),
  "OpenTelemetry: recordError(span, error)": spanWith((span) => recordError(span, make())),
}));
`;

function run(program: string, name: string): string {
  const { stdout, stderr } = spawnSync(program, [file(name)], { cwd: consumer, encoding: "utf8" });
  return stdout + stderr;
}

/** How a printed text answers for each column of the table. */
function shown(text: string): readonly string[] {
  expect(text).toMatch(/Old\.|"?limit"?|link_old/);
  const says = (word: string) => text.includes(word);
  return [
    says("the-secret") ? "**in clear**" : says("[redacted]") ? "redacted" : "no",
    says("the-internal") ? "**yes**" : "no",
    says("the-cause") ? "yes" : "no",
  ];
}

const printed = new Map<string, string>();

beforeAll(() => {
  writeFileSync(file("printed.mjs"), made);
  writeFileSync(file("print-all.mjs"), script);
  writeFileSync(file("uncaught.mjs"), 'import { make } from "./printed.mjs";\nthrow make();\n');
  for (const [printer, text] of Object.entries(
    JSON.parse(run(process.execPath, "print-all.mjs")) as Record<string, string>,
  ))
    printed.set(printer, text);
  printed.set("Node.js, of an uncaught error", run(process.execPath, "uncaught.mjs"));
  if (bun !== undefined) printed.set("Bun, of an uncaught error", run(bun, "uncaught.mjs"));
});

it("is what the table says", () => {
  expect(bun).toBeDefined();
  const text = readFileSync(join(root, "docs/logging.md"), "utf8");
  const [, table = ""] = /\n(\| Printer [\s\S]*?)\n\n/.exec(text) ?? [];
  const rows = table
    .split("\n")
    .slice(2)
    .map((line) => line.split("|").map((cell) => cell.trim().replaceAll("`", "")));
  expect(rows.map(([, printer, ...cells]) => [printer, ...cells.slice(0, 3)])).toEqual(
    [...printed].map(([printer, shownText]) => [printer, ...shown(shownText)]),
  );
});
