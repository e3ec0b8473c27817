/** Catalogs that are doubled: in entries, texts, names, fields, types, wire formats, locales, operations and history. */
import pc from "picocolors";
import { checkCatalog } from "../../src/check/check-catalog.js";
import { formatGitlab } from "../../src/diagnostics/format-gitlab.js";
import { formatSarif } from "../../src/diagnostics/format-sarif.js";
import { formatText } from "../../src/diagnostics/format-text.js";
import { diffCatalogs } from "../../src/diff/diff-catalogs.js";
import { printLedger } from "../../src/diff/ledger/print-ledger.js";
import { emitJsonSchema } from "../../src/emit/json-schema/emit-json-schema.js";
import { emitTypeScript } from "../../src/emit/typescript/emit-typescript.js";
import { fixCatalog } from "../../src/fix/fix-catalog.js";
import { type CatalogTexts, catalogOf } from "../support/catalog-of.js";
import {
  catalogTexts,
  type DoublingInput,
  flow,
  loaded,
  nameOf,
  numbers,
  oneEntry,
} from "./doubling-input.js";

const colors = pc.createColors(false);

/** Loads and checks, and prints what is found for people and for services. */
function checked(texts: CatalogTexts): () => unknown {
  return () => {
    const { diagnostics } = catalogOf(texts);
    const pathOf = (path: string) => path;
    const ruleOf = () => ({ severity: "error", summary: "" }) as const;
    formatText(diagnostics, colors);
    formatGitlab(diagnostics, pathOf);
    return formatSarif(diagnostics, { pathOf, version: "1.0.0", ruleOf });
  };
}

function changed(before: CatalogTexts, after: CatalogTexts): () => unknown {
  const [base, current] = [loaded(before), loaded(after)];
  return () => diffCatalogs({ ...base }, { ...current });
}

function emitted(texts: CatalogTexts): () => unknown {
  const catalog = loaded(texts);
  checkCatalog(catalog);
  return () => [emitTypeScript(catalog), emitJsonSchema(catalog)];
}

const list = (count: number, item: (name: string, index: number) => string) =>
  `[${numbers(count)
    .map((index) => item(nameOf(index), index))
    .join(", ")}]`;

