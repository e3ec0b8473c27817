/** The components of an OpenAPI document: schemas, responses, headers and examples. */

import { type Catalog, compareText } from "../../model/catalog.js";
import { registeredStatuses } from "../../model/http-status.js";
import { bodyOf } from "../../model/placement.js";
import type { Located } from "../../model/source.js";
import { codeAddresses } from "../../model/used-catalog.js";
import type { WireFormat } from "../../model/wire-format.js";
import type { ResolvedRow } from "../../model/wire-rows.js";
import { pageOf } from "../../runtime/wire/problem-type.js";
import { mediaOf } from "../../wire/encode-spec.js";
import { sharedCodePlace } from "../json-schema/distinct.js";
import { rowBodies } from "../json-schema/row-bodies.js";
import type { SchemaContext } from "../json-schema/schema.js";
import { codeSchema, schemaName, sentRows, typeSchemas } from "../json-schema/schemas.js";
import { markdownCode } from "../text/markdown.js";
import { exampleComponents } from "./example-components.js";
import { headerComponents } from "./header-components.js";
import type { Endpoint, OperationResponse } from "./operation-responses.js";
import type { JsonObject, Referred } from "./referred.js";

/** Schemas of every code and type, and what the responses of the endpoints need besides, by name. */
export function componentsOf(
  endpoints: readonly Endpoint[],
  catalog: Catalog,
  format: WireFormat,
  context: SchemaContext,
): JsonObject {
  const responses = endpoints.flatMap((endpoint) => endpoint.responses);
  const rows = sentRows(format, catalog).filter((row) => bodyOf(row, format) !== undefined);
  const codes = rows.map((row) => {
    const { name, schema } = codeSchema(row, format, catalog, context);
    return { name, schema: { ...schema, ...pageLink(row, catalog), ...saidOf(row) } };
  });
  const named = typeSchemas(
    codes.map(({ schema }) => schema),
    context,
  );
  const headers = headerComponents(responses, catalog, format, context);
  const examples = exampleComponents(responses, catalog, format);
  const printed = responses.map((response): readonly [string, JsonObject] => [
    response.name,
    responseObject(response, catalog, format, context, headers, examples),
  ]);
  const listed = (pairs: readonly (readonly [string, JsonObject])[]) =>
    Object.fromEntries([...pairs].sort(([a], [b]) => compareText(a, b)));
  const all = {
    schemas: listed([...codes, ...named].map(({ name, schema }) => [name, schema])),
    responses: listed(printed),
    headers: listed(headers.components),
    examples: listed(examples.components),
  };
  return Object.fromEntries(
    Object.entries(all).filter(([, members]) => Object.keys(members).length > 0),
  );
}

function pageLink({ entry }: ResolvedRow, catalog: Catalog): JsonObject {
  const { docs } = codeAddresses(entry, catalog);
  return docs === undefined ? {} : { externalDocs: { url: pageOf(docs, entry.code) } };
}

/** What the catalog says of the code besides, for programs that read the document. */
function saidOf({ entry: { retry, resolver, severity, grpc } }: ResolvedRow): JsonObject {
  return {
    ...(retry && { "x-errdex-retry": retry.value }),
    ...(resolver && { "x-errdex-resolver": resolver.value }),
    ...(severity && { "x-errdex-severity": severity.value }),
    ...(grpc && { "x-errdex-grpc": grpc.value }),
  };
}

function responseObject(
  response: OperationResponse,
  catalog: Catalog,
  format: WireFormat,
  context: SchemaContext,
  headers: Referred,
  examples: Referred,
): JsonObject {
  const { name, status, rows } = response;
  const withBody = rows.filter((row) => bodyOf(row, format) !== undefined);
  const refs = withBody.map(({ entry }) => ({ $ref: context.ref(schemaName(entry)) }));
  const [only] = refs;
  const schema = refs.length === 1 ? only : unionOf(refs, withBody, catalog, format, context);
  const own = examples.byResponse.get(name) ?? {};
  const content = { schema, ...(Object.keys(own).length === 0 ? {} : { examples: own }) };
  const sent = headers.byResponse.get(name) ?? {};
  const phrase = registeredStatuses.get(status) ?? `Status ${status}`;
  return {
    description: `${phrase}: ${rows.map(({ entry }) => markdownCode(entry.code)).join(", ")}.`,
    ...(Object.keys(sent).length === 0 ? {} : { headers: sent }),
    ...(withBody.length === 0 ? {} : { content: { [mediaOf(format)]: content } }),
  };
}

/**
 * The schemas of a response. OpenAPI tells them apart by a member of the body itself, whose values are texts. Codes that
 * are numbers are told apart by their constants; where a code stands deeper, or nowhere, any of the schemas may fit.
 */
function unionOf(
  refs: readonly JsonObject[],
  rows: readonly ResolvedRow[],
  catalog: Catalog,
  format: WireFormat,
  context: SchemaContext,
): JsonObject {
  const { ref, audience } = context;
  const { path, isType } = sharedCodePlace(rows, format) ?? { path: [] };
  const [propertyName] = path;
  const haveOne = rows.every((row) => rowBodies(row, format, context).length === 1);
  if (propertyName === undefined || path.length > 1 || !haveOne) return { anyOf: refs };
  const mapping = rows.flatMap(({ entry, row, spelling }) => {
    const valuesOf = (listed: readonly Located<string | number>[] = []) =>
      audience === "consumers" ? listed.map(({ value }) => value) : [];
    const spellings = [spelling, ...valuesOf(row?.also)];
    const { docs = "", type = docs, typeAlso } = codeAddresses(entry, catalog);
    const addresses = [type, ...(audience === "consumers" ? typeAlso : [])];
    const all = isType
      ? addresses.flatMap((address) =>
          spellings.map((each) => pageOf(address, String(each), entry.category.value)),
        )
      : spellings;
    return all.map((value) => [value, ref(schemaName(entry))] as const);
  });
  return mapping.some(([value]) => typeof value !== "string")
    ? { oneOf: refs }
    : { oneOf: refs, discriminator: { propertyName, mapping: Object.fromEntries(mapping) } };
}
