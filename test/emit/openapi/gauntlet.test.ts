import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { openApiDocument } from "../../../src/emit/openapi/document.js";
import { audiences } from "../../../src/model/output.js";
import { gauntletFormats, ownAnswers } from "../gauntlet-catalogs.js";

interface Document {
  readonly components: {
    readonly responses?: Readonly<
      Record<
        string,
        {
          readonly headers?: object;
          readonly content?: Readonly<Record<string, { schema: object }>>;
        }
      >
    >;
  };
}

describe.each(gauntletFormats)("the OpenAPI document of $name", (each) => {
  const { catalog, format } = each;

  it("is OpenAPI 3.1", async () => {
    const document = openApiDocument(catalog, format, { audience: "consumers", form: "document" });
    const whole = JSON.parse(JSON.stringify(document));
    expect(await new Validator().validate(whole)).toEqual({ valid: true });
  });

  it.each(audiences)("has a response that what encoding gives fits, for %s", (audience) => {
    const document = openApiDocument(catalog, format, { audience, form: "document" });
    const { components } = JSON.parse(JSON.stringify(document)) as Document;
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: "document", components });
    const wrong = ownAnswers(each).flatMap(({ title, code, answer }) => {
      const { status, headers, body } = answer;
      const response = components.responses?.[`Status${status}`];
      // Statuses that are not registered are left out, and so is what belongs to no code.
      if (response === undefined || code === "unrecognized") return [];
      const media = headers["Content-Type"] ?? "";
      const schema = response.content?.[media]?.schema;
      const named = Object.keys(response.headers ?? {}).map((name) => name.toLowerCase());
      const unnamed = Object.keys(headers).filter(
        (name) => name !== "Content-Type" && !named.includes(name.toLowerCase()),
      );
      const fits =
        body === undefined || (schema !== undefined && ajv.validate(absolute(schema), body));
      return fits && unnamed.length === 0
        ? []
        : [`${title}: ${media} ${unnamed} ${ajv.errorsText()} ${JSON.stringify(body)}`];
    });
    expect(wrong).toEqual([]);
  });
});

function absolute(schema: object): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"document#/'));
}