/** The inputs. */
export const catalogInputs: readonly DoublingInput[] = [
  {
    name: "check: entries",
    size: 100,
    prepare: (size) => checked(catalogTexts(size)),
  },
  {
    name: "check: length of two titles that are alike",
    size: 50_000,
    prepare: (size) =>
      checked(catalogTexts(2, (index) => ({ title: `${"t".repeat(size)}${"u".repeat(index)}` }))),
  },
  {
    name: "check: titles that are alike",
    size: 100,
    prepare: (size) =>
      checked(catalogTexts(size, (index) => ({ title: `The order ${nameOf(index)}xx is late` }))),
  },
  {
    name: "check: codes that are misspelt, and codes",
    size: 300,
    prepare: (size) =>
      checked({
        ...catalogTexts(size),
        "operations.yaml": `operations: { all: { codes: ${list(size, (name) => `c${name}q`)} } }`,
      }),
  },
  {
    name: "check: length of a misspelt key",
    size: 100_000,
    prepare: (size) => checked(oneEntry({ ["q".repeat(size)]: "1" })),
  },
  {
    name: "check: findings on one line",
    size: 200,
    prepare: (size) =>
      checked({
        ...oneEntry({}),
        "errors/b.yaml": `{ category: orders, errors: ${flow(size, (name) => `c${name}: { status: 1 }`)} }`,
      }),
  },
  {
    name: "check: fields, placeholders and members of an example",
    size: 200,
    prepare: (size) =>
      checked(
        oneEntry({
          fields: flow(size, (name) => `${name}: string`),
          message: `"${numbers(size)
            .map((index) => `{${nameOf(index)}}`)
            .join(" ")}."`,
          examples: `[{ title: e, fields: ${flow(size, (name) => `${name}: x`)} }]`,
        }),
      ),
  },
  {
    name: "check: variants of a union, and values of an example",
    size: 100,
    prepare: (size) =>
      checked(
        oneEntry({
          fields: `{ all: { type: array, items: { oneOf: ${list(size, (name) => `{ properties: { kind: { const: ${name} } } }`)} } } }`,
          examples: `[{ title: e, fields: { all: ${list(size, (name) => `{ kind: ${name} }`)} } }]`,
        }),
      ),
  },
  {
    name: "check: types that stand for each other",
    size: 200,
    prepare: (size) =>
      checked(
        oneEntry(
          { fields: flow(size, (name) => `${name}: T${name}`), message: `"{${nameOf(0)}}."` },
          `types: ${flow(size, (name, index) => `T${name}: ${index === 0 ? "string" : `T${nameOf(index - 1)}`}`)}`,
        ),
      ),
  },
  {
    name: "check: rows of a wire format, and what it omits",
    size: 100,
    prepare: (size) =>
      checked({
        ...catalogTexts(size, (index) => ({ fields: `{ f${nameOf(index)}?: string }` })),
        "wire/w.yaml": `wire: w
body: { code: $code, "*": $fields }
omits: ${list(size, (name) => `f${name}`)}
codes: ${flow(size, (name) => `c${name}: { code: X${name}, body: { code: $code }, omits: [f${name}] }`)}
`,
      }),
  },
  {
    name: "check: locales",
    size: 20,
    prepare: (size) =>
      checked({
        ...catalogTexts(3),
        ...Object.fromEntries(
          numbers(size).map((index) => {
            const tag = `de-x-${nameOf(index)}`;
            return [`locales/${tag}.yaml`, `locale: ${tag}\nerrors: {}\n`];
          }),
        ),
      }),
  },
  {
    name: "check: messages of a locale",
    size: 100,
    prepare: (size) =>
      checked({
        ...catalogTexts(size),
        "locales/de.yaml": `locale: de\nerrors: ${flow(size, (name, index) => `c${name}: { title: Problem ${index}, message: "{count, plural, one {# x} other {# y}}." }`)}\n`,
      }),
  },
  {
    name: "check: operations, and the codes of a group that all of them name",
    size: 100,
    prepare: (size) =>
      checked({
        ...catalogTexts(size),
        "operations.yaml": `groups: { all: ${list(size, (name) => `c${name}`)} }
operations: ${flow(size, (name) => `o${name}: { groups: [all] }`)}
`,
      }),
  },
  {
    name: "check: retired codes of a ledger",
    size: 500,
    prepare: (size) => {
      const texts = catalogTexts(1);
      const catalog = loaded(texts);
      const gone = { at: catalog.name.at, until: "1.0.0", title: "Gone", contract: undefined };
      const codes = new Map(numbers(size).map((index) => [`p${nameOf(index)}`, gone]));
      const ledger = { ...catalog, past: { ...catalog.past, codes } };
      return checked({ ...texts, "released.json": printLedger(ledger) });
    },
  },
  {
    name: "check --fix: entries",
    size: 100,
    prepare: (size) => {
      const texts = catalogTexts(size, () => ({
        since: undefined,
        status: undefined,
        name: "409",
      }));
      const files = Object.entries(texts).map(([path, content]) => ({
        path,
        shownPath: path,
        content,
      }));
      return () => fixCatalog(files);
    },
  },
  {
    name: "diff: codes that are renamed",
    size: 100,
    prepare: (size) =>
      changed(
        catalogTexts(size),
        Object.fromEntries(
          Object.entries(catalogTexts(size)).map(([path, text]) => [
            path,
            String(text).replaceAll(/^ {2}c(\w{5}):$/gm, "  d$1:"),
          ]),
        ),
      ),
  },
  {
    name: "diff: fields of another type",
    size: 200,
    prepare: (size) => {
      const [before, after] = ["string", "integer"].map((type) =>
        oneEntry({ fields: flow(size, (name) => `${name}?: ${type}`) }),
      );
      return changed(before ?? {}, after ?? {});
    },
  },
  {
    name: "emit: entries",
    size: 20,
    prepare: (size) => emitted(catalogTexts(size, () => ({ fields: "{ a?: string }" }))),
  },
  {
    name: "emit: fields",
    size: 50,
    prepare: (size) => emitted(oneEntry({ fields: flow(size, (name) => `${name}?: string`) })),
  },
];
