/** Declarations in programs that are compiled for a browser, for Node, and for neither. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { root } from "../shipped-catalog.js";
import { depot } from "./depot.js";

const project = depot("{ typescript: ../src/errors }", { keep: true });
project.errdex("build");
afterAll(() => rmSync(project.folder, { recursive: true, force: true }));

const imports = `import * as compiler from "errdex/compiler";
import * as coverage from "errdex/coverage";
import * as client from "errdex/image-hosting/client";
import * as requests from "errdex/client";
import { decode, encode, notFound } from "errdex/image-hosting";
import * as german from "errdex/image-hosting/locales/de";
import * as wire from "errdex/image-hosting/wire";
import { readResponse, toResponse } from "errdex";
import * as own from "./errors/index.js";
import * as ownWire from "./errors/wire.js";
export const api = requests.createFetch(client.imgPro, { timeout: 10 });
export const all = [requests, compiler, coverage, client, german, own, ownWire, wire];
`;

const bare = `${imports}
export async function run(): Promise<string> {
  const { status, headers, body } = toResponse(encode(notFound()));
  const headersOf = { forEach: headers.forEach, get: (name: string) => headers.get(name) };
  return decode(await readResponse({ status, headers: headersOf, body })).code;
}
// @ts-expect-error: what has no body is nothing to read.
export const wrong = readResponse({ status: 200, headers: { forEach() {}, get: () => null } });
`;

const fetching = `${imports}
type Handler = (request: Request) => Response | Promise<Response>;
export const handler: Handler = (request) => {
  const answer = toResponse(encode(notFound()));
  return request.method === "HEAD" ? new Response(null, answer) : answer.clone();
};
export async function run(): Promise<string> {
  const response: Response = await api(new Request("https://example.com"), { method: "GET" });
  const same: typeof fetch = api;
  await same("https://example.com");
  await response.clone().json();
  return decode(await readResponse(response)).code;
}
// @ts-expect-error: it is the platform's own, not just anything.
toResponse(encode(notFound())).nothing;
`;

const programs = {
  "neither a browser nor Node": { lib: ["es2022"], types: [], main: bare },
  "a browser": { lib: ["es2022", "dom"], types: [], main: fetching },
  Node: { lib: ["es2022"], types: ["node"], main: fetching },
  both: { lib: ["es2022", "dom", "dom.iterable"], types: ["node"], main: fetching },
};

describe.each(Object.entries(programs))("compiled for %s", (_, { lib, types, main }) => {
  it.each(["typescript55", "typescript", "typescript7"])(
    "all declarations are whole: %s",
    (compiler) => {
      const options = {
        strict: true,
        exactOptionalPropertyTypes: true,
        module: "nodenext",
        target: "es2022",
        skipLibCheck: false,
        noEmit: true,
        typeRoots: [`${root}node_modules/@types`],
        lib,
        types,
      };
      project.write({
        "src/main.ts": main,
        "tsconfig.json": JSON.stringify({ compilerOptions: options, include: ["src"] }),
      });
      const tsc = join(root, "node_modules", compiler, "bin/tsc");
      expect(project.run(process.execPath, tsc, "--pretty", "false")).toBe("");
    },
  );
});
