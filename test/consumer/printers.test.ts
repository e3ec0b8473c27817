/** What the printers that people use show of an error, as docs/handling-errors.md says it. */
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
import { make } from "./printed.mjs";

const require = createRequire(${JSON.stringify(join(root, "package.json"))});
const otel = require("@opentelemetry/sdk-trace-base");
const { extraErrorDataIntegration } = require("@sentry/core");
const pino = require("pino");
const winston = require("winston");

const pinoLine = (...args) => {
  const lines = [];
  pino({}, { write: (line) => lines.push(line) }).error(...args);
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
const span = provider.getTracer("t").startSpan("s");
span.recordException(make());
span.end();
const event = { exception: { values: [{}] } };
const client = { getOptions: () => ({ normalizeDepth: 9 }) };
const { errors, json, combine } = winston.format;
console.log(JSON.stringify({
  "console.log(error), util.inspect": inspect(make(), { depth: 9, showHidden: true }),
  "util.inspect with customInspect: false": inspect(make(), { depth: 9, showHidden: true, customInspect: false }),
  "{ ...error }": JSON.stringify({ ...make() }),
  "Object.entries(error)": JSON.stringify(Object.entries(make())),
  "JSON.stringify(error), error.toJSON()": JSON.stringify(make()),
  "structuredClone(error), postMessage": inspect(structuredClone(make()), { depth: 9, showHidden: true }),
  "pino: log.error(error), log.error({ err: error })": pinoLine(make()) + pinoLine({ err: make() }),
  "pino: log.error({ other: error })": pinoLine({ other: make() }),
  "winston with format.errors()": await winstonLine(combine(errors({ stack: true }), json())),
  "winston with format.json() alone": await winstonLine(json()),
  "Sentry with extraErrorDataIntegration": JSON.stringify(
    extraErrorDataIntegration().processEvent(event, { originalException: make() }, client)),
  "OpenTelemetry: span.recordException(error)": JSON.stringify(exporter.getFinishedSpans()[0].events),
}));
`;

function run(program: string, name: string): string {
  const { stdout, stderr } = spawnSync(program, [file(name)], { cwd: consumer, encoding: "utf8" });
  return stdout + stderr;
}

/** How a printed text answers for each column of the table. */
function shown(text: string): readonly string[] {
  expect(text).toMatch(/Old\.|"?limit"?/);
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
  const text = readFileSync(join(root, "docs/handling-errors.md"), "utf8");
  const [, table = ""] = /\n(\| Printer [\s\S]*?)\n\n/.exec(text) ?? [];
  const rows = table
    .split("\n")
    .slice(2)
    .map((line) => line.split("|").map((cell) => cell.trim().replaceAll("`", "")));
  expect(rows.map(([, printer, ...cells]) => [printer, ...cells.slice(0, 3)])).toEqual(
    [...printed].map(([printer, shownText]) => [printer, ...shown(shownText)]),
  );
});
