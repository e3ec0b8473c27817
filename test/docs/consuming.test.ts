/** What docs/consuming.md shows, from pasted answers to a narrowed union. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { run } from "../../src/cli/run.js";
import { emitTypeScript } from "../../src/emit/typescript/emit-typescript.js";
import { root } from "../shipped-catalog.js";
import { type CatalogTexts, catalogOf, shown } from "../support/catalog-of.js";
import { runModule } from "../support/run-module.js";
import { recordingHost, workplace } from "../support/workplace.js";
import { type Fence, fencesOf } from "./fences.js";

const fences = fencesOf(readFileSync(`${root}docs/consuming.md`, "utf8"));
const texts = Object.fromEntries(
  fences.flatMap(({ code }): [string, string][] => {
    const [, path] = /^# (catalog\/\S+)\n/.exec(code) ?? [];
    return path === undefined ? [] : [[path, code]];
  }),
);
const inside: CatalogTexts = Object.fromEntries(
  Object.entries(texts).map(([path, text]) => [path.replace("catalog/", ""), text]),
);

/** Each answer, and what the page says that it is read as. */
const answers = fences.flatMap(({ language, code }, index) => {
  if (language !== "http") return [];
  const read = fences.slice(index).find((each) => each.language === "text");
  return [{ code, read: read?.code ?? "" }];
});

it("the catalog has nothing wrong with it", () => {
  expect(Object.keys(texts).length).toBe(5);
  expect(shown(catalogOf(inside).diagnostics)).toEqual([]);
});

it.each(answers)("errdex decode says what the page says: $code", async ({ code, read }) => {
  const { folder } = workplace(texts);
  const [, wire = ""] = /^Wire format: (\S+)/m.exec(read) ?? [];
  const { host, said } = recordingHost(folder, code);
  const exit = read.startsWith("unrecognized") ? 1 : 0;
  expect(await run(["decode", "--wire", wire], host)).toBe(exit);
  expect(said.out).toBe(read);
});

/** What a snippet of the page exports. */
async function snippet(first: string): Promise<Record<string, unknown>> {
  const { catalog } = catalogOf(inside);
  if (catalog === undefined) throw new Error("The page has no catalog.");
  const snippets = fences.filter(({ language }: Fence) => language === "ts");
  const code = snippets.find((each) => each.code.includes(first))?.code ?? "";
  const module = emitTypeScript(catalog).map(({ path, text }) => [`errors/${path}`, text]);
  return runModule({ "snippet.ts": code, ...Object.fromEntries(module) });
}

it("the client tells what it was answered", async () => {
  const { play } = (await snippet("export async function play")) as {
    readonly play: (address: string) => Promise<string>;
  };
  let answer = "";
  const server = createServer((_, response) => {
    const [head = "", body = ""] = answer.split("\n\n");
    const [first = "", ...headers] = head.split("\n");
    for (const [name = "", value = ""] of headers.map((line) => line.split(": ")))
      response.setHeader(name, value);
    response.writeHead(Number(first.split(" ")[1])).end(body);
  });
  onTestFinished(() => void server.close());
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const told: string[] = [];
  for (const { code } of answers.slice(0, 4)) {
    answer = code;
    told.push(await play(address));
  }
  expect(told).toEqual([
    "Open Spotify on a device first.",
    "Come back in 4 seconds.",
    "Sign in again.",
    "PREMIUM_REQUIRED: Player command failed: Premium required",
  ]);
});

it("errors of both services are one union", async () => {
  const { tell } = (await snippet("export function tell")) as {
    readonly tell: (thrown: unknown) => string;
  };
  const { error } = await snippet("export const error = invalidFormBody");
  expect([tell(error), tell(new TypeError("x"))]).toEqual([
    "This field is required",
    "Something went wrong.",
  ]);
});
