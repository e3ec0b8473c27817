/** Proof by round trip: whether a format reads what it writes. */
import type { Catalog, Entry } from "../model/catalog.js";
import { bodiesOf, bodiesUnder, placementOf } from "../model/placement.js";
import { remembered } from "../model/remembered.js";
import type { SourceFile } from "../model/source.js";
import type { WireFormat } from "../model/wire-format.js";
import { type ResolvedRow, resolveRows } from "../model/wire-rows.js";
import type { CatalogError } from "../runtime/catalog-error.js";
import { memberOf } from "../runtime/wire/layout.js";
import type { EncodedAnswer } from "../runtime/wire/wire-options.js";
import { compileCatalog } from "./compiled-catalog.js";
import { hasDelayOfAnother, lostContext, lostField, type Placed } from "./lost-values.js";
import { formatSubject } from "./proof-subject.js";
import type { Proofs } from "./proofs.js";
import { type AnyWireFormat, runCatalog, runFormat } from "./running-catalog.js";
import { sampleOfContext, samplesOf } from "./samples.js";

/** Something of an error that a format writes and does not read back as it was. */
export interface Loss {
  readonly resolved: ResolvedRow;
  /**
   * `code`, `message`, `others`: the errors beside it, or `bytes`: read, but not written again as it stood; else the path
   * of a field, or of a value of the request behind `$context`.
   */
  readonly what: "code" | "message" | "others" | "bytes" | readonly string[];
  /** The example, or undefined where no example shows it. */
  readonly example: string | undefined;
  /** The answer, as it goes over the wire. */
  readonly answer: string;
  /** Whether the error comes back as another one. */
  readonly asAnother: boolean;
  /** What was there, and what came back, as JSON. */
  readonly wanted: string;
  readonly found: string;
}

/** An error to send. */
export interface Specimen {
  readonly error: CatalogError;
  readonly example: string | undefined;
  /** Values of the request. */
  readonly context?: Readonly<Record<string, unknown>> | undefined;
  /** Errors beside it. */
  readonly others?: readonly CatalogError[];
}

// No catalog says this, so that it comes from the answer where it comes back.
const ownMessage = "Said of this one alone.";

/**
 * What a format loses of the examples of a catalog, and of errors with all that its entries declare.
 *
 * @param proofs of examples that lost nothing; those are not looked at again.
 */
export function lossesOf(format: WireFormat, catalog: Catalog, proofs?: Proofs): readonly Loss[] {
  const nameOf = proofs && proofNames(format, catalog, proofs);
  const unproven = new Set(
    [...new Set(catalog.entries.map(({ at }) => at.file))].filter((file) => {
      const name = nameOf?.(file);
      return name === undefined || !proofs?.has(name);
    }),
  );
  const proven = new Set<string>();
  const hasSeveral = bodiesOf(format).some((body) =>
    bodiesUnder(body).some(({ kind }) => kind === "errors"),
  );
  const isBatch = bodiesOf(format).some((body) =>
    bodiesUnder(body).some((node) => node.kind === "errors" && node.item === undefined),
  );
  const losses = lossesIn(format, catalog, (resolved) => {
    const { entry, row } = resolved;
    // Entries with the same fields in the same template lose the same.
    const key = likenessOf(resolved, catalog);
    const samples = proven.has(key) ? [] : samplesFor(entry, catalog);
    proven.add(key);
    const [first, second = first] = samples;
    const several =
      // What has a body of its own stands alone in it, unless an answer is one of several.
      hasSeveral && (row?.body === undefined || isBatch) && first && second
        ? [{ ...first, others: [second.error, first.error] }]
        : [];
    const examples = unproven.has(entry.at.file) ? examplesOf(entry, catalog) : [];
    return [...examples, ...samples, ...several];
  });
  const lossy = new Set(losses.map(({ resolved }) => resolved.entry.at.file));
  for (const file of unproven) {
    const name = lossy.has(file) ? undefined : nameOf?.(file);
    if (name !== undefined) proofs?.keep(name);
  }
  return losses;
}

/** What the proof of all examples of a file is called, in a format. */
function proofNames(format: WireFormat, catalog: Catalog, { digest }: Proofs) {
  const subject = formatSubject(format, catalog);
  if (subject === undefined) return undefined;
  const around = digest(subject);
  return remembered(({ path, text }: SourceFile) => digest(JSON.stringify([around, path, text])));
}

/** What a format loses of some errors of each code. */
export function lossesIn(
  format: WireFormat,
  catalog: Catalog,
  specimensOf: (resolved: ResolvedRow) => readonly Specimen[],
): readonly Loss[] {
  const headerNames = format.headers.map(({ name }) => name.value);
  return [...inParts(resolveRows(format, catalog))].flatMap((rows) => {
    // What a format at work has made for each code is dropped with it.
    let working: AnyWireFormat | undefined;
    return rows.flatMap((resolved) => {
      const { entry } = resolved;
      if (entry.neverSent || entry.retired !== undefined) return [];
      const specimens = specimensOf(resolved);
      // It looks at all codes first, so it is made for what there is to prove.
      if (specimens.length > 0) working ??= runFormat(format, catalog);
      if (working === undefined) return [];
      const placement = placementOf(resolved, format);
      const proof = { resolved, placement, working, headerNames };
      return specimens.flatMap((specimen) => lossOf(specimen, proof) ?? []);
    });
  });
}

