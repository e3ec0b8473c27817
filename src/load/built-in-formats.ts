/** The built-in wire formats as they are in a catalog. */
import { collect } from "../diagnostics/report.js";
import type { Catalog, Entry } from "../model/catalog.js";
import { type Field, type NamedTypes, propertyNamed, resolveType } from "../model/field.js";
import { besideFields, namesIn, placesIn } from "../model/placement.js";
import type { WireFormat } from "../model/wire-format.js";
import { flatWire, problemWire } from "./built-in-wire.js";
import { loadRules } from "./load-rules.js";
import { readFile } from "./read-file.js";
import { readWireFormat } from "./read-wire-format.js";
import { wireFile } from "./wire-schema.js";

/** What they depend on. */
export interface BuiltInOptions
  extends Pick<Catalog, "entries" | "types" | "wire" | "outputs" | "infer" | "context"> {
  /** Whether codes have pages. */
  readonly hasDocs: boolean;
  /** Whether answers are only read. */
  readonly isConsumed: boolean;
}

/**
 * The formats of a catalog: the built-in ones and then its own. One of its own that has the name of a built-in one takes
 * the place of that, and is like it wherever its file says nothing. What is only read has no format but those that it
 * names.
 */
export function wireFormats(
  own: readonly WireFormat[],
  options: BuiltInOptions,
): readonly WireFormat[] {
  const { isConsumed } = options;
  const builtIn = builtInFormats(options);
  const used = usedFormats(options);
  const named = new Set(own.map(({ name }) => name.value));
  return [
    ...builtIn.filter(
      ({ name }) => !named.has(name.value) && (!isConsumed || used.has(name.value)),
    ),
    ...own.map((format) => {
      const base = builtIn.find(({ name }) => name.value === format.name.value);
      return base === undefined ? format : configured(format, base, options.infer);
    }),
  ];
}

function configured(own: WireFormat, base: WireFormat, infer: BuiltInOptions["infer"]): WireFormat {
  return {
    ...own,
    title: own.title ?? base.title,
    source: own.source ?? base.source,
    media: own.media ?? base.media,
    body: own.body ?? base.body,
    infer: own.infer.length > 0 ? own.infer : infer,
  };
}

/**
 * The built-in formats. One that the catalog does not use, as its `wire` or as that of an output, omits the fields that are called
 * like a member of its own, such as `title`: what nobody asked for refuses no name.
 */
function builtInFormats({
  entries,
  types,
  wire: standard,
  outputs,
  hasDocs,
  context,
}: BuiltInOptions): readonly WireFormat[] {
  const names = [...new Set(context.map(({ name }) => name))];
  const wire = {
    hasDocs,
    hasErrors: entries.some((entry) => hasErrorsByField(entry, types)),
    hasInstance: names.includes("instance"),
    // What is no word is no name either, and reported.
    context: names.filter((name) => /^\w+$/.test(name) && publicField(entries, name) === undefined),
  };
  const used = usedFormats({ wire: standard, outputs });
  const texts = { flat: flatWire(wire), problem: problemWire(wire) };
  return Object.entries(texts).flatMap(([name, text]) => {
    const { report } = collect(loadRules);
    const file = { file: { path: `built-in ${name}`, text }, readable: true };
    const root = readFile(file, wireFile, report);
    const format = root && readWireFormat(root, true, report);
    if (format === undefined) return [];
    return [used.has(name) ? format : { ...format, omits: clashes(format, entries) }];
  });
}

function usedFormats({
  wire,
  outputs,
}: Pick<BuiltInOptions, "wire" | "outputs">): ReadonlySet<string | undefined> {
  return new Set([wire.value, ...outputs.map((output) => output.wire?.value)]);
}

/** The fields that are called like members of the format, each at its first place. */
function clashes({ body }: WireFormat, entries: readonly Entry[]): WireFormat["omits"] {
  const places = body === undefined ? [] : placesIn(body);
  const placed = namesIn(places);
  return besideFields(places)
    .filter((name) => !placed.has(name))
    .flatMap((value) => {
      const first = publicField(entries, value);
      return first === undefined ? [] : [{ value, at: first.at }];
    });
}

/** The first public field with the name. */
function publicField(entries: readonly Entry[], name: string): Field | undefined {
  return entries
    .map((entry) => propertyNamed(entry.fields, name))
    .find((field) => field?.internal === false);
}

/** Whether the entry lists what is wrong with each of several values, as a map of lists. */
function hasErrorsByField({ fields }: Entry, types: NamedTypes): boolean {
  const errors = fields.find(({ name }) => name === "errors");
  const type = errors === undefined ? undefined : resolveType(errors.type, types);
  return (
    type?.kind === "object" &&
    type.rest !== undefined &&
    resolveType(type.rest, types)?.kind === "array"
  );
}
