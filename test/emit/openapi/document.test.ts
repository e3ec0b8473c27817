import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundle, createConfig, lintFromString } from "@redocly/openapi-core";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import { load } from "js-yaml";
import { describe, expect, it, onTestFinished } from "vitest";
import { exampleAnswers } from "../../../src/emit/example-answers.js";
import { emitOpenApi, type OpenApiFileOptions } from "../../../src/emit/openapi/emit-openapi.js";
import { endpointsOf } from "../../../src/emit/openapi/operation-responses.js";
import { translationOf } from "../../../src/emit/typescript/translation-of.js";
import type { Catalog } from "../../../src/model/catalog.js";
import { audiences } from "../../../src/model/output.js";
import type { WireFormat } from "../../../src/model/wire-format.js";
import { contractCatalogs, contractFormats } from "../contract-catalogs.js";

/** Rules of Redocly's `recommended` that cannot apply to a document of errors alone. */
const off = {
  // What an operation answers when all is well is said in the API's own document.
  "operation-2xx-response": "off",
  // So is how one signs in.
  "security-defined": "off",
  // A catalog does not know the licence of the API.
  "info-license": "off",
  "info-license-strict": "off",
} as const;
/** Codes and responses that no operation with an address has are for other documents to refer to. */
const partial = { "no-unused-components": "off" } as const;

const config = await createConfig({ extends: ["recommended"], rules: off });
const partialConfig = await createConfig({
  extends: ["recommended"],
  rules: { ...off, ...partial },
});

function textOf(catalog: Catalog, { name }: WireFormat, options: OpenApiFileOptions = {}): string {
  return emitOpenApi(catalog, { wire: name.value, ...options })[0]?.text ?? "";
}

describe.each(contractFormats)("the document of %s in %s", (name, _wire, catalog, format) => {
  // Linting takes long: producers' documents differ only in that their objects are closed.
  const linted = audiences.filter((audience) => audience === "consumers" || format.builtIn);
  it.each(linted)("passes the rules that Redocly recommends, for %s", async (audience) => {
    const source = textOf(catalog, format, { audience });
    const problems = await lintFromString({
      source,
      config: name === "shipped" ? config : partialConfig,
    });
    const said = problems.map(({ ruleId, message, location }) => [
      ruleId,
      message,
      location[0]?.pointer,
    ]);
    expect(said).toEqual([]);
  });

  it("is OpenAPI 3.1, as YAML and as JSON, and both say the same", async () => {
    const yaml = textOf(catalog, format);
    const json = textOf(catalog, format, { file: "openapi.json" });
    for (const text of [yaml, json]) {
      const validator = new Validator();
      expect(await validator.validate(text)).toEqual({ valid: true });
      expect(validator.version).toBe("3.1");
    }
    const { "x-generated": note, ...parsed } = JSON.parse(json);
    expect(load(yaml)).toEqual(parsed);
    expect(yaml.split("\n", 1)[0]).toBe(`# ${note}`);
  });

  it.each(audiences)("has a response that every answer of its codes fits, for %s", (audience) => {
    const { components } = load(textOf(catalog, format, { audience })) as Components;
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: "document", components });
    const asked = [
      {},
      ...catalog.locales.map((locale) => ({
        translations: [translationOf(catalog, locale)],
        acceptLanguage: locale.tag.value,
      })),
    ];
    const answers = asked.map((options) =>
      exampleAnswers({ ...catalog, wireFormats: [format] }, options),
    );
    const wrong = endpointsOf(catalog, format)
      .flatMap(({ responses }) => responses)
      .flatMap(({ name, status, entries }) => {
        const [media, { schema }] = Object.entries(
          components.responses[name]?.content ?? {},
        )[0] ?? ["", {}];
        return entries
          .flatMap(({ code }) => answers.flatMap((each) => each.get(code) ?? []))
          .filter(({ answer }) => answer.status === status)
          .filter(({ answer: { body, headers } }) => {
            const isSame = (headers["Content-Type"] ?? "") === media;
            const named = Object.keys(components.responses[name]?.headers ?? {});
            const unnamed = Object.keys(headers).filter(
              (header) => header !== "Content-Type" && !named.includes(header),
            );
            const fits =
              schema === undefined ? body === undefined : ajv.validate(absolute(schema), body);
            return !isSame || !fits || unnamed.length > 0;
          })
          .map(({ example }) => `${name}: ${example.title}`);
      });
    expect(wrong).toEqual([]);
  });
});

