import { describe, expect, it } from "vitest";
import {
  authRequired,
  categories,
  fromJSON,
  hasCode,
  httpStatus,
  isAccountError,
  isImageHostingError,
  isLimitsError,
  isRetryable,
  isServiceError,
  isUploadError,
  match,
  rateLimited,
  retries,
  statuses,
  storageError,
} from "../../src/image-hosting/index.js";
import { createError, isCatalogError } from "../../src/runtime/generated.js";
import { shippedEntries, shippedExamples } from "../shipped-catalog.js";

const stranger = createError(
  { catalog: "billing", code: "auth_required", status: 401 },
  () => "Pay.",
);
const unrecognized = fromJSON({ code: "auth_required?", status: 401, message: "" });

const notErrors: readonly (readonly [string, unknown])[] = [
  ["undefined", undefined],
  ["null", null],
  ["a string", "auth_required"],
  ["a function", () => authRequired()],
  ["a symbol", Symbol.for("errdex.catalog")],
  ["another Error", new Error("auth_required")],
  ["an Error with the code", Object.assign(new Error("m"), { code: "auth_required", status: 401 })],
  ["the JSON of an error", authRequired().toJSON()],
  ["a spread error", { ...authRequired() }],
  ["a structured clone", structuredClone(authRequired())],
  ["the class's prototype", Object.getPrototypeOf(authRequired())],
  ["an object without a prototype", Object.create(null)],
];

describe("the guards", () => {
  it.each(notErrors)("say no to %s", (_, value) => {
    expect(isCatalogError(value)).toBe(false);
    expect(isImageHostingError(value)).toBe(false);
    expect(hasCode(value, "auth_required")).toBe(false);
    expect(isRetryable(value)).toBe(false);
    expect(isAccountError(value)).toBe(false);
  });

  it("say yes to errors of the catalog, decoded ones too", () => {
    for (const error of [authRequired(), fromJSON(authRequired())]) {
      expect(isCatalogError(error)).toBe(true);
      expect(isImageHostingError(error)).toBe(true);
      expect(hasCode(error, "not_found", "auth_required")).toBe(true);
      expect(hasCode(error, "not_found")).toBe(false);
      expect(hasCode(error)).toBe(false);
    }
  });

  it("tell another catalog's error with the same code", () => {
    expect(isCatalogError(stranger)).toBe(true);
    expect(isCatalogError(stranger, "billing")).toBe(true);
    expect(isImageHostingError(stranger)).toBe(false);
    expect(hasCode(stranger, "auth_required")).toBe(false);
    expect(isAccountError(stranger)).toBe(false);
    expect(isRetryable(stranger)).toBe(false);
  });

  it("take an unrecognized error as an error of no catalog", () => {
    expect(isCatalogError(unrecognized)).toBe(true);
    expect(isImageHostingError(unrecognized)).toBe(false);
    expect(hasCode(unrecognized, "unrecognized" as never)).toBe(false);
    expect(isRetryable(unrecognized)).toBe(false);
  });

  it("never throw, even for something that stands in front of an error", () => {
    for (const value of [new Proxy(authRequired(), {}), Object.create(authRequired())]) {
      expect(() => isCatalogError(value)).not.toThrow();
      expect(() => hasCode(value, "auth_required")).not.toThrow();
      expect(() => isRetryable(value)).not.toThrow();
    }
  });
});

describe("isRetryable and the categories", () => {
  it.each(shippedExamples)("know $code", ({ create, entry, code }) => {
    const error = create();
    const retry = entry.retry?.value ?? "never";
    expect(retries[code]).toBe(retry);
    expect(isRetryable(error)).toBe(retry !== "never");
    expect(categories[code]).toBe(entry.category.value);
    expect(isAccountError(error)).toBe(entry.category.value === "account");
    expect(isLimitsError(error)).toBe(entry.category.value === "limits");
    expect(isServiceError(error)).toBe(entry.category.value === "service");
    expect(isUploadError(error)).toBe(entry.category.value === "upload");
  });

  it("are not misled by a code that every object has", () => {
    const error = createError(
      { catalog: "image-hosting", code: "toString", status: 500 },
      () => "m",
    );
    expect(isRetryable(error)).toBe(false);
    expect(isServiceError(error)).toBe(false);
  });
});

describe("the tables", () => {
  it("have a row for every code, in order", () => {
    const codes = shippedEntries.map(({ code }) => code);
    for (const table of [httpStatus, statuses, categories, retries]) {
      expect(Object.keys(table)).toEqual(codes);
    }
    for (const { code, statuses: own } of shippedEntries) {
      expect(statuses[code as keyof typeof statuses]).toEqual(own.map(({ value }) => value));
      expect(httpStatus[code as keyof typeof httpStatus]).toBe(own[0]?.value);
    }
  });
});

describe("match", () => {
  const handle = (error: ReturnType<typeof rateLimited> | ReturnType<typeof storageError>) =>
    match(error, {
      rate_limited: ({ retry_after }) => retry_after,
      storage_error: ({ request_id }) => `ask for ${request_id}`,
    });

  it("calls the handler of the code and gives its result", () => {
    expect(handle(rateLimited({ retry_after: 9 }))).toBe(9);
    expect(handle(storageError({ request_id: "r1" }))).toBe("ask for r1");
  });

  it("throws where the types were evaded and there is no handler", () => {
    const evaded = authRequired() as never;
    expect(() => handle(evaded)).toThrow(new TypeError('No handler for the code "auth_required"'));
    const inherited = createError(
      { catalog: "x", code: "toString", status: 500 },
      () => "m",
    ) as never;
    expect(() => handle(inherited)).toThrow(TypeError);
  });
});
