/** What openapi-typescript and openapi-fetch make of the document; they want TypeScript 5, so they have a project of their own. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { root } from "../shipped-catalog.js";
import { npm } from "./npm.js";

const consumer = inject("consumer");
const folder = mkdtempSync(join(tmpdir(), "errdex-openapi-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const dependencies = ["typescript@5.9.3", "openapi-typescript@7.13.0", "openapi-fetch@0.17.0"];

/** A client of one operation that handles the codes of one status, each of which has a line. */
const client = (member: string, lines: readonly string[], url: (code: string) => string) => `
import createClient from "openapi-fetch";
import type { paths } from "./schema.js";

type Forbidden = paths["/images"]["post"]["responses"][403]["content"][keyof paths["/images"]["post"]["responses"][403]["content"]];

export function explain(error: Forbidden): string {
  switch (error.${member}) {
${lines.join("\n")}
    default: {
      const left: never = error;
      return left;
    }
  }
}

export async function upload(): Promise<string | undefined> {
  const client = createClient<paths>({ baseUrl: "https://api.example.com" });
  const { error, response } = await client.POST("/images");
  if (error === undefined) return undefined;
  if (error.${member} === "${url("quota_exceeded")}") return error.action.type === "upgrade" ? error.action.url : error.usage.plan;
  // @ts-expect-error: a code that no status of the operation has
  if (error.${member} === "${url("not_under_hold")}") return "never";
  return response.headers.get("Retry-After") ?? error.${member};
}
`;

const codes: Readonly<Record<string, string>> = {
  account_banned: "return error.MESSAGE;",
  bad_origin: "return error.MESSAGE;",
  forbidden: "return error.MESSAGE;",
  insufficient_scope: 'return error.required_scope ?? "";',
  plan_required: 'return error.required_plan ?? "";',
  quota_exceeded:
    'return error.action.type === "verify" ? error.action.url : `${error.usage.uploads_used}`;',
  turnstile_failed: "return error.MESSAGE;",
};

const wires = {
  flat: { member: "error", message: "message", url: (code: string) => code },
  problem: {
    member: "type",
    message: "title ?? error.type",
    url: (code: string) => `https://errors.example.com/image-hosting/${code}`,
  },
};

const compilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noEmit: true,
  skipLibCheck: true,
  target: "es2022",
  lib: ["es2022", "dom"],
  module: "node16",
  moduleResolution: "node16",
  types: [],
};

/** What TypeScript says of a file. */
function compile(wire: string, file: string): string {
  const config = join(folder, wire, "tsconfig.json");
  writeFileSync(config, JSON.stringify({ compilerOptions, files: [file] }));
  try {
    return run("tsc", "-p", config, "--pretty", "false");
  } catch (error) {
    return (error as { readonly stdout: string }).stdout;
  }
}

function run(command: string, ...args: readonly string[]): string {
  return execFileSync(join(folder, "node_modules/.bin", command), args, {
    cwd: folder,
    encoding: "utf8",
  });
}

beforeAll(() => {
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  npm(["install", "--prefer-offline", "--no-audit", "--no-fund", ...dependencies], folder);
  for (const [wire, { member, message, url }] of Object.entries(wires)) {
    mkdirSync(join(folder, wire));
    const catalog = join(folder, wire, "catalog");
    execFileSync("cp", ["-R", join(root, "catalog"), catalog]);
    const path = join(catalog, "catalog.yaml");
    const text = readFileSync(path, "utf8");
    writeFileSync(
      path,
      text.replace(
        /\noutputs:[\s\S]*$/,
        `\noutputs:\n  openapi: { path: ../openapi.yaml, wire: ${wire} }\n`,
      ),
    );
    execFileSync(join(consumer, "node_modules/.bin/errdex"), ["build", catalog], { cwd: folder });
    run("openapi-typescript", join(wire, "openapi.yaml"), "-o", join(wire, "schema.ts"));
    const lines = Object.entries(codes).map(
      ([code, line]) => `    case "${url(code)}":\n      ${line.replace("MESSAGE", message)}`,
    );
    writeFileSync(join(folder, wire, "whole.ts"), client(member, lines, url));
    writeFileSync(
      join(folder, wire, "missing.ts"),
      client(
        member,
        lines.filter((line) => !line.includes("quota_exceeded")),
        url,
      ),
    );
  }
}, 300_000);

describe.each(Object.keys(wires))("a client that is generated from the document of %s", (wire) => {
  it("narrows an error by its code for an operation and a status", () => {
    expect(compile(wire, "whole.ts")).toBe("");
  });

  it("does not compile when a code of the status is missing", () => {
    expect(compile(wire, "missing.ts").trim().split("\n")).toEqual([
      expect.stringMatching(/missing\.ts\(\d+,\d+\): error TS2322: .*to type 'never'/),
    ]);
  });
});
