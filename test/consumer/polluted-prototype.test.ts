/** Members that somebody added to `Object.prototype`, under every name that the runtime and a generated module read. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, it } from "vitest";
import { root } from "../shipped-catalog.js";

const consumer = inject("consumer");

const formats = `
import * as runtime from "errdex";
import * as errors from "errdex/image-hosting";
import { de } from "errdex/image-hosting/locales/de";
import * as formats from "errdex/image-hosting/wire";
import { readFileSync } from "node:fs";

const bodies = [
  { error: "rate_limited", code: "RATE_LIMITED", type: "rate_limited", message: "m", retry_after: 5 },
  { error: "validation_error", code: "x", type: "validation_error", message: "m", errors: { a: ["b"] } },
  { error: "nobody_knows" }, "<html>", undefined,
];
const action = { type: "upgrade", url: "https://img.example/?sig=SECRET", label: "Up" };
const usage = { plan: "free", uploads_used: 1, uploads_limit: 1 };
function run() {
  const texts = [];
  // Written while the prototype is what it is.
  const out = { push: (...values) => texts.push(...values.map((each) => JSON.stringify(each))) };
  for (const format of [formats.flat, formats.problem, formats.imgPro, formats.picora]) {
    for (const body of bodies) {
      const error = format.decode({ status: 429, headers: { "Retry-After": "7" }, body });
      out.push(error.code, error.status, error.inferred, runtime.retryDelay(error), error);
      for (const passThrough of [false, "text", true]) out.push(format.encode(error, { passThrough }));
      out.push(errors.fromJSON(JSON.parse(JSON.stringify(error))));
    }
    const made = [
      errors.internalError({}, { cause: new Error("the-cause") }),
      errors.rateLimited(),
      errors.quotaExceeded({ action, usage }, {}),
      errors.authRequired({}),
      new Error("foreign-text"),
    ];
    for (const error of made)
      out.push(format.encode(error), format.encode(error, {}), format.encode(error, { translations: [de], acceptLanguage: "de" }));
    for (const error of made.slice(0, 4)) out.push(error, runtime.format(error), runtime.translate(error, de).message);
  }
  return texts.join("\\n");
}`;

/** Without a socket and a framework: those read members of their own. */
const servers = `
import { errorHandler } from "errdex/server";
import { expressErrors } from "errdex/express";
import { fastifyErrors } from "errdex/fastify";
import { fetchErrors } from "errdex/fetch";
import { honoErrors } from "errdex/hono";
import { nestErrors } from "errdex/nest";
import { nodeErrors } from "errdex/node";
import * as errors from "errdex/image-hosting";
import { guidance } from "errdex/image-hosting/guidance";
import { de } from "errdex/image-hosting/locales/de";
import { catalog } from "errdex/image-hosting/server";
import { flat, problem } from "errdex/image-hosting/wire";
import { readFileSync } from "node:fs";

const reports = [];
const settings = { catalog, formats: [flat, problem], translations: [de], guidance, report: ({ error, answer, issues }) => reports.push([error.code, answer?.status, issues]) };
const [core, express, fastify, fetch, hono, nest, node] = [errorHandler, expressErrors, fastifyErrors, fetchErrors, honoErrors, nestErrors, nodeErrors].map((make) => make(settings));
const thrown = [
  new TypeError("foreign-text", { cause: new Error("the-cause") }),
  "foreign-text", undefined, {},
  errors.notFound({}),
  errors.rateLimited({ retry_after: 3 }),
  errors.clientClosedRequest(),
  new AggregateError([errors.notFound({}), new Error("foreign-text")]),
  Object.assign(new Error("foreign-text"), { status: 404, statusCode: 404, expose: true }),
  Object.assign(new Error("foreign-text"), { code: "FST_ERR_CTP_INVALID_JSON_BODY", statusCode: 400 }),
  Object.assign(new Error("foreign-text"), { validation: [{ instancePath: "/a", message: "must be b", params: {} }] }),
];
const headers = { accept: "text/markdown, */*;q=0.1" };
const asked = { method: "GET", url: "/x", header: (name) => (Object.hasOwn(headers, name) ? headers[name] : undefined) };
const raw = { method: "GET", url: "/x", originalUrl: "/x", path: "/x", headers, app: {} };
const request = new Request("https://a.example/x", { headers });
const context = { req: { raw: request, method: "GET", path: "/x" }, res: new Response() };
const app = { setErrorHandler: (handler) => { app.error = handler; }, setNotFoundHandler() {}, addHook() {}, findRoute: () => null, use() {}, onError: (handler) => { app.onFailure = handler; }, notFound() {}, router: {} };
fastify.install(app);
hono.install(app);
/** A response that writes down what is done to it. */
function responseInto(out) {
  return {
    statusCode: 200, headersSent: false, writableEnded: false, destroyed: false,
    getHeader: () => undefined, removeHeader() {}, destroy() { out.push("destroyed"); },
    setHeader(name, value) { out.push(name, value); },
    end(body) { out.push(this.statusCode, body); },
  };
}
function run() {
  const texts = [];
  reports.length = 0;
  const out = { push: (...values) => texts.push(...values.map((each) => JSON.stringify(each))) };
  for (const each of thrown) {
    out.push(core.answer(each, asked, { native: undefined }));
    express.onError(each, raw, responseInto(out), () => out.push("next"));
    node.answer(each, raw, responseInto(out));
    nest.filter.catch(each, { getType: () => "http", switchToHttp: () => ({ getRequest: () => raw, getResponse: () => responseInto(out) }) });
    const reply = { raw: responseInto(out), getHeader: () => undefined, removeHeader() {}, code(status) { out.push(status); return this; }, headers(set) { out.push(set); return this; }, serializer() { return this; }, send(body) { out.push(body); } };
    app.error(each, { raw, originalUrl: "/x", routeOptions: { bodyLimit: 7 } }, reply);
    for (const response of [fetch.answer(each, request), app.onFailure(each, context)]) out.push(response.status, [...response.headers]);
  }
  express.notFound(raw, responseInto(out), () => out.push("next"));
  fetch.methodNotAllowed(request, ["PUT"]);
  for (const [role, finding] of [["validation", { problems: [{ pointer: "/a", name: "a", detail: "d" }] }], ["timeout"], ["method_not_allowed"]]) out.push(core.error(role, finding));
  for (const report of reports) out.push(report);
  return texts.join("\\n");
}`;

