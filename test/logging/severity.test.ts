import { expect, it } from "vitest";
import { type LogLevel, logLevel, sentryEvent, toLog } from "../../src/logging/index.js";
import { logSeverity, recordError } from "../../src/otel/index.js";
import { createError } from "../../src/runtime/create-error.js";
import { runCatalog } from "../../src/wire/running-catalog.js";
import { withEntry } from "../check/rows/row.js";
import { soundCatalogOf } from "../support/catalog-of.js";

const shop = { catalog: "shop", status: 503 } as const;
const down = createError(
  { ...shop, code: "down", severity: "critical", grpc: "UNAVAILABLE" },
  () => "Down.",
);
const stale = createError({ ...shop, code: "stale", severity: "warning" }, () => "Old.");
const noted = createError({ ...shop, code: "noted", severity: "info" }, () => "So.");
const usual = createError({ ...shop, code: "usual" }, () => "Hm.");
const odd = createError({ ...shop, code: "odd", severity: "toString" as never }, () => "Odd.");
const resolvers = { down: "operator", usual: "caller" };

it.each<[unknown, LogLevel, string, number]>([
  [down, "fatal", "critical", 18],
  [stale, "warn", "warning", 13],
  [noted, "info", "info", 9],
  [usual, "error", "error", 17],
  [odd, "error", "error", 17],
  [new Error("no"), "error", "error", 17],
  [
    new Proxy(
      {},
      {
        get: () => {
          throw new Error("no");
        },
      },
    ),
    "error",
    "error",
    17,
  ],
])("%# has a level for every logger", (thrown, level, severityText, severityNumber) => {
  expect(logLevel(thrown)).toBe(level);
  expect(logSeverity(thrown)).toEqual({ severityNumber, severityText });
});

it("is in a log where the catalog says it, with who can mend it and what a command ends with", () => {
  expect(toLog(down, { resolvers, stack: false })).toEqual({
    ...{ type: "down", code: "down", catalog: "shop", status: 503, severity: "critical" },
    ...{ resolver: "operator", grpc: "UNAVAILABLE", message: "Down." },
  });
  const exitCodes = { down: 69, usual: 0 };
  const tables = { resolvers: { shop: resolvers }, exitCodes: { shop: exitCodes } };
  const one = toLog(usual, { ...tables, stack: false });
  expect(one).toMatchObject({ resolver: "caller", exit: 0 });
  expect(one).not.toHaveProperty("severity");
  expect(toLog(down, { exitCodes })).toMatchObject({ exit: 69 });
  expect(toLog(stale, { exitCodes })).not.toHaveProperty("exit");
});

it("is the level of Sentry's event, unless a call has said another", () => {
  const level = (event: object, originalException: unknown) =>
    (sentryEvent(event, { originalException }) as { readonly level?: string }).level;
  expect(level({ level: "error" }, down)).toBe("fatal");
  expect(level({}, stale)).toBe("warning");
  expect(level({ level: "debug" }, down)).toBe("debug");
  expect(level({ level: "error" }, usual)).toBe("error");
});

it("is on a span, and not in a metric", () => {
  const attributes = new Map<string, unknown>();
  const counted: unknown[] = [];
  const span = {
    isRecording: () => true,
    setAttribute: (name: string, value: unknown) => attributes.set(name, value),
    setStatus: () => undefined,
  };
  const counter = { add: (_: number, with_?: object) => counted.push(with_) };
  recordError(span, down, { kind: "server", counter, resolvers });
  expect(Object.fromEntries(attributes)).toEqual({
    ...{ "error.type": "down", "http.response.status_code": 503 },
    ...{
      "errdex.resolver": "operator",
      "errdex.severity": "critical",
      "errdex.grpc": "UNAVAILABLE",
    },
  });
  expect(counted).toEqual([{ "error.type": "down", "http.response.status_code": 503 }]);
});

it("is known of an error that was decoded", () => {
  const catalog = soundCatalogOf(withEntry({ severity: "warning", grpc: "ABORTED", exit: "75" }));
  const answer = { status: 409, body: { error: "sold_out", message: "Nothing is left." } };
  const error = runCatalog(catalog).formats.get("flat")?.decode(answer);
  expect(toLog(error)).toMatchObject({ severity: "warning", grpc: "ABORTED" });
});
