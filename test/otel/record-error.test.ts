import { metrics, type Span, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import { describe, expect, it } from "vitest";
import { authRequired, internalError } from "../../src/image-hosting/index.js";
import { imgPro } from "../../src/image-hosting/wire.js";
import { errorCounter, recordError } from "../../src/otel/index.js";
import { spanOf } from "../logging/log-forms.js";

const { UNSET, ERROR } = SpanStatusCode;
const decoded = imgPro.decode({ status: 418, body: { error: "new_code", message: "No." } });

describe("a span that ended with an error", () => {
  it.each([
    ["a 4xx of a server", authRequired(), SpanKind.SERVER, "auth_required", 401, UNSET],
    ["a 5xx of a server", internalError(), SpanKind.SERVER, "internal_error", 500, ERROR],
    ["a 4xx of a client", authRequired(), SpanKind.CLIENT, "auth_required", 401, ERROR],
    ["a 5xx of a client", internalError(), SpanKind.CLIENT, "internal_error", 500, ERROR],
    ["what arrived at a client", decoded, SpanKind.CLIENT, "unrecognized", 418, ERROR],
    ["an error inside", authRequired(), SpanKind.INTERNAL, "auth_required", undefined, ERROR],
    ["a foreign error", new RangeError("x"), SpanKind.SERVER, "RangeError", undefined, ERROR],
    ["a text", "x", SpanKind.SERVER, "string", undefined, ERROR],
  ])("of %s has type and status, and nothing else", (_, thrown, kind, type, status, code) => {
    const span = spanOf(thrown, kind);
    expect(span.attributes).toEqual({
      "error.type": type,
      ...(status !== undefined && { "http.response.status_code": status }),
    });
    expect(span.status).toEqual({ code });
    expect(span.events).toEqual([]);
  });

  it("goes by the status of the answer where that is given", () => {
    const { attributes, status } = spanOf(new Error("x"), SpanKind.SERVER, 404);
    expect(attributes["http.response.status_code"]).toBe(404);
    expect(status.code).toBe(UNSET);
  });

  it("has the name of an error's class, if it is one", () => {
    class QuotaFull extends Error {}
    const named = (name: unknown) => spanOf(Object.assign(new Error("x"), { name }), 1).attributes;
    expect(spanOf(new QuotaFull("x"), 1).attributes["error.type"]).toBe("QuotaFull");
    expect(named("AbortError")["error.type"]).toBe("AbortError");
    expect(named("what somebody sent")["error.type"]).toBe("Error");
    expect(named(5)["error.type"]).toBe("Error");
  });
});

describe("recordError", () => {
  it("counts, by type and status", () => {
    expect(spanOf(authRequired(), SpanKind.SERVER).counted).toEqual([
      {
        name: "errdex.errors",
        options: { description: "Errors by their codes.", unit: "{error}" },
        value: 1,
        attributes: { "error.type": "auth_required", "http.response.status_code": 401 },
      },
    ]);
  });

  it("takes the kind by name and by number", () => {
    const of = (kind: "server" | number) => {
      const set: unknown[] = [];
      const span = {
        isRecording: () => true,
        setAttribute: (name: string) => set.push(name),
        setStatus: ({ code }: { code: number }) => set.push(code),
      };
      recordError(span, authRequired(), { kind });
      return set;
    };
    expect(of("server")).toEqual(["error.type", "http.response.status_code"]);
    expect(of(SpanKind.SERVER)).toEqual(of("server"));
    expect(of(SpanKind.CLIENT)).toEqual(["error.type", "http.response.status_code", ERROR]);
    expect(of(99)).toEqual(["error.type", ERROR]);
  });

  it("does nothing without a span, and never throws", () => {
    const broken = {
      isRecording: () => true,
      setAttribute: () => {
        throw new Error("never");
      },
      setStatus: () => {},
    };
    expect(recordError(undefined, authRequired())).toBeUndefined();
    expect(recordError(broken, authRequired())).toBeUndefined();
  });

  it("takes what the API gives", () => {
    const active: Span | undefined = trace.getActiveSpan();
    const counter = errorCounter(metrics.getMeter("tests"));
    recordError(active, authRequired(), { kind: SpanKind.CLIENT, counter });
    recordError(trace.getTracer("tests").startSpan("no SDK"), authRequired(), { counter });
    expect(active).toBeUndefined();
  });
});
