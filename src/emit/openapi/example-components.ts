/** The catalog's examples, as this wire writes them, as components. */
import { type Catalog, compareText } from "../../model/catalog.js";
import type { WireFormat } from "../../model/wire-format.js";
import { type ExampleAnswer, exampleAnswers } from "../example-answers.js";
import { schemaName } from "../json-schema/schemas.js";
import type { OperationResponse } from "./operation-responses.js";
import type { JsonObject, Referred } from "./referred.js";

/** The answers that fit the codes and the status of each response. */
export function exampleComponents(
  responses: readonly OperationResponse[],
  catalog: Catalog,
  format: WireFormat,
): Referred {
  const answers = exampleAnswers({ ...catalog, wireFormats: [format] });
  const components = new Map<string, JsonObject>();
  const byResponse = new Map(
    responses.map((response) => {
      const codes = new Set(response.rows.map(({ entry }) => entry.code));
      const own = response.entries.flatMap((entry) =>
        (answers.get(entry.code) ?? []).flatMap((each, index) => {
          if (!fits(each, response, codes)) return [];
          const name = `${schemaName(entry)}-${index + 1}`;
          components.set(name, { summary: each.example.title, value: each.answer.body });
          return [[name, { $ref: `#/components/examples/${name}` }]];
        }),
      );
      return [response.name, Object.fromEntries(own) as JsonObject];
    }),
  );
  return { components: [...components].sort(([a], [b]) => compareText(a, b)), byResponse };
}

function fits(
  { answer, readAs }: ExampleAnswer,
  { status }: OperationResponse,
  codes: ReadonlySet<string>,
): boolean {
  return answer.body !== undefined && answer.status === status && codes.has(readAs);
}
