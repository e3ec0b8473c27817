/** The headers that go with a code, as OpenAPI describes them. */
import { match } from "ts-pattern";
import type { Entry } from "../../model/catalog.js";
import { variantsOf } from "../../model/field.js";
import type { MessageTemplate } from "../../model/message.js";
import { placesIn } from "../../model/placement.js";
import { remembered } from "../../model/remembered.js";
import type { TemplateNode, VariableNode } from "../../model/wire-format.js";
import { fieldSchema } from "../json-schema/field-schema.js";
import { type RowValues, valuesAt } from "../json-schema/row-values.js";
import {
  anyOfSchemas,
  type JsonSchema,
  type SchemaContext,
  valuesSchema,
} from "../json-schema/schema.js";

/** A header of an answer. */
export interface AnswerHeader {
  readonly name: string;
  readonly schema: JsonSchema;
  /** Whether every answer has it. */
  readonly required: boolean;
}

const text: JsonSchema = { type: "string" };
const wholeSeconds: JsonSchema = { type: "integer", minimum: 0 };

/** What answers say where a service offers translations. `Vary` then names more than the format says. */
const ofLanguage: readonly AnswerHeader[] = ["Vary", "Content-Language"].map((name) => ({
  name,
  schema: text,
  required: false,
}));

/**
 * The headers of answers with a status, in the order in which encoding sets them. `Content-Type` is none of them:
 * OpenAPI says it with the media type.
 *
 * @param senders the entries whose errors leave in the row: their delays go with it.
 */
export function answerHeaders(
  row: RowValues,
  status: number,
  senders: readonly Entry[],
  context: SchemaContext,
): readonly AnswerHeader[] {
  const { entry } = row.resolved;
  const delay = { name: "Retry-After", schema: wholeSeconds, required: false };
  const all: readonly AnswerHeader[] = [
    ...row.format.headers.flatMap(({ name, value }) => wireHeader(name.value, value, row, context)),
    ...(haveDelay(senders) ? [delay] : []),
    ...entry.headers.map(({ name, value }) => entryHeader(name.value, value, row)),
    ...(entry.challenge !== undefined || status === 401
      ? [{ name: "WWW-Authenticate", schema: text, required: true }]
      : []),
    ...(row.locales.length > 0 && row.body !== undefined ? ofLanguage : []),
    ...(status === 429
      ? [{ name: "Cache-Control", schema: valuesSchema(["no-store"]), required: true }]
      : []),
  ];
  const byName = new Map<string, AnswerHeader>();
  for (const header of all) {
    const key = header.name.toLowerCase();
    const before = byName.get(key);
    byName.set(key, {
      name: before?.name ?? header.name,
      schema: header.schema,
      required: header.required || before?.required === true,
    });
  }
  return [...byName.values()];
}

const haveDelay = remembered((senders: readonly Entry[]) =>
  senders.some(({ delay }) => delay.length > 0),
);

function wireHeader(
  name: string,
  value: TemplateNode,
  row: RowValues,
  context: SchemaContext,
): readonly AnswerHeader[] {
  return (
    match(value)
      .returnType<readonly AnswerHeader[]>()
      .with({ kind: "constant" }, (constant) => [
        { name, schema: valuesSchema([String(constant.value)]), required: true },
      ])
      .with({ kind: "variable" }, (variable) => variableHeader(name, variable, row, context))
      // Texts with several values, of which some answers may have none.
      .with({ kind: "text" }, { kind: "both" }, (several) =>
        placesIn(several).some(({ variable }) => isPresent(variable, row))
          ? [{ name, schema: text, required: false }]
          : [],
      )
      .otherwise(() => [])
  );
}

function isPresent({ paths }: VariableNode, row: RowValues): boolean {
  return paths.some((path) => valuesAt(path, row, undefined).types.length > 0);
}

function variableHeader(
  name: string,
  { paths, conversion }: VariableNode,
  row: RowValues,
  context: SchemaContext,
): readonly AnswerHeader[] {
  const values = paths.map((path) => valuesAt(path, row, undefined));
  const types = values.flatMap((each) => each.types.flatMap((type) => variantsOf(type, row.types)));
  if (types.length === 0) return [];
  const isPlain = types.every((type) => type.kind === "scalar" && type.type !== "null");
  const schema =
    conversion === "seconds"
      ? wholeSeconds
      : conversion === undefined && isPlain
        ? anyOfSchemas(types.map((type) => fieldSchema(type, context)))
        : text;
  const required = isPlain && conversion === undefined && values.some(({ absent }) => !absent);
  return [{ name, schema, required }];
}

function entryHeader(name: string, { parts }: MessageTemplate, row: RowValues): AnswerHeader {
  const texts = parts.flatMap((part) => (part.kind === "text" ? [part.text] : []));
  const required = parts.every(
    (part) => part.kind === "text" || !valuesAt(part.path, row, undefined).absent,
  );
  const schema = texts.length === parts.length ? valuesSchema([texts.join("")]) : text;
  return { name, schema, required };
}
