/** `messages.ts`: what a catalog says; `locales/*.ts`: the same in each language. */
import type { Catalog } from "../../model/catalog.js";
import { camelCase, isIdentifier } from "../../model/identifier.js";
import type { Locale } from "../../model/locale.js";
import { translation } from "../../runtime/generated.js";
import { compileCatalog } from "../../wire/compiled-catalog.js";
import { docText } from "../text/doc-comment.js";
import { quote, quoteKey, quoteTemplate } from "../text/quote.js";
import { catalogNameIn } from "./catalog-module.js";
import { constant, type Declaration } from "./declarations.js";
import { ownersArgument } from "./other-module.js";
import { translationTable } from "./translation-table.js";

/** A module and where it stands, without an ending. */
export interface NamedModule {
  readonly name: string;
  readonly declarations: readonly Declaration[];
}

/** The modules of a catalog's messages and of its translations. */
export function textModules(catalog: Catalog): readonly NamedModule[] {
  // Encoding and translations compare with what the catalog says.
  const isCompared = catalog.consumes === undefined || catalog.locales.length > 0;
  return [
    ...(isCompared ? [{ name: "messages", declarations: [messagesTable(catalog)] }] : []),
    ...catalog.locales.map((locale) => ({
      name: `locales/${locale.tag.value}`,
      declarations: localeModule(catalog, locale),
    })),
  ];
}

function messagesTable(catalog: Catalog): Declaration {
  const { messages } = compileCatalog(catalog);
  return constant(() => ({
    doc: [
      "What the catalog says of each code: the first message whose placeholders are all present.",
    ],
    name: "$messages",
    type: "Readonly<Record<string, readonly string[]>>",
    value: () => tableText(messages, (texts) => `[${texts.map(quote).join(", ")}]`),
  }));
}

function localeModule(catalog: Catalog, locale: Locale): readonly Declaration[] {
  const { value: tag } = locale.tag;
  const title = locale.title === undefined ? "" : `: ${docText(locale.title.value)}`;
  return [
    constant((file) => ({
      doc: [`The catalog in the language ${tag}${title}.`],
      name: localeName(tag),
      type: file.type("Translation"),
      value: () => {
        const messages = file.valueFrom("../messages.js", "$messages");
        const given = `${catalogNameIn(file, "../")}, ${quote(tag)}, ${messages}`;
        // As templates, in which the quotes of JSON need no escape.
        const texts = translationTable(catalog, locale);
        const table = tableText(texts, (text) => quoteTemplate([{ text }]));
        const said = [...locale.statuses].map(([status, { value }]) => [status, value] as const);
        const statuses = tableText(Object.fromEntries(said), quote);
        const owners = ownersArgument(catalog, file, "../");
        const last = said.length === 0 && owners.length === 0 ? [] : [statuses, ...owners];
        const all = [given, table, ...last].join(", ");
        return `/*#__PURE__*/ ${file.value(translation)}(${all})`;
      },
    })),
  ];
}

/** The identifier of a translation: `de`, `ptBR`, and `newTranslation` for Newari, whose tag is a word of the language. */
function localeName(tag: string): string {
  const name = camelCase(tag);
  return isIdentifier(name) ? name : `${name}Translation`;
}

/** A table, a row on each line. */
export function tableText<T>(rows: Readonly<Record<string, T>>, text: (row: T) => string): string {
  const lines = Object.entries(rows).map(([key, row]) => `  ${quoteKey(key)}: ${text(row)},\n`);
  return lines.length === 0 ? "{}" : `{\n${lines.join("")}}`;
}