/** Ten parts at most: what begins anew for each part looks at all codes. */
function* inParts<T>(items: readonly T[]): Iterable<readonly T[]> {
  const size = Math.max(100, Math.ceil(items.length / 10));
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}

function likenessOf({ entry, row, spelling, omits }: ResolvedRow, catalog: Catalog): string {
  const { fields = {} } = compileCatalog(catalog).entries.get(entry.code) ?? {};
  return JSON.stringify([
    fields,
    row?.body === undefined ? "" : entry.code,
    Object.keys(row?.columns ?? {}),
    [...omits],
    spelling === null ? entry.code : typeof spelling,
    entry.title === undefined,
  ]);
}

/** The errors that the examples of an entry show. */
function examplesOf(entry: Entry, catalog: Catalog): readonly Specimen[] {
  const { errorOf } = runCatalog(catalog);
  return entry.examples.flatMap((example) => {
    const error = errorOf(entry, example);
    return error === undefined ? [] : [{ error, example: example.title }];
  });
}

function samplesFor(entry: Entry, catalog: Catalog): readonly Specimen[] {
  const { errorOf } = runCatalog(catalog);
  return samplesOf(entry, catalog.types).flatMap((fields, index) => {
    const error = errorOf(entry, { fields, status: undefined }, ownMessage);
    // The first has what is required alone.
    const context = index === 0 ? undefined : sampleOfContext(catalog.context, catalog.types);
    return error === undefined ? [] : [{ error, example: undefined, context }];
  });
}

/** A code in a format that is at work. */
interface Proof extends Placed {
  readonly working: AnyWireFormat;
  /** The headers that the format writes. */
  readonly headerNames: readonly string[];
}

function lossOf(specimen: Specimen, proof: Proof): Loss | undefined {
  const { error, example, context, others = [] } = specimen;
  const { resolved, working, headerNames } = proof;
  const several = others.length === 0 ? error : new AggregateError([error, ...others]);
  const { answer, now } = atOneTime(() => working.encode(several as CatalogError, { context }));
  const text = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body);
  const decoded = working.decode({ ...answer, body: text }, { now });
  const loss = (what: Loss["what"], wanted: unknown, found: unknown): Loss => ({
    resolved,
    what,
    example,
    asAnother: decoded.code !== error.code,
    answer: textOf(answer),
    wanted: shown(wanted),
    found: shown(found),
  });
  if (decoded.code !== error.code) {
    // Where no code is sent the status stands for it, and may stand for another one.
    const isBySent =
      resolved.spelling === null && decoded.inferred && decoded.code !== "unrecognized";
    if (isBySent) return undefined;
    // The first says which code it is, and others which field.
    const issue = decoded.issues?.find(({ path }) => path.length > 0);
    const [name] = issue?.path ?? [];
    return typeof name === "string" && memberOf(error, name) !== undefined
      ? loss([name], memberOf(error, name), undefined)
      : loss("code", error.code, decoded.code);
  }
  // Retry-After says the delay of whatever field has it, and is read as that of the format.
  if (hasDelayOfAnother(error, decoded, resolved.entry)) return undefined;
  const lost = lostField(error, decoded, proof) ?? lostContext(context, decoded, proof);
  if (lost !== undefined) return loss(...lost);
  const isUnsaid = error.message === ownMessage && decoded.message !== ownMessage;
  if (isUnsaid && textOf(answer).includes(ownMessage))
    return loss("message", ownMessage, decoded.message);
  const beside = (memberOf(decoded, "others") ?? []) as readonly CatalogError[];
  const lostOther = [...others.keys()].find((index) => beside[index]?.code !== others[index]?.code);
  if (lostOther !== undefined)
    return loss("others", others[lostOther]?.code, beside[lostOther]?.code);
  const again = working.encode(decoded, { passThrough: "text" });
  // What else stands in headers comes from fields that the format may not have.
  const isAlike =
    JSON.stringify(again.body) === JSON.stringify(answer.body) &&
    headerNames.every((name) => answer.headers[name] === again.headers[name]);
  return isAlike ? undefined : loss("bytes", textOf(answer), textOf(again));
}

/** An answer that was written within a millisecond, so that times in it can be read as they were meant. */
function atOneTime(encode: () => EncodedAnswer): { answer: EncodedAnswer; now: number } {
  for (let tries = 1; ; tries += 1) {
    const now = Date.now();
    const answer = encode();
    if (Date.now() === now || tries === 10) return { answer, now };
  }
}

function textOf({ status, headers, body }: EncodedAnswer): string {
  return `${status} ${JSON.stringify(headers)} ${body === undefined ? "" : JSON.stringify(body)}`;
}

function shown(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : (JSON.stringify(value) ?? "nothing");
}
