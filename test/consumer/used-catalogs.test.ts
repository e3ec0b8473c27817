import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { entryText, errorsText, headText } from "../support/catalog-of.js";
import { npm } from "./npm.js";

const scratch = mkdtempSync(join(tmpdir(), "errdex-uses-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const files = (folder: string, texts: Readonly<Record<string, string>>) => {
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
};

const run = (folder: string, ...argv: readonly string[]): string => {
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, {
    cwd: folder,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${argv.join(" ")}: ${stdout}${stderr}`);
  return stdout;
};
const errdex = (folder: string, ...argv: readonly string[]) =>
  run(folder, join(inject("consumer"), "node_modules/errdex/dist/cli.js"), ...argv);

const packed = (folder: string): string => {
  const [{ filename }] = JSON.parse(npm(["pack", "--json", "--ignore-scripts"], folder));
  return join(folder, filename);
};

/** A package with a catalog, and what it depends on. */
const packageFiles = (
  name: string,
  { version = "1.0.0", uses = "", entries = [] as readonly string[], needs = {} },
) => ({
  "package.json": JSON.stringify({
    name: `@acme/${name}-errors`,
    version,
    type: "module",
    errdex: "catalog",
    files: ["catalog", "errors"],
    exports: { ".": "./errors/index.js", "./wire": "./errors/wire.js" },
    dependencies: { errdex: `file:${inject("tarball")}`, ...needs },
  }),
  "catalog/catalog.yaml": headText(
    `docs: https://errors.example.com/${name}/{code}`,
    "wire: problem",
    "outputs: { javascript: ../errors }",
    ...(uses === "" ? [] : [`uses: ${uses}`]),
  )
    .replace("catalog: shop", `catalog: ${name}`)
    .replace("{ orders: Orders }", "{ main: Main }"),
  "catalog/errors/main.yaml": errorsText(...entries).replace("category: orders", "category: main"),
});

const authRequired = (...more: readonly string[]) =>
  entryText("auth_required", {
    status: "401",
    title: "Sign in",
    message: "Sign in first.",
    challenge: "{}",
    fields: `{ realm?: string${more.join("")} }`,
  });
const platformFiles = (version: string, entry: string) =>
  packageFiles("platform", { version, entries: [entry] });

/** Two services on sockets, and a gateway that reads both and passes on what it read. */
const script = `
import { createServer } from "node:http";
import { once } from "node:events";
import { authRequired as theirs } from "@acme/platform-errors";
import * as orders from "@acme/orders-errors";
import { problem as ordersProblem } from "@acme/orders-errors/wire";
import { decode, encode, isGatewayError, match } from "./errors/index.js";
import { readResponse, toResponse } from "errdex";

const answer = (error) => async (_request, response) => {
  const { status, headers, body } = ordersProblem.encode(error);
  response.writeHead(status, headers);
  response.end(JSON.stringify(body));
};
const said = [];
for (const error of [orders.authRequired({ realm: "orders" }), orders.outOfStock()]) {
  const server = createServer(answer(error)).listen(0);
  await once(server, "listening");
  const response = await fetch("http://localhost:" + server.address().port);
  const read = decode(await readResponse(response));
  const passed = toResponse(encode(read, { passThrough: true }));
  said.push({
    challenge: response.headers.get("www-authenticate"),
    isKnown: isGatewayError(read),
    code: match(read, { auth_required: ({ realm }) => "sign in to " + realm, out_of_stock: () => "nothing left" }, () => "?"),
    status: passed.status,
    type: (await passed.json()).type,
  });
  server.close();
}
console.log(JSON.stringify({ said, isSame: theirs === orders.authRequired }));
`;

const pnpm = join(scratch, "tools/node_modules/pnpm/bin/pnpm.cjs");
const installers: Readonly<Record<string, (folder: string) => void>> = {
  npm: (folder) => npm(["install", "--prefer-offline", "--no-audit", "--no-fund"], folder),
  pnpm: (folder) =>
    run(folder, pnpm, "install", "--no-frozen-lockfile", "--prefer-offline", "--ignore-scripts"),
};

describe("three packages with a catalog each, installed from tarballs", () => {
  let platform = "";
  let newer = "";
  beforeAll(() => {
    const made = (version: string, entry: string) => {
      const folder = join(scratch, `platform-${version}`);
      files(folder, platformFiles(version, entry));
      errdex(folder, "build");
      return packed(folder);
    };
    platform = made("1.0.0", authRequired());
    newer = made("1.1.0", authRequired(", scope?: string").replace("status: 401", "status: 403"));
    files(join(scratch, "tools"), { "package.json": '{ "private": true }' });
    npm(
      ["install", "--prefer-offline", "--no-audit", "--no-fund", "pnpm@10.24.0"],
      join(scratch, "tools"),
    );
  }, 300_000);

  it.each(["npm", "pnpm"])(
    "work together under %s",
    (manager) => {
      const at = (name: string) => join(scratch, manager, name);
      const install = installers[manager] as (folder: string) => void;
      const uses = '{ platform: "@acme/platform-errors" }';
      const needs = { "@acme/platform-errors": `file:${platform}` };
      files(
        at("orders"),
        packageFiles("orders", { uses, needs, entries: [entryText("out_of_stock")] }),
      );
      install(at("orders"));
      errdex(at("orders"), "build");
      errdex(at("orders"), "release");
      const orders = packed(at("orders"));

      files(at("gateway"), {
        ...packageFiles("gateway", {
          uses: '{ platform: "@acme/platform-errors", orders: "@acme/orders-errors" }',
          needs: { ...needs, "@acme/orders-errors": `file:${orders}` },
        }),
        "catalog/errors/main.yaml": "category: main\nerrors: {}\n",
        "main.mjs": script,
      });
      install(at("gateway"));
      errdex(at("gateway"), "build");
      expect(JSON.parse(run(at("gateway"), "main.mjs"))).toEqual({
        said: [
          {
            challenge: "Bearer",
            isKnown: true,
            code: "sign in to orders",
            status: 401,
            type: "https://errors.example.com/platform/auth_required",
          },
          {
            challenge: null,
            isKnown: true,
            code: "nothing left",
            status: 409,
            type: "https://errors.example.com/orders/out_of_stock",
          },
        ],
        isSame: true,
      });

      const upgraded = readFileSync(join(at("orders"), "package.json"), "utf8");
      files(at("orders"), { "package.json": upgraded.replace(platform, newer) });
      install(at("orders"));
      const diff = () => errdex(at("orders"), "diff", "released");
      expect(diff).toThrow(/auth_required.*401/s);
    },
    300_000,
  );
});
