/** `server.ts`: what a server knows of a catalog. */
import { type Catalog, compareText, type Entry, liveEntries } from "../../model/catalog.js";
import { constructorName } from "../../model/identifier.js";
import { unionName } from "../../model/module-names.js";
import { roles } from "../../model/role.js";
import { quoteKey } from "../text/quote.js";
import { catalogNameIn } from "./catalog-module.js";
import { contextType } from "./client-module.js";
import { constant, type Declaration, typeDeclaration } from "./declarations.js";
import type { ModuleFile } from "./module-file.js";
import { ownersArgument } from "./other-module.js";
import { bareConstructor, roleFunction } from "./role-function.js";
import type { NamedModule } from "./text-modules.js";

/** The module. There is none where no code stands for everything else: a server has to answer something. */
export function serverModules(catalog: Catalog): readonly NamedModule[] {
  const made = liveEntries(catalog).filter(({ retired }) => retired === undefined);
  const fallback = made.find(({ code }) => code === catalog.fallback?.value);
  if (fallback === undefined) return [];
  return [{ name: "server", declarations: serverModule(catalog, made, fallback) }];
}

function serverModule(
  catalog: Catalog,
  made: readonly Entry[],
  fallback: Entry,
): readonly Declaration[] {
  return [
    typeDeclaration(
      ["The constructors by code."],
      (file) =>
        `interface Constructors ${block(
          made.map(
            (entry) =>
              `readonly ${quoteKey(entry.code)}: typeof ${file.typesOf("./index.js")}.${constructorName(entry)};`,
          ),
        )}`,
    ),
    constant((file) => ({
      doc: ["What a server knows of the catalog."],
      name: "catalog",
      type: catalogType(catalog, file),
      value: () => catalogText(catalog, made, fallback, file),
    })),
  ];
}

function catalogType(catalog: Catalog, file: ModuleFile): string {
  const index = file.typesOf("./index.js");
  // What is declared nowhere would have no effect.
  const context =
    catalog.context.length === 0 ? "Readonly<Record<string, never>>" : contextType(catalog, file);
  const union = `${index}.${unionName(catalog)}`;
  const given = [union, "Constructors", `typeof ${index}.$operations`, context];
  return `${file.type("ServerCatalog")}<\n${given.map((type) => `  ${type}`).join(",\n")}\n>`;
}

function catalogText(
  catalog: Catalog,
  made: readonly Entry[],
  fallback: Entry,
  file: ModuleFile,
): string {
  const index = file.valuesOf("./index.js");
  const byCode = new Map(made.map((entry) => [entry.code, entry]));
  const inOrder = Object.keys(roles);
  const roleLines = [...catalog.roles]
    .sort((a, b) => inOrder.indexOf(a.role) - inOrder.indexOf(b.role))
    .flatMap((role) => {
      const entry = byCode.get(role.code.value);
      return entry === undefined
        ? []
        : [`${role.role}: ${roleFunction(role, entry, catalog, file)},`];
    });
  const members = [
    `name: ${catalogNameIn(file)},`,
    ...ownersArgument(catalog, file).map((owners) => `owners: ${owners},`),
    `roles: ${block(roleLines)},`,
    `byStatus: ${block(statusLines(catalog, byCode, file))},`,
    `fallback: ${bareConstructor(fallback, file)},`,
    `constructors: ${block(made.map((entry) => `${quoteKey(entry.code)}: ${index}.${constructorName(entry)},`))},`,
    `operations: ${index}.$operations,`,
  ];
  return block(members);
}

/** What stands for a status by itself: it is sent, and needs nothing that a status does not say. */
function statusLines(
  { infer }: Catalog,
  byCode: ReadonlyMap<string, Entry>,
  file: ModuleFile,
): readonly string[] {
  const byStatus = new Map(infer.toReversed().map(({ status, code }) => [status, code.value]));
  return [...byStatus]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([status, code]) => {
      const entry = byCode.get(code);
      const isMade =
        entry !== undefined && !entry.neverSent && entry.fields.every(({ optional }) => optional);
      return isMade ? [`${quoteKey(status)}: ${bareConstructor(entry, file)},`] : [];
    });
}

function block(lines: readonly string[]): string {
  if (lines.length === 0) return "{}";
  return `{\n${lines.map((line) => `  ${line.replaceAll("\n", "\n  ")}\n`).join("")}}`;
}
