/** What the generated types cost a compiler, beside the same types written by hand. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { emitJavaScript, emitTypeScript } from "../../dist/compiler.js";
import { sound, writeAll } from "./compile-catalog.mjs";
import { generateCatalog } from "./generate-catalog.mjs";
import { consumer, handWrittenClasses, handWrittenTypes } from "./hand-written-types.mjs";
import { median, number, printTable, ratio, target } from "./harness.mjs";
import { runNode } from "./run-node.mjs";

const checker = fileURLToPath(new URL("type-check.mjs", import.meta.url));
const runtime = fileURLToPath(new URL("../../dist/generated.d.ts", import.meta.url));

/** Form → the form by hand that it is compared with: types alone with types alone, constructors with constructors. */
const forms = {
  "types by hand": "types by hand",
  "generated .d.ts": "types by hand",
  "classes by hand": "classes by hand",
  "generated .ts": "classes by hand",
};

/** Runs the section. */
export async function run(folder, sizes) {
  const results = new Map();
  for (const { codes, rounds } of sizes) {
    const files = await write(codes, join(folder, `types-${codes}`));
    const runs = Object.fromEntries(Object.keys(forms).map((form) => [form, []]));
    for (let round = 0; round < rounds; round += 1) {
      for (const form of Object.keys(forms)) runs[form].push(await check(files[form]));
    }
    results.set(codes, runs);
  }
  printTable(
    ["codes, form", "parse ms", "check ms", "× hand", "total ms", "× hand", "instantiations", "MB"],
    [...results].flatMap(([codes, runs]) =>
      Object.keys(forms).map((form) => [
        `${number(codes)}, ${form}`,
        number(median(series(runs, form, "parse"))),
        number(median(series(runs, form, "check"))),
        number(toBase(runs, form, forms[form], "check"), 2),
        number(median(series(runs, form, "total"))),
        number(toBase(runs, form, forms[form]), 2),
        number(runs[form][0].instantiations),
        number(median(series(runs, form, "bytes")) / 1e6),
      ]),
    ),
  );
  const [usual, largest] = sizes.slice(-2).map(({ codes }) => codes);
  const gigabytes = (value) => `${number(value, 2)} GB`;
  const toHand = (form, base) =>
    target(
      `types, ${number(usual)} codes, ${form} to ${base}`,
      toBase(results.get(usual), form, base),
      { atMost: 1.3 },
    );
  const memory = (form) =>
    target(
      `types, ${number(largest)} codes, ${form}, memory`,
      median(series(results.get(largest), form, "bytes")) / 1e9,
      { atMost: 1.5 },
      gigabytes,
    );
  return [
    toHand("generated .d.ts", "types by hand"),
    toHand("generated .ts", "classes by hand"),
    toHand("generated .ts", "types by hand"),
    memory("generated .d.ts"),
    memory("generated .ts"),
  ];
}

function series(runs, form, figure) {
  return runs[form].map((each) => each[figure]);
}

function toBase(runs, form, base, figure = "total") {
  return ratio(
    { form: series(runs, form, figure), base: series(runs, base, figure) },
    "form",
    "base",
  );
}

async function write(codes, folder) {
  const catalog = sound(generateCatalog(codes));
  await writeAll(join(folder, "ts"), emitTypeScript(catalog));
  await writeAll(join(folder, "js"), emitJavaScript(catalog));
  await writeAll(join(folder, "hand"), [{ path: "index.ts", text: handWrittenTypes(catalog) }]);
  await writeAll(join(folder, "classes"), [
    { path: "index.ts", text: handWrittenClasses(catalog) },
  ]);
  const consume = async (form) => {
    const path = join(folder, `${form}.ts`);
    await writeFile(path, consumer(catalog, `./${form}/index.js`));
    return path;
  };
  return {
    "types by hand": await consume("hand"),
    "generated .d.ts": await consume("js"),
    "classes by hand": await consume("classes"),
    "generated .ts": await consume("ts"),
  };
}

async function check(file) {
  const { stdout } = await runNode(["--max-old-space-size=4096", checker, file, runtime]);
  const result = JSON.parse(stdout);
  if (result.problem !== undefined) throw new Error(`${file} does not compile: ${result.problem}`);
  return result;
}
