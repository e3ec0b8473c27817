import { afterEach, describe, expect, it, vi } from "vitest";
import { conflict, notFound } from "../../src/image-hosting/index.js";
import { errorHandler } from "../../src/server/error-handler.js";
import { UndeclaredError } from "../../src/server/operation.js";
import { settings } from "./service.js";

function bound(thrown: unknown, strict?: boolean) {
  return errorHandler({ ...settings, strict }).operation("view_image", () => () => {
    throw thrown;
  });
}

function thrownBy(handler: () => unknown): unknown {
  try {
    return handler();
  } catch (thrown) {
    return thrown;
  }
}

describe("a handler of an operation", () => {
  afterEach(() => vi.unstubAllEnvs());

  it("gets the constructors of its codes", () => {
    const handler = errorHandler(settings).operation("view_image", (raise) => () => {
      throw raise.quota_exceeded({
        action: { type: "upgrade", url: "https://x.example.com", label: "Upgrade" },
        usage: { plan: "free", uploads_used: 1, uploads_limit: 1 },
      });
    });
    expect(thrownBy(handler)).toMatchObject({ code: "quota_exceeded" });
  });

  it("raises what is declared, and whatever is no error of the catalog", () => {
    const [declared, foreign] = [notFound(), new Error("x")];
    expect(thrownBy(bound(declared))).toBe(declared);
    expect(thrownBy(bound(foreign))).toBe(foreign);
  });

  it("fails by name where it raises what is not declared", () => {
    const thrown = thrownBy(bound(conflict()));
    expect(thrown).toBeInstanceOf(UndeclaredError);
    expect(thrown).toMatchObject({
      name: "UndeclaredError",
      message: "The operation view_image does not declare conflict.",
    });
  });

  it("raises the fallback in production, with what was raised as its cause", () => {
    vi.stubEnv("NODE_ENV", "production");
    expect(thrownBy(bound(conflict()))).toMatchObject({
      code: "internal_error",
      cause: { name: "UndeclaredError", cause: { code: "conflict" } },
    });
    expect(thrownBy(bound(conflict(), true))).toBeInstanceOf(UndeclaredError);
  });

  it("keeps to it where it is rejected later", async () => {
    const handler = errorHandler(settings).operation("view_image", () => async () => {
      throw conflict();
    });
    await expect(handler()).rejects.toBeInstanceOf(UndeclaredError);
  });

  it("is called with what it was called with before", () => {
    const handler = errorHandler(settings).operation(
      "view_image",
      () =>
        function (this: { readonly id: string }, ...rest: readonly number[]) {
          return [this.id, ...rest];
        },
    );
    expect(handler.call({ id: "a" }, 1, 2)).toEqual(["a", 1, 2]);
  });
});
