/** Files → catalog. Reads every file, whatever is wrong with others, and says all that is wrong. */
import { type Diagnostic, sortDiagnostics } from "../diagnostics/diagnostic.js";
import { collect } from "../diagnostics/report.js";
import { withSettings } from "../diagnostics/settings.js";
import { type Catalog, compareText, type FileKind, fileKinds } from "../model/catalog.js";
import type { Field, NamedType } from "../model/field.js";
import type { Located, SourceFile } from "../model/source.js";
import { hasOwnAddress } from "../model/used-catalog.js";
import type { WireFormat } from "../model/wire-format.js";
import { nodeAt, type YamlMap, type YamlNode, type YamlPair } from "../model/yaml-node.js";
import { wireFormats } from "./built-in-formats.js";
import { catalogFile } from "./catalog-schema.js";
import { type CatalogFile, type DecodedFile, decodeFile, writtenFiles } from "./decode-file.js";
import { type LoadRuleName, loadRules, type Report } from "./load-rules.js";
import { readBaseline } from "./read-baseline.js";
import { readHeadDefaults } from "./read-defaults.js";
import { located, optional, pairs } from "./read-entry.js";
import { readErrors } from "./read-errors.js";
import { readExtensions } from "./read-extensions.js";
import { readField, readFieldType } from "./read-field-type.js";
import { readFile } from "./read-file.js";
import { readLenience } from "./read-lenience.js";
import { readLocale } from "./read-locale.js";
import { readOperations } from "./read-operations.js";
import { readOutputs } from "./read-outputs.js";
import { readOwnLedger } from "./read-own-ledger.js";
import { readRoles } from "./read-roles.js";
import { readTypeAddress } from "./read-type-address.js";
import { readUses, type UsedFolders, usesOf } from "./read-uses.js";
import { readWireFormat } from "./read-wire-format.js";
import { takeEntries, withStandIns, withTaken } from "./take-entries.js";
import { wireFile } from "./wire-schema.js";

/** What loading gives: a catalog where there is enough of one, and all that is wrong. */
export interface LoadedCatalog {
  readonly catalog: Catalog | undefined;
  readonly diagnostics: readonly Diagnostic<LoadRuleName>[];
}

/**
 * Loads a catalog from its files, `catalog.yaml` among them. Never throws on what the files say.
 *
 * @param used the catalogs that it uses.
 */
export function loadCatalog(
  files: readonly CatalogFile[],
  used: UsedFolders = new Map(),
): LoadedCatalog {
  const { report, diagnostics } = collect(loadRules);
  const ordered = [...files].sort(
    (a, b) => rank(a.path) - rank(b.path) || (a.path < b.path ? -1 : 1),
  );
  const sources = ordered.map(
    (file): CatalogSource => ({
      kind: kindOf(file.path),
      path: file.path,
      ...decodeFile(file, report),
    }),
  );
  const paths = sources.map(({ file }) => file.path);
  for (const { kind, file } of sources) {
    if (kind !== undefined) continue;
    reportUnexpected(file, report);
  }
  if (!sources.some(({ kind }) => kind === "catalog")) reportMissing(ordered[0], report);
  const ofKind = (wanted: FileKind) => sources.filter(({ kind }) => kind === wanted);
  const built = build(
    ofKind,
    sources.map(({ file }) => file),
    used,
    report,
  );
  const refused = new Set(
    diagnostics.flatMap(({ severity, at }) => (severity === "error" ? [at.file.path] : [])),
  );
  const broken = fileKinds.filter((kind) =>
    ofKind(kind).some(({ file }) => refused.has(file.path)),
  );
  const catalog = built && { ...built, broken: new Set(broken) };
  const settled = withSettings(diagnostics, catalog?.settings ?? [], loadRules);
  return { catalog, diagnostics: sortDiagnostics(settled, paths) };
}

function reportUnexpected(file: SourceFile, report: Report): void {
  const ending = /\.ya?ml$/i.exec(file.path)?.[0] ?? "";
  const small = ending.toLowerCase();
  report(
    "file-unexpected",
    { file, start: 0, end: 0 },
    "This file has no place in a catalog and is not read.",
    {
      help:
        ending === small
          ? "Known: catalog.yaml, operations.yaml, errors/*.yaml, wire/*.yaml, locales/*.yaml, released.json, baseline.json."
          : `Its name has to end with ${small}, in small letters.`,
    },
  );
}

function reportMissing(other: CatalogFile | undefined, report: Report): void {
  const folder = other?.shownPath.slice(0, -other.path.length) ?? "";
  const file = { path: `${folder}catalog.yaml`, text: "" };
  report(
    "catalog-missing",
    { file, start: 0, end: 0 },
    "There is no catalog.yaml in this folder.",
    {
      help: "`errdex init` writes a catalog to begin with.",
    },
  );
}

/** A file and what it is for. */
interface CatalogSource extends DecodedFile {
  readonly kind: FileKind | undefined;
  /** Relative to the catalog's folder. */
  readonly path: string;
}

/** What a file is for, by its path in the catalog's folder; undefined where it has no place there. */
export function kindOf(path: string): FileKind | undefined {
  if (/^catalog\.ya?ml$/.test(path)) return "catalog";
  if (/^operations\.ya?ml$/.test(path)) return "operations";
  if (path === writtenFiles.released) return "released";
  if (path === writtenFiles.baseline) return "baseline";
  if (/^wire\/.+\.ya?ml$/.test(path)) return "wire";
  if (/^locales\/[^/]+\.ya?ml$/.test(path)) return "locale";
  return /^errors\/.+\.ya?ml$/.test(path) ? "errors" : undefined;
}

