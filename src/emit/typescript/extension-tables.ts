/** Keys of a catalog's own as tables of its module. */
import { type Catalog, compareText, liveEntries } from "../../model/catalog.js";
import { type Extension, extensionMembers } from "../../model/extension.js";
import type { JsonValue } from "../../model/json-value.js";
import { type extensionTables, ownName } from "../../model/module-names.js";
import { remembered } from "../../model/remembered.js";
import { isOwn } from "../../model/used-catalog.js";
import { docComment } from "../text/doc-comment.js";
import { spreadOut } from "../text/print-data.js";
import { literal, quoteKey } from "../text/quote.js";
import type { Declaration } from "./declarations.js";

type Data = Readonly<Record<string, JsonValue>>;

/** A table, where there is something to say in it. */
interface ExtensionTable {
  readonly name: (typeof extensionTables)[number];
  /** Of what it says something. */
  readonly of: string;
  readonly data: Data;
}

/** The tables of a catalog that have something to say. */
export const extensionTablesOf = remembered((catalog: Catalog): readonly ExtensionTable[] => {
  const entries = liveEntries(catalog).filter(isOwn);
  const operations = [...catalog.operations].sort((a, b) => compareText(a.id, b.id));
  const all: readonly ExtensionTable[] = [
    { name: "catalogExtensions", of: "itself", data: extensionMembers(catalog.extensions) },
    {
      name: "extensions",
      of: "its codes",
      data: grouped(entries.map(({ code, extensions }) => [code, extensions])),
    },
    {
      name: "fieldExtensions",
      of: "the fields of its codes",
      data: nested(
        entries.map(({ code, fields }) => [
          code,
          grouped(fields.map(({ name, type }) => [name, type.extensions ?? []])),
        ]),
      ),
    },
    {
      name: "operationExtensions",
      of: "its operations",
      data: grouped(operations.map(({ id, extensions }) => [id, extensions])),
    },
  ];
  return all.filter(({ data }) => Object.keys(data).length > 0);
});

/** The tables as declarations. */
export function extensionDeclarations(catalog: Catalog): readonly Declaration[] {
  const own = ownName(catalog);
  return extensionTablesOf(catalog).map(({ name, of, data }): Declaration => {
    const head = `${docComment([`What the catalog says of ${of} in keys of its own.`])}export`;
    return ({ dress }) =>
      dress === "dts"
        ? `${head} declare const ${own(name)}: ${literalType(data, "")};`
        : `${head} const ${own(name)} = ${spreadOut(data)}${dress === "ts" ? " as const" : ""};`;
  });
}

function grouped(all: readonly (readonly [string, readonly Extension[]])[]): Data {
  return nested(all.map(([id, extensions]) => [id, extensionMembers(extensions)]));
}

function nested(all: readonly (readonly [string, Data])[]): Data {
  return Object.fromEntries(all.filter(([, data]) => Object.keys(data).length > 0));
}

/** The type that `as const` gives. */
function literalType(value: JsonValue, indent: string): string {
  if (typeof value !== "object" || value === null) return literal(value);
  const inner = `${indent}  `;
  const lines = Array.isArray(value)
    ? value.map((item: JsonValue) => `${inner}${literalType(item, inner)},\n`)
    : Object.entries(value).map(
        ([name, member]) =>
          `${inner}readonly ${quoteKey(name)}: ${literalType(member as JsonValue, inner)};\n`,
      );
  const body = lines.length === 0 ? "" : `\n${lines.join("")}${indent}`;
  return Array.isArray(value) ? `readonly [${body}]` : `{${body}}`;
}
