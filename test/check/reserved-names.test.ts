import ts from "typescript";
import { expect, it } from "vitest";
import { emitTypeScript } from "../../src/emit/typescript/emit-typescript.js";
import { catalogOf, headText, soundCatalogOf } from "../support/catalog-of.js";
import { withEntry } from "./rows/row.js";

const catalog = soundCatalogOf(
  withEntry(
    {
      status: "[409, 410]",
      fields: "{ a?: A, b?: { type: string, internal: true }, c?: { type: string, secret: true } }",
      examples: "[{ title: A, fields: { a: [x], c: x } }]",
    },
    "types: { A: { items: string } }",
  ),
);

/** Names that a module imports or declares, whatever the catalog. */
function namesOf(text: string): readonly string[] {
  const source = ts.createSourceFile("index.ts", text, ts.ScriptTarget.ES2022, true);
  const names = source.statements.flatMap((statement) => {
    if (ts.isImportDeclaration(statement)) {
      const bindings = statement.importClause?.namedBindings;
      return bindings !== undefined && ts.isNamedImports(bindings)
        ? bindings.elements.map(({ name }) => name.text)
        : [];
    }
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map(({ name }) => name.getText());
    const isNamed =
      ts.isFunctionDeclaration(statement) ||
      ts.isInterfaceDeclaration(statement) ||
      ts.isTypeAliasDeclaration(statement);
    return isNamed && statement.name !== undefined ? [statement.name.text] : [];
  });
  const own = new Set(["A", "SoldOut", "soldOut"]);
  return names.filter((name) => !own.has(name) && !name.startsWith("$"));
}

// The entries are in a module of their own, which nobody's types reach.
const texts = emitTypeScript(catalog).flatMap(({ path, text }) =>
  path === "entries.ts" ? [] : [text],
);

it.each([...new Set(texts.flatMap(namesOf))])(
  "refuses a type with the name %s, which a generated module has already",
  (name) => {
    const { diagnostics } = catalogOf({
      "catalog.yaml": headText(`types: { ${name}: string }`),
      "errors/a.yaml": withEntry({})["errors/a.yaml"] ?? "",
    });
    expect(
      diagnostics
        .map(({ rule }) => rule)
        .filter((rule) => ["code-reserved", "name-clash"].includes(rule)),
    ).not.toEqual([]);
  },
);
