import { describe, expect, it } from "vitest";
import { schemaDocument } from "../../../src/emit/json-schema/emit-json-schema.js";
import { readRows, schemaName } from "../../../src/emit/json-schema/schemas.js";
import { gauntletFormats, ownAnswers } from "../gauntlet-catalogs.js";
import { validatorOf } from "./validator.js";

function parsed(body: unknown): unknown {
  try {
    return typeof body === "string" ? JSON.parse(body) : body;
  } catch {
    return body;
  }
}

// `null` is absence; a schema does not say so.
function withoutNulls(body: unknown): unknown {
  return JSON.parse(JSON.stringify(body), (_, value) => (value === null ? undefined : value));
}

describe.each(gauntletFormats)("the schemas of $name", (each) => {
  const { catalog, format, wire, cases } = each;
  const producers = validatorOf(schemaDocument(catalog, format, "producers"));
  const consumers = validatorOf(schemaDocument(catalog, format, "consumers"));
  const names = new Map(
    readRows(format, catalog).map(({ entry }) => [entry.code, schemaName(entry)]),
  );
  const definition = (code: string) => names.get(code) ?? `no schema of ${code}`;

  it("accept what encoding gives", () => {
    const answers = ownAnswers(each).filter(({ answer }) => answer.body !== undefined);
    expect(
      answers.flatMap(({ title, code, answer }) =>
        [producers, consumers].flatMap((complaints) =>
          complaints(parsed(answer.body), definition(code)).map((line) => `${title}: ${line}`),
        ),
      ),
    ).toEqual([]);
    expect(answers.length > 0 || format.body === undefined).toBe(true);
  });

  it("accept for consumers what an answer says of a code", () => {
    const said = cases.decode.flatMap(({ name, answer, expect: { code = "unrecognized" } }) => {
      const isSaid = code !== "unrecognized" && wire.decode(answer).inferred !== true;
      const body = parsed(answer.body);
      return isSaid && body !== undefined ? [{ name, code, body }] : [];
    });
    expect(
      said.flatMap(({ name, code, body }) => {
        const found = consumers(body, definition(code));
        const accepts = consumers(withoutNulls(body), definition(code)).length === 0;
        return accepts ? [] : found.map((line) => `${name}: ${line}`);
      }),
    ).toEqual([]);
  });
});
