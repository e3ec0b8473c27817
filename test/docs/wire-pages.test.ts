import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { starterNames } from "../../src/disk/read-starter.js";
import type { AnyDecoded } from "../../src/wire/running-catalog.js";
import { buildFormat } from "../gauntlet/built-format.js";
import { formatsFolder } from "../gauntlet/cases.js";
import { root } from "../shipped-catalog.js";
import { type Fence, fencesOf } from "./fences.js";
import { answerOf, formatOf, rowsUnder } from "./wire-shapes.js";

const page = readFileSync(`${root}docs/wire-formats.md`, "utf8");
const reference = readFileSync(`${root}docs/wire-reference.md`, "utf8");

describe("the shapes that the pages on wire formats show", () => {
  const rows = [page, reference].flatMap((text) => rowsUnder(text, "The answer"));
  const shapes = rows.map(({ line, second, cells }) => {
    const [shown = [], written = []] = cells;
    const isFile = second === "The wire file";
    const file = isFile ? written.join("\n") : `body: ${written.join("")}`;
    return [line, shown.join(" "), { answer: answerOf(shown), file }] as const;
  });

  it("are many", () => {
    expect(shapes.length).toBeGreaterThan(20);
  });

  it.each(shapes)("line %i: %s is read and written", (_, shown, { answer, file }) => {
    const format = formatOf(shown, file);
    const error: AnyDecoded = format.decode(answer);
    expect([error.code, error.issues]).not.toContain("unrecognized");
    expect(error.issues).toBeUndefined();
    const { status, headers, body } = format.encode(error, { passThrough: "text" });
    expect(body).toEqual(answer.body);
    expect(status).toBe(answer.status);
    expect(headers).toMatchObject(answer.headers ?? {});
  });
});

it("the conditions that the page on wire formats shows tell errors apart", () => {
  const shown = fencesOf(page).find(({ code }) => code.startsWith("success:"))?.code ?? "";
  const file = `body: { text: $message }\ncodes: { rate_limited: null, forbidden: null }\n${shown}`;
  // The format writes none of the headers, so it does not read back what it writes.
  const format = formatOf(shown, `${file}reads: false`);
  const codeFor = (remaining: string) =>
    format.decode({ status: 403, headers: { "X-RateLimit-Remaining": remaining } }).code;
  expect([codeFor("0"), codeFor("7")]).toEqual(["rate_limited", "forbidden"]);
  const errors = [{ ok: true }, { ok: false }].map((body) => format.isError({ status: 403, body }));
  expect(errors).toEqual([false, true]);
});

describe("the conversions that the page on wire formats shows", () => {
  const conversions = rowsUnder(page, "The conversion").map(({ cells }) => {
    const [[name = ""] = [], wires = [], [field = ""] = []] = cells;
    return [name, wires.map(parsed), parsed(field)] as const;
  });

  it.each(conversions)("%s reads %j as %j", (name, wires, value) => {
    const format = formatOf("sold_out", `body: { error: $code, x?: "$x:${name}" }`, {
      x: typeOf(value),
    });
    for (const x of wires) {
      const error = format.decode({ body: { error: "sold_out", x } }, { now: 1_700_000_000_000 });
      expect(error.toJSON().fields).toEqual({ x: value });
    }
  });
});

describe("the formats that the page on wire formats shows", () => {
  const sections = page.split(/^### /m).flatMap((text) => {
    const [, name] = /^errdex init --wire (\S+)$/m.exec(text) ?? [];
    return name === undefined ? [] : [[name, text] as const];
  });

  it("are those that `errdex init --wire` knows", () => {
    expect(sections.map(([name]) => name).sort()).toEqual([...starterNames]);
  });

  it.each(sections)(
    "%s is the file that is written, and reads the answer above it",
    async (name, text) => {
      const folder = name === "problem" ? "rfc9457-errors" : name;
      const file = readFileSync(`${formatsFolder}${folder}/catalog/wire/${name}.yaml`, "utf8");
      const fences = fencesOf(text);
      expect(codeOf(fences, "yaml")).toBe(file);
      const { built } = await buildFormat(folder, undefined);
      const answer = parseHttp(codeOf(fences, "http"));
      const error = built?.wire.decode(answer);
      const [, code] = /This is `(.+?)`:/.exec(text) ?? /this `(.+?)`:/.exec(text) ?? [];
      expect([error?.code, error?.issues]).toEqual([code, undefined]);
      expect(built?.wire.isError?.(answer)).toBe(true);
    },
  );
});

function codeOf(fences: readonly Fence[], language: string): string {
  return fences.find((fence) => fence.language === language)?.code ?? "";
}

/** An answer as RFC 9112 writes it. */
function parseHttp(text: string) {
  const [head = "", ...body] = text.split("\n\n");
  const [first = "", ...headers] = head.split("\n");
  return {
    status: Number(first.split(" ")[1]),
    headers: Object.fromEntries(headers.map((header) => header.split(/: (.*)/s))),
    body: body.join("\n\n"),
  };
}

function parsed(text: string): unknown {
  return JSON.parse(text);
}

/** The type that a value shows. */
function typeOf(value: unknown): string {
  if (Array.isArray(value)) return "{ type: array, items: string }";
  if (typeof value === "object") return "{ type: object, additionalProperties: integer }";
  if (typeof value === "string") return "string";
  return Number.isInteger(value) ? "integer" : "number";
}