/** Many names at a time, and where that changes something each half of them, down to the one that does. */
const pollute = `
const [mode, namesFile] = process.argv.slice(2);
const names = JSON.parse(readFileSync(namesFile, "utf8"));
const clean = mode === "cold" ? undefined : run();
const found = new Set();
const seen = [];
function runWith(some, value) {
  // Without a prototype: one of the names may be \`get\`.
  const member = Object.assign(Object.create(null), { value, enumerable: true, configurable: true, writable: true });
  for (const name of some) Object.defineProperty(Object.prototype, name, member);
  try { return run(); } catch (thrown) { return "THROWN " + thrown.message; } finally { for (const name of some) delete Object.prototype[name]; }
}
function tryNames(some, value) {
  const text = runWith(some, value);
  seen.push(text);
  const isChanged = clean !== undefined && text !== clean;
  const isLost = text.startsWith("THROWN") || /the-cause|foreign-text/.test(text);
  if (!isChanged && !isLost) return;
  if (some.length > 1) {
    const half = some.length >> 1;
    const before = found.size;
    tryNames(some.slice(0, half), value);
    tryNames(some.slice(half), value);
    if (found.size === before) found.add(some.join() + " together");
  }
  else found.add(some[0] + " (" + typeof value + ")" + (isLost ? ": " + text.slice(0, 80) : ""));
}
const size = mode === "cold" ? 1 : 16;
for (let start = 0; start < (mode === "cold" ? 1 : names.length); start += size)
  for (const value of ["P", () => 1]) {
    // Of errors, whose JSON has objects of other people in it, JSON.stringify writes what such a function says.
    const some = names.slice(start, start + size).filter((name) => name !== "toJSON" || typeof value !== "function");
    if (some.length > 0) tryNames(some, value);
  }
if (clean === undefined) { const now = run(); for (const text of seen) if (text !== now) found.add(names[0] + " (cold)"); }
console.log(JSON.stringify([...found]));
`;

/** Every word of the modules in some folders. */
function namesRead(folders: readonly string[]): readonly string[] {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".ts"))
      .map((path) => join(root, folder, path)),
  );
  const names = new Set<string>([
    "0",
    "1",
    "404",
    "4xx",
    "retry-after",
    "content-type",
    "statusText",
  ]);
  for (const path of files) {
    const code = readFileSync(path, "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
    for (const [, name = ""] of code.matchAll(/(?:[.{,(] ?\??|["'])([A-Za-z_$][\w$-]*)/g))
      names.add(name);
  }
  // These belong to all objects anyway, and what they are there nobody can do without.
  return [...names].filter((name) => !(name in Object.prototype)).sort();
}

function changedBy(script: string, mode: "warm" | "cold", names: readonly string[]): unknown {
  writeFileSync(join(consumer, "polluted.mjs"), script + pollute);
  const list = join(consumer, "polluted.json");
  writeFileSync(list, JSON.stringify(names));
  const run = spawnSync(process.execPath, ["polluted.mjs", mode, list], {
    cwd: consumer,
    encoding: "utf8",
  });
  expect(run.stderr).toBe("");
  return JSON.parse(run.stdout);
}

it("change nothing, whatever they are", () => {
  expect(changedBy(formats, "warm", namesRead(["src/runtime", "src/image-hosting"]))).toEqual([]);
});

it("change no answer of a server", () => {
  const names = [...namesRead(["src/server", "src/adapters"]), "accept", "baseUrl"];
  // With these Node cannot make a Response.
  const broken = ["get", "set", "cancel"];
  const tried = names.filter((name) => !broken.includes(name));
  expect(changedBy(servers, "warm", tried)).toEqual([]);
});

it.each([
  "received",
  "body",
  "as",
  "rest",
  "secret",
  "spelling",
  "also",
  "toJSON",
  "get",
  "status",
])("change nothing where %s is there before anything has run", (name) => {
  expect(changedBy(formats, "cold", [name])).toEqual([]);
});
