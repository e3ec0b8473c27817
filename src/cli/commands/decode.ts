/** `errdex decode`: what a pasted answer means. */
import { escapeForTerminal, lineForTerminal } from "../../diagnostics/escape.js";
import { didYouMean, quoted } from "../../diagnostics/suggest.js";
import type { Catalog } from "../../model/catalog.js";
import { secretPaths } from "../../model/secret-paths.js";
import { type CatalogErrorObject, entryOf } from "../../runtime/catalog-error.js";
import { type Answer, format, retryDelay } from "../../runtime/index.js";
import { redact } from "../../runtime/redact.js";
import { type AnyDecoded, type AnyWireFormat, runCatalog } from "../../wire/running-catalog.js";
import { type ExitCode, exitCode, UsageError } from "../exit-code.js";
import { findCatalogs } from "../find-catalogs.js";
import type { Host } from "../host.js";
import { openSoundCatalog } from "../open-catalog.js";
import type { ReportFormat } from "../option-choices.js";
import { readAnswer } from "../read-answer.js";
import { readPasted } from "../read-pasted.js";
import { terminalText } from "../terminal-text.js";

/** Options of the command. */
export interface DecodeCommandOptions {
  /** Folders of catalogs. */
  readonly catalog?: readonly string[];
  readonly wire?: string;
  readonly status?: number;
  readonly lenient?: boolean;
  readonly format: ReportFormat;
}

/** An answer as a wire format of a catalog reads it. */
interface WireReading {
  readonly catalog: Catalog;
  readonly wire: string;
  readonly isError: boolean;
  readonly error: AnyDecoded;
}

/** The reading that is shown, and how it was chosen. */
interface ChosenReading extends WireReading {
  /** Whether nobody said which wire format it is. */
  readonly isGuessed: boolean;
  /** The other formats that understand as much, with their catalog where there are several. */
  readonly alike: readonly string[];
  /** Whether several catalogs were asked. */
  readonly isOneOfMany: boolean;
}

/** Reads an answer from a file or from standard input; an error that no format recognizes is a finding. */
export async function decode(
  file: string | undefined,
  options: DecodeCommandOptions,
  host: Host,
): Promise<ExitCode> {
  const pasted = await readPasted(file, host);
  if (pasted.trim() === "")
    throw new UsageError("There is no answer to read. Paste it, or name a file.");
  const answer = readAnswer(pasted, options.status);
  const catalogs: Catalog[] = [];
  for (const folder of await findCatalogs(options.catalog ?? [], host))
    catalogs.push(await openSoundCatalog(folder, host));
  const formats = chosen(options.wire, catalogs);
  const found = {
    ...read(answer, formats, options.lenient === true),
    isGuessed: options.wire === undefined && formats.length > 1,
  };
  const { isError, error } = found;
  host.out(
    options.format === "json"
      ? `${JSON.stringify(documentOf(found), null, 2)}\n`
      : toText(found, answer, host),
  );
  return isError && error.code === "unrecognized" ? exitCode.findings : exitCode.fine;
}

/** A wire format, and whose it is. */
interface CatalogFormat {
  readonly catalog: Catalog;
  readonly format: AnyWireFormat;
}

function chosen(name: string | undefined, catalogs: readonly Catalog[]): readonly CatalogFormat[] {
  const all = catalogs.flatMap((catalog) => {
    const { formats } = runCatalog(catalog);
    return inOrder([...formats.values()], catalog).map((format) => ({ catalog, format }));
  });
  const named = all.filter(({ format }) => name === undefined || format.name === name);
  if (named.length > 0 || name === undefined) return named;
  const suggestion = didYouMean(name, new Set(all.map(({ format }) => format.name)));
  throw new UsageError(
    `There is no wire format ${quoted(name)}. ${"help" in suggestion ? suggestion.help : ""}`.trim(),
  );
}

/** The usual format, then those of the catalog, then those that are there unasked. */
function inOrder(formats: readonly AnyWireFormat[], catalog: Catalog): readonly AnyWireFormat[] {
  const unasked = unaskedFormats(catalog);
  const rankOf = ({ name }: AnyWireFormat) =>
    name === catalog.wire.value ? 0 : unasked.has(name) ? 2 : 1;
  return [...formats].sort((a, b) => rankOf(a) - rankOf(b));
}

// A built-in format is there whether anybody sends it or not: what it does not know says nothing.
function unaskedFormats({ wireFormats, wire }: Catalog): ReadonlySet<string> {
  return new Set(
    wireFormats.flatMap(({ builtIn, name }) =>
      builtIn && name.value !== wire.value ? [name.value] : [],
    ),
  );
}

/** Of several formats the one that understands most; the first of those that understand as much. */
function read(
  answer: Answer,
  formats: readonly CatalogFormat[],
  lenient: boolean,
): Omit<ChosenReading, "isGuessed"> {
  const unasked = new Map(formats.map(({ catalog }) => [catalog, unaskedFormats(catalog)]));
  const isUnasked = ({ catalog, wire }: WireReading) => unasked.get(catalog)?.has(wire) === true;
  const rankOf = (reading: WireReading) =>
    isUnasked(reading) && reading.error.code === "unrecognized" ? 0 : understanding(reading.error);
  const readings = formats.map(({ catalog, format }) => ({
    catalog,
    wire: format.name,
    isError: format.isError(answer),
    error: format.decode(answer, { lenient }),
  }));
  const [best, ...others] = [...readings].sort((a, b) => rankOf(b) - rankOf(a));
  if (best === undefined) throw new UsageError("The catalog has no wire format.");
  const isOneOfMany = unasked.size > 1;
  // Where nothing is understood, none is nearer than another.
  const alike = others.filter(
    (each) => rankOf(best) > 0 && rankOf(each) === rankOf(best) && !isUnasked(each),
  );
  const nameOf = ({ catalog, wire }: WireReading) =>
    isOneOfMany ? `${catalog.name.value}/${wire}` : wire;
  return { ...best, alike: alike.map(nameOf), isOneOfMany };
}

