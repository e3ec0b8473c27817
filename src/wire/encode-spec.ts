/** A wire format as the data that encoding needs besides. */
import { type Contract, compareText, type Entry, liveEntries } from "../model/catalog.js";
import { registeredStatuses } from "../model/http-status.js";
import { bodiesOf, bodiesUnder, usesVariable } from "../model/placement.js";
import type { SyntaxName, WireFormat } from "../model/wire-format.js";
import { type ResolvedRow, resolveRows } from "../model/wire-rows.js";
import { rename } from "../runtime/wire/aliases.js";
import type { ChallengeRow } from "../runtime/wire/challenge.js";
import type { EncodeRow, EncodeSpec, FallbackSpec } from "../runtime/wire/wire-spec.js";
import { writtenHeaders } from "./decode-spec.js";
import { templateOf, textSpec } from "./template-of.js";

/** What encoding needs of a format. `shared`: what all formats of the catalog have in common. */
export function encodeSpec(
  format: WireFormat,
  catalog: Contract,
  shared: Pick<EncodeSpec, "fallback" | "messages">,
): EncodeSpec {
  const resolved = resolveRows(format, catalog);
  const folds = [...format.folds].sort((a, b) => compareText(a.code, b.code));
  const rows = resolved.flatMap((row): [string, EncodeRow][] => {
    const own = encodeRow(row, format);
    return Object.keys(own).length === 0 ? [] : [[row.entry.code, own]];
  });
  const constants = format.headers.flatMap(({ name, value }): [string, string][] =>
    value.kind === "constant" ? [[name.value, String(value.value)]] : [],
  );
  const filled = writtenHeaders(format).map(([name, value]) => [name, templateOf(value)] as const);
  const several = severalOf(format);
  const [syntax = "json"] = format.syntaxes;
  const hasAliases = bodiesOf(format).some((body) =>
    bodiesUnder(body).some(
      (node) =>
        node.kind === "object" &&
        node.members.some(({ key, aliases, optional }) => aliases ?? (key === "?xml" && optional)),
    ),
  );
  return {
    ...(format.body !== undefined && { body: templateOf(format.body) }),
    ...(format.accepts.length > 0 && { accepts: format.accepts.map((each) => templateOf(each)) }),
    ...(filled.length > 0 && { filled: Object.fromEntries(filled) }),
    ...(several !== undefined && { several }),
    ...(hasAliases && { rename }),
    ...(syntax !== "json" && syntax !== "text" && { syntax: textSpec({ name: syntax }) }),
    ...((format.media !== undefined || syntax !== "json") && { media: mediaOf(format) }),
    ...(constants.length > 0 && { headers: Object.fromEntries(constants) }),
    ...(format.status !== undefined && { status: format.status.value }),
    ...(usesVariable(format, "$phrase") && { phrases: phrasesOf(resolved) }),
    ...(folds.length > 0 && {
      folds: Object.fromEntries(folds.map(({ code, target }) => [code, target.value])),
    }),
    ...(rows.length > 0 && { rows: Object.fromEntries(rows) }),
    ...shared,
  };
}

/** The media type of the bodies that a format writes. */
export function mediaOf({ media, syntaxes: [syntax = "json"] }: WireFormat): string {
  return media?.value ?? medias[syntax];
}

const medias: Readonly<Record<SyntaxName, string>> = {
  json: "application/json",
  xml: "application/xml",
  form: "application/x-www-form-urlencoded",
  sse: "text/event-stream",
  text: "text/plain; charset=utf-8",
};

/** The first body that has a place for several errors. */
function severalOf({ body, accepts }: WireFormat): number | undefined {
  const bodies = [body, ...accepts].filter((each) => each !== undefined);
  const index = bodies.findIndex((each) => bodiesUnder(each).some(({ kind }) => kind === "errors"));
  return index < 0 ? undefined : index;
}

/** What an error becomes that a wire cannot carry. */
export function fallbackSpec(catalog: Contract): FallbackSpec {
  const isBare = ({ fields }: Entry) =>
    fields.every(({ optional, internal }) => optional || internal);
  const bare = new Set(
    liveEntries(catalog)
      .filter(isBare)
      .map(({ code }) => code),
  );
  const byStatus = catalog.infer.filter(
    ({ status, code }) => /^\d+$/.test(status) && bare.has(code.value),
  );
  return {
    byStatus: Object.fromEntries(byStatus.map(({ status, code }) => [status, code.value])),
    code: catalog.fallback?.value ?? "",
    message: "Something went wrong.",
  };
}

function encodeRow({ entry, row }: ResolvedRow, format: WireFormat): EncodeRow {
  const columns = { ...format.columns, ...row?.columns };
  const title = usesVariable(format, "$title") ? entry.title?.value : undefined;
  const statuses = ownStatuses(entry, row);
  const headers = entry.headers.map(({ name, value }) => [name.value, value.text] as const);
  return {
    ...(row?.body !== undefined && { body: templateOf(row.body) }),
    ...(statuses !== undefined && { statuses }),
    ...(entry.neverSent && { neverSent: true }),
    ...(title !== undefined && { title }),
    ...(headers.length > 0 && { headers: Object.fromEntries(headers) }),
    ...(entry.challenge !== undefined && { challenge: challengeRow(entry.challenge) }),
    ...(Object.keys(columns).length > 0 && { columns }),
  };
}

function ownStatuses(entry: Entry, row: ResolvedRow["row"]): readonly number[] | undefined {
  const own = (row?.statuses ?? []).map(({ value }) => value);
  const isUsual = own.join() === entry.statuses.map(({ value }) => value).join();
  return own.length === 0 || isUsual ? undefined : own;
}

function phrasesOf(rows: readonly ResolvedRow[]): Readonly<Record<number, string>> {
  const statuses = rows.flatMap(({ entry, row }) =>
    [...(row?.statuses ?? []), ...entry.statuses].map(({ value }) => value),
  );
  return Object.fromEntries(
    statuses.flatMap((status) => {
      const phrase = registeredStatuses.get(status);
      return phrase === undefined ? [] : [[status, phrase]];
    }),
  );
}

function challengeRow({ error, scheme, scope }: NonNullable<Entry["challenge"]>): ChallengeRow {
  return {
    ...(error !== undefined && { error }),
    ...(scheme !== undefined && { scheme }),
    ...(scope !== undefined && { scope: scope.value }),
  };
}
