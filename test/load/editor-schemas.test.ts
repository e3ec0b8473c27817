import { readdir, readFile } from "node:fs/promises";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { starterFiles } from "../../src/cli/starter.js";
import { catalogFile, errorsFile, operationsFile } from "../../src/load/catalog-schema.js";
import { localeFile } from "../../src/load/locale-schema.js";
import { settingsFile } from "../../src/load/settings-schema.js";
import { wireFile } from "../../src/load/wire-schema.js";
import { root } from "../shipped-catalog.js";

interface Schema {
  readonly [keyword: string]: unknown;
  readonly $ref?: string;
  readonly anyOf?: readonly Schema[];
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly minLength?: number;
  readonly pattern?: string;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly propertyNames?: Schema;
}

const schemas = {
  catalog: catalogFile,
  errors: errorsFile,
  locale: localeFile,
  operations: operationsFile,
  settings: settingsFile,
  wire: wireFile,
};
const printed = Object.fromEntries(
  Object.entries(schemas).map(([name, schema]) => {
    const { $schema, title, description, ...rest } = z.toJSONSchema(schema, {
      io: "input",
      target: "draft-2020-12",
    });
    return [name, { $schema, title, description, ...rest } as Schema];
  }),
);

const types: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === "string",
  number: (value) => typeof value === "number",
  integer: Number.isInteger,
  boolean: (value) => typeof value === "boolean",
  null: (value) => value === null,
  array: Array.isArray,
  object: (value) => typeof value === "object" && value !== null && !Array.isArray(value),
};

/** Where the value is not what the schema says, as far as the keywords go that our schemas use. */
function problems(schema: Schema, value: unknown, whole: Schema, path = ""): readonly string[] {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.replace("#/$defs/", "");
    return problems((whole.$defs as Record<string, Schema>)[name] as Schema, value, whole, path);
  }
  if (schema.anyOf !== undefined) {
    const all = schema.anyOf.map((branch) => problems(branch, value, whole, path));
    return all.some((each) => each.length === 0) ? [] : all.flat();
  }
  const wanted = schema.type === undefined ? [] : [schema.type].flat();
  if (wanted.length > 0 && !wanted.some((type) => types[type]?.(value)))
    return [`${path} is not ${wanted}`];
  if (schema.enum !== undefined && !schema.enum.includes(value))
    return [`${path} is not one of ${schema.enum}`];
  if (typeof value === "string") {
    const fits =
      value.length >= (schema.minLength ?? 0) && new RegExp(schema.pattern ?? "").test(value);
    return fits ? [] : [`${path} is too short or has another form`];
  }
  if (Array.isArray(value)) {
    const inner = value.flatMap((item, index) =>
      problems(schema.items ?? {}, item, whole, `${path}/${index}`),
    );
    return value.length < (schema.minItems ?? 0) ? [`${path} is too short`, ...inner] : inner;
  }
  if (typeof value !== "object" || value === null) return [];
  const { properties = {}, required = [], additionalProperties: rest = true } = schema;
  const missing = required
    .filter((name) => !Object.hasOwn(value, name))
    .map((name) => `${path}/${name} is missing`);
  const members = Object.entries(value).flatMap(([name, member]) => {
    const place = `${path}/${name}`;
    const named =
      schema.propertyNames === undefined ? [] : problems(schema.propertyNames, name, whole, place);
    if (Object.hasOwn(properties, name))
      return problems(properties[name] as Schema, member, whole, place);
    if (typeof rest === "boolean") return rest ? named : [`${place} is not known`];
    return [...named, ...problems(rest, member, whole, place)];
  });
  return [...missing, ...members];
}

const folders: Readonly<Record<string, string>> = { wire: "wire", locales: "locale" };
const schemaOf = (path: string): Schema =>
  printed[
    /^(catalog|operations)\.yaml$/.exec(path)?.[1] ??
      folders[path.split("/", 1)[0] ?? ""] ??
      "errors"
  ] as Schema;

/** Every description, by the path to it. */
function undescribed(schema: Schema): readonly string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
    property.description === undefined ? [name] : [],
  );
}

describe("the schemas that editors use", () => {
  it.each(Object.keys(schemas))("are printed: %s", async (name) => {
    await expect(`${JSON.stringify(printed[name], null, 2)}\n`).toMatchFileSnapshot(
      `../../src/schema/${name}.schema.json`,
    );
  });

  it.each(Object.entries(printed))("say what they are and have no address: %s", (_, schema) => {
    expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
    expect(schema.title).toMatch(/errdex/);
    expect(JSON.stringify(schema)).not.toMatch(/"\$?id":/);
    expect(undescribed(schema)).toEqual([]);
  });

  it("accept the shipped catalog", async () => {
    const found = await readdir(`${root}catalog`, { recursive: true });
    const paths = found.filter((path) =>
      /^(catalog|operations|(errors|wire|locales)\/.*)\.yaml$/.test(path),
    );
    expect(paths.length).toBeGreaterThan(5);
    for (const path of paths) {
      const value = load(await readFile(`${root}catalog/${path}`, "utf8"));
      expect(problems(schemaOf(path), value, schemaOf(path))).toEqual([]);
    }
  });

  it("accept the catalog to begin with", () => {
    for (const [path, text] of Object.entries(starterFiles("shop")))
      expect(problems(schemaOf(path), load(text), schemaOf(path))).toEqual([]);
  });

  it("accept the settings that docs/cli.md shows", async () => {
    const page = await readFile(`${root}docs/cli.md`, "utf8");
    const [, text = ""] = /```yaml\n# errdex\.config\.yaml\n(.*?)```/s.exec(page) ?? [];
    const schema = printed.settings as Schema;
    expect(Object.keys(load(text) as object).sort()).toEqual(
      Object.keys(schema.properties ?? {}).sort(),
    );
    expect(problems(schema, load(text), schema)).toEqual([]);
  });

  it.each([
    [
      "catalog.yaml",
      "catalog: a\ntitle: A\nversion: 1.0\ncategories: {}\n",
      ["/version is not string"],
    ],
    [
      "catalog.yaml",
      "catalog: a\ntitle: A\ncategories: { a: A }\ninfer: { 99: x }\n",
      ["/version is missing", "/infer/99 is too short or has another form"],
    ],
    [
      "errors/a.yaml",
      "category: a\nerrors: { x: { mesage: A } }\n",
      ["/errors/x/mesage is not known"],
    ],
    [
      "errors/a.yaml",
      "category: a\nerrors: { x: { fields: { a: { items: { allOf: [] } } } } }\n",
      [
        "/errors/x/fields/a is not string",
        "/errors/x/fields/a/items is not string",
        "/errors/x/fields/a/items/allOf is not known",
      ],
    ],
    [
      "locales/de.yaml",
      "errors: { a: { status: 400, causes: [] } }\n",
      ["/locale is missing", "/errors/a/status is not known", "/errors/a/causes is too short"],
    ],
    [
      "operations.yaml",
      "operations: { a: { method: get } }\n",
      ["/operations/a/method is not one of GET,HEAD,POST,PUT,PATCH,DELETE,OPTIONS"],
    ],
  ])("refuse in %s what loading refuses: %s", (path, text, expected) => {
    expect(problems(schemaOf(path), load(text), schemaOf(path))).toEqual(expected);
  });
});
