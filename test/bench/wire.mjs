/** What an error costs on its way out of an answer and into one, what comes out of broken answers, and how large a client is. */
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { types } from "node:util";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { emitJavaScript } from "../../dist/compiler.js";
import { flat, imgPro } from "../../dist/image-hosting/wire.js";
import { quotaExceeded } from "../../dist/image-hosting.js";
import { sound, writeAll } from "./compile-catalog.mjs";
import { generateCatalog } from "./generate-catalog.mjs";
import { interleave, median, number, printTable, ratio, target, withCallers } from "./harness.mjs";
import { makers } from "./quota-exceeded.mjs";
import { decodingInTurn, encodingInTurn } from "./wire-in-turn.mjs";
import { decoders, encoders, plainBody, samples } from "./wire-peers.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Runs the section. */
export async function run(folder, { few, many, ...rounds }) {
  const measure = (works) => interleave(inServiceOf(works), rounds);
  const targets = [];
  for (const [code, sample] of Object.entries(samples)) {
    console.log(`\nDecoding ${code}, in ns:\n`);
    targets.push(...decoding({ code, ...sample }, measure));
  }
  console.log("\nDecoding every example in turn, in ns:\n");
  targets.push(...decodingInTurn(rounds));
  console.log("\nWhat comes out of an answer:\n");
  await correctness();
  console.log("\nDecoding with more codes, in ns:\n");
  targets.push(...(await scaling({ few, many, folder }, measure)));
  console.log("\nEncoding, in ns:\n");
  targets.push(...encoding(measure));
  console.log("\nEncoding every example in turn, in ns:\n");
  targets.push(...encodingInTurn(rounds));
  console.log("\nA client in a bundle:\n");
  targets.push(...(await sizes()));
  return targets;
}

function decoding(sample, measure) {
  const { code, status } = sample;
  const contenders = {};
  for (const [name, { body, decode }] of Object.entries(decoders)) {
    const text = body({ code, ...sample });
    assertSame(name, decode(status, text), sample);
    contenders[name] = () => decode(status, text);
    contenders[parseOf(name)] = () => JSON.parse(text);
  }
  const measured = measure(contenders);
  // A difference of medians: in a single round it is smaller than what else happens on the machine.
  const above = (name) => median(measured[name]) - median(measured[parseOf(name)]);
  const byHand = "zod + Error by hand";
  printTable(
    ["", "JSON.parse", "decode", "above parse", "× zod + hand", "fields"],
    Object.entries(decoders).map(([name, { checks }]) => [
      name,
      number(median(measured[parseOf(name)]) * 1e6),
      number(median(measured[name]) * 1e6),
      number(above(name) * 1e6),
      number(above(name) / above(byHand), 2),
      checks,
    ]),
  );
  return [
    target(`decode ${code}, to zod + Error by hand`, above("errdex") / above(byHand), {
      atMost: 2 / 3,
    }),
    target(`decode ${code}, flat, to zod + Error by hand`, above("errdex, flat") / above(byHand), {
      atMost: 2 / 3,
    }),
    ...["oRPC", "Effect"].map((peer) =>
      target(`decode ${code}, faster than ${peer}`, above(peer) / above("errdex"), { atLeast: 5 }),
    ),
  ];
}

function parseOf(name) {
  return `JSON.parse of ${name}`;
}

/** Each with callers above it. */
function inServiceOf(works) {
  // One result of each stays alive: a collection that finds none drops the shape that optimised code relies on.
  const kept = new Map();
  const contenders = Object.entries(works).map(([name, work]) => {
    const loop = (count) => {
      let last;
      for (let index = 0; index < count; index += 1) last = work();
      kept.set(name, [work(), last]);
    };
    return [name, withCallers(loop)];
  });
  return Object.fromEntries(contenders);
}

// A comparison of unlike things would say nothing.
function assertSame(name, error, { code, message, fields }) {
  if (!isRight(error, code, message, fields)) throw new Error(`${name} decodes something else.`);
}

