import { readdirSync, readFileSync } from "node:fs";
import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { honoErrors } from "../../src/adapters/hono.js";
import { checkCatalog } from "../../src/check/check-catalog.js";
import { readCatalogFiles } from "../../src/disk/read-catalog-files.js";
import { emitOutput } from "../../src/emit/emit-output.js";
import * as module from "../../src/http/index.js";
import { de } from "../../src/http/locales/de.js";
import { catalog as server } from "../../src/http/server.js";
import { problem } from "../../src/http/wire.js";
import { httpErrorJson } from "../../src/http/zod.js";
import { loadCatalog } from "../../src/load/load-catalog.js";
import { type Entry, liveEntries } from "../../src/model/catalog.js";
import { constructorName } from "../../src/model/identifier.js";
import { roles } from "../../src/model/role.js";
import { translate } from "../../src/runtime/index.js";
import { fencesOf } from "../docs/fences.js";
import { markdownTable } from "../docs/markdown-table.js";
import { root } from "../shipped-catalog.js";
import { noAssets } from "../support/no-assets.js";

const loaded = loadCatalog(await readCatalogFiles(`${root}src/http/catalog`, root));
if (loaded.catalog === undefined) throw new Error(loaded.diagnostics[0]?.message);
const { catalog } = loaded;
const entries = liveEntries(catalog);

const statusOf = ({ statuses }: Entry): number => statuses[0]?.value ?? 0;

const constructors = module as unknown as Readonly<
  Record<string, (first: object) => module.HttpError>
>;
const examples = entries.flatMap((entry) =>
  entry.examples.map(({ title, fields }) => {
    const create = constructors[constructorName(entry)];
    if (create === undefined) throw new Error(`There is no constructor for ${entry.code}.`);
    return { entry, title, create: () => create(entry.fields.length === 0 ? {} : fields) };
  }),
);

describe("the catalog of HTTP", () => {
  it("has nothing wrong with it, and at most thirty codes", () => {
    const found = [...loaded.diagnostics, ...checkCatalog(catalog)];
    expect(found.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
    expect(entries.length).toBeLessThanOrEqual(30);
  });

  it("has a code for every role", () => {
    expect(catalog.roles.map(({ role }) => role).sort()).toEqual(Object.keys(roles).sort());
  });

  it("is built: the outputs are what it says", () => {
    const folder = `${root}src/http/`;
    const found = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".ts"))
      .map((path) => [path, readFileSync(folder + path, "utf8")] as const);
    const files = catalog.outputs.flatMap((output) => emitOutput(output, catalog, noAssets).files);
    expect(new Map(found)).toEqual(new Map(files.map(({ path, text }) => [path, text])));
  });
});

it.each(examples)(
  "$entry.code comes back as it was from problem details, JSON and zod, and speaks German: $title",
  ({ entry, create }) => {
    const error = create();
    expect(httpErrorJson.parse(error.toJSON())).toEqual(error.toJSON());
    expect(translate(error, de).message).not.toBe(error.message);
    expect(problem.carries(error)).toBe(!entry.neverSent);
    if (entry.neverSent) return;
    const { code, message, fields } = problem.decode(problem.encode(error)).toJSON();
    expect({ code, message, fields }).toEqual({
      code: entry.code,
      message: error.message,
      fields: error.toJSON().fields,
    });
  },
);

describe("docs/http-catalog.md", () => {
  const path = `${root}docs/http-catalog.md`;
  const page = readFileSync(path, "utf8");

  it("shows what a service answers", async () => {
    const errors = honoErrors({
      catalog: server,
      formats: [problem],
      challenge: { realm: "shop" },
    });
    const app = errors.install(new Hono()).delete("/orders/:id", () => {
      throw module.insufficientScope({ required_scope: "orders:write" });
    });
    const answer = await app.request("/orders/7", { method: "DELETE" });
    const shown = fencesOf(page).find(({ language }) => language === "http")?.code ?? "";
    const [head = "", body = ""] = shown.split("\n\n");
    expect(await answer.json()).toEqual(JSON.parse(body));
    const [first, ...headers] = head.split("\n");
    expect(first).toBe(`HTTP/1.1 ${answer.status} Forbidden`);
    for (const [name = "", value] of headers.map((line) => line.split(": ")))
      expect(answer.headers.get(name)).toBe(value);

    const unknown = await app.request("/orders/7", { method: "PATCH" });
    expect([unknown.status, unknown.headers.get("Allow")]).toEqual([405, "DELETE"]);
    expect(await unknown.json()).toMatchObject({ allowed_methods: ["DELETE"] });
  });

  // `vitest -u` writes the table.
  it("lists every code", async () => {
    const byStatus = [...entries].sort((one, other) => statusOf(one) - statusOf(other));
    const rows = byStatus.map(({ code, statuses, fields, retry, title }) => [
      `\`${code}\``,
      statuses.map(({ value }) => value).join(", "),
      title?.value ?? "",
      fields.map(({ name, optional }) => `\`${name}${optional ? "?" : ""}\``).join(", "),
      { never: "no", after: "after `Retry-After`", backoff: "with pauses" }[
        retry?.value ?? "never"
      ],
    ]);
    const table = markdownTable(["Code", "Status", "", "Fields", "Try again"], rows);
    const [opening = ""] = page.split(/(?<=^## The codes\n)/m);
    await expect(`${opening}\n${table}`).toMatchFileSnapshot(path);
  });
});
