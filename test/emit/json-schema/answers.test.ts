import Ajv from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { type ExampleAnswer, exampleAnswers } from "../../../src/emit/example-answers.js";
import { schemaDocument } from "../../../src/emit/json-schema/emit-json-schema.js";
import { schemaName, sentRows } from "../../../src/emit/json-schema/schemas.js";
import type { Catalog } from "../../../src/model/catalog.js";
import { shippedCatalog } from "../../shipped-catalog.js";

const kinds = { shipped: shippedCatalog };

describe.each(Object.entries(kinds))("of the %s catalog", (_, catalog) => {
  const cases = answersOf(catalog);
  it.each(catalog.wireFormats.map((format) => [format.name.value, format] as const))(
    "%s",
    (_name, format) => {
      const producers = validatorOf(schemaDocument(catalog, format, "producers"));
      const consumers = validatorOf(schemaDocument(catalog, format, "consumers"));
      const names = new Map(
        sentRows(format, catalog).map(({ entry }) => [entry.code, schemaName(entry)]),
      );
      for (const { format: own, answer, readAs, example } of cases) {
        if (own !== format) continue;
        const name = names.get(readAs);
        expect([readAs, name]).not.toContain(undefined);
        expect(producers(name as string, answer.body), example.title).toEqual([]);
        expect(consumers(name as string, answer.body), example.title).toEqual([]);
        expect(producers("", answer.body), example.title).toEqual([]);
        expect(consumers("", answer.body), example.title).toEqual([]);
      }
    },
  );
});

function answersOf(catalog: Catalog): readonly ExampleAnswer[] {
  return [...exampleAnswers(catalog).values()].flat();
}

function validatorOf(schema: object) {
  const ajv = new Ajv.Ajv2020({
    strict: true,
    allErrors: true,
    validateFormats: false,
    allowUnionTypes: true,
  });
  ajv.addSchema(schema, "it");
  return (name: string, value: unknown): readonly unknown[] => {
    const validate = ajv.getSchema(name === "" ? "it" : `it#/$defs/${name}`);
    return validate?.(value) === true ? [] : (validate?.errors ?? ["no schema"]);
  };
}
