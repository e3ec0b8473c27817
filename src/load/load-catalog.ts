/** Files → catalog. Reads every file, whatever is wrong with others, and says all that is wrong. */
import type { z } from "zod";
import { type Diagnostic, sortDiagnostics } from "../diagnostics/diagnostic.js";
import { collect, type Report } from "../diagnostics/report.js";
import {
  type Catalog,
  type CodeGroup,
  type Entry,
  type Operation,
  type OutputKind,
  outputKinds,
} from "../model/catalog.js";
import type { NamedType } from "../model/field.js";
import type { SourceFile } from "../model/source.js";
import type { YamlMap, YamlNode } from "../model/yaml-node.js";
import { catalogFile, errorsFile, operationsFile } from "./catalog-schema.js";
import { type CatalogFile, type DecodedFile, decodeFile } from "./decode-file.js";
import { parseYaml } from "./parse-yaml.js";
import { items, located, optional, pairs, readEntry, scalars } from "./read-entry.js";
import { readFieldType } from "./read-field-type.js";
import { reportIssues } from "./report-issues.js";

/** What loading gives: a catalog where there is enough of one, and all that is wrong. */
export interface LoadedCatalog {
  readonly catalog: Catalog | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Loads a catalog from its files, `catalog.yaml` among them. Never throws on what the files say. */
export function loadCatalog(files: readonly CatalogFile[]): LoadedCatalog {
  const { report, diagnostics } = collect();
  const ordered = [...files].sort(
    (a, b) => rank(a.path) - rank(b.path) || (a.path < b.path ? -1 : 1),
  );
  const sources = ordered.map((file) => ({ kind: kindOf(file.path), ...decodeFile(file, report) }));
  const paths = sources.map(({ file }) => file.path);
  for (const { kind, file } of sources) {
    if (kind !== undefined) continue;
    report(
      "file-unexpected",
      { file, start: 0, end: 0 },
      "This file has no place in a catalog and is not read.",
      {
        help: "Known: catalog.yaml, operations.yaml, errors/*.yaml.",
      },
    );
  }
  const ofKind = (wanted: FileKind) => sources.filter(({ kind }) => kind === wanted);
  const catalog = build(
    ofKind,
    sources.map(({ file }) => file),
    report,
  );
  return { catalog, diagnostics: sortDiagnostics(diagnostics, paths) };
}

type FileKind = "catalog" | "errors" | "operations";

function kindOf(path: string): FileKind | undefined {
  if (/^catalog\.ya?ml$/.test(path)) return "catalog";
  if (/^operations\.ya?ml$/.test(path)) return "operations";
  return /^errors\/.+\.ya?ml$/.test(path) ? "errors" : undefined;
}

function rank(path: string): number {
  return ["catalog", "errors", "operations", undefined].indexOf(kindOf(path));
}

function build(
  ofKind: (kind: FileKind) => readonly DecodedFile[],
  files: readonly SourceFile[],
  report: Report,
): Catalog | undefined {
  const unreadable = new Set<string>();
  const entries = ofKind("errors").flatMap((file) => readErrors(file, unreadable, report));
  const operations = ofKind("operations").flatMap((file) => readOperations(file, report));
  const [main] = ofKind("catalog");
  if (main === undefined) {
    const file = { path: files[0]?.path ?? "catalog.yaml", text: "" };
    report(
      "catalog-missing",
      { file, start: 0, end: 0 },
      "There is no catalog.yaml in this folder.",
      {
        help: "`errdex init` writes a catalog to begin with.",
      },
    );
    return undefined;
  }
  const root = readFile(main, catalogFile, report);
  if (root === undefined) return undefined;
  const at = (name: string): YamlNode | undefined => root.pairs.get(name)?.value;
  return {
    name: located(at("catalog") ?? root),
    title: located(at("title") ?? root),
    version: located(at("version") ?? root),
    docs: optional(at("docs")),
    wire: optional(at("wire")) ?? { value: "flat", at: root },
    categories: pairs(at("categories")).map(([id, { key, value }]) => ({
      id,
      at: key,
      title: String(value.value),
    })),
    types: new Map(
      pairs(at("types")).map(([name, { key, value }]): [string, NamedType] => [
        name,
        { name, at: key, type: readFieldType(value, report) },
      ]),
    ),
    entries,
    unreadable,
    operations: operations.flatMap(({ operation }) => operation),
    groups: operations.flatMap(({ group }) => group),
    infer: pairs(at("infer")).map(([status, { key, value }]) => ({
      at: key,
      status,
      code: located(value),
    })),
    fallback: optional(at("fallback")),
    exemptions: items(at("allow")).map((node) => {
      const { pairs: members, value } = node as YamlMap;
      return {
        at: node,
        rule: located(members.get("rule")?.value ?? node),
        codes: scalars(members.get("codes")?.value).map(located<string>),
        reason: String(value.reason),
      };
    }),
    outputs: pairs(at("outputs"))
      .filter(([kind]) => (outputKinds as readonly string[]).includes(kind))
      .map(([kind, { value }]) => ({ kind: kind as OutputKind, path: located(value) })),
    files,
  };
}

/** The root of a file that is as the schema wants it; undefined where it is not, which has been reported. */
function readFile(file: DecodedFile, schema: z.ZodType, report: Report): YamlMap | undefined {
  const root = readTree(file, report);
  if (root === undefined) return undefined;
  const { error } = schema.safeParse(root.value);
  if (error === undefined) return root as YamlMap;
  reportIssues(error.issues, schema, root, report);
  return undefined;
}

function readTree({ file, readable }: DecodedFile, report: Report): YamlNode | undefined {
  if (!readable) return undefined;
  if (file.text.trim() === "") {
    report("yaml-syntax", { file, start: 0, end: 0 }, "The file is empty.");
    return undefined;
  }
  return parseYaml(file, report);
}

function readErrors(file: DecodedFile, unreadable: Set<string>, report: Report): readonly Entry[] {
  const root = readTree(file, report);
  if (root === undefined) return [];
  const { error } = errorsFile.safeParse(root.value);
  const issues = error?.issues ?? [];
  reportIssues(issues, errorsFile, root, report);
  // One broken entry must not hide what is wrong with the others.
  const broken = new Set(
    issues.map(({ path }) =>
      path[0] === "errors" && path.length > 1 ? String(path[1]) : undefined,
    ),
  );
  const category = root.kind === "map" ? root.pairs.get("category")?.value : undefined;
  if (root.kind !== "map" || typeof category?.value !== "string") return [];
  const entries = pairs(root.pairs.get("errors")?.value);
  for (const [code] of entries) if (broken.has(code)) unreadable.add(code);
  return entries
    .filter(([code, { value }]) => !broken.has(code) && value.kind === "map")
    .map(([code, pair]) => readEntry(pair, code, located(category), report));
}

interface OperationsFile {
  readonly operation: readonly Operation[];
  readonly group: readonly CodeGroup[];
}

function readOperations(file: DecodedFile, report: Report): OperationsFile[] {
  const root = readFile(file, operationsFile, report);
  if (root === undefined) return [];
  const group = pairs(root.pairs.get("groups")?.value).map(([id, { key, value }]) => ({
    id,
    at: key,
    codes: scalars(value).map(located<string>),
  }));
  const operation = pairs(root.pairs.get("operations")?.value).map(([id, { key, value }]) => {
    const node = value as YamlMap;
    return {
      id,
      at: key,
      title: node.value.title as string | undefined,
      method: node.value.method as string | undefined,
      path: node.value.path as string | undefined,
      codes: scalars(node.pairs.get("codes")?.value).map(located<string>),
      groups: scalars(node.pairs.get("groups")?.value).map(located<string>),
    };
  });
  return [{ operation, group }];
}
