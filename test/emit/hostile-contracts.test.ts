import { createConfig, lintFromString } from "@redocly/openapi-core";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { exampleAnswers } from "../../src/emit/example-answers.js";
import { emitFixtures } from "../../src/emit/fixtures/emit-fixtures.js";
import { emitJsonSchema, schemaDocument } from "../../src/emit/json-schema/emit-json-schema.js";
import { openApiDocument } from "../../src/emit/openapi/document.js";
import { emitOpenApi } from "../../src/emit/openapi/emit-openapi.js";
import { spreadOut } from "../../src/emit/text/print-data.js";
import { hostileCatalog as catalog } from "../support/hostile-catalog.js";
import { hostileText } from "../support/hostile-text.js";
import { runModule } from "../support/run-module.js";
import { typeErrors } from "../support/type-check.js";

const kind = { audience: "producers", form: "document" } as const;

describe.each(catalog.wireFormats.map((format) => [format.name.value, format] as const))(
  "whatever the texts of a catalog hold, in %s",
  (wire, format) => {
    it("the OpenAPI document says what was meant, as YAML and as JSON", async () => {
      const document = JSON.parse(JSON.stringify(openApiDocument(catalog, format, kind)));
      const [yaml] = emitOpenApi(catalog, { ...kind, wire, file: "a.yaml" });
      const [json] = emitOpenApi(catalog, { ...kind, wire, file: "a.json" });
      expect(load(yaml?.text ?? "")).toEqual(document);
      expect(JSON.parse(json?.text ?? "")).toMatchObject(document);
      const titles = catalog.entries.map(({ title }) => title?.value);
      const schemas = document.components.schemas as Record<string, { readonly title?: string }>;
      for (const title of titles)
        expect(Object.values(schemas).filter((schema) => schema.title === title)).toHaveLength(1);
      expect(await new Validator().validate(yaml?.text ?? "")).toEqual({ valid: true });
      const config = await createConfig({
        rules: { "no-unsafe-markdown": "error", struct: "error" },
      });
      expect(await lintFromString({ source: yaml?.text ?? "", config })).toEqual([]);
    });

    it("the JSON Schemas are schemas that the answers fit", () => {
      for (const { text } of emitJsonSchema(catalog, { wire })) {
        const ajv = new Ajv2020({ strict: true, validateFormats: false });
        const validate = ajv.compile(JSON.parse(text));
        for (const { answer, format: own } of [...exampleAnswers(catalog).values()].flat())
          if (own === format) expect(validate(JSON.parse(JSON.stringify(answer.body)))).toBe(true);
      }
      expect(JSON.parse(JSON.stringify(schemaDocument(catalog, format, "consumers")))).toEqual(
        JSON.parse(emitJsonSchema(catalog, { wire })[0]?.text ?? ""),
      );
    });
  },
);

describe("whatever the texts of a catalog hold", () => {
  const files = Object.fromEntries(emitFixtures(catalog).map(({ path, text }) => [path, text]));

  it("the fixtures are modules that say what was meant", async () => {
    const { answers } = (await runModule({
      "main.ts": 'export * from "./index.js";',
      ...files,
    })) as { readonly answers: Record<string, Record<string, readonly object[]>> };
    for (const [code, own] of exampleAnswers(catalog))
      for (const { format, answer, example } of own)
        expect(answers[format.name.value]?.[code]).toContainEqual(
          expect.objectContaining({ ...answer, title: example.title }),
        );
    const declarations = Object.entries(files).filter(([path]) => path.endsWith(".d.ts"));
    expect(typeErrors(Object.fromEntries(declarations))).toEqual([]);
  });
});

it("a path of a handler is what fetch makes of it", () => {
  const segment = hostileText.filter((text) => !/[?#{}\\/.\t\n\r]/.test(text));
  fc.assert(
    fc.property(segment, (text) => {
      const catalogWith = {
        ...catalog,
        operations: catalog.operations.map((each) => ({ ...each, path: `/a/${text}/{id}` })),
      };
      const handlers = emitFixtures(catalogWith, { wire: "flat" }).find(
        ({ path }) => path === "handlers.js",
      );
      const [, pattern = ""] =
        /buy: \["get", ("(?:[^"\\]|\\.)*")\]/.exec(handlers?.text ?? "") ?? [];
      const { pathname } = new URL(`https://x.example/a/${text}/7`);
      expect(pathname).toMatch(new RegExp(`^${JSON.parse(pattern)}$`));
    }),
    { numRuns: 50 },
  );
});

it("a literal of data evaluates back to it, `__proto__` too", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.dictionary(hostileText, fc.jsonValue()), (value, members) => {
      const data = JSON.parse(JSON.stringify({ value, members }));
      expect(new Function(`return ${spreadOut(data)}`)()).toEqual(data);
    }),
  );
});