interface Components {
  readonly components: {
    readonly responses: Readonly<
      Record<
        string,
        {
          readonly headers?: object;
          readonly content?: Readonly<Record<string, { readonly schema?: object }>>;
        }
      >
    >;
    readonly schemas: object;
  };
}

function absolute(schema: object): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"document#/')) as object;
}

const shipped = contractCatalogs.shipped as Catalog;
const [flat, problem] = shipped.wireFormats as readonly [WireFormat, WireFormat];

describe("the document of the shipped catalog", () => {
  const text = textOf(shipped, flat);

  it("leaves out what is never sent", () => {
    expect(text).not.toContain("client_closed_request");
    expect(text).not.toContain("'499'");
  });

  it("tells the codes of a status apart by the member that has the code", () => {
    const { components } = load(text) as Components;
    expect(components.responses.ViewImage404).toMatchObject({
      content: { "application/json": { schema: { $ref: "#/components/schemas/NotFound" } } },
    });
    expect(components.responses.UploadImage413?.content).toMatchObject({
      "application/json": {
        schema: {
          oneOf: [
            { $ref: "#/components/schemas/FileTooLarge" },
            { $ref: "#/components/schemas/RequestTooLarge" },
          ],
          discriminator: {
            propertyName: "error",
            mapping: {
              file_too_large: "#/components/schemas/FileTooLarge",
              request_too_large: "#/components/schemas/RequestTooLarge",
            },
          },
        },
      },
    });
  });

  it("names the headers that a status demands", () => {
    const { components } = load(textOf(shipped, problem)) as Components;
    expect(components.responses.UploadImage401?.headers).toHaveProperty("WWW-Authenticate");
    expect(Object.keys(components.responses.UploadImage429?.headers ?? {})).toEqual([
      "Retry-After",
      "Vary",
      "Content-Language",
      "Cache-Control",
    ]);
    expect(components.responses.UploadImage405?.headers).toHaveProperty("Allow");
  });

  it("is the same each time", () => {
    expect(textOf(shipped, flat)).toBe(text);
  });
});

describe("a fragment", () => {
  it("has the components of the document, and another document can refer to them", async () => {
    const whole = load(textOf(shipped, problem)) as Components;
    const fragment = textOf(shipped, problem, { form: "fragment" });
    expect(load(fragment)).toEqual({ components: whole.components });
    const folder = mkdtempSync(join(tmpdir(), "errdex-fragment-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    writeFileSync(join(folder, "errors.yaml"), fragment);
    writeFileSync(
      join(folder, "api.yaml"),
      `openapi: 3.1.1
info: { title: Images, version: 1.0.0 }
paths:
  /images:
    post:
      responses:
        "201": { description: Created. }
        "403": { $ref: "errors.yaml#/components/responses/UploadImage403" }
`,
    );
    const { problems, bundle: bundled } = await bundle({ ref: join(folder, "api.yaml"), config });
    expect(problems).toEqual([]);
    const schemas = Object.keys((bundled.parsed as Components).components.schemas);
    expect(schemas).toContain("QuotaExceeded");
  });
});

it("reads like this", async () => {
  const orders = contractCatalogs.orders as Catalog;
  for (const format of orders.wireFormats)
    await expect(textOf(orders, format)).toMatchFileSnapshot(
      `../../golden/orders/contracts/openapi.${format.name.value}.yaml`,
    );
});

it("an operation may answer with the fallback, whatever it lists", () => {
  const catalog = contractCatalogs.orders;
  const [format] = catalog?.wireFormats ?? [];
  if (catalog?.fallback === undefined || format === undefined) throw new Error("No fallback.");
  const { value } = catalog.fallback;
  for (const { responses } of endpointsOf(catalog, format))
    expect(responses.flatMap(({ rows }) => rows.map(({ entry }) => entry.code))).toContain(value);
});
