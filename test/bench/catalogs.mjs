/** What several catalogs cost a compiler beside one, and what it takes to import a list. */
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sound, writeAll } from "./compile-catalog.mjs";
import { generateCatalog } from "./generate-catalog.mjs";
import { consumer } from "./hand-written-types.mjs";
import { median, number, printTable, ratio, target } from "./harness.mjs";
import { errdex, runMeasured } from "./run-measured.mjs";
import { runNode } from "./run-node.mjs";

const checker = fileURLToPath(new URL("type-check.mjs", import.meta.url));
const runtime = fileURLToPath(new URL("../../dist/generated.d.ts", import.meta.url));
const forms = { "generated .d.ts": "js", "generated .ts": "ts" };

/** Runs the section. */
export async function run(folder, { codes, rounds, rows, imports }) {
  const place = join(folder, "catalogs");
  const types = await typeChecks(place, codes, rounds);
  const lists = await importing(join(folder, "lists"), rows, imports);
  printTable(
    ["type-check", "ms", "× one catalog", "MB"],
    Object.keys(forms).flatMap((form) =>
      ["one", "two"].map((kind) => [
        `${number(2 * codes)} codes in ${kind}, ${form}`,
        number(median(types[`${form} ${kind}`].map(({ total }) => total))),
        number(ratio(totals(types), `${form} ${kind}`, `${form} one`), 2),
        number(median(types[`${form} ${kind}`].map(({ bytes }) => bytes)) / 1e6),
      ]),
    ),
  );
  console.log();
  printTable(
    [`${number(rows)} rows`, "ms", "× check"],
    Object.entries(lists).map(([name, values]) => [
      name,
      number(median(values)),
      number(ratio(lists, name, "check"), 2),
    ]),
  );
  return [
    ...Object.keys(forms).map((form) =>
      target(
        `types, two catalogs of ${number(codes)} codes to one of both, ${form}`,
        ratio(totals(types), `${form} two`, `${form} one`),
        { atMost: 1.1 },
      ),
    ),
    target(`import of ${number(rows)} rows, to check`, ratio(lists, "import", "check"), {
      atMost: 3,
    }),
  ];
}

function totals(types) {
  return Object.fromEntries(
    Object.entries(types).map(([name, all]) => [name, all.map(({ total }) => total)]),
  );
}

async function typeChecks(place, codes, rounds) {
  const files = generateCatalog(2 * codes);
  const [head, ...errors] = files;
  const halves = halvesOf(errors);
  await writeAll(place, [{ path: "package.json", text: "{}\n" }]);
  await writeCatalog(join(place, "one"), head, errors);
  for (const [index, half] of halves.entries()) {
    const name = ["left", "right"][index];
    const content = withoutEmpty(head.content.replace("catalog: bench", `catalog: ${name}`), half);
    await writeCatalog(join(place, name), { ...head, content }, half);
  }
  await writeCatalog(join(place, "two"), {
    path: "catalog.yaml",
    content:
      "catalog: bench\ntitle: Errors of both\nversion: 1.0.0\ncategories: {}\nuses: { left: ../../left/catalog, right: ../../right/catalog }\n",
  });
  const names = ["one", "left", "right", "two"].map((name) => join(place, name, "catalog"));
  runMeasured(errdex("build", ...names), { cwd: place, allowed: [0] });
  const whole = sound(files);
  const measured = {};
  for (const [form, output] of Object.entries(forms))
    for (const kind of ["one", "two"]) {
      const path = join(place, `${kind}-${output}.ts`);
      await writeFile(path, consumer(whole, `./${kind}/${output}/index.js`));
      measured[`${form} ${kind}`] = { path, runs: [] };
    }
  for (let round = 0; round < rounds; round += 1)
    for (const { path, runs } of Object.values(measured)) runs.push(await check(path));
  return Object.fromEntries(Object.entries(measured).map(([name, { runs }]) => [name, runs]));
}

/** Files with about as many codes each side. */
function halvesOf(errors) {
  const middle = Math.ceil(errors.length / 2);
  return [errors.slice(0, middle), errors.slice(middle)];
}

function withoutEmpty(head, files) {
  return head.replace(/^ {2}(\w+): The service .*\n/gm, (line, name) =>
    files.some(({ content }) => content.startsWith(`category: ${name}\n`)) ? line : "",
  );
}

async function writeCatalog(folder, head, files = []) {
  const text = `${head.content.replace(/^outputs:.*\n/m, "")}outputs: { typescript: ../ts, javascript: ../js }\n`;
  await writeAll(join(folder, "catalog"), [
    { path: "catalog.yaml", text },
    ...files.map(({ path, content }) => ({ path, text: content })),
  ]);
}

async function check(file) {
  const { stdout } = await runNode(["--max-old-space-size=4096", checker, file, runtime]);
  const result = JSON.parse(stdout);
  if (result.problem !== undefined) throw new Error(`${file} does not compile: ${result.problem}`);
  return result;
}

async function importing(place, rows, rounds) {
  const lines = sound(generateCatalog(rows)).entries.map(({ code, statuses, title, messages }) =>
    [code, statuses[0].value, title.value, messages[0].text]
      .map((text) => JSON.stringify(String(text)))
      .join(","),
  );
  const measured = { check: [], import: [], "the same list again": [] };
  for (let round = 0; round < rounds; round += 1) {
    await mkdir(place, { recursive: true });
    await writeFile(
      join(place, "codes.csv"),
      ["code,status,title,message", ...lines, ""].join("\n"),
    );
    const time = (args, allowed = [0]) =>
      runMeasured(errdex(...args), { cwd: place, allowed, withUsage: false }).clock * 1000;
    const importList = ["import", "codes.csv", "--catalog", "catalog"];
    measured.import.push(time(importList));
    const before = await textsIn(join(place, "catalog"));
    measured["the same list again"].push(time(importList));
    if (before !== (await textsIn(join(place, "catalog"))))
      throw new Error("The second import wrote something.");
    measured.check.push(time(["check", "catalog"], [0, 1]));
    await rm(place, { recursive: true });
  }
  return measured;
}

/** The files of a folder with their texts, as one text. */
async function textsIn(folder) {
  const names = (await readdir(folder, { recursive: true })).sort();
  const files = names.filter((name) => /\.\w+$/.test(name));
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), "utf8")));
  return files.map((name, index) => `${name}\n${texts[index]}`).join("\n");
}
