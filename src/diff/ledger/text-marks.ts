/** Digests of texts: whether a meaning has changed, and which English a translation was made from. */
import type { Contract, Entry } from "../../model/catalog.js";
import { digestOf } from "../../model/digest.js";
import type { EntryTranslation } from "../../model/locale.js";
import { remembered } from "../../model/remembered.js";
import type { TextMark, TranslationMark } from "../../model/text-mark.js";
import { isLive, partsOf } from "../compare/contract-parts.js";
import { meaningWords } from "../compare/text-likeness.js";
import { defined, type JsonMembers } from "./type-json.js";

/** The texts of each code in use by their digests; undefined where the contract is a ledger of old, which has none. */
export const marksOf = remembered(
  (contract: Contract): ReadonlyMap<string, TextMark> | undefined =>
    contract.unsaid.includes("texts") ? undefined : (contract.marks ?? marksOfFolder(contract)),
);

/** The marks as the ledger has them. */
export function marksJson(marks: ReadonlyMap<string, TextMark>): JsonMembers {
  return Object.fromEntries(
    [...marks].map(([code, { meaning, translations }]) => {
      const pairs = [...translations].map(([tag, { text, source }]) => [tag, [text, source]]);
      const translated = pairs.length === 0 ? undefined : Object.fromEntries(pairs);
      return [code, defined({ meaning, translations: translated })];
    }),
  );
}

/** The code's translations that were made from another English than it has now, by the tag of their locale. */
export function staleTranslations(
  entry: Entry,
  { released, locales }: Contract,
): readonly { readonly tag: string; readonly translation: EntryTranslation }[] {
  const known = (released && marksOf(released))?.get(entry.code)?.translations;
  if (known === undefined) return [];
  return locales.flatMap((locale) => {
    const tag = locale.tag.value;
    const translation = locale.entries.get(entry.code);
    const before = known.get(tag);
    if (translation === undefined || before === undefined) return [];
    const now = translationMark(entry, translation);
    return before.text === now.text && before.source !== now.source ? [{ tag, translation }] : [];
  });
}

/** What a locale says of a code, and the English in its place. */
export function translationMark(entry: Entry, translation: EntryTranslation): TranslationMark {
  return { text: markOf(textsOf(translation)), source: markOf(textsOf(entry, translation)) };
}

/** The name of the rule that complains of such translations. */
export const staleRule = "translation-stale";

function marksOfFolder(contract: Contract): ReadonlyMap<string, TextMark> {
  const { locales, released, exemptions } = contract;
  const known = released && marksOf(released);
  const confirmed = new Set(
    exemptions.flatMap(({ rule, codes }) =>
      rule.value === staleRule ? codes.map(({ value }) => value) : [],
    ),
  );
  const live = [...partsOf(contract).codes.values()].filter(isLive);
  return new Map(
    live.map((entry) => {
      const { code } = entry;
      const before = confirmed.has(code) ? undefined : known?.get(code)?.translations;
      const translations = locales.flatMap((locale): [string, TranslationMark][] => {
        const translation = locale.entries.get(code);
        if (translation === undefined) return [];
        const now = translationMark(entry, translation);
        const last = before?.get(locale.tag.value);
        // What was not touched was made from the English that it was made from before.
        return [[locale.tag.value, last?.text === now.text ? last : now]];
      });
      return [code, { meaning: meaningWords(entry), translations: new Map(translations) }];
    }),
  );
}

type Texts = Pick<Entry | EntryTranslation, "title" | "meaning" | "causes" | "fixes"> & {
  readonly messages: readonly { readonly text: string }[];
};

/** The texts that a translation has, or those of the entry in their place. */
function textsOf(texts: Texts, translation: Texts = texts): readonly unknown[] {
  const { title, messages, meaning, causes, fixes } = translation;
  return [
    title && texts.title?.value,
    messages.length > 0 && texts.messages.map(({ text }) => text),
    meaning && texts.meaning?.value,
    causes.length > 0 && texts.causes.map(({ value }) => value),
    fixes.length > 0 && texts.fixes.map(({ value }) => value),
  ];
}

// Two texts of one code have the same mark once in four thousand million times.
function markOf(value: unknown): string {
  return digestOf([JSON.stringify(value)]).slice(8);
}
