import { expect, it } from "vitest";
import type { FieldType } from "../../src/model/field.js";
import { secretPaths } from "../../src/model/secret-paths.js";
import { secretCounter } from "../../src/model/secret-places.js";
import { partsOf, visitType } from "../../src/model/visit-type.js";
import { catalogOf, entryText, headText } from "../support/catalog-of.js";

const { catalog } = catalogOf({
  "catalog.yaml": headText(`types:
  link: { properties: { url: { type: string, format: uri, secret: true }, ends: date-time } }`),
  "errors/a.yaml": `category: orders
errors:
${entryText("sold_out")}
    fields:
      links: { items: link }
      either: { oneOf: [link, { type: "null" }] }
      more: { properties: { name: string, pair: { properties: { key: { type: string, secret: true } } } } }
      by_name: { additionalProperties: link }
      token: { type: string, secret: true }
`,
});
const types = catalog?.types ?? new Map();
const [entry] = catalog?.entries ?? [];
const typeOf = (name: string): FieldType =>
  entry?.fields.find((field) => field.name === name)?.type as FieldType;

it("the parts of a type are its items, members and variants, with the step to each", () => {
  const steps = (name: string) => partsOf(typeOf(name)).map(({ step, type }) => [step, type.kind]);
  expect(steps("links")).toEqual([["*", "reference"]]);
  expect(steps("more")).toEqual([
    ["name", "scalar"],
    ["pair", "object"],
  ]);
  expect(steps("by_name")).toEqual([["*", "reference"]]);
  expect(steps("either").map(([step]) => step)).toEqual([undefined, undefined]);
  expect(steps("token")).toEqual([]);
});

it("a visit meets a type before what is in it, and no type by its name alone", () => {
  const met: string[] = [];
  visitType(typeOf("more"), ({ kind }) => met.push(kind));
  expect(met).toEqual(["object", "scalar", "object", "scalar"]);
  visitType(typeOf("links"), ({ kind }) => met.push(kind));
  expect(met.slice(4)).toEqual(["array", "reference"]);
});

it("secrets are found behind names, in lists, maps and unions", () => {
  expect(entry && secretPaths(entry, types)).toEqual([
    ["links", "*", "url"],
    ["either", "url"],
    ["more", "pair", "key"],
    ["by_name", "*", "url"],
    ["token"],
  ]);
  const count = secretCounter(types);
  expect(["links", "either", "more", "by_name"].map((name) => count(typeOf(name)))).toEqual([
    1, 1, 1, 1,
  ]);
});
