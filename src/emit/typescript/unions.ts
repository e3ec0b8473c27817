/** The unions of a module: of the catalog, its categories and its operations. */
import { type Catalog, compareText, type Entry, type Operation } from "../../model/catalog.js";
import { grouped } from "../../model/grouped.js";
import { pascalCase } from "../../model/identifier.js";
import { ownName, unionName } from "../../model/module-names.js";
import { codesOf } from "../../model/operation-codes.js";
import { remembered } from "../../model/remembered.js";
import { isRetryable } from "../../model/retryable.js";
import { isOwn } from "../../model/used-catalog.js";
import { docText } from "../text/doc-comment.js";
import { quote, quoteKey } from "../text/quote.js";
import { type Declaration, typeDeclaration } from "./declarations.js";
import { entryType } from "./other-module.js";

/** The unions, and the maps that they come from. */
export function unions(catalog: Catalog, entries: readonly Entry[]): readonly Declaration[] {
  const union = unionName(catalog);
  const own = ownName(catalog);
  const named = (name: string, doc: string, codes: readonly string[]): Declaration =>
    typeDeclaration([doc], () => {
      if (codes.length === 0) return `type ${name} = never;`;
      // A code a line, however few: what two branches add merges.
      const lines = codes.map((code) => `  | ${quote(code)}\n`).join("");
      return `type ${name} = ${own("ErrorByCode")}[\n${lines}];`;
    });
  const byCategory = grouped(entries.filter(isOwn), ({ category }) => category.value);
  const retryable = entries.filter(isRetryable).map(({ code }) => code);
  return [
    typeDeclaration(["Every error of the catalog by its code."], (file) => {
      const members = entries.map(
        (entry) => `  readonly ${quoteKey(entry.code)}: ${entryType(entry, catalog, file)};`,
      );
      return `interface ${own("ErrorByCode")} {\n${members.join("\n")}\n}`;
    }),
    typeDeclaration(
      ["The code of an error of the catalog."],
      () => `type ${own("ErrorCode")} = keyof ${own("ErrorByCode")};`,
    ),
    typeDeclaration(
      [docText(catalog.title.value), "Any error of the catalog. A `switch` on `code` narrows it."],
      () => `type ${union} = ${own("ErrorByCode")}[${own("ErrorCode")}];`,
    ),
    typeDeclaration(
      ["What decoding gives by its code: every error of the catalog, and `unrecognized`."],
      (file) =>
        `interface ${own("AnyByCode")} extends ${own("ErrorByCode")} {\n  readonly unrecognized: ${file.type("UnrecognizedError")};\n}`,
    ),
    typeDeclaration(
      ["A handler for each code of the catalog; one that lacks a code does not compile."],
      () =>
        `type ${own("Handlers")}<Result> = {
  readonly [Code in ${own("ErrorCode")}]: (error: ${own("ErrorByCode")}[Code]) => Result;
};`,
    ),
    named(own("RetryableError"), "The errors where trying again can help.", retryable),
    ...[...catalog.categories]
      .sort((a, b) => compareText(a.id, b.id))
      .map(({ id, title }) =>
        named(
          `${pascalCase(id)}Error`,
          `The errors of the category: ${docText(title)}.`,
          (byCategory.get(id) ?? []).map(({ code }) => code),
        ),
      ),
    ...[...catalog.operations]
      .sort((a, b) => compareText(a.id, b.id))
      .map((operation) =>
        typeDeclaration([operationDoc(operation)], () => {
          const isEmpty = knownCodes(operation, catalog, entries).length === 0;
          const listed = `(typeof ${own("operations")})[${quote(operation.id)}][number]`;
          const type = isEmpty ? "never" : `${own("ErrorByCode")}[${listed}]`;
          return `type ${pascalCase(operation.id)}Error = ${type};`;
        }),
      ),
  ];
}

function operationDoc({ title, method, path, id }: Operation): string {
  const call = method === undefined || path === undefined ? "" : ` \`${method} ${docText(path)}\``;
  return `What the operation may answer with: ${docText(title ?? id)}.${call}`;
}

// Operations that name the same groups have one list.
const knownAmong = remembered((entries: readonly Entry[]) => {
  const known = new Set(entries.map(({ code }) => code));
  return remembered((codes: readonly string[]) =>
    codes.filter((code) => known.has(code)).sort(compareText),
  );
});

/** The codes of an operation, by code. */
export function knownCodes(
  operation: Operation,
  { groups }: Catalog,
  entries: readonly Entry[],
): readonly string[] {
  return knownAmong(entries)(codesOf(operation, groups));
}
