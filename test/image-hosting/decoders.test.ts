import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { fromJSON as fromCatalogJSON, isRetryable, match } from "../../src/image-hosting/index.js";
import { flat, imagebin, imgPro, picora } from "../../src/image-hosting/wire.js";
import { fromJSON, isUnrecognized } from "../../src/runtime/index.js";
import { root } from "../shipped-catalog.js";

const exhausted = { status: 403, body: { error: "m", code: "QUOTA_EXCEEDED" } };
const notFound = { status: 404, body: { error: "not_found", message: "m" } };

describe("the types of decoders", () => {
  const folder = mkdtempSync(join(tmpdir(), "errdex-decoders-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({
      extends: `${root}tsconfig.json`,
      compilerOptions: {
        rootDir: root,
        typeRoots: [`${root}node_modules/@types`],
        paths: {
          errdex: [`${root}src/runtime/index.ts`],
          "errdex/generated": [`${root}src/runtime/generated.ts`],
        },
      },
      include: [],
      files: [`${root}test/image-hosting/decoders.test-d.ts`],
    }),
  );

  it.each(["typescript55", "typescript59", "typescript", "typescript7"])(
    "are what they promise to %s",
    (compiler) => {
      const tsc = join(root, "node_modules", compiler, "bin/tsc");
      const { stdout } = spawnSync(process.execPath, [tsc, "--pretty", "false", "-p", folder], {
        encoding: "utf8",
      });
      expect(stdout).toBe("");
    },
  );
});

describe("the guard of a format", () => {
  it("knows what the format has decoded, and its codes", () => {
    const error = picora.decode(exhausted);
    expect([picora.is(error), picora.is(error, "quota_exceeded")]).toEqual([true, true]);
    expect(picora.is(error, "conflict", "rate_limited")).toBe(false);
    expect(picora.is(JSON.parse(JSON.stringify(error)))).toBe(false);
  });

  it("refuses what another format has decoded, which may have less", () => {
    expect(imgPro.is(picora.decode(exhausted))).toBe(false);
    expect(imgPro.is(flat.decode(notFound))).toBe(false);
    expect(imgPro.is(imgPro.decode(notFound))).toBe(true);
  });

  it("refuses what is unrecognized, and what is no error", () => {
    for (const value of [imgPro.decode({}), new Error("m"), notFound, undefined, null, "m", 1])
      expect(imgPro.is(value)).toBe(false);
  });

  it("refuses an error that was kept although its fields are broken", () => {
    const answer = { status: 422, body: { error: "validation_error", message: "No." } };
    const error = imgPro.decode(answer, { lenient: true });
    expect(error.code).toBe("validation_error");
    expect(imgPro.is(error)).toBe(false);
  });
});

describe("isUnrecognized", () => {
  it("knows what was not recognized, and nothing else", () => {
    expect(isUnrecognized(imgPro.decode({}))).toBe(true);
    for (const value of [imgPro.decode(notFound), { code: "unrecognized" }, undefined])
      expect(isUnrecognized(value)).toBe(false);
  });
});

describe("fromJSON of a format", () => {
  it("gives back an error whose format omits required fields, as often as it is sent on", () => {
    let error = picora.decode(exhausted);
    for (let time = 0; time < 3; time += 1) {
      const json = JSON.stringify(error);
      expect(fromCatalogJSON(JSON.parse(json)).code).toBe("unrecognized");
      error = fromJSON(picora, JSON.parse(json));
      expect(error).toMatchObject({ code: "quota_exceeded", status: 403, message: "m" });
      expect(picora.is(error, "quota_exceeded")).toBe(true);
      expect(JSON.stringify(error)).toBe(json);
    }
  });

  it("asks for the fields that the format has", () => {
    const json = { code: "quota_exceeded", status: 403, message: "m", fields: {} };
    expect(fromJSON(imgPro, json)).toMatchObject({
      code: "unrecognized",
      receivedCode: "quota_exceeded",
    });
    expect(fromJSON(imagebin, json).code).toBe("quota_exceeded");
  });

  it("does not know codes that the format lacks, nor what is no error", () => {
    const json = { code: "no_incident", status: 409, message: "m", fields: {} };
    expect(fromJSON(imgPro, json).code).toBe("unrecognized");
    expect(fromJSON(flat, json).code).toBe("no_incident");
    expect(fromJSON(flat, undefined).code).toBe("unrecognized");
  });
});

describe("match with a function for the rest", () => {
  it.each([
    ["a code that has a handler", notFound, "found it missing"],
    [
      "a code that has none",
      { status: 401, body: { error: "unauthorized", message: "m" } },
      "rest",
    ],
    ["what was not recognized", {}, "rest"],
  ])("calls for %s what is meant", (_, answer, want) => {
    expect(
      match(imgPro.decode(answer), { not_found: () => "found it missing" }, () => "rest"),
    ).toBe(want);
  });
});

describe("isRetryable of an error whose code nobody said", () => {
  it.each([
    [408, true],
    [425, true],
    [429, true],
    [500, true],
    [502, true],
    [503, true],
    [504, true],
    [400, false],
    [404, false],
    [501, false],
    [0, false],
  ])("goes by the status %i: %s", (status, want) => {
    const unknown = imgPro.decode({ status, body: { error: "new_code", message: "m" } });
    expect([unknown.code, isRetryable(unknown)]).toEqual(["unrecognized", want]);
    const inferred = picora.decode({ status });
    expect(isRetryable(inferred)).toBe(want);
  });

  it("goes by the code where the wire has it", () => {
    expect(isRetryable(picora.decode({ status: 503, body: exhausted.body }))).toBe(false);
  });
});