function rank(path: string): number {
  return [...fileKinds, undefined].indexOf(kindOf(path));
}

function build(
  ofKind: (kind: FileKind) => readonly CatalogSource[],
  files: readonly SourceFile[],
  used: UsedFolders,
  report: Report,
): Omit<Catalog, "broken"> | undefined {
  const unreadable = new Set<string>();
  const [main] = ofKind("catalog");
  const root = main === undefined ? undefined : readFile(main, catalogFile, report);
  const defaults = readHeadDefaults(root);
  const read = ofKind("errors").map((file) => readErrors(file, { unreadable, defaults }, report));
  const own = read.flatMap((each) => each.entries);
  const operations = ofKind("operations").flatMap((file) => readOperations(file, report));
  const custom = ofKind("wire").flatMap((file) => readWire(file, report));
  const locales = ofKind("locale").flatMap((file) => readLocale(file, file.path, report));
  const [released] = ofKind("released");
  const [baseline] = ofKind("baseline");
  if (root === undefined) return undefined;
  const at = (name: string): YamlNode | undefined => root.pairs.get(name)?.value;
  const uses = readUses(usesOf(at("uses")), used, { load: loadCatalog, report });
  const taken = takeEntries(uses, new Set([...own.map(({ code }) => code), ...unreadable]));
  const entries = [...own, ...taken.entries];
  const types = new Map([
    ...taken.types,
    ...pairs(at("types")).map(([name, { key, value }]): [string, NamedType] => [
      name,
      { name, at: key, type: readFieldType(value, report) },
    ]),
  ]);
  const consumes = optional<boolean>(at("consumes"));
  const isConsumed = consumes?.value === true;
  const wire = optional<string>(at("wire")) ?? usualWire(custom, isConsumed, root);
  const outputs = pairs(at("outputs")).flatMap(([kind, { value }]) => readOutputs(kind, value));
  const said = {
    infer: pairs(at("infer")).map(([status, { key, value }]) => ({
      at: key,
      status,
      code: located<string>(value),
    })),
    fallback: optional(at("fallback")),
    roles: readRoles(at("roles")),
  };
  const all = withStandIns(said, uses, taken);
  // What a catalog that it uses needs to answer, nobody who only reads takes over.
  const standIns = isConsumed ? { ...said, infer: all.infer } : all;
  const { infer } = standIns;
  const name = located<string>(at("catalog") ?? root);
  const hasAllCodes = !read.some(({ isOpaque }) => isOpaque);
  const codes = new Set([...entries.map(({ code }) => code), ...unreadable]);
  const ledger = released && readOwnLedger(released, { name, codes, hasAllCodes }, report);
  const hasDocs =
    at("docs") !== undefined || at("type") !== undefined || taken.entries.some(hasOwnAddress);
  const context = pairs(at("context")).map(([name, pair]) => readContext(name, pair, report));
  return {
    name,
    title: located(at("title") ?? root),
    version: located(at("version") ?? root),
    consumes: isConsumed ? { value: true, at: consumes.at } : undefined,
    docs: optional(at("docs")),
    ...readTypeAddress(at("type")),
    context,
    module: optional(at("module")),
    wire,
    categories: pairs(at("categories")).map(([id, { key, value }]) => ({
      id,
      at: key,
      title: String(value.value),
    })),
    types,
    defaults: [...defaults.said(), ...read.flatMap((each) => each.defaults)],
    uses,
    entries,
    partial: read.flatMap((each) => each.partial),
    unreadable,
    hasUnknownCodes: !hasAllCodes,
    operations: operations.flatMap(({ operation }) => operation),
    groups: operations.flatMap(({ group }) => group),
    wireFormats: wireFormats(custom, {
      ...{ entries, types, wire, outputs, infer, context, hasDocs },
      isConsumed,
    }),
    locales: locales
      .map((locale) => withTaken(locale, taken.entries))
      .sort((a, b) => compareText(a.tag.value, b.tag.value)),
    ...standIns,
    ...readLenience(at),
    unsaid: [],
    marks: undefined,
    past: { at: name.at, codes: new Map(), spellings: new Map() },
    released: ledger,
    baseline: baseline && readBaseline(baseline, report),
    outputs,
    extensions: readExtensions(root),
    declaredExtensions: new Map(
      pairs(at("extensions")).map(([name, { key, value }]) => [
        name,
        { at: key, title: located(nodeAt(value, ["title"])) },
      ]),
    ),
    files,
  };
}

/** The default wire format where none is named. */
function usualWire(
  custom: readonly WireFormat[],
  isConsumed: boolean,
  root: YamlMap,
): Located<string> {
  const [own, second] = custom;
  // Of a service whose answers are only read, the one format that is described is the one that it has.
  if (isConsumed && own !== undefined && second === undefined) return own.name;
  return { value: "flat", at: root };
}

function readContext(name: string, pair: YamlPair, report: Report): Field {
  const value = readField(name, pair, report);
  if (value.internal) {
    const what = `The value ${value.name} belongs to an answer, so it is not internal.`;
    report("field-internal", pair.key, what);
  }
  return value;
}

function readWire(file: DecodedFile, report: Report): readonly WireFormat[] {
  const root = readFile(file, wireFile, report);
  const format = root === undefined ? undefined : readWireFormat(root, false, report);
  return format === undefined ? [] : [format];
}