function isRight(error, code, message, fields) {
  const { data = error } = error ?? {};
  return (
    error instanceof Error &&
    codeOf(error) === code &&
    error.message === message &&
    Object.entries(fields).every(
      ([key, value]) => JSON.stringify(data[key]) === JSON.stringify(value),
    )
  );
}

function codeOf(error) {
  return error?.code ?? error?.error;
}

async function correctness() {
  const { status, message, fields } = samples.quota_exceeded;
  const broken = { ...fields, usage: { ...fields.usage, uploads_used: "many" } };
  const json = "application/json";
  const html = "<html><body>Bad gateway</body></html>";
  const cases = {
    valid: {
      status,
      type: json,
      write: (body) => body({ code: "quota_exceeded", status, message, fields }),
      right: (error) => isRight(error, "quota_exceeded", message, fields),
    },
    "wrong type in a field": {
      status,
      type: json,
      write: (body) => body({ code: "quota_exceeded", status, message, fields: broken }),
      // An error that says what is wrong, and is none whose fields a caller would read.
      right: (error) => codeOf(error) === "unrecognized" && error.issues.length > 0,
    },
    "unknown code": {
      status,
      type: json,
      write: (body) => body({ code: "brand_new", status, message, fields: {} }),
      right: (error) =>
        error.status === status && (error.receivedCode ?? error.code) === "brand_new",
    },
    HTML: {
      status: 502,
      type: "text/html",
      write: () => html,
      right: (error) => error.status === 502,
    },
    "no body": { status: 502, type: json, write: () => "", right: (error) => error.status === 502 },
  };
  const rows = [];
  for (const [name, { body, checks, decode, answer = decode }] of Object.entries(decoders)) {
    const row = [name];
    for (const { status, type, write, right } of Object.values(cases))
      row.push(await verdict(() => answer(status, write(body), type), right));
    rows.push([...row, checks]);
  }
  printTable(["", ...Object.keys(cases), "fields"], rows);
}

async function verdict(decode, right) {
  try {
    const error = await decode();
    if (error instanceof Error && right(error)) return "right";
    const marks = error?.defined === undefined ? "" : `, defined: ${error.defined}`;
    return `${codeOf(error) ?? `${error?.name}, no code`}${marks}`;
  } catch (error) {
    return `throws ${error.name}`;
  }
}

async function scaling({ few, many, folder }, measure) {
  const [small, large] = await Promise.all([few, many].map((codes) => generated(codes, folder)));
  const [fewCodes, manyCodes] = [few, many].map((codes) => `${number(codes)} codes`);
  const known = plainBody({
    code: "billing_account_limit_reached",
    message: "You have used 5 of 5 places of the free plan.",
    fields: {
      action: samples.quota_exceeded.fields.action,
      usage: { plan: "free", used: 5, limit: 5 },
    },
  });
  const unknown = plainBody({ code: "brand_new", message: "What is this?", fields: {} });
  const decode = ({ flat: format }, body) => format.decode({ status: 403, body });
  if (decode(large, known).code !== "billing_account_limit_reached")
    throw new Error("Not decoded.");
  const measured = measure({
    [`known, ${fewCodes}`]: () => decode(small, known),
    [`known, ${manyCodes}`]: () => decode(large, known),
    [`unknown, ${fewCodes}`]: () => decode(small, unknown),
    [`unknown, ${manyCodes}`]: () => decode(large, unknown),
  });
  printTable(
    ["", "decode"],
    Object.entries(measured).map(([name, values]) => [name, number(median(values) * 1e6)]),
  );
  return [
    target(
      `decode, ${manyCodes} to ${number(few)}`,
      ratio(measured, `known, ${manyCodes}`, `known, ${fewCodes}`),
      { atMost: 1.3 },
    ),
    target(
      `decode, an unknown code, ${manyCodes} to ${number(few)}`,
      ratio(measured, `unknown, ${manyCodes}`, `unknown, ${fewCodes}`),
      { atMost: 2 },
    ),
  ];
}

/** The client of a generated catalog, as JavaScript that imports errdex. */
async function generated(codes, folder) {
  const path = join(folder, `wire-${codes}`);
  await mkdir(join(path, "node_modules"), { recursive: true });
  await writeFile(join(path, "package.json"), '{ "type": "module" }');
  await symlink(root, join(path, "node_modules", "errdex"), "dir");
  await writeAll(path, emitJavaScript(sound(generateCatalog(codes))));
  return import(pathToFileURL(join(path, "client.js")).href);
}

