import { describe, expect, it } from "vitest";
import { addHeaders, addToVary } from "../../src/server/add-headers.js";

const changes = (headers: Record<string, string>, standing: Record<string, string>) =>
  addHeaders(headers, (name) => standing[name.toLowerCase()]);

describe("addHeaders", () => {
  it("leaves what has nothing to do with a body", () => {
    expect(changes({ "Content-Type": "a/b" }, { "set-cookie": "a=1", "x-id": "7" })).toEqual({
      set: { "Content-Type": "a/b" },
      remove: [],
    });
  });

  it("adds to Vary", () => {
    expect(changes({ Vary: "Accept" }, { vary: "Origin" }).set).toEqual({ Vary: "Origin, Accept" });
    expect(changes({}, { vary: "Origin" }).set).toEqual({ Vary: "Origin" });
    expect(changes({ vary: "Accept" }, { vary: "*" }).set).toEqual({ vary: "*" });
  });

  it("removes what describes a body that is not sent", () => {
    const standing = {
      etag: "1",
      "content-encoding": "gzip",
      "content-length": "7",
      "repr-digest": "sha-256=:x:",
      "cdn-cache-control": "max-age=60",
    };
    expect(changes({ "Content-Type": "a/b" }, standing).remove).toEqual([
      "CDN-Cache-Control",
      "Content-Encoding",
      "Content-Length",
      "ETag",
      "Repr-Digest",
    ]);
  });

  it("keeps an error out of caches that were meant for a good answer", () => {
    expect(changes({}, { "cache-control": "public, max-age=60" }).set).toEqual({
      "Cache-Control": "no-store",
    });
    expect(changes({ "cache-control": "private" }, { "cache-control": "public" }).set).toEqual({
      "cache-control": "private",
    });
  });
});

describe("addToVary", () => {
  it("has each name once, whatever its case", () => {
    expect(addToVary("accept, Origin", "Accept,Accept-Language,")).toBe(
      "accept, Origin, Accept-Language",
    );
    expect(addToVary("", "Accept")).toBe("Accept");
  });
});
