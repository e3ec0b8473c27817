/** The headers of responses as components. */
import type { Catalog } from "../../model/catalog.js";
import type { WireFormat } from "../../model/wire-format.js";
import { rowValues } from "../json-schema/row-values.js";
import type { SchemaContext } from "../json-schema/schema.js";
import { type AnswerHeader, answerHeaders } from "./answer-headers.js";
import type { OperationResponse } from "./operation-responses.js";
import type { JsonObject, Referred } from "./referred.js";

/** One component for each header; a second one where it is something else in another response. */
export function headerComponents(
  responses: readonly OperationResponse[],
  catalog: Catalog,
  format: WireFormat,
  context: SchemaContext,
): Referred {
  const components = new Map<string, { readonly name: string; readonly object: JsonObject }>();
  const counts = new Map<string, number>();
  const nameOf = ({ name, schema, required }: AnswerHeader): string => {
    const object = { ...(required ? { required } : {}), schema };
    const key = `${name.toLowerCase()} ${JSON.stringify(object)}`;
    const known = components.get(key);
    if (known !== undefined) return known.name;
    // A header may have characters that the name of a component may not.
    const base = name.replace(/[^A-Za-z0-9._-]/g, "-");
    const count = (counts.get(base.toLowerCase()) ?? 0) + 1;
    counts.set(base.toLowerCase(), count);
    const own = count === 1 ? base : `${base}.${count}`;
    components.set(key, { name: own, object });
    return own;
  };
  const byResponse = new Map(
    responses.map((response) => {
      const headers = responseHeaders(response, catalog, format, context);
      const refs = headers.map((header) => [
        header.name,
        { $ref: `#/components/headers/${nameOf(header)}` },
      ]);
      return [response.name, Object.fromEntries(refs) as JsonObject];
    }),
  );
  return {
    components: [...components.values()].map(({ name, object }) => [name, object]),
    byResponse,
  };
}

/** The headers of a response: one that some of its codes go without is not required. */
function responseHeaders(
  { rows, entries, status }: OperationResponse,
  catalog: Catalog,
  format: WireFormat,
  context: SchemaContext,
): readonly AnswerHeader[] {
  const byName = new Map<string, { readonly header: AnswerHeader; readonly count: number }>();
  for (const resolved of rows) {
    const row = rowValues(resolved, format, context.audience, catalog);
    for (const header of answerHeaders(row, status, entries, context)) {
      const key = header.name.toLowerCase();
      const before = byName.get(key);
      byName.set(key, {
        header: before === undefined ? header : either(before.header, header),
        count: (before?.count ?? 0) + 1,
      });
    }
  }
  return [...byName.values()].map(({ header, count }) => ({
    ...header,
    required: header.required && count === rows.length,
  }));
}

function either(a: AnswerHeader, b: AnswerHeader): AnswerHeader {
  const isSame = JSON.stringify(a.schema) === JSON.stringify(b.schema);
  return {
    name: a.name,
    schema: isSame ? a.schema : { type: "string" },
    required: a.required && b.required,
  };
}
