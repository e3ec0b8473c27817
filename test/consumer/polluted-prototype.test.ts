/** Members that somebody added to `Object.prototype`, under every name that the runtime and a generated module read. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, it } from "vitest";
import { root } from "../shipped-catalog.js";

const consumer = inject("consumer");

const script = `
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
}
const [mode, namesFile] = process.argv.slice(2);
const names = JSON.parse(readFileSync(namesFile, "utf8"));
const clean = mode === "cold" ? undefined : run();
const found = new Set();
const seen = [];
for (const name of mode === "cold" ? names.slice(0, 1) : names) {
  for (const value of ["P", () => 1]) {
    // Of errors, whose JSON has objects of other people in it, JSON.stringify writes what such a function says.
    if (name === "toJSON" && typeof value === "function") continue;
    Object.defineProperty(Object.prototype, name, { value, enumerable: true, configurable: true, writable: true });
    let text;
    try { text = run(); } catch (thrown) { text = "THROWN " + thrown.message; }
    delete Object.prototype[name];
    if (clean !== undefined && text !== clean) found.add(name + " (" + typeof value + ")");
    if (text.startsWith("THROWN") || /the-cause|foreign-text/.test(text)) found.add(name + ": " + text.slice(0, 80));
    seen.push(text);
  }
}
if (clean === undefined) { const now = run(); for (const text of seen) if (text !== now) found.add(names[0] + " (cold)"); }
console.log(JSON.stringify([...found]));
`;

/** Every word of the runtime and of a generated module. */
function namesRead(): readonly string[] {
  const files = [
    ...["src/runtime", "src/image-hosting"].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
        .filter((path) => path.endsWith(".ts"))
        .map((path) => join(root, folder, path)),
    ),
  ];
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

function changedBy(mode: "warm" | "cold", names: readonly string[]): unknown {
  writeFileSync(join(consumer, "polluted.mjs"), script);
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
  expect(changedBy("warm", namesRead())).toEqual([]);
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
  expect(changedBy("cold", [name])).toEqual([]);
});