function understanding(error: AnyDecoded): number {
  const issues = error.issues?.length ?? 0;
  if (error.code !== "unrecognized") return error.inferred ? 1 : 4 - Math.min(issues, 1) / 2;
  // A code that is known and broken says more than a status.
  return "receivedCode" in error ? (issues > 0 ? 3 : 2) : 0;
}

function documentOf({ catalog, wire, isError, error, ...how }: ChosenReading): object {
  return {
    ...(how.isOneOfMany && { catalog: catalog.name.value }),
    wire,
    ...(how.isGuessed && { guessed: true, alike: how.alike }),
    isError,
    error: toJson(error, catalog),
  };
}

/** What a program may print: secret values redacted, as in a log. What arrived is left out, for it may hold them. */
function toJson(error: AnyDecoded, catalog: Catalog): object {
  const { code, status, message, fields } = error.toJSON();
  const context = contextOf(error, catalog);
  const others = othersOf(error);
  return {
    ...{ code, status, message },
    fields: redact(fields, (error as CatalogErrorObject)[entryOf]?.secret),
    ...(context !== undefined && { context }),
    ...(others.length > 0 && { others: others.map((each) => toJson(each, catalog)) }),
  };
}

/** The errors beside one. */
function othersOf(error: AnyDecoded): readonly AnyDecoded[] {
  return (error as { readonly others?: readonly AnyDecoded[] }).others ?? [];
}

/** What belongs to the answer and to no code, without secrets. */
function contextOf(error: AnyDecoded, { context, types }: Catalog): object | undefined {
  const { context: given } = error as { readonly context?: object };
  return given && redact(given, secretPaths({ fields: context }, types));
}

/** Why this format was taken. */
function guessText(alike: readonly string[], error: AnyDecoded): string {
  if (error.code === "unrecognized" && alike.length === 0) return "no format knows this answer";
  return alike.length === 0
    ? "no format understands more of it; --wire chooses one"
    : `${alike.join(", ")} ${alike.length === 1 ? "understands" : "understand"} as much of it; --wire chooses one`;
}

/** Why so little was read, where that is seen from outside. */
function unreadText(
  { catalog, wire, error }: ChosenReading,
  { status, body }: Answer,
): readonly string[] {
  const { syntaxes = [] } = catalog.wireFormats.find(({ name }) => name.value === wire) ?? {};
  const isJsonAlone = syntaxes.every((each) => each === "json");
  return [
    ...(isJsonAlone && body !== "" && !isJson(String(body)) ? ["the body, which is no JSON"] : []),
    ...(status === undefined && error.code === "unrecognized"
      ? ["the status, which this text does not have; --status says it"]
      : []),
  ];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function toText(found: ChosenReading, answer: Answer, { colors }: Host): string {
  const { catalog, wire, isError, error, isGuessed, alike, isOneOfMany } = found;
  const context = contextOf(error, catalog);
  const entry = catalog.entries.find(({ code }) => code === error.code);
  const delay = retryDelay(error);
  const lines = [
    colors.bold(lineForTerminal(format(error))),
    ...(isOneOfMany ? [`${colors.dim("Catalog:")} ${catalog.name.value}`] : []),
    `${colors.dim("Wire format:")} ${wire}${error.inferred ? " (the code was inferred from the status)" : ""}`,
    ...(isGuessed ? [`${colors.dim("Guessed:")} ${guessText(alike, error)}`] : []),
    ...unreadText(found, answer).map((each) => `${colors.dim("Not read:")} ${each}`),
    ...(isError ? [] : [`${colors.dim("Is an error:")} no, the wire format calls it a success`]),
    ...(error.code === "unrecognized" && "receivedCode" in error
      ? [`${colors.dim("Received code:")} ${escapeForTerminal(String(error.receivedCode))}`]
      : []),
    ...(error.issues ?? []).map(
      ({ path, message }) =>
        `${colors.yellow("issue:")} ${escapeForTerminal(`${path.join(".")}: ${message}`)}`,
    ),
    ...othersOf(error).map(
      (each) => `${colors.dim("Beside it:")} ${lineForTerminal(format(each))}`,
    ),
    ...(context === undefined
      ? []
      : [`${colors.dim("Of the answer:")} ${escapeForTerminal(JSON.stringify(context))}`]),
    ...(delay === undefined ? [] : [`${colors.dim("Wait:")} ${delay / 1000} seconds`]),
    ...(entry?.meaning === undefined
      ? []
      : ["", lineForTerminal(terminalText(entry.meaning.value))]),
    ...(entry === undefined || entry.fixes.length === 0 ? [] : ["", colors.bold("What to try")]),
    ...(entry?.fixes ?? []).map(({ value }) => `  - ${lineForTerminal(terminalText(value))}`),
  ];
  return `${lines.join("\n")}\n`;
}
