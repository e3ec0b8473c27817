/** What docs/http-catalog.md begins with, command by command, over a socket. */
import { spawn } from "node:child_process";
import { readFileSync, symlinkSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { fencesOf } from "../docs/fences.js";
import { root } from "../shipped-catalog.js";
import { typeCheck } from "../support/type-check.js";
import { type Workplace, workplace } from "../support/workplace.js";

const fences = fencesOf(readFileSync(`${root}docs/http-catalog.md`, "utf8"));
const commands = fences
  .filter(({ language }) => language === "sh")
  .flatMap(({ code }) => code.trim().split("\n"))
  .map((line) => line.replace(/^npx /, "").split(" "));
const service = fences.find(({ code }) => code.startsWith("// src/service.ts"))?.code ?? "";
const json = fences.find(({ language }) => language === "json")?.code ?? "";

/** An empty folder with the package in it. */
function installed(): Workplace {
  const place = workplace({ "node_modules/.keep": "" });
  symlinkSync(root, join(place.folder, "node_modules/errdex"));
  return place;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** What the service answers first. */
async function answerOf(place: Workplace, text: string): Promise<unknown> {
  const port = await freePort();
  place.write({
    "package.json": '{ "type": "module" }',
    "src/service.ts": text.replace("8080", String(port)),
  });
  const tsx = import.meta.resolve("tsx");
  const child = spawn(process.execPath, ["--import", tsx, "src/service.ts"], {
    cwd: place.folder,
    stdio: "ignore",
  });
  onTestFinished(() => void child.kill());
  for (let tries = 0; ; tries += 1)
    try {
      return await (await fetch(`http://127.0.0.1:${port}/orders/7`)).json();
    } catch (error) {
      if (tries > 100) throw error;
      await new Promise((done) => setTimeout(done, 100));
    }
}

const sources = (place: Workplace) =>
  Object.fromEntries(
    place
      .files("src")
      .filter((path) => path.endsWith(".ts"))
      .map((path) => [path, place.read(path)]),
  );

it("a service answers after three commands and the page's few lines, and then with a code of its own", async () => {
  const place = installed();
  const run = commands.filter(([first, second]) => first === "errdex" && second !== "add");
  expect(run.map((words) => words.join(" "))).toEqual([
    "errdex init --uses errdex/http",
    "errdex build",
  ]);
  for (const [, ...words] of run)
    expect(await place.errdex(words)).toMatchObject({ code: 0, err: "" });
  expect(await answerOf(place, service)).toEqual(JSON.parse(json));
  expect(typeCheck(sources(place))).toEqual([]);

  const [, ...add] = commands.find(([, second]) => second === "add") ?? [];
  const filled = [
    "--resolver",
    "user",
    "--retry",
    "never",
    "--meaning",
    "It is sold out.",
    "--cause",
    "Somebody bought it.",
    "--fix",
    "Order another.",
  ];
  expect(await place.errdex([...add, ...filled])).toMatchObject({ code: 0, err: "" });
  expect(await place.errdex(["check", "--max-warnings", "0"])).toMatchObject({ code: 0 });
  expect(await place.errdex(["build"])).toMatchObject({ code: 0, err: "" });
  expect(await answerOf(place, service.replaceAll("notFound", "outOfStock"))).toMatchObject({
    type: expect.stringMatching(/^urn:[\w-]+:out_of_stock$/),
    status: 409,
  });
}, 120_000);

it("errdex init --uses says what it cannot use", async () => {
  const place = installed();
  const other = "catalog: other\ntitle: Others\nversion: 1.0.0\nconsumes: true\ncategories: {}\n";
  place.write({ "package.json": "{}", "other/catalog.yaml": other });
  for (const [words, said] of [
    [["--uses", "nothing"], "The package nothing is not installed."],
    [["--uses", "errdex/htp"], "Use one by its `module`: errdex/image-hosting, errdex/http."],
    [["--uses", "./nowhere"], "There is no folder ./nowhere."],
    [["--uses", "./other"], "./other only consumes: its codes are not for answers of yours."],
    [["--uses", "errdex/http", "--wire", "github"], "leave out --wire and --consume"],
  ] as const)
    expect(await place.errdex(["init", ...words])).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringContaining(said),
    });
});

it("errdex init --uses takes a folder, as seen from where the catalog will be", async () => {
  const place = installed();
  const other =
    "catalog: other\ntitle: Others\nversion: 1.0.0\ncategories: {}\noutputs: { typescript: src }\n";
  place.write({ "package.json": "{}", "platform/catalog.yaml": other });
  expect(await place.errdex(["init", "shop", "--uses", "platform/"])).toMatchObject({ code: 2 });
  expect(await place.errdex(["init", "shop", "--uses", "./platform"])).toMatchObject({ code: 0 });
  expect(place.read("shop/catalog/catalog.yaml")).toContain('\n  other: "../../platform" ');
  expect(await place.errdex(["check", "shop/catalog"])).toMatchObject({ code: 0 });
});
