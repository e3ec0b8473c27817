import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../shipped-catalog.js";

it("the documentation of the interface is made without a warning, the guides in it", () => {
  const out = mkdtempSync(join(tmpdir(), "errdex-api-"));
  try {
    const typedoc = `${root}node_modules/typedoc/bin/typedoc`;
    const options = ["--options", `${root}.config/typedoc.json`, "--out", out];
    // A warning ends it with another code than 0, and its text is in what is thrown.
    execFileSync(process.execPath, [typedoc, ...options], { encoding: "utf8" });
    expect(existsSync(join(out, "documents", "wire-formats.html"))).toBe(true);
    expect(existsSync(join(out, "modules", "compiler.html"))).toBe(true);
  } finally {
    rmSync(out, { recursive: true });
  }
}, 400_000);
