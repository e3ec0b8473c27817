/** A wire format as the data that decoding runs on. */
import type { Contract, Entry } from "../model/catalog.js";
import {
  bodiesOf,
  headerPlaces,
  placesIn,
  type TemplatePlace,
  usesVariable,
} from "../model/placement.js";
import { remembered } from "../model/remembered.js";
import type { TemplateNode, VariableNode, WireFormat } from "../model/wire-format.js";
import { inferencesOf, type ResolvedRow, resolveRows } from "../model/wire-rows.js";
import type { EntryRow } from "../runtime/decoded-error.js";
import { formatMessage } from "../runtime/format-message.js";
import { fitsBetter } from "../runtime/wire/best-fit.js";
import { headerText } from "../runtime/wire/codecs/header-text.js";
import { readHeaderFacts } from "../runtime/wire/header-facts.js";
import { readHeaders } from "../runtime/wire/header-fields.js";
import { readPieces } from "../runtime/wire/pieces.js";
import { problemTypes } from "../runtime/wire/problem-type.js";
import { readSpread } from "../runtime/wire/spread.js";
import type { Variable } from "../runtime/wire/template.js";
import type { CodeRow, DecodeSpec } from "../runtime/wire/wire-spec.js";
import { layoutOf } from "./layout-of.js";
import { variableOf } from "./template-of.js";

/** What decoding needs of a format. `entries`: what it knows of each code. */
export function decodeSpec(
  format: WireFormat,
  catalog: Contract,
  entries: ReadonlyMap<string, EntryRow>,
): DecodeSpec {
  const rows = resolveRows(format, catalog);
  const carried = new Set(rows.map(({ entry }) => entry.code));
  const inferences = inferencesOf(format, catalog).filter(({ code }) => carried.has(code.value));
  const bodies = [format.body, ...format.accepts].filter((node) => node !== undefined);
  const headers = headersOf(format);
  const needsDocs = usesVariable(format, "$type") || usesVariable(format, "$docs");
  const codeRows = rows.map((row) => codeRow(row, format, bodies, entries));
  const hasHeaders = Object.keys(headers).length > 0;
  const places = bodiesOf(format).flatMap(placesIn);
  return {
    name: format.name.value,
    catalog: catalog.name.value,
    ...(catalog.docs !== undefined && needsDocs && { docs: catalog.docs.value }),
    ...(bodies.length > 0 && { bodies: bodies.map(layoutOf) }),
    ...(hasHeaders && { headers, fromHeaders: readHeaders }),
    ...(headerPlaces(format).some(isFact) && { facts: readHeaderFacts }),
    ...(inferences.length > 0 && {
      infer: Object.fromEntries(inferences.map(({ status, code }) => [status, code.value])),
    }),
    // Parts of the runtime that only some formats need.
    ...(bodies.length + format.rows.filter(({ body }) => body).length > 1 && {
      choose: fitsBetter,
    }),
    ...(places.some(isSpread) && { spread: readSpread }),
    ...(places.some(isPiece) && { pieces: readPieces }),
    ...(codeRows.some(({ messages }) => messages !== undefined) && { format: formatMessage }),
    ...(usesVariable(format, "$type") && { types: problemTypes }),
    rows: codeRows,
  };
}

function codeRow(
  resolved: ResolvedRow,
  format: WireFormat,
  bodies: readonly TemplateNode[],
  entries: ReadonlyMap<string, EntryRow>,
): CodeRow {
  const { entry, row, spelling, omits } = resolved;
  // What is spread has to know of optional fields too that this wire does not have.
  const omitted = usesVariable(format, "$fields")
    ? entry.fields.filter(({ name, internal }) => !internal && omits.has(name))
    : requiredOmits(entry, omits);
  const also = (row?.also ?? []).map(({ value }) => value);
  const messages = needsMessages(resolved, bodies, inferredCodes(format))
    ? messageTexts(resolved)
    : [];
  return {
    entry: entries.get(entry.code) as EntryRow,
    ...(spelling !== entry.code && { spelling }),
    ...(also.length > 0 && { also }),
    ...(row?.body !== undefined && { body: layoutOf(row.body) }),
    ...(omitted.length > 0 && { omits: omitted.map(({ name }) => name) }),
    ...(messages.length > 0 && { messages }),
  };
}

/** The headers that are written from fields. What has no conversion is text. */
function headersOf({ headers }: WireFormat): Readonly<Record<string, Variable>> {
  return Object.fromEntries(
    headers.flatMap(({ name, value }) =>
      value.kind === "variable" ? [[name.value, headerVariable(value)]] : [],
    ),
  );
}

function headerVariable(value: VariableNode): Variable {
  const { from, as = headerText } = variableOf(value);
  return { from, as };
}

/** Codes that a format infers from answers that are not its own. A built-in one does with a message of its own: it has every code. */
const inferredCodes = remembered(
  ({ builtIn, infer }: WireFormat): ReadonlySet<string> =>
    new Set(builtIn ? [] : infer.map(({ code }) => code.value)),
);

/** Whether an answer with the code may come without a message. */
function needsMessages(
  { entry, row }: ResolvedRow,
  bodies: readonly TemplateNode[],
  inferred: ReadonlySet<string>,
): boolean {
  if (inferred.has(entry.code)) return true;
  const own = row?.body === undefined ? bodies : [row.body];
  return own.length === 0 || !own.every(requiresMessage);
}

/** The message templates of a row, and its title where the last of them needs what this wire never sends. */
function messageTexts({ entry, omits }: ResolvedRow): readonly string[] {
  const last = entry.messages.at(-1);
  const isEnough = last?.parts.every(
    (part) => part.kind === "text" || !omits.has(part.path[0] ?? ""),
  );
  const title =
    isEnough || entry.title === undefined ? [] : [entry.title.value.replace(/[{}]/g, "$&$&")];
  return [...entry.messages.map(({ text }) => text), ...title];
}

/** The required public fields among those that a wire does not have. */
export function requiredOmits({ fields }: Entry, omits: ReadonlySet<string>): Entry["fields"] {
  return fields.filter(({ name, optional, internal }) => !optional && !internal && omits.has(name));
}

/** Whether every body of the template has a message. */
const requiresMessage = remembered((body: TemplateNode): boolean =>
  placesIn(body).some(
    ({ variable, optional, each }) =>
      !optional && each === undefined && variable.paths[0]?.[0] === "$message",
  ),
);

/** Fields beside others in one object. */
function isSpread({ variable, beside }: TemplatePlace): boolean {
  return beside !== undefined || variable.paths.some(([first]) => first === "$fields");
}

/** What every error has and is read back. */
function isFact({ variable }: TemplatePlace): boolean {
  return /^\$(code|message|status)$/.test(variable.paths[0]?.[0] ?? "");
}

/** A part of a field. */
function isPiece({ variable }: TemplatePlace): boolean {
  return variable.paths.some(([first = "", ...rest]) => rest.length > 0 && !first.startsWith("$"));
}
