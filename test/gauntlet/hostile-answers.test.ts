/** Whatever comes, every format of an API in production decodes it as an error, and encodes that. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readCatalogFiles } from "../../src/disk/read-catalog-files.js";
import { loadCatalog } from "../../src/load/load-catalog.js";
import type { CatalogError } from "../../src/runtime/index.js";
import { type AnyWireFormat, runCatalog } from "../../src/wire/running-catalog.js";
import { type Cases, formatsFolder } from "./cases.js";

/** The answers of a format that stand in its cases. */
function casesOf(name: string): Cases {
  return JSON.parse(readFileSync(`${formatsFolder}${name}/cases.json`, "utf8")) as Cases;
}

async function formatOf(name: string, wire: string | undefined): Promise<AnyWireFormat> {
  const folder = `${formatsFolder}${name}/catalog`;
  const { catalog } = loadCatalog(await readCatalogFiles(folder, folder));
  const format = catalog && runCatalog(catalog).formats.get(wire ?? catalog.wire.value);
  if (format === undefined) throw new Error(`There is no format ${name}.`);
  return format;
}

/** Whole takes minutes: `npm run matrix`. */
const isFull = process.env.ERRDEX_MATRIX === "full";
/** Places of a body in which something else is put. */
const mostPlaces = isFull ? 20 : 5;
/** How long the longest texts and lists are. */
const most = isFull ? 1_000_000 : 100_000;
/** How many members the widest objects have. */
const widest = isFull ? 20_000 : 5000;

const throwing = new Proxy(
  {},
  {
    get: () => {
      throw new Error("never");
    },
    ownKeys: () => {
      throw new Error("never");
    },
  },
);
const revoked = Proxy.revocable({}, {});
revoked.revoke();

const nested = (levels: number, value: unknown): unknown =>
  JSON.parse(`${'{"a":['.repeat(levels)}${JSON.stringify(value ?? null)}${"]}".repeat(levels)}`);

/** What stands instead of a value. */
const instead: Readonly<Record<string, (value: unknown) => unknown>> = {
  "a getter that throws": (value) =>
    Object.defineProperty({ ...(value as object) }, "a", {
      enumerable: true,
      get: () => {
        throw new Error("never");
      },
    }),
  "a proxy that throws": () => throwing,
  "a revoked proxy": () => revoked.proxy,
  "the names of a prototype": (value) =>
    JSON.parse(
      `{"__proto__":${JSON.stringify(value ?? null)},"constructor":{"prototype":{"polluted":1}}}`,
    ),
  "an object without a prototype": (value) =>
    Object.assign(Object.create(null) as object, value as object),
  "a list with holes": () => new Array(100),
  "nothing in a list": () => [undefined, null],
  "thousands of it": (value) => Array.from({ length: most / 10 }, () => value),
  "5,000 of it, each in a list": (value) => Array.from({ length: 5000 }, () => [value]),
  "10,000 levels": (value) => nested(5000, value),
  "90 levels": (value) => nested(45, value),
  "90 lists": (value) => Array.from({ length: 45 }).reduce((inner: unknown) => [[inner]], value),
  "a wide object": (value) =>
    Object.fromEntries(Array.from({ length: widest }, (_, index) => [`m${index}`, value])),
  "a long text of it": (value) => String(value).repeat(1 + most / (String(value).length + 1)),
  "a long text of it, and no end": (value) =>
    String(value)
      .slice(0, -1)
      .repeat(1 + most / (String(value).length + 1)),
  "a function": () => () => 1,
  "a big integer": () => 10n ** 30n,
  "not a number": () => Number.NaN,
};

/** A body with something else in one of its places, for each of them. */
function changed(body: unknown, change: (value: unknown) => unknown): readonly unknown[] {
  const here = [change(body)];
  if (typeof body !== "object" || body === null) return here;
  return [
    ...here,
    ...Object.entries(body).flatMap(([name, value]) =>
      changed(value, change).map((each) => {
        if (!Array.isArray(body)) return { ...body, [name]: each };
        return body.map((item: unknown, index) => (String(index) === name ? each : item));
      }),
    ),
  ];
}

const repeated = (text: string, times = most / (text.length + 1)) => text.repeat(times + 1);

/** Texts that are of no use, or made to take all time and memory. */
const texts: readonly string[] = [
  '<!DOCTYPE a [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;&a;">]><Error><Code>&b;</Code></Error>',
  '<!DOCTYPE a SYSTEM "file:///etc/passwd"><Error><Code>a</Code></Error>',
  '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "http://localhost/">]><r>&x;</r>',
  repeated("<Error>"),
  repeated("<a>", most / 30) + repeated("</a>", most / 30),
  `<Error${repeated(" a='1'")}/>`,
  `<Error ${Array.from({ length: most / 20 }, (_, index) => `a${index}="1"`).join(" ")}/>`,
  `<Error>${repeated("&amp;")}</Error>`,
  `<Error>${repeated("&#0;")}`,
  `<Error>${repeated("<Code>a</Code>")}</Error>`,
  `<!--${repeated("-")}`,
  `<Error><![CDATA[${repeated("]]")}`,
  repeated("<", most),
  repeated("a=b&"),
  repeated("error=%"),
  repeated("error[a]"),
  `error=${repeated("[a]")}`,
  repeated("&", most),
  repeated("data: {}\n\n"),
  repeated("data:"),
  repeated("data: x\n"),
  repeated("event: error\n"),
  repeated("\r"),
  `data: ${repeated('{"error":')}\n\n`,
  repeated("ERR "),
  repeated("[#"),
  repeated(": "),
  repeated('Bearer error="'),
  repeated("Bearer a=b, "),
  repeated('\\"'),
  "[".repeat(100_000),
  '{"a":'.repeat(100_000),
  `[${"{},".repeat(100_000)}{}]`,
];

/** Decodes and encodes; nothing is thrown. */
function tried(format: AnyWireFormat, answer: object): void {
  expect(format.isError(answer)).toBeTypeOf("boolean");
  const error = format.decode(answer) as CatalogError & { readonly others?: readonly object[] };
  expect(error).toBeInstanceOf(Error);
  expect(error.message).toBeTypeOf("string");
  expect(error.others?.length ?? 0).toBeLessThan(1000);
  for (const passThrough of [false, "text", true] as const) {
    const encoded = format.encode(error, { passThrough });
    expect(encoded.status).toBeGreaterThanOrEqual(200);
    for (const text of Object.values(encoded.headers)) expect(text).not.toMatch(/[\r\n]/);
  }
  expect(({} as { readonly polluted?: unknown }).polluted).toBeUndefined();
}

describe.each(readdirSync(formatsFolder).sort())("%s bears", (name) => {
  const { decode, wire } = casesOf(name);
  const answers = decode.slice(0, 2).map(({ answer }) => answer);
  const made = formatOf(name, wire);

  it.each(Object.entries(instead))("%s in a place of its answers", async (_, change) => {
    const format = await made;
    for (const answer of answers)
      for (const body of changed(answer.body, change).slice(0, mostPlaces))
        tried(format, { ...answer, body });
  });

  it("texts that are made to take all time and memory, as bodies and in headers", async () => {
    const format = await made;
    const names = answers.flatMap(({ headers }) => Object.keys(headers ?? {}));
    for (const text of texts) {
      tried(format, { status: 400, body: text });
      const headers = Object.fromEntries(
        [...names, "www-authenticate"].map((each) => [each, text]),
      );
      tried(format, { status: 400, headers });
    }
  });
});
