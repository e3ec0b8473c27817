/** What is known of a code, as a reader sees it at a glance. */
import type { Catalog, Entry } from "../../model/catalog.js";
import { registeredStatuses } from "../../model/http-status.js";
import { remembered } from "../../model/remembered.js";
import { siteAddresses } from "../../model/site-address.js";
import type { Words } from "../../model/site-words.js";
import { extensionInline, extensionTitle } from "./extension-text.js";
import { codeText, fillInline, type Inline, joinInline } from "./page-text.js";
import { resolverWords, retryWords, severityWords } from "./words.js";

/** A name and a value, seen at a glance. */
export interface PageFact {
  readonly label: string;
  readonly value: readonly Inline[];
}

/** What facts depend on. */
export interface FactsContext {
  readonly catalog: Catalog;
  readonly words: Words;
  /** The codes that this one took the place of. */
  replacedBy(code: string): readonly string[];
}

const categoriesById = remembered(
  (categories: Catalog["categories"]) =>
    new Map(categories.toReversed().map((category) => [category.id, category])),
);

/** The category of an entry; undefined where the catalog has none of its name. */
export function categoryOf(
  { category }: Entry,
  { categories }: Catalog,
): Catalog["categories"][number] | undefined {
  return categoriesById(categories).get(category.value);
}

/** What is known of an entry, in short. */
export function factsOf(entry: Entry, context: FactsContext): readonly PageFact[] {
  const { words, replacedBy, catalog } = context;
  const { resolver, since, delay, neverSent, hasNoStatus, statuses, code } = entry;
  const { severity, grpc, exit } = entry;
  const retry = entry.retry?.value;
  const category = categoryOf(entry, catalog);
  const type = siteAddresses(catalog).type(code);
  const delays = delay.map(({ value }) => codeText(value.join(".")));
  const numbers = statuses.map(({ value }) =>
    `${value} ${registeredStatuses.get(value) ?? ""}`.trim(),
  );
  const fact = (label: string, ...value: readonly Inline[]): readonly PageFact[] =>
    value.length === 0 ? [] : [{ label, value }];
  const again =
    entry.retired !== undefined
      ? []
      : [
          sentence(retryWords(words, retry)),
          ...(delays.length === 0
            ? []
            : [" ", ...fillInline(words["retry.delay"], { fields: joinInline(delays, ", ") })]),
        ];
  return [
    ...fact(
      words.status,
      ...(numbers.length === 0 ? [] : [numbers.join(", ")]),
      ...(hasNoStatus
        ? [words["status.none"]]
        : neverSent
          ? [` (${words["status.neverSent"]})`]
          : []),
    ),
    ...fact(words.retry, ...again),
    ...fact(words.severity, ...(severity ? [sentence(severityWords(words, severity.value))] : [])),
    ...fact(words.grpc, ...(grpc ? [codeText(grpc.value)] : [])),
    ...fact(words.exit, ...(exit ? [codeText(`${exit.value}`)] : [])),
    ...fact(words.resolver, ...(resolver ? [sentence(resolverWords(words, resolver.value))] : [])),
    ...fact(
      words.category,
      ...(category
        ? [{ kind: "link", to: { category: category.id }, text: category.title } as const]
        : []),
    ),
    ...fact(words.address, ...(type === undefined ? [] : [codeText(type)])),
    ...fact(words.since, ...(since ? [since.value] : [])),
    ...fact(words.replaces, ...joinInline(replacedBy(code).map(codeLink), ", ")),
    ...entry.extensions.flatMap((each) =>
      fact(extensionTitle(each, catalog), extensionInline(each)),
    ),
  ];
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function codeLink(code: string): Inline {
  return { kind: "link", to: { code, elsewhere: undefined }, text: code };
}
