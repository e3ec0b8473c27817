/** A wire format as the data that decoding runs on. */
import type { Contract, Entry } from "../model/catalog.js";
import { grouped } from "../model/grouped.js";
import {
  bodiesOf,
  bodiesUnder,
  everyPlace,
  headerPlaces,
  placesIn,
  type TemplatePlace,
  usesVariable,
} from "../model/placement.js";
import { remembered } from "../model/remembered.js";
import { ownersOf } from "../model/used-catalog.js";
import { isSpellingClass, type TemplateNode, type WireFormat } from "../model/wire-format.js";
import { inferencesOf, type ResolvedRow, resolveRows } from "../model/wire-rows.js";
import type { EntryRow } from "../runtime/decoded-error.js";
import { readBeside } from "../runtime/wire/beside.js";
import { fitsBetter } from "../runtime/wire/best-fit.js";
import { readTexts } from "../runtime/wire/body-texts.js";
import { textValue } from "../runtime/wire/codecs/text-value.js";
import { inferAmong, isSuccess } from "../runtime/wire/conditions.js";
import { formatValues } from "../runtime/wire/format-values.js";
import { readFacts } from "../runtime/wire/header-facts.js";
import { readHeaders } from "../runtime/wire/header-fields.js";
import { inferCode } from "../runtime/wire/infer-code.js";
import { likelyCodes } from "../runtime/wire/likely-codes.js";
import { readPieces } from "../runtime/wire/pieces.js";
import { problemTypes } from "../runtime/wire/problem-type.js";
import { readSpread } from "../runtime/wire/spread.js";
import type { Addresses, CodeRow, DecodeSpec, InferredCode } from "../runtime/wire/wire-spec.js";
import { headersLayout, layoutOf, type Surroundings, testOf } from "./layout-of.js";
import { catalogShapes } from "./shapes.js";
import { textSpec } from "./template-of.js";

/** What decoding needs of a format. `entries`: what it knows of each code. */
export function decodeSpec(
  format: WireFormat,
  catalog: Contract,
  entries: ReadonlyMap<string, EntryRow>,
): DecodeSpec {
  const owners = ownersOf(catalog);
  const rows = resolveRows(format, catalog);
  const carried = new Set(rows.map(({ entry }) => entry.code));
  const inferences = inferencesOf(format, catalog).filter(({ code }) => carried.has(code.value));
  const bodies = [format.body, ...format.accepts].filter((node) => node !== undefined);
  const headers = headersLayout(writtenHeaders(format));
  const around = surroundingsOf(format);
  const hasCategory = [catalog.type, ...catalog.typeAlso].some((address) =>
    address?.value.includes("{category}"),
  );
  const infer = inferredOf(inferences);
  const isChosen = Object.values(infer).some((codes) => typeof codes !== "string");
  const needsType = usesVariable(format, "$type");
  const needsDocs = usesVariable(format, "$type") || usesVariable(format, "$docs");
  const codeRows = rows.map((row) =>
    codeRow(row, format, bodies, entries, around, hasCategory && needsType),
  );
  const hasHeaders = Object.keys(headers).length > 0;
  const texts = format.syntaxes.flatMap((name) =>
    name === "json" || name === "text" ? [] : [textSpec({ name })],
  );
  const places = bodiesOf(format).flatMap(placesIn);
  return {
    name: format.name.value,
    catalog: catalog.name.value,
    ...(catalog.docs !== undefined && needsDocs && { docs: catalog.docs.value }),
    ...(catalog.type !== undefined && needsType && { type: catalog.type.value }),
    ...(catalog.typeAlso.length > 0 &&
      needsType && { typeAlso: catalog.typeAlso.map(({ value }) => value) }),
    ...(owners !== undefined && { owners }),
    ...((needsDocs || needsType) && pagesOfOthers(catalog)),
    ...(bodies.length > 0 && { bodies: bodies.map((body) => layoutOf(body, around)) }),
    ...(hasHeaders && { headers }),
    ...((headers.code ?? headers.messages ?? headers.statuses) && { facts: readFacts }),
    ...(headers.places?.some(({ from }) => from.some((path) => !path.startsWith("$"))) && {
      fromHeaders: readHeaders,
    }),
    ...(inferences.length > 0 && { infer, byStatus: isChosen ? inferAmong : inferCode }),
    ...(format.infersUnknown && { infersUnknown: true }),
    ...(format.ignoresCase && { ignoresCase: true }),
    ...((format.success.length > 0 || (format.status?.value ?? 400) < 400) && { anyStatus: true }),
    ...(format.success.length > 0 && { success: format.success.map(testOf) }),
    ...(format.success.length > 0 && { isSuccess }),
    ...(texts.length > 0 && { syntaxes: texts, texts: readTexts }),
    ...((format.ignoresCase || codeRows.some(({ classes }) => classes !== undefined)) && {
      likely: likelyCodes,
    }),
    ...(usesVariable(format, "$context") && {
      // An answer may have some of them alone.
      context: {
        members: catalogShapes(catalog).ofMembers(
          catalog.context.map((value) => ({ ...value, optional: true })),
        ),
      },
    }),
    ...((usesVariable(format, "$context") ||
      usesVariable(format, "$delay") ||
      bodies.some((body) => bodiesUnder(body).some(({ kind }) => kind === "errors"))) && {
      beside: readBeside,
    }),
    ...(everyPlace(format).some(({ variable }) => /\bepoch\b/.test(variable.conversion ?? "")) && {
      times: true,
    }),
    // Parts of the runtime that only some formats need.
    ...((bodies.length + format.rows.filter(({ body }) => body).length > 1 || isChosen) && {
      choose: fitsBetter,
    }),
    ...(places.some(isSpread) && { spread: readSpread }),
    ...((places.some(isPiece) || headerPlaces(format).some(isContext)) && { pieces: readPieces }),
    ...(codeRows.some(({ messages }) => messages !== undefined) && { format: formatValues }),
    ...(usesVariable(format, "$type") && { types: problemTypes }),
    rows: codeRows,
  };
}

