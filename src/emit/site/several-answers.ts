/** Answers that have several errors at once, in the formats that have a place for them. */
import { type Catalog, type Entry, liveEntries } from "../../model/catalog.js";
import { bodiesUnder, bodyOf } from "../../model/placement.js";
import type { WireFormat } from "../../model/wire-format.js";
import { resolveRows } from "../../model/wire-rows.js";
import type { CatalogError, EncodedAnswer, EncodeOptions } from "../../runtime/index.js";
import { type RunningCatalog, runCatalog } from "../../wire/running-catalog.js";

/** An answer with an error and another one beside it. */
export interface SeveralAnswer {
  readonly format: WireFormat;
  /** The code of the other one. */
  readonly beside: string;
  readonly answer: EncodedAnswer;
}

/** Finds the answers of each code, one for each format that can have them. */
export function severalAnswers(
  catalog: Catalog,
  options: EncodeOptions,
): (code: string) => readonly SeveralAnswer[] {
  const running = runCatalog(catalog);
  const live = liveEntries(catalog);
  const places = new Map(live.map(({ code }, index) => [code, index]));
  const able = catalog.wireFormats.flatMap((format) => {
    const codes = codesBesideOthers(format, catalog);
    return codes.size === 0 ? [] : [{ format, codes }];
  });
  return (code) => {
    const at = places.get(code);
    const entry = at === undefined ? undefined : live[at];
    if (at === undefined || entry === undefined) return [];
    // Those that follow, round the end, so that it is not the same one everywhere.
    const after = [...live.slice(at + 1), ...live.slice(0, at)];
    const near = after.filter(({ category }) => category.value === entry.category.value);
    return able.flatMap(({ format, codes }) => {
      if (!codes.has(code)) return [];
      const other = [...near, ...after].find((each) => codes.has(each.code));
      const answer = other && together(entry, other, format, running, options);
      return other === undefined || answer === undefined
        ? []
        : [{ format, beside: other.code, answer }];
    });
  };
}

function codesBesideOthers(format: WireFormat, catalog: Catalog): ReadonlySet<string> {
  const rows = resolveRows(format, catalog).filter((row) => {
    const body = bodyOf(row, format);
    return body !== undefined && bodiesUnder(body).some(({ kind }) => kind === "errors");
  });
  return new Set(rows.map(({ entry }) => entry.code));
}

/** What the format writes of both; undefined where a client does not read both from it. */
function together(
  entry: Entry,
  other: Entry,
  { name }: WireFormat,
  { formats, errorOf }: RunningCatalog,
  options: EncodeOptions,
): EncodedAnswer | undefined {
  const errors = [entry, other].flatMap((each): CatalogError[] => {
    const error = errorOf(each, each.examples[0] ?? { fields: {}, status: undefined });
    return error === undefined ? [] : [error];
  });
  const format = formats.get(name.value);
  if (format === undefined || errors.length < 2) return undefined;
  const answer = format.encode(new AggregateError(errors), options);
  const read = format.decode(answer);
  const others = "others" in read ? (read.others ?? []) : [];
  const codes = [read, ...others].map(({ code }) => code).sort();
  return codes.join() === [entry.code, other.code].sort().join() ? answer : undefined;
}