function encoding(measure) {
  const { fields } = samples.quota_exceeded;
  const error = quotaExceeded(fields);
  const bare = { stack: false };
  const byHand = "by hand";
  const measured = measure({
    [byHand]: () =>
      JSON.stringify({
        error: error.code,
        message: error.message,
        action: error.action,
        usage: error.usage,
      }),
    "errdex, img.pro": () => JSON.stringify(imgPro.encode(error).body),
    "errdex, flat": () => JSON.stringify(flat.encode(error).body),
  });
  printTable(
    ["an error that exists", "ns", "× hand"],
    Object.entries(measured).map(([name, values]) => [
      name,
      number(median(values) * 1e6),
      number(ratio(measured, name, byHand), 2),
    ]),
  );
  const ours = "errdex, stack: false, img.pro";
  const peers = Object.fromEntries(
    Object.entries(makers)
      .filter(
        ([name, { make }]) => !/^errdex|by hand|^hand/.test(name) && types.isNativeError(make()),
      )
      .map(([name, { make }]) => [name, () => JSON.stringify(make())]),
  );
  const made = measure({
    [ours]: () => JSON.stringify(imgPro.encode(quotaExceeded(fields, bare)).body),
    ...peers,
    ...encoders,
  });
  console.log();
  printTable(
    ["construct and encode", "ns", "× errdex"],
    Object.entries(made).map(([name, values]) => [
      name,
      number(median(values) * 1e6),
      number(ratio(made, name, ours), 1),
    ]),
  );
  const others = Object.keys(made).filter((name) => name !== ours);
  const fastest = others.reduce((a, b) => (median(made[a]) < median(made[b]) ? a : b));
  return [
    target(
      "encode, img.pro, to JSON.stringify by hand",
      ratio(measured, "errdex, img.pro", byHand),
      {
        atMost: 1.3,
      },
    ),
    target("encode, flat, to JSON.stringify by hand", ratio(measured, "errdex, flat", byHand), {
      atMost: 1.3,
    }),
    target(
      `construct + encode, faster than the fastest peer (${fastest})`,
      ratio(made, fastest, ours),
      { atLeast: 5 },
    ),
  ];
}

async function sizes() {
  const client = join(root, "dist/image-hosting/client.js");
  const from = (name, path) => `export { ${name} } from ${JSON.stringify(path)};`;
  const formats = ["flat", "imgPro", "imagizer", "picora", "pinarkive", "imagebin", "problem"];
  const rows = await Promise.all([
    ...formats.map((name) => size(`${name} of errdex/image-hosting/client`, from(name, client))),
    size("decode of errdex/image-hosting", from("decode", join(root, "dist/image-hosting.js"))),
    size("one object of zod/mini", zodClient("zod/mini")),
    size("one object of zod", zodClient("zod")),
  ]);
  printTable(
    ["bytes", "minified", "gzip"],
    rows.map(({ name, minified, gzip }) => [name, number(minified), number(gzip)]),
  );
  const kilobytes = (value) => `${number(value / 1000, 1)} kB`;
  return rows
    .filter(({ name }) => name.endsWith("/client") && !name.startsWith("problem"))
    .map(({ name, gzip }) =>
      target(`client, ${name.split(" ")[0]}, gzip`, gzip, { atMost: 5000 }, kilobytes),
    );
}

function zodClient(entry) {
  return `import * as z from "${entry}";
export const schema = z.discriminatedUnion("error", [z.object({ error: z.literal("not_found"), message: z.string() })]);
export const read = (text) => schema.safeParse(JSON.parse(text));`;
}

async function size(name, contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, loader: "js" },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
    logLevel: "silent",
  });
  const [{ contents: code, text }] = outputFiles;
  if (!name.includes("zod") && text.includes("ZodType"))
    throw new Error(`${name} brings zod along.`);
  return { name, minified: code.length, gzip: gzipSync(code, { level: 9 }).length };
}