/** Where the pages of used catalogs are, as far as they have any. */
const pagesOfOthers = remembered(({ uses }: Contract): Pick<DecodeSpec, "pages"> => {
  const pages = uses.flatMap(({ name, docs, type, typeAlso }): [string, Addresses][] =>
    docs === undefined && type === undefined
      ? []
      : [
          [
            name,
            {
              ...(docs !== undefined && { docs }),
              ...(type !== undefined && { type }),
              ...(typeAlso.length > 0 && { typeAlso }),
            },
          ],
        ],
  );
  return pages.length === 0 ? {} : { pages: Object.fromEntries(pages) };
});

function codeRow(
  resolved: ResolvedRow,
  format: WireFormat,
  bodies: readonly TemplateNode[],
  entries: ReadonlyMap<string, EntryRow>,
  around: Surroundings,
  needsCategory: boolean,
): CodeRow {
  const { entry, row, spelling, omits } = resolved;
  // What is spread has to know of optional fields too that this wire does not have.
  const omitted = usesVariable(format, "$fields")
    ? entry.fields.filter(({ name, internal }) => !internal && omits.has(name))
    : requiredOmits(entry, omits);
  const listed = (row?.also ?? []).map(({ value }) => value);
  const classes = listed.filter(isSpellingClass);
  const also = listed.filter((each) => !isSpellingClass(each));
  const messages = needsMessages(resolved, bodies, inferredCodes(format))
    ? messageTexts(resolved)
    : [];
  return {
    entry: entries.get(entry.code) as EntryRow,
    ...(spelling !== entry.code && { spelling }),
    ...(also.length > 0 && { also }),
    ...(classes.length > 0 && { classes }),
    ...(needsCategory && { category: entry.category.value }),
    ...(row?.body !== undefined && {
      body: layoutOf(row.body, { ...around, columns: { ...format.columns, ...row.columns } }),
    }),
    ...(omitted.length > 0 && { omits: omitted.map(({ name }) => name) }),
    ...(messages.length > 0 && { messages }),
  };
}

/** The headers that are written from errors. */
export function writtenHeaders({
  headers,
}: WireFormat): readonly (readonly [name: string, value: TemplateNode])[] {
  return headers.flatMap(({ name, value }) =>
    value.kind === "constant" ? [] : [[name.value, value] as const],
  );
}

/** What bodies of a format are as texts decides how values in them are read. */
function surroundingsOf({ syntaxes }: WireFormat): Surroundings {
  const isText = syntaxes.some((name) => name === "xml" || name === "form");
  return { ...(isText && { as: textValue }), ...(syntaxes.includes("xml") && { isXml: true }) };
}

function inferredOf(inferences: WireFormat["infer"]): NonNullable<DecodeSpec["infer"]> {
  const byStatus = grouped(inferences, ({ status }) => status);
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => {
      const listed = codes.map(({ code, when }): string | InferredCode =>
        when === undefined ? code.value : { code: code.value, when: testOf(when) },
      );
      const [first] = listed;
      return [status, listed.length === 1 && typeof first === "string" ? first : listed];
    }),
  );
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

/** A value of the request. */
function isContext({ variable }: TemplatePlace): boolean {
  return variable.paths.some(([first]) => first === "$context");
}

/** A part of a field. */
function isPiece({ variable }: TemplatePlace): boolean {
  return variable.paths.some(
    ([first = "", ...rest]) => rest.length > 0 && /^[^$]|^\$context$/.test(first),
  );
}
