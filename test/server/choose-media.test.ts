import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseMedia } from "../../src/server/choose-media.js";

const offered = ["application/json", "application/problem+json", "text/markdown", "text/html"];

describe("chooseMedia", () => {
  it.each([
    [undefined, 0],
    [null, 0],
    ["", 0],
    ["*/*", 0],
    ["text/*", 2],
    ["text/html", 3],
    ["TEXT/HTML", 3],
    ["application/problem+json", 1],
    ["application/json;q=0.2, text/html;q=0.3", 3],
    ["application/json;q=0.3, text/html;q=0.3", 0],
    ["*/*;q=0.1, text/markdown", 2],
    ["application/*;q=0, text/*", 2],
    ["application/json;q=0, application/*", 1],
    ["application/json;q=0", 0],
    ["text/html;level=1", 3],
    ["text/html ; q = 0.5 , application/json ; q=0.4", 3],
    ["application/json;q=1.5, text/html", 3],
    ["application/json;q=-1, text/html", 3],
    ["application/json;q=, text/html", 3],
    ["json", 0],
    ["image/png, */*;q=0", 0],
  ])("%s", (accept, index) => {
    expect(chooseMedia(accept, offered)).toBe(index);
  });

  it("gives JSON of another kind to whoever asks for JSON, where there is no other", () => {
    expect(chooseMedia("application/json", ["text/html", "application/problem+json"])).toBe(1);
  });

  it("gives one of those on offer, whatever the header says", () => {
    fc.assert(
      fc.property(fc.string(), (accept) => {
        expect(offered[chooseMedia(accept, offered)]).toBeDefined();
      }),
    );
  });

  it("takes a long header in its stride", () => {
    const accept = "application/json;q=0.1,".repeat(50_000);
    expect(chooseMedia(accept, offered)).toBe(0);
  });
});
