/** `errdex check --fix`: mends what is certain, and leaves every other byte as it is. */
import semver from "semver";
import type * as z from "zod4";
import { catalogFile, errorsFile } from "../load/catalog-schema.js";
import type { CatalogFile } from "../load/decode-file.js";
import { loadCatalog } from "../load/load-catalog.js";
import { respelledPlaces } from "../load/respelled-places.js";
import { wireFile } from "../load/wire-schema.js";
import type { Catalog } from "../model/catalog.js";
import { grouped } from "../model/grouped.js";
import { type RespelledScalar, respelledInExample } from "../model/respelled.js";
import { pairOf, type YamlMap } from "../model/yaml-node.js";
import { addMember } from "./add-member.js";
import { namesToAdd } from "./add-names.js";
import type { Edit } from "./edit.js";
import { editFile, type MendingEdit } from "./edit-file.js";
import { addSince, quoteNumber, quoteScalar, reorder } from "./mends.js";

/** A mend that was made. */
export interface Mend {
  /** As diagnostics show it. */
  readonly path: string;
  readonly code: string | undefined;
  readonly what: string;
}

/** The files that changed, and what was mended in them. */
export interface FixedCatalog {
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly mends: readonly Mend[];
}

/** What is done to a file at one time. */
type Pass = (root: YamlMap) => readonly MendingEdit[];

/** Mends a catalog. A file with a fault that hides its structure is left alone. Twice is the same as once. */
export function fixCatalog(files: readonly CatalogFile[]): FixedCatalog {
  const mends: Mend[] = [];
  const mended = (
    file: CatalogFile,
    passes: readonly Pass[],
    keys?: ReadonlySet<string>,
  ): CatalogFile => {
    let current = file;
    for (const pass of passes) {
      const edited = editFile(current, pass, keys);
      if (edited === undefined) continue;
      current = { ...current, content: edited.text };
      for (const { code, what } of edited.edits) mends.push({ path: file.shownPath, code, what });
    }
    return current;
  };
  const withHead = files.map((file) =>
    /^catalog\.ya?ml$/.test(file.path)
      ? mended(file, [quoteVersion, textQuoter(catalogFile)])
      : file,
  );
  const { catalog } = loadCatalog(withHead);
  // The places in examples are those of the file as it was loaded, so they come first.
  const passes = [
    textQuoter(errorsFile, catalog),
    quoteSinces,
    ...(catalog === undefined ? [] : passesFor(catalog)),
  ];
  const result = withHead.map((file) => {
    if (/^wire\/.+\.ya?ml$/.test(file.path)) return mended(file, [textQuoter(wireFile)]);
    if (!/^errors\/.+\.ya?ml$/.test(file.path)) return file;
    return mended(mended(file, passes), catalog === undefined ? [] : [nameAdder(catalog)], nameKey);
  });
  const changed = result.filter((file, index) => file !== files[index]);
  return { files: changed.map(({ path, content }) => ({ path, text: String(content) })), mends };
}

function passesFor(catalog: Catalog): readonly Pass[] {
  const { settings, version } = catalog;
  const isOff = (name: string) =>
    settings.some(({ rule, severity }) => rule.value === name && severity === "off");
  const canAdd = semver.valid(version.value) === version.value && !isOff("missing-since");
  return [...(canAdd ? [sinceAdder(catalog)] : []), ...(isOff("key-order") ? [] : [orderKeys])];
}

const quoteVersion: Pass = (root) => [
  ...asMend(quoteNumber(root.pairs.get("version")), undefined, "quoted `version`"),
  ...quoteDefault(root),
];

function quoteDefault(root: YamlMap): readonly MendingEdit[] {
  const since = pairOf(root.pairs.get("defaults")?.value, "since");
  return asMend(quoteNumber(since), undefined, "quoted `since` of `defaults`");
}

/** Puts in quotes what YAML turns into another number where a text may have been meant. */
function textQuoter(schema: z.ZodType, catalog?: Catalog): Pass {
  const all = [...(catalog?.entries ?? []), ...(catalog?.partial ?? []).map(({ entry }) => entry)];
  const byFile = grouped(all, ({ at }) => at.file.path);
  return (root) => {
    const mend = (node: RespelledScalar, code: string | undefined) =>
      asMend(quoteScalar(node), code, `quoted ${node.written}`);
    const inFile = respelledPlaces(root, schema).flatMap(({ path, at, mayBeText }) =>
      mayBeText ? mend(at, path[0] === "errors" ? String(path[1]) : undefined) : [],
    );
    const inExamples = (byFile.get(root.file.path) ?? []).flatMap(({ code, fields, examples }) =>
      examples.flatMap((example) =>
        respelledInExample(example, fields, catalog?.types ?? new Map()).flatMap(
          ({ at, mayBeText }) => (mayBeText ? mend(at, code) : []),
        ),
      ),
    );
    return [...inFile, ...inExamples];
  };
}

const quoteSinces: Pass = (root) => [
  ...quoteDefault(root),
  ...entriesOf(root).flatMap(([code, entry]) => [
    ...asMend(quoteNumber(entry.pairs.get("since")), code, "quoted `since`"),
    ...["deprecated", "retired"].flatMap((key) => {
      const since = pairOf(entry.pairs.get(key)?.value, "since");
      return asMend(quoteNumber(since), code, `quoted \`since\` of \`${key}\``);
    }),
  ]),
];

// What was released is older than the version that is being written, and nobody here knows how old.
function sinceAdder({ version, entries, exemptions, released }: Catalog): Pass {
  const base = released?.version.value;
  // Those that `defaults` says it of, but for what it says of a release that had no such code.
  const said = entries.flatMap(({ code, since }) =>
    since === undefined || (base !== undefined && !isLater(since.value, base)) ? [] : [code],
  );
  const left = new Set(
    exemptions
      .filter(({ rule }) => rule.value === "missing-since")
      .flatMap(({ codes }) => codes.map(({ value }) => value)),
  );
  const known = new Set([...said, ...(released?.entries ?? []).map(({ code }) => code)]);
  return (root) =>
    entriesOf(root)
      .filter(([code]) => !left.has(code) && !known.has(code))
      .flatMap(([code, entry]) =>
        asMend(addSince(entry, version.value), code, `added \`since: ${version.value}\``),
      );
}

const nameKey: ReadonlySet<string> = new Set(["name"]);

/** Gives names to codes that cannot be identifiers themselves. */
function nameAdder(catalog: Catalog): Pass {
  const names = namesToAdd(catalog);
  return (root) =>
    entriesOf(root).flatMap(([code, entry]) => {
      const name = names.get(code);
      if (name === undefined) return [];
      return asMend(addMember(entry, "name", name), code, `added \`name: ${name}\``);
    });
}

function isLater(version: string, base: string): boolean {
  return semver.valid(version) !== null && semver.valid(base) !== null && semver.gt(version, base);
}

const orderKeys: Pass = (root) =>
  entriesOf(root).flatMap(([code, entry]) => asMend(reorder(entry), code, "put keys in order"));

function asMend(
  edit: Edit | undefined,
  code: string | undefined,
  what: string,
): readonly MendingEdit[] {
  return edit === undefined ? [] : [{ ...edit, code, what }];
}

function entriesOf(root: YamlMap): readonly (readonly [string, YamlMap])[] {
  const errors = root.pairs.get("errors")?.value;
  if (errors?.kind !== "map") return [];
  return [...errors.pairs].flatMap(([code, { value }]) =>
    value.kind === "map" ? [[code, value] as const] : [],
  );
}
