/** What somebody added to `Object.prototype`, under every name that is read here, changes no log. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import {
  categories,
  decode,
  internalError,
  quotaExceeded,
  rateLimited,
} from "../../src/image-hosting/index.js";
import { logLine, sentryEvent } from "../../src/logging/index.js";
import { recordError } from "../../src/otel/index.js";
import { root } from "../shipped-catalog.js";
import { catalogErrorOf } from "../support/canaries.js";

const usage = { plan: "free", uploads_used: 1, uploads_limit: 1 };
const action = { type: "upgrade", url: "https://img.example/?sig=s3cr3t", label: "Up" } as const;
const errors: readonly unknown[] = [
  internalError({}, { cause: new Error("the-cause") }),
  rateLimited(),
  quotaExceeded({ action, usage }),
  decode({ status: 418, body: { error: "nobody_knows" } }),
  decode({ status: 403, body: { error: "quota_exceeded", message: "m" } }),
  catalogErrorOf({ secret: "a-secret", internal: "inside" }),
  new TypeError("connect pg://u:hunter2@db"),
  "a text",
];

/** Texts alone, made while the prototype is what it is. */
function everyForm(): readonly string[] {
  return errors.flatMap((error) => {
    const set: unknown[] = [];
    const span = {
      isRecording: () => true,
      setAttribute: (name: string, value: unknown) => set.push(name, value),
      setStatus: ({ code }: { readonly code: number }) => set.push(code),
    };
    recordError(span, error, { kind: "client" });
    const event = { extra: { seen: "a-secret" } };
    return [
      logLine(error, { stack: false, categories }),
      JSON.stringify([set, sentryEvent(event, { originalException: error })]),
    ];
  });
}

function namesRead(): readonly string[] {
  const names = ["logging", "otel"].flatMap((room) =>
    readdirSync(`${root}src/${room}`).flatMap((file) => {
      const code = readFileSync(`${root}src/${room}/${file}`, "utf8");
      const found = code.matchAll(/(?:[.{,(] ?\??|["'])([A-Za-z_$][\w$-]*)/g);
      return [...found].map(([, name = ""]) => name);
    }),
  );
  return [...new Set([...names, "0", "quota_exceeded"])].filter((name) => !(name in {}));
}

it.each<[string, unknown]>([
  ["a text", "P"],
  ["a function", () => 1],
  ["an object", { url: "P" }],
])("where it is %s", (_, value) => {
  const clean = everyForm();
  expect(clean.join("")).not.toMatch(/s3cr3t|inside|hunter2/);
  const changed = namesRead().filter((name) => {
    // What JSON.stringify writes of every object is then not ours to say.
    if (name === "toJSON" && typeof value === "function") return false;
    const member = { value, enumerable: true, configurable: true, writable: true };
    Object.defineProperty(Object.prototype, name, member);
    try {
      return everyForm().join() !== clean.join();
    } finally {
      Reflect.deleteProperty(Object.prototype, name);
    }
  });
  expect(changed).toEqual([]);
});
