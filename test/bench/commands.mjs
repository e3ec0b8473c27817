/** What people wait for: the start of the command, and builds where nothing or little changed. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { writeAll } from "./compile-catalog.mjs";
import { generateCatalog } from "./generate-catalog.mjs";
import { median, number, printTable, ratio, target } from "./harness.mjs";
import { errdex, runMeasured } from "./run-measured.mjs";

/** Runs the section. */
export async function run(folder, { rounds, builds, codes }) {
  const home = join(folder, "home");
  await mkdir(home);
  const env = { ...process.env, HOME: home, XDG_CACHE_HOME: "", LOCALAPPDATA: "" };
  const small = join(folder, "commands-small");
  const large = join(folder, "commands-large");
  for (const place of [small, large]) await mkdir(join(place, "node_modules"), { recursive: true });
  runMeasured(errdex("init"), { cwd: small, env });
  runMeasured(errdex("build"), { cwd: small, env });
  const files = generateCatalog(codes).map(({ path, content }) => ({ path, text: content }));
  await writeAll(join(large, "catalog"), files);
  runMeasured(errdex("build"), { cwd: large, env });
  const { path } = files.at(-1);
  const touch = async (round) => {
    const file = join(large, "catalog", path);
    await writeFile(
      file,
      (await readFile(file, "utf8")).replace(/Problem \d*/, `Problem ${round}`),
    );
  };
  const time = (args, cwd) => runMeasured(args, { cwd, env, withUsage: false }).clock * 1000;
  const contenders = {
    "node -e 0": () => time(["-e", "0"], small),
    "errdex --version": () => time(errdex("--version"), small),
    "errdex check, 3 codes": () => time(errdex("check"), small),
    "errdex build, unchanged, 3 codes": () => time(errdex("build"), small),
    "errdex build, the same without its cache": () => time(errdex("build", "--no-cache"), small),
    [`errdex build, unchanged, ${number(codes)} codes`]: () => time(errdex("build"), large),
  };
  const whole = {
    "a whole build": () => time(errdex("build", "--no-cache"), large),
    "a build after one file was touched": async (round) => {
      await touch(round);
      return time(errdex("build"), large);
    },
  };
  const measured = {
    ...(await inTurns(contenders, rounds)),
    ...(await inTurns(whole, builds)),
  };
  printTable(
    ["command", "ms", "× node -e 0"],
    Object.entries(measured).map(([name, values]) => [
      name,
      number(median(values), 0),
      number(median(values) / median(measured["node -e 0"]), 2),
    ]),
  );
  const [bare, version, check, start, uncached, unchanged] = Object.keys(contenders);
  const [cold, touched] = Object.keys(whole);
  return [
    target(`${version}, to ${bare}`, ratio(measured, version, bare), { atMost: 2 }),
    target(`${check}, to ${bare}`, ratio(measured, check, bare), { atMost: 3.5 }),
    target(`${unchanged}, to 3 codes`, ratio(measured, unchanged, start), { atMost: 1.5 }),
    target(`${unchanged}, to 3 codes without the cache`, ratio(measured, unchanged, uncached), {
      atMost: 1.5,
    }),
    target(`${touched}, to ${cold}`, ratio(measured, touched, cold), { atMost: 1 / 3 }),
  ];
}

async function inTurns(contenders, rounds) {
  const measured = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const [name, work] of Object.entries(contenders)) measured[name].push(await work(round));
  return measured;
}
