/** Tables that a module has where a catalog has something to say in them, keys of its own among it. */
import { type Catalog, compareText, type Entry, liveEntries } from "../../model/catalog.js";
import { type Extension, extensionMembers } from "../../model/extension.js";
import type { JsonValue } from "../../model/json-value.js";
import { type optionalTables, ownName } from "../../model/module-names.js";
import { remembered } from "../../model/remembered.js";
import type { Located } from "../../model/source.js";
import { isOwn } from "../../model/used-catalog.js";
import { docComment } from "../text/doc-comment.js";
import { spreadOut } from "../text/print-data.js";
import { literal, quoteKey } from "../text/quote.js";
import type { Declaration } from "./declarations.js";

type Data = Readonly<Record<string, JsonValue>>;

/** A table, where there is something to say in it. */
interface OptionalTable {
  readonly name: (typeof optionalTables)[number];
  readonly doc: string;
  readonly data: Data;
}

const own = (of: string) => `What the catalog says of ${of} in keys of its own.`;

/** The tables of a catalog that have something to say. */
export const optionalTablesOf = remembered((catalog: Catalog): readonly OptionalTable[] => {
  const all = liveEntries(catalog);
  const entries = all.filter(isOwn);
  const operations = [...catalog.operations].sort((a, b) => compareText(a.id, b.id));
  const tables: readonly OptionalTable[] = [
    {
      name: "resolvers",
      doc: "Who can mend the errors of each code, where the catalog says it.",
      data: said(all, ({ resolver }) => resolver),
    },
    {
      name: "severities",
      doc: "How bad the errors of a code are, where the catalog says it; the others are errors as most are.",
      data: said(all, ({ severity }) => severity),
    },
    {
      name: "grpcStatus",
      doc: "The status of gRPC of each code that has one, by the names of google.rpc.Code.",
      data: said(all, ({ grpc }) => grpc),
    },
    {
      name: "exitCodes",
      doc: "What a command ends with, for each code that says it.",
      data: said(all, ({ exit }) => exit),
    },
    { name: "catalogExtensions", doc: own("itself"), data: extensionMembers(catalog.extensions) },
    {
      name: "extensions",
      doc: own("its codes"),
      data: grouped(entries.map(({ code, extensions }) => [code, extensions])),
    },
    {
      name: "fieldExtensions",
      doc: own("the fields of its codes"),
      data: nested(
        entries.map(({ code, fields }) => [
          code,
          grouped(fields.map(({ name, type }) => [name, type.extensions ?? []])),
        ]),
      ),
    },
    {
      name: "operationExtensions",
      doc: own("its operations"),
      data: grouped(operations.map(({ id, extensions }) => [id, extensions])),
    },
  ];
  return tables.filter(({ data }) => Object.keys(data).length > 0);
});

/** The tables as declarations. */
export function optionalDeclarations(catalog: Catalog): readonly Declaration[] {
  const named = ownName(catalog);
  return optionalTablesOf(catalog).map(({ name, doc, data }): Declaration => {
    const head = `${docComment([doc])}export`;
    return ({ dress }) =>
      dress === "dts"
        ? `${head} declare const ${named(name)}: ${literalType(data, "")};`
        : `${head} const ${named(name)} = ${spreadOut(data)}${dress === "ts" ? " as const" : ""};`;
  });
}

function said(
  entries: readonly Entry[],
  read: (entry: Entry) => Located<string | number> | undefined,
): Data {
  const pairs = entries.flatMap((entry) => {
    const value = read(entry);
    return value === undefined ? [] : [[entry.code, value.value] as const];
  });
  return Object.fromEntries(pairs);
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
