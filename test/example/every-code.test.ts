/** Every code that the example raises, in each of its formats, over real sockets. */
import { readFileSync } from "node:fs";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { formats } from "../../docs/example/service.js";
import type { CatalogError } from "../../src/runtime/catalog-error.js";
import { readResponse } from "../../src/runtime/index.js";
import { root, shippedEntries } from "../shipped-catalog.js";
import { failingRequests, send } from "./failing-requests.js";
import { startService } from "./running-service.js";

/** What the wire files of the catalog say, which the answers are held to. */
interface WireFile {
  readonly codes?: Readonly<Record<string, { readonly status: number | readonly number[] }>>;
  readonly folds?: Readonly<Record<string, string>>;
}

function wireFile(name: keyof typeof formats): WireFile {
  if (name === "problem") return {};
  const file = name === "imgpro" ? "img-pro" : name;
  return load(readFileSync(`${root}catalog/wire/${file}.yaml`, "utf8")) as WireFile;
}

const statuses = new Map(
  shippedEntries.map(({ code, statuses }) => [code, statuses.map(({ value }) => value)]),
);

const cases = Object.entries(failingRequests).flatMap(([code, requests]) =>
  requests.map((request) => ({
    code,
    request,
    name: `${request.method ?? "GET"} ${request.path}`,
  })),
);

it("there is a request for every code that can be an answer", () => {
  const sent = [...statuses.keys()].filter((code) => code !== "client_closed_request");
  expect(Object.keys(failingRequests).sort()).toEqual(sent.sort());
});

describe.each(Object.keys(formats) as (keyof typeof formats)[])("/%s", (format) => {
  const { codes = {}, folds = {} } = wireFile(format);

  it.each(cases)("answers $code to $name", async ({ code, request }) => {
    await using service = await startService();
    const response = await send(request, `${service.base}/${format}`);
    const answer = await readResponse(response);
    const read = formats[format].decode(answer) as CatalogError;

    // What was raised is what the catalog calls it, and the operation declares it.
    const { error, answer: sent, issues } = service.reports.at(-1) ?? {};
    expect(error?.code).toBe(code);
    expect(issues).toEqual([]);
    expect(response.status).toBe(sent?.status);

    // What is read is the code, or what the format has in its place, with its status there.
    const written = code in codes ? code : (folds[code] ?? code);
    expect(read.code).toBe(written);
    expect([codes[written]?.status ?? statuses.get(written)].flat()).toContain(response.status);
    expect(read.received?.status).toBe(response.status);

    // Whatever led to it stays inside.
    const text = JSON.stringify([...response.headers, String(answer.body)]);
    expect(text).not.toMatch(/hunter2|ECONNREFUSED|\/srv\/|undefined|\bat /);
    expect(response.headers.get("x-request-id")).toMatch(/^[\w-]{36}$/);
  });
});

it.each(cases)("/problem loses nothing of $code to $name", async ({ request }) => {
  await using service = await startService();
  const response = await send(request, `${service.base}/problem`);
  const read = formats.problem.decode(await readResponse(response));
  const { error } = service.reports.at(-1) ?? {};
  const { code, status, message, fields } = read.toJSON();
  expect({ code, status: response.status, message, fields }).toEqual({
    code: error?.code,
    status: error?.status,
    message: error?.message,
    fields: error?.toJSON().fields,
  });
  expect(status).toBe(response.status);
});
